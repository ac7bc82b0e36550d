// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/inbound.hpp"
#include "core/rules/sales/thread_headers.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::sales;

class InboundTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsTheQuoteOfMailPrograms_data()
    {
        QTest::addColumn<QString>("quote");
        for (const char* quote :
            {"On Mon, 3 Feb 2026 at 10:02, Kim <kim@a.example> wrote:\n> hi",
                "On Monday, February 3, 2026 at 10:02 AM Kim Lee\n<kim@a.example> wrote:\nold",
                "Am Mi., 15. Apr. 2026 um 11:02 Uhr schrieb Katrin Vogel <k@a.example>:\n> alt",
                "Am 15.04.2026 um 11:02 schrieb Katrin Vogel:\nalt",
                "Le lun. 3 f\xC3\xA9vr. 2026 \xC3\xA0 10:02, Kim <kim@a.example> a \xC3\xA9"
                "crit :\n> vieux",
                "El lun, 3 feb 2026 a las 10:02, Kim (<kim@a.example>) escribi\xC3\xB3:\n> viejo",
                "Il giorno lun 3 feb 2026 alle ore 10:02 Kim <kim@a.example> ha scritto:\n> vecchio",
                "Em seg., 3 de fev. de 2026 \xC3\xA0s 10:02, Kim <kim@a.example> escreveu:\n> velho",
                "Op ma 3 feb 2026 om 10:02 schreef Kim <kim@a.example>:\n> oud",
                "Den m\xC3\xA5n 3 feb. 2026 kl 10:02 skrev Kim <kim@a.example>:\n> gammalt",
                "ma 3. helmik. 2026 klo 10.02 Kim (kim@a.example) kirjoitti:\n> vanha",
                "pon., 3 lut 2026 o 10:02 Kim <kim@a.example> napisa\xC5\x82(a):\n> stare",
                "2026\xE5\xB9\xB4"
                "2\xE6\x9C\x88"
                "3\xE6\x97\xA5(\xE6\x9C\x88) 10:02 Kim <kim@a.example>:\n> old",
                "-----Original Message-----\nFrom: Kim\nold", "-----Urspr\xC3\xBCngliche Nachricht-----\nVon: Kim\nalt",
                "From: Kim <kim@a.example>\nSent: Monday, 3 February 2026 10:02\nTo: Lea\nold",
                "________________________________\nFrom: Kim <kim@a.example>\nSent: Monday\nold",
                "Von: Kim <kim@a.example>\nGesendet: Montag, 3. Februar 2026\nalt",
                "De : Kim <kim@a.example>\nEnvoy\xC3\xA9 : lundi\nvieux", "> only a quote"})
            QTest::newRow(quote) << quote;
    }
    void cutsTheQuoteOfMailPrograms()
    {
        QFETCH(QString, quote);
        const auto mail = cleanInbound("My own words.\n\n" + quote.toStdString());
        QCOMPARE(QString::fromStdString(mail.text), QStringLiteral("My own words."));
        QVERIFY(!mail.quoted.empty());
    }
    void keepsAnswersBetweenQuotedLines()
    {
        QCOMPARE(cleanInbound("> What does it cost?\n\nA day a week.\n\n> Who decides?\n\nI do.\n").text,
            std::string("\nA day a week.\n\n\nI do."));
        QCOMPARE(cleanInbound("On Mon, 3 Feb 2026 Kim wrote:\n> Who decides?\nI do.").text, std::string("I do."));
    }
    void cutsTheSignature()
    {
        const auto mail = cleanInbound("Yes.\n-- \nLea\nCFO");
        QCOMPARE(mail.text, std::string("Yes."));
        QCOMPARE(mail.signature, std::string("-- \nLea\nCFO\n"));
    }
    void ordinarySentencesAreNoQuotes()
    {
        for (const char* text : {"On Monday we met.\nFrom: us to you, love", "I wrote: yes\nnext",
                 "Am Montag schrieb ich Ihnen schon.", "To: do"})
            QCOMPARE(cleanInbound(text).text, std::string(text));
    }
    void knowsWhatAMailIs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("kind");
        QTest::newRow("auto") << "auto-submitted"
                              << "auto-replied"
                              << "auto_reply";
        QTest::newRow("auto no") << "Auto-Submitted"
                                 << "no"
                                 << "person";
        QTest::newRow("x-autoreply") << "X-Autoreply"
                                     << "yes"
                                     << "auto_reply";
        QTest::newRow("precedence") << "Precedence"
                                    << "auto_reply"
                                    << "auto_reply";
        QTest::newRow("null path") << "Return-Path"
                                   << "<>"
                                   << "auto_reply";
        QTest::newRow("daemon") << "From"
                                << "Mail Delivery <MAILER-DAEMON@x.example>"
                                << "bounce";
        QTest::newRow("postmaster") << "From"
                                    << "postmaster@x.example"
                                    << "bounce";
        QTest::newRow("report") << "Content-Type"
                                << "multipart/report; report-type=delivery-status"
                                << "bounce";
        QTest::newRow("calendar") << "Content-Type"
                                  << "text/calendar; method=REPLY"
                                  << "calendar";
        QTest::newRow("list") << "List-Id"
                              << "<dev.other.example>"
                              << "mailing_list";
        QTest::newRow("own list") << "List-Id"
                                  << "<sales.own.example>"
                                  << "person";
        QTest::newRow("newsletter") << "List-Unsubscribe"
                                    << "<https://x.example>"
                                    << "newsletter";
        QTest::newRow("bulk") << "Precedence"
                              << "bulk"
                              << "newsletter";
        QTest::newRow("read receipt") << "Content-Type"
                                      << "multipart/report; report-type=disposition-notification"
                                      << "auto_reply";
        QTest::newRow("program") << "From"
                                 << "Zoom <no-reply@zoom.example>"
                                 << "newsletter";
        QTest::newRow("program in words") << "From"
                                          << "messages-noreply@network.example"
                                          << "newsletter";
        QTest::newRow("form on our own site") << "From"
                                              << "noreply@own.example"
                                              << "person";
        QTest::newRow("calendar program") << "From"
                                          << "Calendar <calendar-notification@mail.example>"
                                          << "calendar";
        QTest::newRow("a name that only begins like one") << "From"
                                                          << "noreen.plymouth@x.example"
                                                          << "person";
        QTest::newRow("subject") << "Subject"
                                 << "Automatic reply: Offer"
                                 << "auto_reply";
    }
    void knowsWhatAMailIs()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, kind);
        const MailHeaders headers {{name.toStdString(), value.toStdString()}};
        const auto mail = cleanInbound("Hello", headers, {.domains = {"own.example"}, .addresses = {}});
        QCOMPARE(QString::fromStdString(std::string(enumText(mail.kind))), kind);
        QCOMPARE(mail.ignored, kind == QStringLiteral("auto_reply") || kind == QStringLiteral("bounce"));
    }
    void readsTheReturnDate_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("date");
        QTest::newRow("until") << "I am out of the office until 3 August. In urgent cases call Kim."
                               << "2026-08-03";
        QTest::newRow("month first") << "I am out of office. I will be back on August 3rd, 2026."
                                     << "2026-08-03";
        QTest::newRow("german") << "Ich bin bis zum 17.08.2026 nicht im B\xC3\xBCro."
                                << "2026-08-17";
        QTest::newRow("german short") << "Ich bin ab dem 4.8. wieder da."
                                      << "2026-08-04";
        QTest::newRow("iso") << "back on 2026-09-01"
                             << "2026-09-01";
        QTest::newRow("next year") << "I will return on 7 January"
                                   << "2027-01-07";
        QTest::newRow("weekday") << "I'll be back on Monday"
                                 << "2026-07-13";
        QTest::newRow("none") << "I will be back"
                              << "";
    }
    void readsTheReturnDate()
    {
        QFETCH(QString, text);
        QFETCH(QString, date);
        const auto found = outOfOfficeReturn(text.toStdString(), parseDate("2026-07-10").value());
        QCOMPARE(QString::fromStdString(found ? formatDate(*found) : std::string()), date);
    }
    void anOutOfOfficeReplyIsIgnored()
    {
        const auto mail = cleanInbound("Thank you for your mail. I am out of the office until 3 August.",
            {{"Auto-Submitted", "auto-replied"}}, {}, parseTimestamp("2026-07-10T08:00:00Z").value());
        QVERIFY(mail.ignored && mail.returnDate);
    }
    void hearsWhoWantsNoMoreMail_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("stop");
        QTest::newRow("stop") << "Please stop emailing me" << true;
        QTest::newRow("remove") << "Please remove me from this list." << true;
        QTest::newRow("contact") << "Do not contact us again" << true;
        QTest::newRow("german") << "Bitte nehmen Sie mich aus dem Verteiler" << true;
        QTest::newRow("how") << "How do customers unsubscribe in your tool?" << false;
        QTest::newRow("denied") << "Please do not remove me from the list" << false;
        QTest::newRow("plain") << "We will remove metal parts" << false;
    }
    void hearsWhoWantsNoMoreMail()
    {
        QFETCH(QString, text);
        QFETCH(bool, stop);
        QCOMPARE(asksToStop(text.toStdString()), stop);
    }
    void permanentBouncesMarkTheAddress()
    {
        const MailHeaders headers {{"From", "mailer-daemon@x.example"}};
        QVERIFY(cleanInbound("Status: 5.1.1 user unknown", headers).permanentBounce);
        QVERIFY(!cleanInbound("Status: 4.2.2 mailbox full", headers).permanentBounce);
    }
    void answersStayInTheirThread()
    {
        const auto headers = threadHeaders(
            {.messageId = "<c>", .references = {"<a>", "<b>"}, .inReplyTo = "<b>", .subject = "RE: re: Offer"});
        QCOMPARE(headers.inReplyTo, std::string("<c>"));
        QCOMPARE(headers.references, (std::vector<std::string> {"<a>", "<b>", "<c>"}));
        QCOMPARE(headers.subject, std::string("Re: Offer"));
        ParentMail old {.messageId = "<z>", .references = {}, .inReplyTo = "<y>", .subject = "Offer"};
        QCOMPARE(threadHeaders(old).references, (std::vector<std::string> {"<y>", "<z>"}));
        for (int i = 0; i < 100; ++i)
            old.references.push_back("<" + std::to_string(i) + ">");
        const auto cut = threadHeaders(old).references;
        QCOMPARE(cut.size(), std::size_t(40));
        QCOMPARE(cut.front(), std::string("<0>"));
        QCOMPARE(cut.back(), std::string("<z>"));
        QCOMPARE(bareSubject("AW: WG: Fwd: Re[2]: Offer"), std::string("Offer"));
    }
    void aHeaderStandsOnOneLine()
    {
        const auto refused = checkHeaderValue("Subject", "Hi\r\nBcc: x@y.z");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, std::string("invalid_header"));
        QVERIFY(bool(checkHeaderValue("Subject", "Hi")));
    }
};
QTEST_APPLESS_MAIN(InboundTest)
#include "inbound_test.moc"
