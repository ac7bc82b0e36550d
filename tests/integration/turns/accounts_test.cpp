// SPDX-License-Identifier: AGPL-3.0-or-later
// Lists and pages of accounts and people, and edits by hand, on a real store.
#include "core/engine/accounts/account_book.hpp"
#include "core/engine/accounts/record_edits.hpp"
#include "core/engine/deals/deal_desk.hpp"
#include "tests/support/workspace_fixture.hpp"

using namespace agentarmy;
using namespace agentarmy::tests;

namespace {
class Shop {
public:
    Shop()
    {
        (void)workspace.import({workspace.write("deals.csv",
            "Deal,Account,Amount,Currency,Stage,Close date\n"
            "Press shop,Brightwater,50000,EUR,Evaluation,2026-09-01\n"
            "Night shift,Brightwater,8000,USD,Negotiation,2026-12-01\n"
            "Spring order,Brightwater,20000,EUR,Closed won,2026-08-20\n"
            "Cold store,Brightwter,9000,EUR,Discovery,2026-12-20\n"
            "Pilot,Beta Steel,700,EUR,Discovery,2026-12-20\n")});
        (void)workspace.import({workspace.write("in/one.eml",
            MailText {"Ana Ruiz <ana@brightwater.example>", "Lena Hartmann <lena@meridianflow.example>", "Prices",
                "Hello Lena,\n\ncould you send us the prices for the press shop?\n\nAna",
                "Thu, 17 Sep 2026 10:00:00 +0000", "one@brightwater.example"}
                .text())});
    }
    Context me() const
    {
        auto context = workspace.context();
        context.actor.kind = ActorKind::person;
        return context;
    }
    Timestamp now() { return workspace.clock().now(); }
    AccountBook book()
    {
        const auto board = loadBoard(workspace.store(), me(), {}, workspace.workspace().settings, now());
        return *loadAccountBook(workspace.store(), me(), *board, workspace.workspace());
    }
    AccountLine line(const std::string& name)
    {
        for (auto& each : book().accounts)
            if (each.account.accountName == name)
                return each;
        qFatal("no account %s", name.c_str());
    }
    Contact ana()
    {
        for (auto& each : workspace.all<Contact>())
            if (each.contactEmail == "ana@brightwater.example")
                return each;
        qFatal("no Ana");
    }
    Result<Uuid> edit(Id<Account> id, const Json& fields)
    {
        return editAccount(workspace.store(), me(), workspace.ids(), id, fields, now());
    }
    Result<Uuid> edit(Id<Contact> id, const Json& fields)
    {
        return editContact(workspace.store(), me(), workspace.ids(), id, fields, now());
    }

    WorkspaceFixture workspace {"2026-09-18T09:00:00Z"};
};

std::string field(const Error& error)
{
    const auto found = error.details.find("field");
    return found == error.details.end() ? std::string() : std::get<std::string>(found->second);
}
}

class AccountsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theListCountsDealsPeopleAndValue()
    {
        Shop shop;
        const auto bright = shop.line("Brightwater");
        QCOMPARE(bright.openDeals, 2);
        QCOMPARE(bright.wonDeals, 1);
        QCOMPARE(bright.people, 1);
        QCOMPARE(bright.openValue.size(), std::size_t(2));
        QCOMPARE(bright.openValue.front().amountMinor, std::int64_t(5000000));
        QCOMPARE(formatTimestamp(*bright.lastActivity).substr(0, 10), std::string("2026-09-18"));
        const auto people = shop.book().people;
        QCOMPARE(people.size(), std::size_t(1));
        QCOMPARE(people.front().accountName, std::string("Brightwater"));
    }
    void duplicatesAreFoundMergedAndUndone()
    {
        Shop shop;
        auto book = shop.book();
        QCOMPARE(book.sameAccounts.size(), std::size_t(1));
        const auto pair = book.sameAccounts.front();
        DealDesk desk(shop.workspace.store(), shop.workspace.ids(), shop.workspace.clock());
        const auto merged
            = desk.merge(shop.me(), {Account::type, pair.first.value()}, {Account::type, pair.second.value()});
        QVERIFY(merged);
        book = shop.book();
        QVERIFY(book.sameAccounts.empty());
        QCOMPARE(book.accounts.size(), std::size_t(2));
        const auto kept
            = loadAccountPage(shop.workspace.store(), shop.me(), pair.first, shop.workspace.workspace(), shop.now());
        QCOMPARE(kept->deals.size(), std::size_t(4));
        QCOMPARE(kept->line.account.otherNames.size(), std::size_t(1));
        QVERIFY(desk.undo(shop.me(), *merged));
        book = shop.book();
        QCOMPARE(book.accounts.size(), std::size_t(3));
        QCOMPARE(book.sameAccounts.size(), std::size_t(1));
    }
    void whatIsKeptApartIsNotProposedAgain()
    {
        Shop shop;
        const auto pair = shop.book().sameAccounts.front();
        QVERIFY(keepApart(shop.workspace.store(), shop.me(), pair.second.value(), pair.first.value()));
        QVERIFY(shop.book().sameAccounts.empty());
        shop.workspace.reopen();
        QVERIFY(shop.book().sameAccounts.empty());
    }
    void pagesShowDealsPeopleAndTalks()
    {
        Shop shop;
        const auto bright = shop.line("Brightwater");
        const auto page = loadAccountPage(
            shop.workspace.store(), shop.me(), bright.account.id, shop.workspace.workspace(), shop.now());
        QVERIFY(page);
        QCOMPARE(page->deals.size(), std::size_t(3));
        QCOMPARE(page->deals.back().stage, DealStage::closedWon);
        QCOMPARE(page->people.size(), std::size_t(1));
        QCOMPARE(page->talks.size(), std::size_t(1));
        QCOMPARE(page->talks.front().subject, std::string("Prices"));
        const auto person
            = loadPersonPage(shop.workspace.store(), shop.me(), shop.ana().id, shop.workspace.workspace(), shop.now());
        QVERIFY(person);
        QCOMPARE(person->accountName, std::string("Brightwater"));
        QCOMPARE(person->talks.size(), std::size_t(1));
    }
    void editsAreMutationsThatUndoTakesBack()
    {
        Shop shop;
        const auto id = shop.line("Brightwater").account.id;
        const auto done = shop.edit(
            id, {{"accountName", "  Brightwater   Works "}, {"industry", "Metal"}, {"website", "brightwater.example"}});
        QVERIFY(done && !done->isNull());
        const auto line = shop.line("Brightwater Works");
        QCOMPARE(line.account.industry, std::optional<std::string>("Metal"));
        QVERIFY(shop.edit(id, {{"industry", "Metal"}})->isNull());
        QVERIFY(shop.edit(id, {{"industry", nullptr}}));
        QVERIFY(!shop.line("Brightwater Works").account.industry);
        DealDesk desk(shop.workspace.store(), shop.workspace.ids(), shop.workspace.clock());
        QVERIFY(desk.undo(shop.me(), *done)); // the name; the industry was changed since
        QCOMPARE(shop.line("Brightwater").account.accountName, std::string("Brightwater"));
    }
    void badFieldsAreNamed_data()
    {
        QTest::addColumn<bool>("person");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("code");
        QTest::newRow("no name") << false << "accountName"
                                 << "\"  \""
                                 << "validation_failed";
        QTest::newRow("name of another") << false << "accountName"
                                         << "\"beta STEEL\""
                                         << "name_taken";
        QTest::newRow("free mail") << false << "domains"
                                   << "[\"gmail.com\"]"
                                   << "validation_failed";
        QTest::newRow("not a domain") << false << "domains"
                                      << "[\"acme\"]"
                                      << "validation_failed";
        QTest::newRow("no such user") << false << "ownerId"
                                      << "\"x\""
                                      << "validation_failed";
        QTest::newRow("long industry") << false << "industry" << '"' + QString(200, u'x') + '"' << "validation_failed";
        QTest::newRow("unknown") << false << "id"
                                 << "\"x\""
                                 << "validation_failed";
        QTest::newRow("address") << true << "contactEmail"
                                 << "\"ana at acme\""
                                 << "validation_failed";
        QTest::newRow("two addresses") << true << "contactEmail"
                                       << "\"a@b.example, c@d.example\""
                                       << "validation_failed";
        QTest::newRow("score") << true << "decisionPower"
                               << "11"
                               << "validation_failed";
        QTest::newRow("half a score") << true << "decisionPower"
                                      << "1.5"
                                      << "validation_failed";
        QTest::newRow("role") << true << "roles"
                              << "[\"king\"]"
                              << "validation_failed";
        QTest::newRow("opt-out") << true << "optedOut"
                                 << "\"yes\""
                                 << "validation_failed";
    }
    void badFieldsAreNamed()
    {
        QFETCH(bool, person);
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, code);
        Shop shop;
        const Json fields {{field.toStdString(), *parseJson(value.toStdString())}};
        const auto done
            = person ? shop.edit(shop.ana().id, fields) : shop.edit(shop.line("Brightwater").account.id, fields);
        QVERIFY(!done);
        QCOMPARE(QString::fromStdString(done.error().code), code);
        if (field != QLatin1String("industry"))
            QCOMPARE(QString::fromStdString(::field(done.error())), field);
    }
    void aPersonsScoresStandAndGoBack()
    {
        Shop shop;
        const auto before = shop.ana();
        QVERIFY(shop.edit(before.id, {{"decisionPower", 9}, {"roles", {"champion", "champion"}}}));
        auto after = shop.ana();
        QCOMPARE(after.stakeholder.scores.decisionPower, 9);
        QCOMPARE(after.stakeholder.scoreSources.at("decisionPower"), ScoreSource::humanOverride);
        QCOMPARE(after.stakeholder.roles.size(), std::size_t(1));
        QVERIFY(shop.edit(before.id, {{"decisionPower", nullptr}}));
        QCOMPARE(shop.ana().stakeholder.scores.decisionPower, before.stakeholder.scores.decisionPower);
    }
    void anAddressBelongsToOnePerson()
    {
        Shop shop;
        const auto made = createContact(shop.workspace.store(), shop.me(), shop.workspace.ids(),
            {{"contactName", "Bo Lund"}, {"contactEmail", "BO@brightwater.example"},
                {"title", "Chief Financial Officer"}},
            shop.now());
        QVERIFY(made);
        QCOMPARE(made->record.contactEmail, std::string("bo@brightwater.example"));
        QVERIFY(made->record.stakeholder.scores.decisionPower > 5);
        const auto taken = shop.edit(shop.ana().id, {{"contactEmail", "bo@brightwater.example"}});
        QCOMPARE(taken.error().code, std::string("address_taken"));
        QCOMPARE(std::get<std::string>(taken.error().details.at("id")), made->record.id.text());
        const auto account = createAccount(
            shop.workspace.store(), shop.me(), shop.workspace.ids(), {{"accountName", "Gamma"}}, shop.now());
        QVERIFY(account);
        QCOMPARE(createAccount(
                     shop.workspace.store(), shop.me(), shop.workspace.ids(), {{"accountName", "GAMMA"}}, shop.now())
                     .error()
                     .code,
            std::string("name_taken"));
        DealDesk desk(shop.workspace.store(), shop.workspace.ids(), shop.workspace.clock());
        QVERIFY(desk.undo(shop.me(), account->mutationId));
        QCOMPARE(shop.book().accounts.size(), std::size_t(3));
    }
};

QTEST_APPLESS_MAIN(AccountsTest)
#include "accounts_test.moc"
