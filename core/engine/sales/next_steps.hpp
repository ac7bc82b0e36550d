// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/zone.hpp"
#include "core/domain/plan.hpp"
#include "core/engine/sales/turn.hpp"

namespace agentarmy {

/// What is to be done next at an account, as of a moment: next actions of every state (R9), follow-up times (R10),
/// drafts for messages that wait for us (R7, R8, R12), and the one step that each deal's card shows. Called after the
/// turns of an account are read, and once a day, since silence alone changes the answer.
class NextSteps {
public:
    NextSteps(EngineParts parts, const WorkspaceInfo& workspace);
    [[nodiscard]] Result<void> refresh(UnitOfWork& work, Id<Account> accountId, Timestamp now);

private:
    struct StateView {
        const ConversationState* state = nullptr;
        const Contact* contact = nullptr;
        const Conversation* conversation = nullptr;
        const Message* last = nullptr; ///< newest message of a person in the conversation; null for meetings
        std::optional<Date> awayUntil; ///< from an automatic reply to that message
    };
    Result<StateView> viewOf(UnitOfWork& work, const ConversationState& state);
    Result<void> refreshState(UnitOfWork& work, const StateView& view, Timestamp now);
    std::vector<NextAction> actionsOf(const StateView& view, const Context& context, Timestamp now);
    std::optional<Timestamp> followUpOf(const StateView& view, Timestamp now) const;
    Result<void> refreshDraft(UnitOfWork& work, const StateView& view, Timestamp now);
    Result<void> refreshDeals(
        UnitOfWork& work, Id<Account> accountId, const std::vector<StateView>& views, Timestamp now);

    EngineParts m_parts;
    const WorkspaceInfo& m_workspace;
    Zone m_zone;
};
}
