// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/agent_action.hpp"
#include "core/engine/mailbox/mailbox_reader.hpp"

namespace agentarmy {

struct OutboxReport {
    int sent = 0, postponed = 0, failed = 0;
    std::optional<Timestamp> nextAt; ///< when something may leave next; none: nothing waits
};

/// Sends what was approved, each message exactly once: it is written down that it leaves before the first byte does,
/// and a try whose end is not known is looked for by its own Message-ID before another is made. Where a server does not
/// file sent mail itself, looking proves nothing, and a person is asked. One at a time per workspace; not thread safe.
class Outbox {
public:
    Outbox(MailboxParts parts, Context context);
    /// Whatever is due. Errors of the store; what happens to a single message is in it and in the report.
    [[nodiscard]] Result<OutboxReport> run();
    /// What could not be sent is tried again, under the same Message-ID. `not_found`, `not_failed`.
    [[nodiscard]] static Result<Uuid> tryAgain(
        Store& store, const Context& context, IdSource& ids, Id<AgentAction> id, Timestamp now);

private:
    struct Sender {
        Mailbox mailbox;
        std::string name; ///< beside the address
    };
    Result<void> handle(const AgentAction& action, OutboxReport& report);
    Result<std::optional<Sender>> senderFor(const AgentAction& action);
    /// Moves the action on; the one that stands now, or none if it did not stand as expected.
    Result<std::optional<AgentAction>> change(
        Id<AgentAction> id, const std::function<Result<AgentAction>(const AgentAction&)>& step);
    Result<void> send(const AgentAction& action, const Sender& sender, OutboxReport& report);
    Result<void> settle(const AgentAction& action, OutboxReport& report);
    Result<void> finish(const AgentAction& action, const Sender& sender, const std::string& raw, OutboxReport& report);
    Result<void> postpone(const AgentAction& action, const Error& error, Timestamp at, OutboxReport& report);
    Result<void> giveUp(const AgentAction& action, const Error& error, OutboxReport& report);
    Result<std::string> compose(const AgentAction& action, const Sender& sender) const;
    /// Whether a copy lies on the server; with `file`, one is filed where there is none.
    Result<bool> copyIsThere(const Sender& sender, const std::string& messageId, const std::string* file);
    [[nodiscard]] bool serverFiles(const Mailbox& mailbox);
    [[nodiscard]] double chance();

    MailboxParts m_parts;
    Context m_context;
    std::map<Id<Mailbox>, std::unique_ptr<LiveIntake>> m_intakes;
};

/// Whether the provider files sent mail itself, as published by it.
[[nodiscard]] bool filesSentMail(std::string_view outgoingHost);
}
