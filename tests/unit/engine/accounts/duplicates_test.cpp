// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/accounts/duplicates.hpp"

#include <QTest>

using namespace agentarmy;

namespace {
template <class T> Id<T> id(int n)
{
    std::array<std::uint8_t, 16> bytes {};
    bytes[14] = std::uint8_t(n / 256);
    bytes[15] = std::uint8_t(n % 256);
    return Id<T>(Uuid(bytes));
}

Account account(int n, std::string name)
{
    Account account;
    account.id = id<Account>(n);
    account.accountName = std::move(name);
    account.createdAt = Timestamp(std::chrono::milliseconds(n));
    return account;
}

Contact contact(int n, std::string name, std::string mail = {}, std::optional<int> at = 1)
{
    Contact contact;
    contact.id = id<Contact>(n);
    contact.contactName = std::move(name);
    contact.contactEmail = std::move(mail);
    if (at)
        contact.accountId = id<Account>(*at);
    contact.createdAt = Timestamp(std::chrono::milliseconds(n));
    return contact;
}

QString shape(const std::vector<DuplicatePair<Account>>& pairs)
{
    QStringList list;
    for (const auto& pair : pairs)
        list += QStringLiteral("%1:%2").arg(
            QString::fromStdString(std::string(enumText(pair.reason))), QString::fromStdString(pair.what));
    return list.join(u' ');
}
}

class DuplicatesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void accounts_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("two");
        QTest::addColumn<QString>("found");
        QTest::newRow("legal form") << "Nordwind GmbH & Co. KG"
                                    << "nordwind"
                                    << "same_name:nordwind";
        QTest::newRow("letter missing") << "Brightwater"
                                        << "Brightwter"
                                        << "nearly_same_name:";
        QTest::newRow("letter other") << "Brightwater"
                                      << "Brightwoter"
                                      << "nearly_same_name:";
        QTest::newRow("letters swapped") << "Brightwater"
                                         << "Brightwaetr"
                                         << "nearly_same_name:";
        QTest::newRow("last letter more") << "Brightwater"
                                          << "Brightwaters"
                                          << "nearly_same_name:";
        QTest::newRow("umlauts count as one letter") << "Müller Söhne"
                                                     << "Mülller Söhne"
                                                     << "nearly_same_name:";
        QTest::newRow("two letters") << "Brightwater"
                                     << "Brightwotar"
                                     << "";
        QTest::newRow("short names differ by chance") << "Acme"
                                                      << "Acne"
                                                      << "";
        QTest::newRow("numbers tell apart") << "Depot North 2"
                                            << "Depot North 3"
                                            << "";
        QTest::newRow("others") << "Nordwind"
                                << "Südwind Energie"
                                << "";
    }
    void accounts()
    {
        QFETCH(QString, one);
        QFETCH(QString, two);
        QFETCH(QString, found);
        QCOMPARE(
            shape(findDuplicates(std::vector {account(1, one.toStdString()), account(2, two.toStdString())})), found);
    }
    void theSurestReasonOnceAndTheOlderFirst()
    {
        auto a = account(2, "Nordwind AG");
        auto b = account(1, "Nordwind");
        a.domains = {"nordwind.example"};
        b.domains = {"mail.nordwind.example"};
        const auto pairs = findDuplicates(std::vector {a, b});
        QCOMPARE(shape(pairs), QStringLiteral("same_domain:nordwind.example"));
        QCOMPARE(pairs.front().first, b.id);
        QCOMPARE(pairs.front().second, a.id);
    }
    void websitesAndIds()
    {
        auto a = account(1, "One");
        auto b = account(2, "Two");
        a.website = "https://www.acme.example/start?x=1";
        b.domains = {"acme.example"};
        QCOMPARE(shape(findDuplicates(std::vector {a, b})), QStringLiteral("same_domain:acme.example"));
        a.website.reset();
        a.externalIds["hubspot"] = "17";
        b.externalIds["hubspot#2"] = "17";
        QCOMPARE(shape(findDuplicates(std::vector {a, b})), QStringLiteral("same_id:hubspot 17"));
    }
    void archivedAndMergedStayOut()
    {
        auto gone = account(2, "Nordwind AG");
        gone.mergedInto = id<Account>(1);
        QVERIFY(findDuplicates(std::vector {account(1, "Nordwind"), gone}).empty());
        gone.mergedInto.reset();
        gone.archived = true;
        QVERIFY(findDuplicates(std::vector {account(1, "Nordwind"), gone}).empty());
    }
    void whatEverybodySharesSaysNothing()
    {
        std::vector<Account> many;
        for (int i = 1; i <= 60; ++i) {
            many.push_back(
                account(i, "Company number " + std::string(1, char('a' + i % 26)) + std::to_string(i * 7919)));
            many.back().domains = {"holding.example"};
        }
        QVERIFY(findDuplicates(many).empty());
    }
    void people_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("two");
        QTest::addColumn<int>("account"); // of the second; 0: none
        QTest::addColumn<bool>("same");
        QTest::newRow("order of words") << "Jonas Brandt"
                                        << "Brandt, Jonas" << 1 << true;
        QTest::newRow("no account on one side") << "Jonas Brandt"
                                                << "Jonas Brandt" << 0 << true;
        QTest::newRow("namesakes elsewhere") << "Jonas Brandt"
                                             << "Jonas Brandt" << 2 << false;
        QTest::newRow("first names only") << "Jonas"
                                          << "Jonas" << 1 << false;
        QTest::newRow("other") << "Jonas Brandt"
                               << "Petra Brandt" << 1 << false;
    }
    void people()
    {
        QFETCH(QString, one);
        QFETCH(QString, two);
        QFETCH(int, account);
        QFETCH(bool, same);
        const auto pairs = findDuplicates(std::vector {contact(1, one.toStdString(), "a@x.example"),
            contact(2, two.toStdString(), "b@x.example", account ? std::optional(account) : std::nullopt)});
        QCOMPARE(!pairs.empty(), same);
    }
    void addressesAndPhones()
    {
        auto a = contact(1, "Jo", "jo@x.example");
        auto b = contact(2, "Jonas Brandt", "jonas@x.example", 2);
        b.otherEmails = {"JO@x.example"};
        auto pairs = findDuplicates(std::vector {a, b});
        QCOMPARE(pairs.size(), std::size_t(1));
        QCOMPARE(pairs.front().reason, DuplicateReason::sameAddress);
        b.otherEmails.clear();
        b.accountId = a.accountId;
        a.phones = {"+49 40 1234567"};
        b.phones = {"040 / 1234567"};
        pairs = findDuplicates(std::vector {a, b});
        QCOMPARE(pairs.size(), std::size_t(1));
        QCOMPARE(pairs.front().reason, DuplicateReason::samePhone);
        a.phones = b.phones = {"1234"};
        QVERIFY(findDuplicates(std::vector {a, b}).empty());
    }
};

QTEST_APPLESS_MAIN(DuplicatesTest)
#include "duplicates_test.moc"
