// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mailserver/net_mail_servers.hpp"
#include "core/engine/mailbox/mailbox_desk.hpp"
#include "core/engine/mailbox/outbox.hpp"
#include "core/engine/sales/approvals.hpp"
#include "core/rules/sales/sending.hpp"
#include "tests/support/dovecot.hpp"
#include "tests/support/memory_secrets.hpp"
#include "tests/support/smtp_sink.hpp"
#include "tests/support/workspace_fixture.hpp"

#include <QTest>

namespace agentarmy::tests {
namespace {
using Fault = SmtpSink::Fault;
constexpr auto lena = "lena@meridianflow.example";
}

/// Approved messages leave by a real sending library to a strict server, with a real IMAP server beside it.
class OutboxTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), m_server.log().c_str()); }

    void sendsWhatWasApprovedAndFilesACopy()
    {
        Setup setup(m_server, "out1", {});
        const auto id = setup.approvedAnswer();
        QCOMPARE(setup.send().sent, 0); // it can still be taken back
        QVERIFY(setup.sink.mails().empty());
        setup.work.clock().advance(std::chrono::seconds(11));
        QCOMPARE(setup.send().sent, 1);
        QCOMPARE(setup.send().sent, 0);
        const auto mails = setup.sink.mails();
        QCOMPARE(mails.size(), std::size_t(1));
        QVERIFY2(setup.sink.offences().empty(), setup.sink.offences().empty() ? "" : setup.sink.offences()[0].c_str());
        QCOMPARE(setup.sink.lastUser(), std::string("out1"));
        QCOMPARE(mails[0].from, std::string(lena));
        QCOMPARE(mails[0].to, std::vector<std::string> {"omar@acme.example"});
        const auto& raw = mails[0].raw;
        QVERIFY(raw.find("Message-ID: " + sales::messageIdOf(id, lena)) != std::string::npos
            || raw.find("Message-Id: " + sales::messageIdOf(id, lena)) != std::string::npos);
        QVERIFY(raw.find("In-Reply-To: <c>\r\n") != std::string::npos); // sales acceptance 21
        auto unfolded = raw;
        for (std::size_t at = 0; (at = unfolded.find("\r\n\t", at)) != std::string::npos;)
            unfolded.replace(at, 3, " ");
        QVERIFY2(unfolded.find("References: <a> <b> <c>\r\n") != std::string::npos, raw.c_str());
        QVERIFY(raw.find("Subject: Re: Offer\r\n") != std::string::npos);
        QVERIFY(raw.find("multipart/alternative") != std::string::npos);
        const auto action = setup.action(id);
        QCOMPARE(action.status, AgentActionStatus::executed);
        QCOMPARE(action.executionResult, std::optional<std::string>("sent"));
        // The message stands in its conversation, and the agent counts it as an interaction.
        const auto messages = setup.work.all<Message>();
        QCOMPARE(messages.size(), std::size_t(2));
        const auto conversations = setup.work.all<Conversation>();
        QCOMPARE(conversations.size(), std::size_t(1));
        QCOMPARE(conversations.front().turn, Turn::theirs);
        const auto jobs = setup.work.store().waitingJobCount(setup.work.context());
        QCOMPARE(*jobs, std::int64_t(1));
        // A copy lies in the sent folder, and reading the mailbox does not double it.
        QVERIFY(setup.sentFolder().contains(QString::fromStdString(sales::messageIdOf(id, lena))));
    }

    void failures_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("code");
        QTest::addRow("later, before the mail") << int(Fault::deferSender) << "approved"
                                                << "mail_deferred";
        QTest::addRow("later, after the mail") << int(Fault::deferMail) << "approved"
                                               << "mail_deferred";
        QTest::addRow("refused") << int(Fault::refuseMail) << "failed"
                                 << "mail_refused";
        QTest::addRow("nobody there") << int(Fault::refuseRecipient) << "failed"
                                      << "recipient_refused";
        QTest::addRow("wrong password") << int(Fault::refuseSignIn) << "failed"
                                        << "mail_sign_in";
        QTest::addRow("no greeting") << int(Fault::closeAtOnce) << "approved"
                                     << "mail_unreachable";
    }
    void failures()
    {
        QFETCH(int, fault);
        QFETCH(QString, status);
        QFETCH(QString, code);
        Setup setup(m_server, "out2", [&](int connection) { return connection == 0 ? Fault(fault) : Fault::none; });
        const auto id = setup.approvedAnswer();
        setup.work.clock().advance(std::chrono::seconds(11));
        const auto report = setup.send();
        QCOMPARE(report.sent, 0);
        auto action = setup.action(id);
        QCOMPARE(QString::fromUtf8(enumText(action.status).data()), status);
        QCOMPARE(QString::fromStdString(action.execution->errorCode), code);
        QVERIFY(!action.execution->error.empty());
        QVERIFY(setup.sink.mails().empty());
        if (action.status == AgentActionStatus::failed)
            QVERIFY(Outbox::tryAgain(
                setup.work.store(), setup.work.context(), setup.work.ids(), id, setup.work.clock().now())
                        .has_value());
        setup.work.clock().advance(std::chrono::minutes(3));
        QCOMPARE(setup.send().sent, 1);
        QCOMPARE(setup.sink.mails().size(), std::size_t(1));
    }

    void takenWithoutAnAnswerIsFoundOnAServerThatFilesIt()
    {
        // As services do that file what they send: the copy is the proof (sales acceptance 25).
        Setup setup(
            m_server, "out3", [](int connection) { return connection == 0 ? Fault::takeAndCut : Fault::none; }, true);
        const auto id = setup.approvedAnswer();
        setup.work.clock().advance(std::chrono::seconds(11));
        QCOMPARE(setup.send().sent, 0);
        QCOMPARE(setup.action(id).status, AgentActionStatus::executing);
        setup.work.clock().advance(std::chrono::seconds(30));
        QCOMPARE(setup.send().sent, 1);
        QCOMPARE(setup.action(id).status, AgentActionStatus::executed);
        QCOMPARE(setup.sink.mails().size(), std::size_t(1));
        QCOMPARE(setup.sink.connections(), 1);
    }

    void lostWithoutAnAnswerIsSentAgainWhereTheServerWouldHaveFiledIt()
    {
        Setup setup(
            m_server, "out4", [](int connection) { return connection == 1 ? Fault::loseAndCut : Fault::none; }, true);
        setup.approvedAnswer();
        setup.work.clock().advance(std::chrono::seconds(11));
        QCOMPARE(setup.send().sent, 1); // the server is seen to file what it sends
        const auto id = setup.approvedOutreach();
        setup.work.clock().advance(std::chrono::seconds(11));
        QCOMPARE(setup.send().sent, 0);
        setup.work.clock().advance(std::chrono::minutes(4));
        QCOMPARE(setup.send().postponed, 1);
        setup.work.clock().advance(std::chrono::minutes(2));
        QCOMPARE(setup.send().sent, 1);
        QCOMPARE(setup.action(id).status, AgentActionStatus::executed);
        QCOMPARE(setup.sink.mails().size(), std::size_t(2));
    }

    void whatCannotBeKnownIsAsked_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("taken");
        QTest::addRow("taken") << int(Fault::takeAndCut) << 1;
        QTest::addRow("lost") << int(Fault::loseAndCut) << 0;
        QTest::addRow("cut in the mail") << int(Fault::cutInMail) << 0; // its end was on the way already
    }
    void whatCannotBeKnownIsAsked()
    {
        QFETCH(int, fault);
        QFETCH(int, taken);
        Setup setup(m_server, "out5", [&](int connection) { return connection == 0 ? Fault(fault) : Fault::none; });
        const auto id = setup.approvedAnswer();
        setup.work.clock().advance(std::chrono::seconds(11));
        QCOMPARE(setup.send().sent, 0);
        setup.work.clock().advance(std::chrono::minutes(4));
        QCOMPARE(setup.send().failed, 1);
        const auto action = setup.action(id);
        QCOMPARE(action.status, AgentActionStatus::failed);
        QCOMPARE(action.execution->errorCode, std::string("mail_unclear"));
        QCOMPARE(int(setup.sink.mails().size()), taken); // never a second one by itself
    }

    void whoWantsNoMailGetsNone()
    {
        Setup setup(m_server, "out6", {});
        const auto id = setup.approvedAnswer();
        UnitOfWork work(setup.work.store(), setup.work.context(), setup.work.ids());
        const auto contact = setup.work.all<Contact>().front().id;
        (*work.edit(contact))->optedOut = true;
        QVERIFY(work.commit().has_value());
        setup.work.clock().advance(std::chrono::seconds(11));
        QCOMPARE(setup.send().failed, 1);
        QCOMPARE(setup.action(id).execution->errorCode, std::string("contact_opted_out"));
        QVERIFY(setup.sink.mails().empty());
    }

    void aLineBreakInAHeaderSendsNothing() // sales acceptance 22
    {
        Setup setup(m_server, "out7", {});
        const auto id = setup.approvedAnswer();
        UnitOfWork work(setup.work.store(), setup.work.context(), setup.work.ids());
        (*work.edit(id))->payload.subject = "Hi\r\nBcc: x@y.z";
        QVERIFY(work.commit().has_value());
        setup.work.clock().advance(std::chrono::seconds(11));
        QCOMPARE(setup.send().failed, 1);
        QCOMPARE(setup.action(id).execution->errorCode, std::string("invalid_header"));
        QCOMPARE(setup.sink.connections(), 0);
    }

private:
    struct Setup {
        Setup(Dovecot& dovecot, std::string name, std::function<Fault(int)> fault, bool files = false)
            : server(dovecot)
            , user(std::move(name))
            , sink(std::move(fault), [this, files](const SmtpSink::Mail& mail) {
                if (files)
                    server.deliver(user, "Sent", mail.raw);
            })
        {
            Mailbox mailbox;
            mailbox.address = lena;
            mailbox.senderName = "Lena Hartmann";
            mailbox.incoming = {"localhost", server.tlsPort(), MailSecurity::tls, user};
            mailbox.outgoing = {"127.0.0.1", sink.port(), MailSecurity::none, user};
            mailbox.caFile = testCertificates().authority;
            auto added
                = MailboxDesk(parts(), dynamic_cast<Eraser&>(work.store())).add(work.context(), mailbox, "secret");
            if (!added)
                qFatal("%s", added.error().message.c_str());
            MailText mail;
            mail.from = "Omar Haddad <omar@acme.example>";
            mail.to = lena;
            mail.subject = "Re: Offer";
            mail.body = "How long does it take to set up?";
            mail.id = "c";
            mail.extra = "In-Reply-To: <b>\r\nReferences: <a> <b>\r\n";
            mail.date = "Thu, 17 Sep 2026 10:00:00 +0000";
            work.import({work.write("offer.eml", mail.text())});
        }
        [[nodiscard]] MailboxParts parts() { return {work.parts(), work.mailboxes(), servers, secrets, random}; }
        Id<AgentAction> approve(Id<AgentAction> id)
        {
            auto approved = ApprovalDesk(work.store(), work.ids(), work.clock()).approve(work.context(), id);
            if (!approved)
                qFatal("%s", approved.error().message.c_str());
            return id;
        }
        Id<AgentAction> write(const OwnMessage& message)
        {
            auto own = writeOwn(work.store(), work.context(), work.ids(), message, work.clock().now());
            if (!own)
                qFatal("%s", own.error().message.c_str());
            return approve(own->action.id);
        }
        Id<AgentAction> approvedAnswer()
        {
            return write({work.all<Conversation>().front().id, {}, {}, "About two weeks.\n\nBest regards\nLena"});
        }
        Id<AgentAction> approvedOutreach()
        {
            return write({{}, work.all<Contact>().front().id, "A short call?", "Would Tuesday suit you?"});
        }
        OutboxReport send()
        {
            auto context = work.context();
            context.actor.kind = ActorKind::system;
            auto report = Outbox(parts(), context).run();
            if (!report)
                qFatal("%s", report.error().message.c_str());
            return *report;
        }
        AgentAction action(Id<AgentAction> id) { return *readEntity(work.store(), work.context(), id); }
        QString sentFolder()
        {
            return server.doveadm({"fetch", "-u", QString::fromStdString(user), "hdr.message-id", "mailbox", "Sent"});
        }
        Dovecot& server;
        std::string user;
        WorkspaceFixture work;
        mailserver::NetMailServers servers;
        MemorySecrets secrets;
        SeededRandom random {7};
        SmtpSink sink;
    };

    Dovecot m_server;
};
}

QTEST_GUILESS_MAIN(agentarmy::tests::OutboxTest)
#include "outbox_test.moc"
