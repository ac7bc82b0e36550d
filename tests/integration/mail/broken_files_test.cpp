// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/mail_reader.hpp"
#include "core/adapters/mail/mailbox_reader.hpp"
#include "core/base/text.hpp"
#include "core/engine/import/readers/chat_reader.hpp"
#include "core/engine/import/readers/csv_reader.hpp"
#include "core/engine/import/readers/file_kind.hpp"

#include <QtTest>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/resource.h>

using namespace agentarmy;
namespace fs = std::filesystem;

namespace {
std::string contentOf(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

const fs::path broken = fs::path(AGENTARMY_SOURCE_DIR) / "tests/data/broken";

mail::ParsedMail readBroken(const std::string& name)
{
    const auto mail = mail::readMail(contentOf(broken / "mail" / (name + ".eml")));
    return mail ? *mail : mail::ParsedMail {};
}

std::string repeated(std::string_view piece, std::size_t count)
{
    std::string out;
    out.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i)
        out += piece;
    return out;
}
}

static qint64 workMs(std::clock_t begin) { return (std::clock() - begin) * 1000 / CLOCKS_PER_SEC; }

class BrokenFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFileIsReadOrRefused()
    {
        int files = 0;
        for (const auto& entry : fs::recursive_directory_iterator(broken)) {
            if (!entry.is_regular_file() || entry.path().extension() == ".py")
                continue;
            ++files;
            const auto content = contentOf(entry.path());
            const auto kind = readers::kindOfPath(entry.path());
            QVERIFY(kind.has_value());
            const auto mail = mail::readMail(content);
            QVERIFY(!mail || isValidUtf8(mail->bodyText));
            (void)readers::readChat(content);
            std::istringstream in(content);
            if (auto table = readers::CsvReader::open(in))
                while (table->next()) { }
            for (const auto form : {mail::MailboxKind::mbox, mail::MailboxKind::single})
                if (auto mailbox = mail::MailboxReader::open(entry.path(), form))
                    while (true) {
                        const auto next = mailbox->next();
                        if (!next || !*next)
                            break;
                    }
        }
        QVERIFY(files > 50);
    }
    void whatCanBeReadOfAMailIsRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const char* text) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromUtf8(text);
        };
        row("truncated-part", "words that en");
        row("truncated-base64", "Hello there, this is");
        row("no-blank-line", "Hello Lena,\nthere is no blank line.");
        row("junk-among-headers", "body");
        row("utf8-that-is-latin1", "Sch\u00F6ne Gr\u00FC\u00DF\u0065");
        row("latin1-that-is-utf8", "Sch\u00F6ne Gr\u00FC\u00DF\u0065");
        row("unknown-8bit", "Sch\u00F6n");
        row("iso-2022-jp", "\u3053\u3093");
        row("gb18030", "\u4F60\u597D\uFF0C\u4E16\u754C");
        row("bare-cr", "body\nmore");
        row("cr-cr-lf", "body");
        row("nul-bytes", "bodywithnul");
        row("missing-boundary", "found anyway");
        row("wrong-boundary", "found anyway");
        row("same-boundary-inside", "inner words");
        row("html-only", "Hello\n\n> old\n>\n>> older");
        row("winmail", "Text in the winmail.dat");
        row("flowed", "onetwo\n> quotedmore\n-- \nJonas");
        row("uuencoded", "hello");
    }
    void whatCanBeReadOfAMailIsRead()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(readBroken(name.toStdString()).bodyText), text);
    }
    void hostileMailsAreBounded_data()
    {
        QTest::addColumn<QByteArray>("raw");
        const auto row
            = [](const char* tag, const std::string& raw) { QTest::newRow(tag) << QByteArray::fromStdString(raw); };
        std::string nested;
        for (int i = 0; i < 100000; ++i)
            nested += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i)
                + "\n";
        row("100,000 levels", "From: a@b.example\n" + nested + "\nbottom\n");
        row("one boundary on all levels",
            "From: a@b.example\n" + repeated("Content-Type: multipart/mixed; boundary=b\n\n--b\n", 100000));
        row("mails within mails", "From: a@b.example\n" + repeated("Content-Type: message/rfc822\n\n", 100000));
        row("100,000 parts",
            "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n" + repeated("--b\n\nx\n", 100000));
        row("empty boundary lines",
            "From: a@b.example\nContent-Type: multipart/mixed; boundary=-\n\n" + repeated("---\n", 1000000));
        row("endless header line", "From: a@b.example\nSubject: " + std::string(30 << 20, 's') + "\n\nx");
        row("endless folded header", "From: a@b.example\nSubject: x" + repeated("\n y", 5000000) + "\n\nx");
        row("500,000 headers", "From: a@b.example\n" + repeated("X-A: b\n", 500000) + "\nx");
        row("junk lines without end", "From: a@b.example\n" + repeated("no header here\nX-A: b\n", 500000) + "\nx");
        row("addresses without end", "From: a@b.example\nTo: " + repeated("a@b.example, ", 500000) + "\n\nx");
        row("groups in groups", "From: a@b.example\nTo: " + repeated("a:", 500000) + "\n\nx");
        row("brackets",
            "From: a@b.example\nTo: " + std::string(1000000, '(') + "\nCc: " + std::string(1000000, '<') + "\n\nx");
        row("parameters", "From: a@b.example\nContent-Type: text/plain" + repeated("; a*1*=%41", 100000) + "\n\nx");
        row("encoded words", "From: a@b.example\nSubject: " + repeated("=?utf-8?q?a?= ", 200000) + "\n\nx");
        row("references", "From: a@b.example\nReferences: " + repeated("<a@b> ", 200000) + "\n\nx");
        row("endless body line", "From: a@b.example\n\n" + std::string(30 << 20, 'b'));
        row("endless page", "From: a@b.example\nContent-Type: text/html\n\n" + repeated("<div><b>", 3000000));
        row("a large file",
            "From: a@b.example\nContent-Type: application/zip\nContent-Transfer-Encoding: base64\n\n"
                + repeated(std::string(76, 'A') + "\n", 600000));
        row("soft line ends",
            "From: a@b.example\nContent-Type: text/plain; format=flowed\n\n" + repeated("> a \n", 500000));
    }
    void hostileMailsAreBounded()
    {
        QFETCH(QByteArray, raw);
        rusage before {};
        getrusage(RUSAGE_SELF, &before);
        const auto begin = std::clock(); // work, not waiting for other programs
        const auto mail = mail::readMail(std::string_view(raw.constData(), std::size_t(raw.size())));
        const auto elapsed = workMs(begin);
        rusage after {};
        getrusage(RUSAGE_SELF, &after);
        QVERIFY(mail.has_value());
        QVERIFY2(elapsed < 5000, qPrintable(QStringLiteral("%1 ms").arg(elapsed)));
        const auto grown = (after.ru_maxrss - before.ru_maxrss) / 1024;
        QVERIFY2(grown < raw.size() / (1 << 20) + 120, qPrintable(QStringLiteral("%1 MiB more").arg(grown)));
        QVERIFY(mail->bodyText.size() <= (std::size_t(1) << 20));
    }
};

QTEST_APPLESS_MAIN(BrokenFilesTest)
#include "broken_files_test.moc"
