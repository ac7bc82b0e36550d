// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/mailbox/live_intake.hpp"
#include "core/ports/secrets.hpp"

#include <atomic>

namespace agentarmy {

/// What everything about mailboxes needs; lives longer than what uses it.
struct MailboxParts {
    EngineParts engine;
    Mailboxes& mailboxes;
    MailServers& servers;
    Secrets& secrets;
    Random& random;
};

enum class MailboxState { off, connecting, importing, reading, upToDate, retrying, needsYou };

/// How a mailbox is doing, for people.
struct MailboxStatus {
    MailboxState state = MailboxState::off;
    std::string folder; ///< for people, while importing or reading
    std::uint64_t done = 0, total = 0; ///< mails of the folder
    int stored = 0; ///< messages since it started
    std::optional<Error> problem; ///< retrying, needsYou
    std::optional<Timestamp> retryAt; ///< retrying
    std::optional<Timestamp> lastNewsAt; ///< when something came last
    std::optional<Timestamp> checkedAt; ///< when all was known to be read
};

/// The name under which the mailbox's password or refresh token lies.
[[nodiscard]] std::string mailboxSecret(Id<Mailbox> id);
/// How to sign in to its server for reading or sending. `mail_sign_in` if no password is kept, errors of the keychain.
[[nodiscard]] Result<MailAccess> accessOf(
    Secrets& secrets, const Context& context, const Mailbox& mailbox, const MailServer& server);

/// Reads one mailbox: does what MailboxSync orders. run() blocks; hurry() may come from any thread.
class MailboxReader {
public:
    using Tell = std::function<void(const MailboxStatus&)>;
    /// `understand`: the agent reads what was stored; it is asked after each round, one at a time.
    MailboxReader(MailboxParts parts, Context context, Mailbox mailbox, SyncRules rules,
        std::function<Result<void>(const Context&)> understand, Tell tell);

    /// Until the context is stopped. `once`: until everything that is there is read, or something stands against it;
    /// the answer is then that problem.
    [[nodiscard]] Result<void> run(bool once);
    /// Look again now.
    void hurry();
    [[nodiscard]] const MailboxStatus& status() const { return m_status; } ///< after run()

private:
    Result<void> carryOut(const SyncOrder& order);
    Result<void> signIn();
    Result<void> read(const SyncOrder& order);
    Result<void> compare(const std::string& folder);
    Result<void> removeGone(const std::vector<std::pair<std::string, Uuid>>& gone);
    Result<std::set<Uuid>> foundElsewhere(const std::map<Uuid, std::string>& sought);
    Result<void> wait(const SyncOrder& order);
    void pause(Timestamp until);
    void tell(MailboxState state);
    [[nodiscard]] Timestamp now() const { return m_parts.engine.clock.now(); }

    MailboxParts m_parts;
    Context m_context;
    Mailbox m_mailbox;
    std::function<Result<void>(const Context&)> m_understand;
    Tell m_tell;
    MailboxSync m_sync;
    LiveIntake m_intake;
    std::unique_ptr<MailSession> m_session;
    std::vector<RemoteFolder> m_allFolders;
    MailboxStatus m_status;
    std::mutex m_mutex; ///< of the two below
    std::stop_source m_interrupt; ///< ends a wait
    bool m_hurry = false;
};
}
