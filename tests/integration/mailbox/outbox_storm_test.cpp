// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/mailbox/mailbox_desk.hpp"
#include "core/engine/mailbox/outbox.hpp"
#include "core/engine/sales/approvals.hpp"
#include "core/rules/sales/sending.hpp"
#include "tests/support/memory_secrets.hpp"
#include "tests/support/workspace_fixture.hpp"

#include <QTest>

namespace agentarmy::tests {
namespace {
/// The program dies here.
struct Killed { };

/// A mail service in memory that fails, and lets the program die, as the seed says.
class StormyServers final : public MailServers {
public:
    explicit StormyServers(bool files)
        : m_files(files)
    {
    }
    void begin(std::uint64_t seed) { m_random.emplace(seed); }
    int faults = 40; ///< percent
    std::map<std::string, int> delivered; ///< by Message-ID
    std::set<std::string> filed;

    Result<std::unique_ptr<MailSession>> signIn(const Context& /*context*/, const MailAccess& /*access*/) override
    {
        if (chance(faults))
            return fail({ErrorKind::unavailable, "mail_unreachable", "gone", {}});
        return std::make_unique<Session>(*this);
    }
    tl::expected<void, SendFailure> send(const Context& /*context*/, const MailAccess& /*access*/,
        const MailEnvelope& /*envelope*/, const std::string& raw) override
    {
        const auto failed = [](ErrorKind kind, const char* code, bool unclear) {
            return tl::unexpected<SendFailure>(SendFailure {{kind, code, code, {}}, unclear});
        };
        const auto begin = raw.find("Message-I");
        const auto id = raw.substr(raw.find('<', begin), raw.find('>', begin) - raw.find('<', begin) + 1);
        if (!chance(faults))
            return take(id), tl::expected<void, SendFailure> {};
        switch (m_random->next() % 7) {
        case 0:
            throw Killed();
        case 1:
            take(id);
            throw Killed();
        case 2:
            return failed(ErrorKind::unavailable, "mail_deferred", false);
        case 3:
            return failed(ErrorKind::unavailable, "mail_unreachable", false);
        case 4:
            take(id);
            return failed(ErrorKind::unavailable, "mail_timeout", true);
        case 5:
            return failed(ErrorKind::unavailable, "mail_unreachable", true);
        default:
            return failed(ErrorKind::unavailable, "mail_timeout", false);
        }
    }
    Result<void> tryOutgoing(const Context& /*context*/, const MailAccess& /*access*/) override { return {}; }

private:
    class Session final : public MailSession {
    public:
        explicit Session(StormyServers& servers)
            : m_servers(servers)
        {
        }
        Result<std::vector<RemoteFolder>> folders(const Context& /*context*/) override
        {
            return std::vector<RemoteFolder> {
                {"INBOX", "INBOX", FolderRole::inbox}, {"Sent", "Sent", FolderRole::sent}};
        }
        Result<FolderState> open(const Context& /*context*/, const std::string& path) override
        {
            m_sent = path == "Sent";
            return FolderState {1, 1, 0};
        }
        Result<std::vector<std::uint32_t>> withMessageId(const Context& /*context*/, const std::string& id) override
        {
            if (m_servers.chance(m_servers.faults / 2))
                return fail({ErrorKind::unavailable, "mail_timeout", "slow", {}});
            return m_sent && m_servers.filed.contains(id) ? std::vector<std::uint32_t> {1}
                                                          : std::vector<std::uint32_t> {};
        }
        Result<void> append(const Context& /*context*/, const std::string& /*path*/, const std::string& raw) override
        {
            const auto begin = raw.find("Message-I");
            m_servers.filed.insert(raw.substr(raw.find('<', begin), raw.find('>', begin) - raw.find('<', begin) + 1));
            return {};
        }
        Result<std::vector<std::uint32_t>> numbers(const Context& /*context*/, std::uint32_t /*from*/,
            std::uint32_t /*to*/, std::optional<Date> /*since*/) override
        {
            return std::vector<std::uint32_t> {};
        }
        Result<std::vector<RemoteMail>> fetch(const Context& /*context*/, const std::vector<std::uint32_t>& /*numbers*/,
            std::int64_t /*maxBytes*/) override
        {
            return std::vector<RemoteMail> {};
        }
        Result<std::vector<RemoteMail>> fetchHeaders(
            const Context& /*context*/, const std::vector<std::uint32_t>& /*numbers*/) override
        {
            return std::vector<RemoteMail> {};
        }
        Result<MailWait> wait(
            const Context& /*context*/, std::chrono::seconds /*longest*/, std::chrono::seconds /*poll*/) override
        {
            return MailWait::nothing;
        }

    private:
        StormyServers& m_servers;
        bool m_sent = false;
    };
    void take(const std::string& id)
    {
        ++delivered[id];
        if (m_files)
            filed.insert(id);
    }
    bool chance(int percent) { return int(m_random->next() % 100) < percent; }

    bool m_files;
    std::optional<SeededRandom> m_random {1};
};
}

/// Messages leave through a storm of failures and deaths of the program: each at most once, and where the service files
/// what it sends, exactly once without asking anybody.
class OutboxStormTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void exactlyOnceWhereTheServiceFilesWhatItSends() { storm(true, 600); }
    void atMostOnceWhereNobodyCanKnow() { storm(false, 400); }

private:
    static void storm(bool files, int rounds)
    {
        WorkspaceFixture work;
        StormyServers servers(files);
        MemorySecrets secrets;
        SeededRandom random(11);
        const auto parts = [&] { return MailboxParts {work.parts(), work.mailboxes(), servers, secrets, random}; };
        Mailbox mailbox;
        mailbox.address = "lena@meridianflow.example";
        mailbox.incoming = {"localhost", 143, MailSecurity::none, "lena"};
        mailbox.outgoing = {files ? "smtp.gmail.com" : "localhost", 25, MailSecurity::none, "lena"};
        QVERIFY(MailboxDesk(parts(), dynamic_cast<Eraser&>(work.store())).add(work.context(), mailbox, "secret"));
        MailText first;
        first.from = "Omar Haddad <omar@acme.example>";
        first.to = mailbox.address;
        first.subject = "Hello";
        first.body = "We need a planning tool.";
        first.id = "start@acme.example";
        work.import({work.write("first.eml", first.text())});
        const auto contact = work.all<Contact>().front().id;
        int asked = 0;
        for (int round = 1; round <= rounds; ++round) {
            servers.begin(std::uint64_t(round));
            const auto own = writeOwn(work.store(), work.context(), work.ids(),
                {{}, contact, "Round " + std::to_string(round), "Would Tuesday suit you?"}, work.clock().now());
            QVERIFY(own.has_value());
            const auto id = own->action.id;
            QVERIFY(ApprovalDesk(work.store(), work.ids(), work.clock()).approve(work.context(), id));
            work.clock().advance(std::chrono::seconds(11));
            auto status = AgentActionStatus::approved;
            servers.faults = 40;
            for (int run = 0; run < 200 && status != AgentActionStatus::executed && status != AgentActionStatus::failed;
                 ++run) {
                auto context = work.context();
                context.actor.kind = ActorKind::system;
                try {
                    QVERIFY(Outbox(parts(), context).run().has_value());
                } catch (const Killed&) {
                    work.reopen();
                }
                work.clock().advance(std::chrono::minutes(1 + run % 5));
                status = readEntity(work.store(), work.context(), id)->status;
                if (run == 30)
                    servers.faults = 5; // even the worst storm passes
            }
            const auto messageId = sales::messageIdOf(id, mailbox.address);
            const int times = servers.delivered[messageId];
            const auto where = qPrintable(QStringLiteral("round %1, delivered %2 times, %3")
                                              .arg(round)
                                              .arg(times)
                                              .arg(QString::fromUtf8(enumText(status).data())));
            QVERIFY2(times <= 1, where);
            if (status == AgentActionStatus::executed)
                QVERIFY2(times == 1, where);
            else
                QVERIFY2(status == AgentActionStatus::failed, where);
            if (status == AgentActionStatus::failed) {
                const auto code = readEntity(work.store(), work.context(), id)->execution->errorCode;
                if (code == "mail_unclear")
                    ++asked;
                else // five tries of a service that says "later" each time: it certainly did not leave
                    QVERIFY2(times == 0, where);
            }
        }
        if (files)
            QCOMPARE(asked, 0);
        else
            QVERIFY(asked > 0 && asked < rounds / 2);
        // What left stands in the workspace once.
        int sent = 0;
        for (const auto& message : work.all<Message>())
            sent += message.direction == Direction::outbound ? 1 : 0;
        int executed = 0;
        for (const auto& action : work.all<AgentAction>())
            executed += action.status == AgentActionStatus::executed ? 1 : 0;
        QCOMPARE(sent, executed);
    }
};
}

QTEST_GUILESS_MAIN(agentarmy::tests::OutboxStormTest)
#include "outbox_storm_test.moc"
