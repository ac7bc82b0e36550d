// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/mailbox/outbox.hpp"

#include <condition_variable>
#include <thread>

namespace agentarmy {

/// Keeps the mailboxes of a workspace up to date and sends what was approved, for as long as it lives: a thread for
/// each mailbox, one for the outbox. Thread safe. What it tells comes from those threads, one at a time.
class MailboxKeeper {
public:
    struct Told {
        std::function<void(Id<Mailbox>, const MailboxStatus&)> status; ///< often while importing
        std::function<void(const OutboxReport&)> outbox; ///< when something left or could not
    };
    /// `understand`: the agent reads what came; it is called by one thread at a time.
    MailboxKeeper(MailboxParts parts, Context context, SyncRules rules,
        std::function<Result<void>(const Context&)> understand, Told told);
    ~MailboxKeeper(); ///< stops everything; what was begun is ended or left as if it never was
    MailboxKeeper(const MailboxKeeper&) = delete;
    MailboxKeeper& operator=(const MailboxKeeper&) = delete;

    /// Reads which mailboxes there are: new ones start, changed ones start again, others stop.
    [[nodiscard]] Result<void> reload();
    void hurry(Id<Mailbox> id); ///< look for mail now
    void hurryAll(); ///< the machine woke up, the network came back
    void approved(); ///< something may leave: the outbox looks again
    [[nodiscard]] std::map<Id<Mailbox>, MailboxStatus> status() const;

private:
    struct Running;
    void keepOutbox(const std::stop_token& stop);
    void tell(Id<Mailbox> id, const MailboxStatus& status);

    MailboxParts m_parts;
    Context m_context;
    SyncRules m_rules;
    std::function<Result<void>(const Context&)> m_understand;
    Told m_told;
    mutable std::mutex m_mutex;
    std::mutex m_understanding;
    std::map<Id<Mailbox>, std::unique_ptr<Running>> m_running;
    std::map<Id<Mailbox>, MailboxStatus> m_status;
    std::condition_variable_any m_outboxChanged;
    bool m_outboxAsked = true;
    std::jthread m_outbox;
};
}
