// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/mail_addresses.hpp"

#include <QtTest>
#include <ctime>

using namespace agentarmy;
using namespace agentarmy::mail;

static qint64 workMs(std::clock_t begin) { return (std::clock() - begin) * 1000 / CLOCKS_PER_SEC; }

class MailAddressesTest : public QObject {
    Q_OBJECT

    static QString shown(const std::vector<MailAddress>& list)
    {
        QStringList parts;
        for (const auto& each : list)
            parts << QString::fromStdString(each.name + " <" + each.address + ">");
        return parts.join(QStringLiteral("; "));
    }

private Q_SLOTS:
    void readsAddressesAsTheyAreWritten_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("list");
        const auto row = [](const char* value, const char* list) {
            QTest::newRow(value) << QByteArray(value) << QString::fromUtf8(list);
        };
        row("a@b.example", " <a@b.example>");
        row("Jonas Brandt <Jonas.Brandt@Nordwind.EXAMPLE>", "Jonas Brandt <jonas.brandt@nordwind.example>");
        row("\"Brandt, Jonas\" <j@n.example>, Lena <l@m.example>", "Brandt, Jonas <j@n.example>; Lena <l@m.example>");
        row("Brandt, Jonas <j@n.example>", "Brandt, Jonas <j@n.example>");
        row("a@b.example (Jonas Brandt)", "Jonas Brandt <a@b.example>");
        row("a@b.example; c@d.example", " <a@b.example>;  <c@d.example>");
        row("undisclosed-recipients:;", "");
        row("Team: a@b.example, Jo <c@d.example>;", " <a@b.example>; Jo <c@d.example>");
        row("=?utf-8?q?J=C3=B6rg_M=C3=BCller?= <j@n.example>", "J\u00F6rg M\u00FCller <j@n.example>");
        row("=?iso-8859-1?Q?J=F6rg?= =?iso-8859-1?Q?_M=FCller?= <j@n.example>", "J\u00F6rg M\u00FCller <j@n.example>");
        row("\"=?utf-8?B?SsO2cmc=?=\" <j@n.example>", "J\u00F6rg <j@n.example>");
        row("J\xF6rg <j@n.example>", "J\u00F6rg <j@n.example>");
        row("'Jonas' <j@n.example>", "Jonas <j@n.example>");
        row("\"j@n.example\" <j@n.example>", " <j@n.example>");
        row("<j@n.example>", " <j@n.example>");
        row("<<j@n.example>>", " <j@n.example>");
        row("Jo <sales> <j@n.example>", "Jo <sales> <j@n.example>");
        row("Jo O'Brien <o'brien+x@n.example>", "Jo O'Brien <o'brien+x@n.example>");
        row("Jo <'j@n.example'>", "Jo <j@n.example>");
        row("Jonas <j@n.example", "Jonas <j@n.example>");
        row("Jonas mailto:j@n.example", "Jonas <j@n.example>");
        row("Jonas [mailto:j@n.example] <j@n.example>", "Jonas [mailto:j@n.example] <j@n.example>");
        row("\"unclosed <j@n.example>", "unclosed <j@n.example>");
        row("(unclosed j@n.example", "unclosed <j@n.example>");
        row("Jonas Brandt", "Jonas Brandt <>");
        row("j@n.example,,, , k@n.example", " <j@n.example>;  <k@n.example>");
        row("\"A \\\"Jo\\\" B\" <j@n.example>", "A \"Jo\" B <j@n.example>");
        row("", "");
        row(" , ; ", "");
        row("<>", "");
    }
    void readsAddressesAsTheyAreWritten()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, list);
        QCOMPARE(shown(parseAddresses(value.toStdString(), {})), list);
    }
    void hostileListsAreBoundedInNumberAndTime()
    {
        const auto begin = std::clock(); // work, not waiting for other programs
        for (const auto* piece : {"a@b.c, ", "(", "<", "\"", "\\\"", "a:", "<a@b>,", ">", "\"(", "=?utf-8?q?a?= "}) {
            std::string value;
            while (value.size() < 2000000)
                value += piece;
            QVERIFY(parseAddresses(value, {}).size() <= 500);
        }
        QVERIFY(workMs(begin) < 5000);
    }
};

QTEST_APPLESS_MAIN(MailAddressesTest)
#include "mail_addresses_test.moc"
