// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/mail_reader.hpp"
#include "core/base/hash.hpp"
#include "core/base/text.hpp"

#include <QtTest>

using namespace agentarmy;
using namespace agentarmy::mail;

namespace {
ParsedMail read(const std::string& raw, const MailLimits& limits = {})
{
    auto mail = readMail(raw, limits);
    return mail ? *mail : ParsedMail {};
}

bool hasDefect(const ParsedMail& mail, const std::string& part)
{
    return std::any_of(mail.defects.begin(), mail.defects.end(),
        [&](const std::string& defect) { return defect.find(part) != std::string::npos; });
}

std::string little(std::uint32_t value, int bytes)
{
    std::string out;
    for (int i = 0; i < bytes; ++i)
        out += char((value >> (8 * i)) & 0xFF);
    return out;
}

std::string tnefAttribute(int level, std::uint32_t id, const std::string& data)
{
    return little(std::uint32_t(level), 1) + little(id, 4) + little(std::uint32_t(data.size()), 4) + data
        + little(0, 2);
}

/// A winmail.dat with a text body and one file.
std::string winmail()
{
    return little(0x223E9F78, 4) + little(1, 2) + tnefAttribute(1, 0x00069007, little(1252, 4) + little(0, 4))
        + tnefAttribute(1, 0x0002800C,
            std::string("Gr\xFC\xDF"
                        "e aus Outlook\0",
                17))
        + tnefAttribute(2, 0x00069002, std::string(14, '\0'))
        + tnefAttribute(2, 0x00018010, std::string("offer.pdf\0", 10)) + tnefAttribute(2, 0x0006800F, "PDFDATA");
}

std::string base64(const std::string& bytes)
{
    return QByteArray(bytes.data(), qsizetype(bytes.size())).toBase64().toStdString();
}
}

class MailReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAnOrdinaryMail()
    {
        const auto mail = read("Date: Tue, 10 Feb 2026 09:00:00 +0100\r\nFrom: Jonas Brandt "
                               "<Jonas@Nordwind.example>\r\nTo: lena@m.example\r\nCc: \"Menon, Ravi\" <r@n.example>\r\n"
                               "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n and more\r\nMessage-ID: "
                               "<1@n.example>\r\nIn-Reply-To: <0@m.example>\r\n"
                               "References: <a@m.example>\r\n <0@m.example>\r\nContent-Type: text/plain; "
                               "charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
                               "\r\nHello =E2=82=AC 5=\r\n, right?\r\n\r\n-- =\r\n\r\nJonas\r\n");
        QCOMPARE(mail.messageId, "1@n.example");
        QCOMPARE(mail.inReplyTo, "0@m.example");
        QCOMPARE(mail.references, (std::vector<std::string> {"a@m.example", "0@m.example"}));
        QCOMPARE(mail.from, (MailAddress {"Jonas Brandt", "jonas@nordwind.example"}));
        QCOMPARE(mail.cc, (std::vector<MailAddress> {{"Menon, Ravi", "r@n.example"}}));
        QCOMPARE(mail.subject,
            "Gr\xC3\xBC\xC3\x9F"
            "e and more");
        QCOMPARE(formatTimestamp(*mail.date), "2026-02-10T08:00:00.000Z");
        QVERIFY(!mail.dateGuessed);
        QCOMPARE(mail.bodyText, "Hello \xE2\x82\xAC 5, right?\n\n-- \nJonas");
        QCOMPARE(mail.bodyForm, BodyForm::plain);
        QVERIFY(mail.defects.empty());
    }
    void takesThePlainTextOfTwoForms()
    {
        const auto mail
            = read("From: a@b.example\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: "
                   "text/plain\n\nplain words\n--x\nContent-Type: text/html\n\n<p>rich words</p>\n--x--\n");
        QCOMPARE(mail.bodyText, "plain words");
        QVERIFY(!mail.isHtmlOnly);
    }
    void takesThePageWhereThePlainTextIsAStub()
    {
        const auto mail = read("From: a@b.example\nContent-Type: multipart/alternative; boundary=x\n\n--x\n\nYour "
                               "program cannot show HTML.\n--x\nContent-Type: text/html\n\n<p>"
            + std::string(3000, 'w') + " real</p>\n--x--\n");
        QVERIFY(mail.isHtmlOnly);
        QVERIFY(mail.bodyText.find("real") != std::string::npos);
    }
    void readsHtmlOnly()
    {
        const auto mail = read(
            "From: a@b.example\nContent-Type: text/html; charset=iso-8859-1\n\n<html><body><p>Sch\xF6n</p><blockquote "
            "type=cite>old</blockquote></body></html>");
        QVERIFY(mail.isHtmlOnly);
        QCOMPARE(mail.bodyText, "Sch\xC3\xB6n\n\n> old");
        QVERIFY(read("From: a@b.example\n\n<!DOCTYPE html><p>x</p>").isHtmlOnly);
    }
    void wrongCharsets_data()
    {
        QTest::addColumn<QString>("charset");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("utf-8 that is latin-1") << "utf-8"
                                               << QByteArray("Gr\xFC\xDF"
                                                             "e aus M\xFCnchen")
                                               << QString::fromUtf8("Gr\u00FC\u00DF\u0065 aus M\u00FCnchen");
        QTest::newRow("latin-1 that is utf-8") << "iso-8859-1"
                                               << QByteArray("Gr\xC3\xBC\xC3\x9F"
                                                             "e")
                                               << QString::fromUtf8("Gr\u00FC\u00DF\u0065");
        QTest::newRow("none, utf-8") << ""
                                     << QByteArray("Gr\xC3\xBC\xC3\x9F"
                                                   "e")
                                     << QString::fromUtf8("Gr\u00FC\u00DF\u0065");
        QTest::newRow("none, latin-1") << ""
                                       << QByteArray("Gr\xFC\xDF"
                                                     "e")
                                       << QString::fromUtf8("Gr\u00FC\u00DF\u0065");
        QTest::newRow("ascii that is not") << "us-ascii" << QByteArray("\x80 5") << QString::fromUtf8("\u20AC 5");
        QTest::newRow("unknown-8bit") << "unknown-8bit"
                                      << QByteArray("Gr\xFC\xDF"
                                                    "e")
                                      << QString::fromUtf8("Gr\u00FC\u00DF\u0065");
        QTest::newRow("nonsense") << "x-no-such-thing"
                                  << QByteArray("Gr\xFC\xDF"
                                                "e")
                                  << QString::fromUtf8("Gr\u00FC\u00DF\u0065");
        QTest::newRow("iso-2022-jp") << "iso-2022-jp" << QByteArray("\x1b$B$3$s\x1b(B")
                                     << QString::fromUtf8("\u3053\u3093");
        QTest::newRow("iso-2022-jp unsaid")
            << "" << QByteArray("\x1b$B$3$s\x1b(B") << QString::fromUtf8("\u3053\u3093");
        QTest::newRow("gb2312") << "gb2312" << QByteArray("\xC4\xE3\xBA\xC3") << QString::fromUtf8("\u4F60\u597D");
        QTest::newRow("gb18030") << "gb18030" << QByteArray("\xC4\xE3\xBA\xC3") << QString::fromUtf8("\u4F60\u597D");
        QTest::newRow("koi8-r") << "koi8-r" << QByteArray("\xF0\xD2\xC9\xD7\xC5\xD4")
                                << QString::fromUtf8("\u041F\u0440\u0438\u0432\u0435\u0442");
        QTest::newRow("windows-1251") << "windows-1251" << QByteArray("\xCF\xF0\xE8\xE2\xE5\xF2")
                                      << QString::fromUtf8("\u041F\u0440\u0438\u0432\u0435\u0442");
        QTest::newRow("latin-9") << "iso-8859-15" << QByteArray("\xA4 5") << QString::fromUtf8("\u20AC 5");
        QTest::newRow("quoted and odd") << "\"UTF8\"" << QByteArray("\xE2\x82\xAC") << QString::fromUtf8("\u20AC");
        QTest::newRow("cut in a character") << "utf-8"
                                            << QByteArray("Gr\xC3\xBC\xC3\x9F"
                                                          "e M\xC3\xBCller \xC3\xB6 \xC3")
                                            << QString::fromUtf8("Gr\u00FC\u00DF\u0065 M\u00FCller \u00F6 \uFFFD");
    }
    void wrongCharsets()
    {
        QFETCH(QString, charset);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        const auto type
            = charset.isEmpty() ? std::string() : "Content-Type: text/plain; charset=" + charset.toStdString() + "\n";
        QCOMPARE(
            QString::fromStdString(read("From: a@b.example\n" + type + "\n" + bytes.toStdString()).bodyText), text);
    }
    void rawHeadersOfEightBits()
    {
        const auto mail = read("From: J\xF6rg <j@n.example>\nSubject: Gr\xC3\xBC\xC3\x9F"
                               "e\nX-Note: a\0b\x01\n\nx");
        QCOMPARE(mail.from.name, "J\xC3\xB6rg");
        QCOMPARE(mail.subject,
            "Gr\xC3\xBC\xC3\x9F"
            "e");
    }
    void brokenEncodedWordsDoNotBreakTheSubject()
    {
        for (const auto* subject : {"=?utf-8?q?abc",
                 "=?utf-8?x?abc?=", "=?no-such?q?a=FC?=", "=?utf-8?b?####?=", "=?utf-8?q?a b?=", "=?=?=?="}) {
            const auto mail = read("From: a@b.example\nSubject: " + std::string(subject) + "\n\nx");
            QVERIFY2(!mail.subject.empty() && isValidUtf8(mail.subject), subject);
        }
        QCOMPARE(read("Subject: =?utf-8?B?R3I=?=\n =?utf-8?B?w7w=?=\n\nx").subject, "Gr\xC3\xBC");
        QCOMPARE(read("Subject: =?utf-8?B?R3LD?=\n =?UTF-8?Q?=BC=C3=9Fe?= an alle\n\nx").subject,
            "Gr\xC3\xBC\xC3\x9F"
            "e an alle");
        QCOMPARE(read("Subject: Re:=?iso-8859-1*de?q?Gr=FC=DFe?=!\n\nx").subject,
            "Re:Gr\xC3\xBC\xC3\x9F"
            "e!");
    }
    void whereTheDateComesFrom()
    {
        const MailLimits fallback {.fallbackDate = fromMillis(1000000000000)};
        const auto at
            = [](const ParsedMail& mail) { return mail.date ? formatTimestamp(*mail.date) : std::string("none"); };
        auto mail = read("From: a@b.example\nReceived: by x; Tue, 10 Feb 2026 09:00:05 +0000\nReceived: by y; Tue, 10 "
                         "Feb 2026 09:00:01 +0000\nDate: soon\n\nx",
            fallback);
        QCOMPARE(at(mail), "2026-02-10T09:00:01.000Z");
        QVERIFY(mail.dateGuessed);
        QVERIFY(hasDefect(mail, "date that cannot be read"));
        mail = read("From x Tue Feb 10 08:00:00 2026\nFrom: a@b.example\n\nx", fallback);
        QCOMPARE(at(mail), "2026-02-10T08:00:00.000Z");
        mail = read("From: a@b.example\n\nx", fallback);
        QCOMPARE(at(mail), "2001-09-09T01:46:40.000Z");
        QVERIFY(mail.dateGuessed);
        QCOMPARE(at(read("From: a@b.example\n\nx")), "none");
        QCOMPARE(at(read("From: a@b.example\nDate: Thu, 1 Jan 1970 00:00:00 +0000\n\nx", fallback)),
            "2001-09-09T01:46:40.000Z");
    }
    void aMissingSenderIsTakenFromElsewhere()
    {
        QCOMPARE(read("Sender: s@b.example\nSubject: x\n\nx").from.address, "s@b.example");
        QCOMPARE(read("Return-Path: <r@b.example>\nFrom: Jonas\n\nx").from, (MailAddress {"Jonas", "r@b.example"}));
        QVERIFY(hasDefect(read("Subject: x\n\nx"), "no sender"));
    }
    void brokenHeaderBlocks()
    {
        auto mail = read("From: a@b.example\nthis is no header\nSubject: x\n\nbody");
        QCOMPARE(mail.subject, "x");
        QVERIFY(hasDefect(mail, "among its headers"));
        mail = read("From: a@b.example\nSubject: x\nHello there, no blank line\nmore");
        QCOMPARE(mail.bodyText, "Hello there, no blank line\nmore");
        QCOMPARE(read("\n\n\nFrom: a@b.example\n\nbody").bodyText, "body");
        QCOMPARE(read("From: a@b.example\rSubject: x\r\rbody\rmore\r").bodyText, "body\nmore");
        QCOMPARE(read("From: a@b.example\r\r\nSubject: x\r\r\n\r\r\nbody\r\r\nmore").bodyText, "body\nmore");
        QCOMPARE(read("\xEF\xBB\xBF"
                      "From : a@b.example\nSubject : x\n\nbody")
                     .subject,
            "x");
        QCOMPARE(read("From: a@b.example").from.address, "a@b.example");
    }
    void whatIsNoMailIsAnError()
    {
        for (const auto* text : {"", "\n\n", "hello", "Note: this\n\nis no mail", "<html></html>"})
            QCOMPARE(readMail(text).error().code, "not_a_mail");
    }
    void attachments()
    {
        const auto mail
            = read("From: a@b.example\nContent-Type: multipart/mixed; boundary=\"x y\"\n\npreamble\n--x y\n\nbody\n--x "
                   "y\nContent-Type: application/pdf; name*0*=utf-8''B%C3%BC; name*1=cher.pdf\n"
                   "Content-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n"
                + base64("hello")
                + "\n--x y  \nContent-Type: image/png\n\npng\n--x y\n"
                  "Content-Type: text/plain\nContent-Disposition: attachment; "
                  "filename=\"../../etc/pass=?utf-8?q?w=C3=B6?=rd\"\n\nnot the body\n--x y--\nepilogue");
        QCOMPARE(mail.bodyText, "body");
        QCOMPARE(mail.attachments.size(), 3U);
        QCOMPARE(mail.attachments[0].name,
            "B\xC3\xBC"
            "cher.pdf");
        QCOMPARE(mail.attachments[0].size, 5);
        QCOMPARE(mail.attachments[0].sha256, hexText(sha256("hello")));
        QCOMPARE(mail.attachments[1].name, "part-2.png");
        QVERIFY(mail.attachments[2].name.find('/') == std::string::npos);
    }
    void picturesOfAPageAreInline()
    {
        const auto mail = read("From: a@b.example\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: "
                               "text/html\n\n<p>hi<img src=cid:1></p>\n--x\nContent-Type: image/png; "
                               "name=logo.png\nContent-ID: <1>\n\npng\n--x--\n");
        QCOMPARE(mail.bodyText, "hi");
        QVERIFY(mail.attachments.at(0).isInline);
    }
    void anAttachedMessageIsAFileAndItsFilesToo()
    {
        const auto mail = read("From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nsee "
                               "below\n--x\nContent-Type: message/rfc822\n\nFrom: c@d.example\nSubject: Inner: one\n"
                               "Content-Type: multipart/mixed; boundary=y\n\n--y\n\ninner words\n--y\nContent-Type: "
                               "application/pdf; name=a.pdf\n\npdf\n--y--\n--x--\n");
        QCOMPARE(mail.bodyText, "see below");
        QCOMPARE(mail.attachments.size(), 2U);
        QCOMPARE(mail.attachments[0].name, "Inner: one.eml");
        QCOMPARE(mail.attachments[1].name, "a.pdf");
    }
    void winmailGivesItsBodyAndFiles()
    {
        const auto part = "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
            + base64(winmail()) + "\n";
        auto mail = read("From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n" + part + "--x--\n");
        QCOMPARE(mail.bodyText,
            "Gr\xC3\xBC\xC3\x9F"
            "e aus Outlook");
        QCOMPARE(mail.attachments.size(), 1U);
        QCOMPARE(mail.attachments[0].name, "offer.pdf");
        QCOMPARE(mail.attachments[0].size, 7);
        mail = read(
            "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nplain\n--x\n" + part + "--x--\n");
        QCOMPARE(mail.bodyText, "plain");
        const auto whole = winmail();
        for (std::size_t length = 0; length < whole.size(); ++length) {
            mail = read("From: a@b.example\nContent-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\n"
                + base64(whole.substr(0, length)));
            QVERIFY(isValidUtf8(mail.bodyText));
        }
    }
    void bouncesTellWhoAndHowBadly()
    {
        const auto mail
            = read("From: MAILER-DAEMON@b.example\nContent-Type: multipart/report; report-type=delivery-status; "
                   "boundary=x\n\n--x\n\nIt failed.\n--x\nContent-Type: message/delivery-status\n\n"
                   "Reporting-MTA: dns; b.example\n\nFinal-Recipient: rfc822; ok@n.example\nAction: delivered\nStatus: "
                   "2.0.0\n\nFinal-Recipient: rfc822; Gone@N.example\nAction: failed\nStatus: 5.1.1 (no such user)\n"
                   "--x\nContent-Type: message/rfc822\n\nFrom: a@b.example\n\nhi\n--x--\n");
        QVERIFY(mail.bounce.has_value());
        QCOMPARE(mail.bounce->finalRecipient, "gone@n.example");
        QCOMPARE(mail.bounce->status, "5.1.1");
        QVERIFY(mail.bounce->permanent);
        QVERIFY(mail.attachments.empty());
        const auto delayed = read("From: MAILER-DAEMON@b.example\nContent-Type: multipart/report; "
                                  "boundary=x\n\n--x\nContent-Type: message/delivery-status\n\n\nFinal-Recipient: "
                                  "rfc822;a@n.example\nAction: delayed\nStatus: 4.4.1\n--x--\n");
        QVERIFY(delayed.bounce && !delayed.bounce->permanent);
        const auto prose = read("From: postmaster@b.example\n\nYour mail could not be delivered.\n<gone@n.example>: "
                                "550 5.1.1 no such user\n");
        QVERIFY(prose.bounce && prose.bounce->permanent);
        QCOMPARE(prose.bounce->finalRecipient, "gone@n.example");
        QVERIFY(!read("From: a@b.example\n\nwrite to x@y.example, error 550 5.1.1").bounce);
    }
    void calendars()
    {
        const auto mail = read(
            "From: a@b.example\nContent-Type: multipart/alternative; boundary=x\n\n--x\n\nAccepted\n--x\nContent-Type: "
            "text/calendar; method=reply\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\n"
            "BEGIN:VEVENT\nUID:42@x\nSUMMARY:Deep\n  "
            "dive\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example\nEND:VEVENT\nEND:VCALENDAR\n--x--\n");
        QVERIFY(mail.calendar.has_value());
        QCOMPARE(mail.calendar->method, "REPLY");
        QCOMPARE(mail.calendar->uid, "42@x");
        QCOMPARE(mail.calendar->summary, "Deep dive");
        QCOMPARE(mail.calendar->partStatus, "ACCEPTED");
        QCOMPARE(mail.bodyText, "Accepted");
    }
    void headersThatRulesNeed()
    {
        const auto mail = read("From: a@b.example\nAuto-Submitted: auto-replied\nList-Id: =?utf-8?q?B=C3=BCcher?= "
                               "<b.example>\nReturn-Path: <>\nReceived: one\nReceived: two\n\nx");
        QCOMPARE(mail.header("auto-submitted"), "auto-replied");
        QCOMPARE(mail.header("list-id"),
            "B\xC3\xBC"
            "cher <b.example>");
        QCOMPARE(mail.header("return-path"), "<>");
        QCOMPARE(mail.header("received"), "one");
        QCOMPARE(mail.header("absent"), "");
    }
    void brokenMultiparts()
    {
        QCOMPARE(
            read("From: a@b.example\nContent-Type: multipart/mixed\n\n--x\nContent-Type: text/plain\n\nbody\n--x--\n")
                .bodyText,
            "body");
        QCOMPARE(read("From: a@b.example\nContent-Type: multipart/mixed; boundary=wrong\n\n--x\nContent-Type: "
                      "text/plain\n\nbody\n--x--\n")
                     .bodyText,
            "body");
        const auto cut = read("From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nbody that is cu");
        QCOMPARE(cut.bodyText, "body that is cu");
        QVERIFY(hasDefect(cut, "before its last part"));
        QCOMPARE(
            read("From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\njust text").bodyText, "just text");
        QCOMPARE(read("From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: "
                      "multipart/alternative; boundary=x\n\n--x\n\nsame boundary\n--x--\n--x--\n")
                     .bodyText,
            "same boundary");
        QCOMPARE(read("From: a@b.example\nContent-Type: ;;;\n\nbody").bodyText, "body");
    }
    void softLineBreaksAreJoined()
    {
        const auto mail = read("From: a@b.example\nContent-Type: text/plain; format=flowed\n\nThis is one "
                               "\nparagraph.\n\n> quoted \n> words\n-- \nJonas\n");
        QCOMPARE(mail.bodyText, "This is one paragraph.\n\n> quoted words\n-- \nJonas");
    }
    void boundsHold()
    {
        const auto long_
            = read("From: a@b.example\nSubject: " + std::string(100000, 's') + "\n\n" + std::string(100000, 'b'),
                {.bodyBytes = 1000, .subjectBytes = 50});
        QCOMPARE(long_.bodyText.size(), 1000U);
        QVERIFY(long_.bodyTruncated);
        QCOMPARE(long_.subject.size(), 50U);
        std::string many = "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n";
        for (int i = 0; i < 10000; ++i)
            many += "--x\nContent-Type: application/pdf\n\nx\n";
        const auto parts = read(many);
        QCOMPARE(parts.attachments.size(), 200U);
        QVERIFY(parts.partCount <= 2000);
        QVERIFY(hasDefect(parts, "more than"));
    }
};

QTEST_APPLESS_MAIN(MailReaderTest)
#include "mail_reader_test.moc"
