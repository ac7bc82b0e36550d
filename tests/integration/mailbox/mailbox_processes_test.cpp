// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/clock.hpp"
#include "core/base/json.hpp"
#include "tests/support/dovecot.hpp"
#include "tests/support/smtp_sink.hpp"

#include <QDateTime>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fstream>
#include <map>

namespace agentarmy::tests {
namespace {
int number(const char* name, int usual)
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue(name, &given);
    return given ? value : usual;
}
}

/// A day's mail while the program and the mail server are killed at random (kill -9, real processes): each mail is read
/// once, and no message leaves twice. AGENTARMY_KILLS and AGENTARMY_MAILS make it longer (scripts/soak).
class MailboxProcessesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_server.start(), m_server.log().c_str());
        QVERIFY(m_folder.isValid());
    }

    void eachMailIsReadOnceThroughKills()
    {
        const int minutes = number("AGENTARMY_SOAK_MINUTES", 0);
        const int mails = number("AGENTARMY_MAILS", minutes > 0 ? 500 * minutes : 300);
        const int kills = number("AGENTARMY_KILLS", minutes > 0 ? 15 * minutes : 5);
        SeededRandom random(std::uint64_t(number("AGENTARMY_SEED", 4)));
        SmtpSink sink(
            [&](int connection) { return connection % 5 == 2 ? SmtpSink::Fault::takeAndCut : SmtpSink::Fault::none; },
            [&](const SmtpSink::Mail& mail) { m_server.deliver("day", "Sent", mail.raw); });
        QCOMPARE(run({"mailbox", "add", "day@meridianflow.example", "--imap",
                         "localhost:" + QString::number(m_server.tlsPort()), "--smtp",
                         "127.0.0.1:" + QString::number(sink.port()), "--smtp-security", "none", "--user", "day",
                         "--ca-file", QString::fromStdString(testCertificates().authority), "--json"},
                     "secret\n")
                     .code,
            0);
        int delivered = 0;
        for (int kill = 0; kill <= kills; ++kill) {
            QProcess watching;
            start(watching, {"mailbox", "read", "--watch"});
            QVERIFY(watching.waitForStarted(10'000));
            const int until = kill == kills ? mails : mails * (kill + 1) / (kills + 1);
            while (delivered < until) {
                deliver(delivered++);
                if (delivered % 40 == 0)
                    QTest::qWait(50);
            }
            if (kill < kills) {
                approveOne();
                QTest::qWait(200 + int(random.next() % 1500));
                if (random.next() % 3 == 0) {
                    m_server.kill();
                    QTest::qWait(int(random.next() % 500));
                    QVERIFY2(m_server.start(), m_server.log().c_str());
                }
                ::kill(pid_t(watching.processId()), SIGKILL);
                watching.waitForFinished(10'000);
                continue;
            }
            // In the end everything comes to rest.
            QElapsedTimer waited;
            waited.start();
            while (waited.elapsed() < 240'000 && storedMessages() < mails)
                QTest::qWait(500);
            approveOne();
            while (waited.elapsed() < 240'000 && (waiting("approved") + waiting("executing") > 0))
                QTest::qWait(1000);
            QCOMPARE(waiting("approved") + waiting("executing"), 0);
            watching.terminate();
            QVERIFY(watching.waitForFinished(30'000));
        }
        QCOMPARE(run({"mailbox", "read"}).code, 0);
        const auto inbound = exported("inbound");
        QCOMPARE(int(inbound.size()), mails);
        for (const auto& [id, times] : inbound)
            QVERIFY2(times == 1, id.c_str());
        QVERIFY(!sink.mails().empty());
        std::map<std::string, int> sent;
        for (const auto& mail : sink.mails()) {
            const auto begin = mail.raw.find("Message-I");
            ++sent[mail.raw.substr(begin, mail.raw.find('>', begin) - begin)];
        }
        for (const auto& [id, times] : sent)
            QVERIFY2(times == 1, id.c_str());
        const auto doctor = run({"doctor", "--json"});
        QVERIFY2(doctor.code == 0, doctor.output.constData());
    }

private:
    struct Answer {
        int code = -1;
        QByteArray output;
    };
    void start(QProcess& process, const QStringList& arguments)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("AGENTARMY_PASSPHRASE", "correct horse");
        environment.insert("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain: the sealed file
        process.setProcessEnvironment(environment);
        process.setStandardOutputFile(m_folder.filePath("watch.log"), QIODevice::Append);
        process.start(AGENTARMY_CTL, QStringList {"--data", m_folder.filePath("workspace")} + arguments);
    }
    Answer run(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("AGENTARMY_PASSPHRASE", "correct horse");
        environment.insert("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        process.setProcessEnvironment(environment);
        process.start(AGENTARMY_CTL, QStringList {"--data", m_folder.filePath("workspace")} + arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(240'000);
        const auto output = process.readAllStandardOutput();
        if (process.exitCode() != 0)
            qInfo("%s: %s%s", qPrintable(arguments.join(' ')), output.constData(),
                process.readAllStandardError().constData());
        return {process.exitCode(), output};
    }
    void deliver(int at)
    {
        const auto who = std::to_string(at % 40);
        const auto company = "company" + std::to_string(at % 12) + ".example";
        m_server.deliver("day", "INBOX",
            "From: Person " + who + " <p" + who + '@' + company
                + ">\r\nTo: day@meridianflow.example\r\nSubject: Question " + std::to_string(at) + "\r\nDate: " + now()
                + "\r\nMessage-ID: <day" + std::to_string(at) + '@' + company
                + ">\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello,\r\nwe need a planning tool. How long "
                  "does it "
                  "take to set up?\r\n");
    }
    static std::string now()
    {
        return QDateTime::currentDateTimeUtc().toString("ddd, dd MMM yyyy hh:mm:ss").toStdString() + " +0000";
    }
    /// All that are stored, ours too.
    int storedMessages()
    {
        const auto json = parseJson(run({"doctor", "--json"}).output.toStdString());
        return json && json->contains("documents") ? (*json)["documents"].value("message", 0) : -1;
    }
    /// How often each mail of a direction is stored, by its Message-ID.
    std::map<std::string, int> exported(const std::string& direction)
    {
        std::map<std::string, int> times;
        const auto folder = m_folder.filePath("export");
        if (run({"export", folder}).code != 0)
            return times;
        std::ifstream lines((folder + "/message.jsonl").toStdString());
        for (std::string line; std::getline(lines, line);)
            if (const auto json = parseJson(line); json && json->value("direction", std::string()) == direction)
                ++times[(*json)["externalIds"].value("messageId", std::string())];
        return times;
    }
    int waiting(const std::string& status)
    {
        const auto json = parseJson(run({"approvals", "list", "--json"}).output.toStdString());
        int count = 0;
        if (json && json->contains("approvals"))
            for (const auto& item : (*json)["approvals"])
                count += item["action"].value("status", std::string("pending")) == status ? 1 : 0;
        return count;
    }
    /// A person says yes to the first draft that waits.
    void approveOne()
    {
        const auto answer = run({"approvals", "list", "--json"});
        const auto json = parseJson(answer.output.toStdString());
        if (!json || !json->contains("approvals"))
            return;
        for (const auto& item : (*json)["approvals"])
            if (item["action"].value("status", std::string("pending")) == "pending") {
                run({"approvals", "approve", QString::fromStdString(item["action"].value("id", std::string()))});
                return;
            }
    }

    Dovecot m_server;
    QTemporaryDir m_folder;
};
}

QTEST_GUILESS_MAIN(agentarmy::tests::MailboxProcessesTest)
#include "mailbox_processes_test.moc"
