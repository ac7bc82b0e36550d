// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/mail_reader.hpp"
#include "core/adapters/mail/mail_writer.hpp"

#include <QTest>

using namespace agentarmy;

class MailWriterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsReadBack()
    {
        DraftPayload payload;
        payload.subject = "Re: Größe der Flotte";
        payload.body = "Grüezi Jürg,\n\n.one line begins with a dot\nFrom here on = fine.\n\nLena";
        payload.to = {{"Jürg Müller, CFO", "juerg@nordwind.example", {}, {}}, {"", "second@nordwind.example", {}, {}}};
        payload.inReplyTo = "<a@nordwind.example>";
        payload.references = {"<z@nordwind.example>", "<a@nordwind.example>"};
        const auto at = parseTimestamp("2026-09-17T09:00:00Z").value();
        const auto text = mail::unsentMail(payload, {"Lena Hartmann", "lena@meridianflow.example", {}, {}}, at);
        QVERIFY(text.find("X-Unsent: 1\r\n") != std::string::npos);
        QVERIFY(text.find("\n\n") == std::string::npos); // lines end with CR LF
        const auto read = mail::readMail(text);
        QVERIFY(read);
        QCOMPARE(read->from.address, std::string("lena@meridianflow.example"));
        QCOMPARE(read->to.size(), std::size_t(2));
        QCOMPARE(read->to[0].name, std::string("Jürg Müller, CFO"));
        QCOMPARE(read->to[1].address, std::string("second@nordwind.example"));
        QCOMPARE(read->subject, *payload.subject);
        QCOMPARE(read->inReplyTo, std::string("a@nordwind.example"));
        QCOMPARE(read->references.size(), std::size_t(2));
        QVERIFY(read->date && *read->date == at);
        QVERIFY2(read->bodyText.find("Grüezi Jürg,") != std::string::npos, read->bodyText.c_str());
        QVERIFY(read->bodyText.find(".one line begins with a dot\nFrom here on = fine.") != std::string::npos);
    }
    void noTextMakesAHeader()
    {
        DraftPayload payload;
        payload.subject = "Hello\r\nBcc: evil@example.org";
        payload.body = "x";
        payload.to = {{"Ana\r\nBcc: evil@example.org", "ana@acme.example\r\nBcc: evil@example.org", {}, {}}};
        payload.inReplyTo = "<a@b>\r\nBcc: evil@example.org";
        const auto text = mail::unsentMail(payload, {}, {});
        QVERIFY2(text.find("\nBcc:") == std::string::npos, text.c_str());
        const auto read = mail::readMail(text);
        QVERIFY(read);
        QVERIFY(read->bcc.empty());
        QCOMPARE(read->subject, std::string("Hello Bcc: evil@example.org"));
    }
};
QTEST_APPLESS_MAIN(MailWriterTest)
#include "mail_writer_test.moc"
