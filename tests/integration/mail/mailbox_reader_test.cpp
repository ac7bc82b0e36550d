// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/mailbox_reader.hpp"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

using namespace agentarmy;
using namespace agentarmy::mail;
namespace fs = std::filesystem;

class MailboxReaderTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    fs::path file(const std::string& name, const std::string& content)
    {
        const auto path = fs::path(m_dir.path().toStdString()) / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }
    struct Read {
        std::string raw, skipReason;
        std::uint64_t position, next;
        std::optional<Timestamp> lineDate;
        MailFlags flags;
    };
    static std::vector<Read> readAll(
        const fs::path& path, MailboxKind kind, std::uint64_t resumeAt = 0, MailboxLimits limits = {})
    {
        std::vector<Read> all;
        auto reader = MailboxReader::open(path, kind, resumeAt, limits);
        if (!reader)
            return all;
        while (true) {
            auto mail = reader->next();
            if (!mail || !*mail)
                return all;
            all.push_back({std::string((*mail)->raw), (*mail)->skipReason, (*mail)->position, (*mail)->nextPosition,
                (*mail)->lineDate, (*mail)->flags});
        }
    }
    static constexpr const char* line = "From a@b.example Tue Feb 10 08:00:00 2026\n";

private Q_SLOTS:
    void splitsAndUnquotes()
    {
        const auto path = file("a.mbox",
            std::string(line) + "Subject: 1\n\n>From here\n>>From there\n> From x\nend\n\n" + line
                + "Subject: 2\n\nlast\n");
        const auto mails = readAll(path, MailboxKind::mbox);
        QCOMPARE(mails.size(), 2U);
        QCOMPARE(mails[0].raw, "Subject: 1\n\nFrom here\n>From there\n> From x\nend\n");
        QCOMPARE(mails[1].raw, "Subject: 2\n\nlast\n");
        QCOMPARE(formatTimestamp(*mails[0].lineDate), "2026-02-10T08:00:00.000Z");
        QCOMPARE(mails[0].position, 0U);
        QCOMPARE(mails[1].position, mails[0].next);
        QCOMPARE(mails[1].next, fs::file_size(path));
    }
    void separatorsAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("separates");
        const auto row
            = [](const char* text, bool separates) { QTest::newRow(text) << QString::fromLatin1(text) << separates; };
        row("From a@b.example Tue Feb 10 08:00:00 2026", true);
        row("From - Tue Feb 10 08:00:00 2026", true);
        row("From MAILER-DAEMON Tue Feb 10 08:00:00 2026", true);
        row("From 1789@xxx Tue Feb 10 08:00:00 +0000 2026", true);
        row("From ???@??? Tue Feb 10 08:00:00 2026", true);
        row("From a@b.example Tue Feb 10 08:00 EST 2026", true);
        row("From John Doe Tue Feb 10 08:00:00 2026", true);
        row("From a@b.example  Tue, 10 Feb 2026 08:00:00 +0100", true);
        row("From the start we knew", false);
        row("From Tuesday on: 10 offers", false);
        row("From", false);
        row("From: a@b.example", false);
    }
    void separatorsAsTheyAreWritten()
    {
        QFETCH(QString, text);
        QFETCH(bool, separates);
        QCOMPARE(isMailboxLine(text.toStdString()), separates);
    }
    void proseThatLooksLikeASeparatorDoesNotSplit()
    {
        const auto path = file("b.mbox",
            std::string(line)
                + "Subject: 1\n\nhe wrote\nFrom joe Tue Feb 10 08:00:00 2026\nand more\n\nFrom now on it works\n");
        QCOMPARE(readAll(path, MailboxKind::mbox).size(), 1U);
    }
    void aMissingBlankLineStillSplitsBeforeHeaders()
    {
        const auto path
            = file("c.mbox", std::string(line) + "Subject: 1\n\nno blank line\n" + line + "Subject: 2\n\nx\n");
        QCOMPARE(readAll(path, MailboxKind::mbox).size(), 2U);
    }
    void contentLengthIsBelievedOnlyWhereItIsTrue()
    {
        const std::string body = "a\n\nFrom b@c.example Tue Feb 10 08:00:00 2026\nSubject: inside\n\nz\n";
        const auto good = file("d.mbox",
            std::string(line) + "Subject: 1\nContent-Length: " + std::to_string(body.size()) + "\n\n" + body + "\n"
                + line + "Subject: 2\n\nx\n");
        const auto mails = readAll(good, MailboxKind::mbox);
        QCOMPARE(mails.size(), 2U);
        QVERIFY(mails[0].raw.find("Subject: inside") != std::string::npos);
        const auto bad = file("e.mbox",
            std::string(line) + "Subject: 1\nContent-Length: 7\n\nlonger than that\n\n" + line
                + "Subject: 2\nContent-Length: 999999\n\nx\n");
        const auto others = readAll(bad, MailboxKind::mbox);
        QCOMPARE(others.size(), 2U);
        QVERIFY(others[0].raw.find("longer than that") != std::string::npos);
    }
    void resumesWhereItStoppedAndFromWithinAMessage()
    {
        std::string text;
        for (int i = 0; i < 50; ++i)
            text += std::string(line) + "Subject: " + std::to_string(i) + "\n\nbody " + std::to_string(i) + "\n\n";
        const auto path = file("f.mbox", text);
        const auto all = readAll(path, MailboxKind::mbox);
        QCOMPARE(all.size(), 50U);
        const auto rest = readAll(path, MailboxKind::mbox, all[19].next);
        QCOMPARE(rest.size(), 30U);
        QCOMPARE(rest[0].raw, all[20].raw);
        QCOMPARE(readAll(path, MailboxKind::mbox, all[20].position + 5)[0].raw, all[21].raw);
        QVERIFY(readAll(path, MailboxKind::mbox, text.size()).empty());
    }
    void aMessageBeyondTheLimitIsPassedOverWithAReason()
    {
        const auto path = file("g.mbox",
            std::string(line) + "Subject: 1\n\n" + std::string(3 << 20, 'x') + "\n\n" + line + "Subject: 2\n\nx\n");
        const auto mails = readAll(path, MailboxKind::mbox, 0, {.messageBytes = 1 << 20});
        QCOMPARE(mails.size(), 2U);
        QCOMPARE(mails[0].skipReason, "larger than 1 MiB");
        QVERIFY(mails[0].raw.empty());
        QCOMPARE(mails[1].raw, "Subject: 2\n\nx\n");
    }
    void windowsLineEndsAndByteOrderMark()
    {
        const auto path = file("h.mbox",
            "\xEF\xBB\xBF"
            "From a@b.example Tue Feb 10 08:00:00 2026\r\nSubject: 1\r\n\r\nx\r\n\r\nFrom a@b.example Tue Feb 10 "
            "08:00:00 2026\r\nSubject: 2\r\n\r\ny\r\n");
        const auto mails = readAll(path, MailboxKind::mbox);
        QCOMPARE(mails.size(), 2U);
        QCOMPARE(mails[0].raw, "Subject: 1\r\n\r\nx\r\n");
    }
    void readsAMaildirInTheOrderOfItsNames()
    {
        file("maildir/cur/1700000002.a:2,RS", "Subject: 2\n\nx");
        file("maildir/new/1700000001.b", "Subject: 1\n\nx");
        file("maildir/tmp/1700000003.c", "Subject: 3\n\nx");
        const auto path = fs::path(m_dir.path().toStdString()) / "maildir";
        const auto mails = readAll(path, MailboxKind::maildir);
        QCOMPARE(mails.size(), 2U);
        QCOMPARE(mails[0].raw, "Subject: 1\n\nx");
        QVERIFY(mails[1].flags.seen && mails[1].flags.answered && !mails[1].flags.draft);
        QCOMPARE(readAll(path, MailboxKind::maildir, mails[0].next).size(), 1U);
    }
    void readsASingleFile()
    {
        const auto mails = readAll(file("x.eml", "Subject: 1\n\nx"), MailboxKind::single);
        QCOMPARE(mails.size(), 1U);
        QCOMPARE(mails[0].raw, "Subject: 1\n\nx");
    }
    void whatIsNoMailboxIsAnError()
    {
        const auto open = [](const fs::path& path, MailboxKind kind) {
            auto reader = MailboxReader::open(path, kind);
            return reader ? std::string() : reader.error().code;
        };
        QCOMPARE(open("/does/not/exist", MailboxKind::mbox), "not_found");
        QCOMPARE(open(file("y.txt", "hello\n"), MailboxKind::mbox), "not_a_mailbox");
        QCOMPARE(open(m_dir.path().toStdString(), MailboxKind::maildir), "not_a_mailbox");
        QCOMPARE(open(file("empty", ""), MailboxKind::mbox), "");
    }
};

QTEST_APPLESS_MAIN(MailboxReaderTest)
#include "mailbox_reader_test.moc"
