// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mailserver/net_mail_servers.hpp"
#include "core/engine/mailbox/mailbox_desk.hpp"
#include "tests/support/dovecot.hpp"
#include "tests/support/memory_secrets.hpp"
#include "tests/support/workspace_fixture.hpp"

#include <QTest>

#include <thread>

namespace agentarmy::tests {
namespace {
constexpr auto lena = "lena@meridianflow.example";

MailText mailFrom(const std::string& from, const std::string& subject, const std::string& body, const std::string& id,
    const std::string& date = "Thu, 17 Sep 2026 10:00:00 +0000")
{
    MailText mail;
    mail.from = from;
    mail.to = lena;
    mail.subject = subject;
    mail.body = body;
    mail.id = id;
    mail.date = date;
    return mail;
}
}

/// A mailbox on a real server, read into a real workspace.
class MailboxTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), m_server.log().c_str()); }

    void readsWhatIsThereAndWhatComes()
    {
        Setup setup(m_server, "lena1");
        m_server.deliver("lena1", "INBOX",
            mailFrom(
                "Omar Haddad <omar@acme.example>", "Planning", "We need a planning tool by October.\r\n\r\nOmar", "a1")
                .text());
        auto sent = mailFrom(
            lena, "Re: Planning", "Happy to help. What slows you down today?", "a2", "Thu, 17 Sep 2026 11:00:00 +0000");
        sent.to = "omar@acme.example";
        sent.references = "a1";
        m_server.deliver("lena1", "Sent", sent.text());
        const auto mailbox = setup.add(m_server);
        QCOMPARE(setup.readOnce(mailbox), QString());
        auto messages = setup.work.all<Message>();
        QCOMPARE(messages.size(), std::size_t(2));
        auto conversations = setup.work.all<Conversation>();
        QCOMPARE(conversations.size(), std::size_t(1));
        QCOMPARE(conversations.front().messageCount, 2);
        QCOMPARE(conversations.front().turn, Turn::theirs);
        QCOMPARE(setup.work.all<Contact>().size(), std::size_t(1));

        auto answer = mailFrom("Omar Haddad <omar@acme.example>", "Re: Planning",
            "Our budget is EUR 80k. How long does it take to set up?", "a3", "Fri, 18 Sep 2026 08:30:00 +0000");
        answer.references = "a2";
        m_server.deliver("lena1", "INBOX", answer.text());
        QCOMPARE(setup.readOnce(mailbox), QString());
        QCOMPARE(setup.work.all<Message>().size(), std::size_t(3));
        const auto states = setup.work.all<ConversationState>();
        QCOMPARE(states.size(), std::size_t(1));
        QVERIFY(states.front().qualification.signals.at(std::size_t(Dimension::budget)).identified);
        QVERIFY(!setup.work.all<AgentAction>({.states = {"pending"}}).empty()); // the draft waits

        QCOMPARE(setup.readOnce(mailbox), QString()); // nothing twice
        QCOMPARE(setup.work.all<Message>().size(), std::size_t(3));
    }

    void refusesAServerThatItCannotTrust()
    {
        Setup setup(m_server, "lena2");
        auto mailbox = setup.mailbox(m_server);
        mailbox.caFile.reset();
        auto check = setup.desk().check(setup.work.context(), mailbox, "secret");
        QVERIFY(check.has_value());
        QVERIFY(check->incoming.has_value());
        QCOMPARE(QString::fromStdString(check->incoming->code), QString("mail_tls"));
        mailbox = setup.mailbox(m_server);
        mailbox.incoming.host = "127.0.0.2"; // the certificate names another
        check = setup.desk().check(setup.work.context(), mailbox, "secret");
        QVERIFY(check.has_value() && check->incoming.has_value());
        mailbox = setup.mailbox(m_server);
        mailbox.incoming.security = MailSecurity::starttls;
        mailbox.incoming.port = m_server.plainPort();
        check = setup.desk().check(setup.work.context(), mailbox, "secret");
        QVERIFY(check.has_value());
        QVERIFY2(!check->incoming, check->incoming ? check->incoming->message.c_str() : "");
        check = setup.desk().check(setup.work.context(), mailbox, "wrong");
        QVERIFY(check.has_value() && check->incoming.has_value());
        QCOMPARE(QString::fromStdString(check->incoming->code), QString("mail_sign_in"));
        QVERIFY(check->incoming->message.find("wrong") == std::string::npos);
    }

    void startsAgainUnderNewNumbers()
    {
        Setup setup(m_server, "lena3");
        for (int i = 0; i < 5; ++i)
            m_server.deliver("lena3", "INBOX",
                mailFrom(
                    "Ines <ines@beta.example>", "Topic " + std::to_string(i), "We need this.", "b" + std::to_string(i))
                    .text());
        const auto mailbox = setup.add(m_server);
        QCOMPARE(setup.readOnce(mailbox), QString());
        QCOMPARE(setup.work.all<Message>().size(), std::size_t(5));
        // A restored mailbox: other numbers, one mail more.
        m_server.doveadm({"mailbox", "update", "--uid-validity", "4711", "-u", "lena3", "INBOX"});
        m_server.deliver("lena3", "INBOX", mailFrom("Ines <ines@beta.example>", "New", "And this.", "b9").text());
        QCOMPARE(setup.readOnce(mailbox), QString());
        QCOMPARE(setup.work.all<Message>().size(), std::size_t(6));
        const auto values = setup.work.store().values(setup.work.context(), numberKeys(mailbox.id, "INBOX", 4711));
        QVERIFY(values.has_value());
        QCOMPARE(values->size(), std::size_t(6));
    }

    void whatIsDeletedThereIsDeletedHere()
    {
        Setup setup(m_server, "lena4");
        for (int i = 0; i < 4; ++i)
            m_server.deliver("lena4", "INBOX",
                mailFrom("Ines <ines@beta.example>", "Offer", "We need this, part " + std::to_string(i) + '.',
                    "c" + std::to_string(i))
                    .text());
        const auto mailbox = setup.add(m_server);
        QCOMPARE(setup.readOnce(mailbox), QString());
        QCOMPARE(setup.work.all<Message>().size(), std::size_t(4));
        m_server.doveadm({"expunge", "-u", "lena4", "mailbox", "INBOX", "header", "message-id", "c1"});
        m_server.doveadm({"move", "-u", "lena4", "Trash", "mailbox", "INBOX", "header", "message-id", "c2"});
        m_server.doveadm({"move", "-u", "lena4", "Archive", "mailbox", "INBOX", "header", "message-id", "c3"});
        QCOMPARE(setup.readOnce(mailbox), QString());
        const auto left = setup.work.all<Message>();
        std::set<std::string> ids;
        for (const auto& message : left)
            ids.insert(message.externalIds.at("messageId"));
        QCOMPARE(ids, (std::set<std::string> {"<c0>", "<c3>"})); // filed in the archive is not deleted
        int counted = 0;
        for (const auto& conversation : setup.work.all<Conversation>())
            counted += conversation.messageCount;
        QCOMPARE(counted, 2);
    }

    void disconnectTakesWhatItPromised()
    {
        Setup setup(m_server, "lena5");
        m_server.deliver("lena5", "INBOX",
            mailFrom("Ines <ines@beta.example>", "Offer", "We need the xylophone planner.", "d1").text());
        const auto mailbox = setup.add(m_server);
        QCOMPARE(setup.readOnce(mailbox), QString());
        QCOMPARE(setup.secrets.count(), std::size_t(1));
        auto gone = setup.desk().disconnect(setup.work.context(), mailbox.id, true);
        QVERIFY2(gone.has_value(), gone ? "" : gone.error().message.c_str());
        QCOMPARE(gone->messages, 1);
        QCOMPARE(setup.secrets.count(), std::size_t(0));
        QVERIFY(setup.work.all<Message>().empty());
        QVERIFY(setup.work.all<Mailbox>().empty());
        QVERIFY(setup.work.store().values(setup.work.context(), mailboxValues(mailbox.id))->empty());
        QVERIFY(setup.work.store().search(setup.work.context(), {.text = "xylophone", .types = {"message"}})->empty());
    }

    void newsWakeIt()
    {
        Setup setup(m_server, "lena6");
        const auto mailbox = setup.add(m_server);
        std::atomic<int> upToDate {0};
        std::atomic<int> stored {0};
        std::atomic<bool> ended {false};
        std::jthread thread([&](const std::stop_token& stop) {
            auto context = setup.work.context();
            context.stop = stop;
            MailboxReader reader(
                setup.parts(), context, mailbox, {}, setup.understand(), [&](const MailboxStatus& status) {
                    stored = status.stored;
                    if (status.state == MailboxState::upToDate)
                        ++upToDate;
                });
            ended = reader.run(false).has_value();
        });
        QTRY_VERIFY_WITH_TIMEOUT(upToDate >= 1, 10'000);
        m_server.deliver("lena6", "INBOX", mailFrom("Ines <ines@beta.example>", "Offer", "We need this.", "e1").text());
        QTRY_VERIFY_WITH_TIMEOUT(stored == 1 && upToDate >= 2, 10'000);
        thread.request_stop();
        thread.join();
        QVERIFY(ended);
        QCOMPARE(setup.work.all<Message>().size(), std::size_t(1));
    }

    void aServerThatComesBackIsFoundAgain()
    {
        Setup setup(m_server, "lena7");
        const auto mailbox = setup.add(m_server);
        QCOMPARE(setup.readOnce(mailbox), QString());
        m_server.deliver("lena7", "INBOX", mailFrom("Ines <ines@beta.example>", "Offer", "We need this.", "f1").text());
        m_server.kill();
        QCOMPARE(setup.readOnce(mailbox), QString("mail_unreachable"));
        QVERIFY2(m_server.start(), m_server.log().c_str());
        QCOMPARE(setup.readOnce(mailbox), QString());
        QCOMPARE(setup.work.all<Message>().size(), std::size_t(1));
    }

    void ofStrangersNothingIsKept()
    {
        Setup setup(m_server, "lena8");
        setup.work.import({setup.work.write(
            "known.eml", mailFrom("Omar <omar@acme.example>", "Planning", "We need a planning tool.", "g0").text())});
        m_server.deliver("lena8", "INBOX", mailFrom("Spam <x@stranger.example>", "Hi", "Buy this.", "g1").text());
        m_server.deliver(
            "lena8", "INBOX", mailFrom("Tom <tom@acme.example>", "Planning", "We need it too.", "g2").text());
        auto answer = mailFrom("Omar <omar.private@gmail.com>", "Re: Planning", "From my phone.", "g3");
        answer.references = "g0";
        m_server.deliver("lena8", "INBOX", answer.text());
        auto wanted = setup.mailbox(m_server);
        wanted.reading = MailReading::known;
        const auto mailbox = setup.desk().add(setup.work.context(), wanted, "secret");
        QVERIFY(mailbox.has_value());
        QCOMPARE(setup.readOnce(*mailbox), QString());
        std::set<std::string> ids;
        for (const auto& message : setup.work.all<Message>())
            ids.insert(message.externalIds.at("messageId"));
        QCOMPARE(ids, (std::set<std::string> {"<g0>", "<g2>", "<g3>"}));
    }

private:
    struct Setup {
        Setup(Dovecot& /*server*/, std::string name)
            : user(std::move(name))
        {
        }
        [[nodiscard]] Mailbox mailbox(const Dovecot& server) const
        {
            Mailbox mailbox;
            mailbox.address = lena;
            mailbox.incoming = {"localhost", server.tlsPort(), MailSecurity::tls, user};
            mailbox.outgoing = {"localhost", 1, MailSecurity::tls, user};
            mailbox.caFile = testCertificates().authority;
            return mailbox;
        }
        [[nodiscard]] MailboxParts parts() { return {work.parts(), work.mailboxes(), servers, secrets, random}; }
        [[nodiscard]] MailboxDesk desk() { return {parts(), dynamic_cast<Eraser&>(work.store())}; }
        [[nodiscard]] Mailbox add(const Dovecot& server)
        {
            auto added = desk().add(work.context(), mailbox(server), "secret");
            if (!added)
                qFatal("%s", added.error().message.c_str());
            return *added;
        }
        [[nodiscard]] std::function<Result<void>(const Context&)> understand()
        {
            return [this](const Context& context) -> Result<void> {
                auto workspace = readWorkspace(work.store(), context);
                if (!workspace)
                    return fail(workspace.error());
                auto done = JobRunner(work.parts(), context, *workspace).drain(2);
                if (!done)
                    return fail(done.error());
                return {};
            };
        }
        /// Until all is read; the code of what stood against it, else empty.
        QString readOnce(const Mailbox& mailbox)
        {
            MailboxReader reader(parts(), work.context(), mailbox, {}, understand(), {});
            const auto done = reader.run(true);
            if (!done)
                qInfo("%s", done.error().message.c_str());
            return done ? QString() : QString::fromStdString(done.error().code);
        }
        std::string user;
        WorkspaceFixture work;
        mailserver::NetMailServers servers;
        MemorySecrets secrets;
        SeededRandom random {7};
    };

    Dovecot m_server;
};
}

QTEST_GUILESS_MAIN(agentarmy::tests::MailboxTest)
#include "mailbox_test.moc"
