// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/opportunity.hpp"
#include "core/engine/sales/draft_desk.hpp"

namespace agentarmy {

/// A draft that waits for a person, or for its time to leave, with what one needs to decide.
struct WaitingDraft {
    AgentAction action;
    std::string contactName, contactTitle, accountName, dealName, conversationSubject;
    std::optional<DealStage> stage;
    std::optional<Money> value;
    std::optional<Timestamp> waitingSince; ///< the customer's last message, if it is unanswered
    bool stale = false; ///< the customer wrote since
    bool inOutbox = false; ///< approved, not yet gone
    bool failed = false; ///< approved, and could not be sent
};

/// What could not be sent, those that wait, whose customer waits longest first, then the outbox, newest first.
[[nodiscard]] Result<std::vector<WaitingDraft>> loadApprovals(Store& store, const Context& context);

/// Decisions about drafts by a person. Each is one mutation, taken back by DealDesk::undo until the message left.
class ApprovalDesk {
public:
    ApprovalDesk(Store& store, IdSource& ids, const Clock& clock);

    /// Errors beside those of the rules (core/rules/sales/approval.hpp): `not_found`, `opted_out`, `not_allowed` (a
    /// program may not approve), `conflict`. The answer is the mutation, null if nothing changed.
    [[nodiscard]] Result<Uuid> approve(
        const Context& context, Id<AgentAction> id, std::optional<Timestamp> sendAt = {});
    /// Of one that was approved and has not left.
    [[nodiscard]] Result<Uuid> reschedule(const Context& context, Id<AgentAction> id, std::optional<Timestamp> sendAt);
    [[nodiscard]] Result<Uuid> takeBack(const Context& context, Id<AgentAction> id);
    [[nodiscard]] Result<Uuid> reject(const Context& context, Id<AgentAction> id, const std::string& reason);
    /// Reviewed anew: the findings are of the text as it is then.
    [[nodiscard]] Result<Uuid> edit(
        const Context& context, Id<AgentAction> id, std::optional<std::string> subject, std::string body);
    /// The message left by `how`; the action is then done and cannot be taken back.
    [[nodiscard]] Result<AgentAction> left(const Context& context, Id<AgentAction> id, const std::string& how);

private:
    using Beside = std::function<Result<void>(UnitOfWork& work, const AgentAction& after)>;
    template <class Decide>
    Result<AgentAction> decide(const Context& context, Id<AgentAction> id, Decide decide, Uuid& mutation,
        const Beside& beside = {}); ///< `beside` is written in the same transaction

    Store& m_store;
    IdSource& m_ids;
    const Clock& m_clock;
};
}
