// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/conversation_state.hpp"
#include "core/engine/deals/deal_board.hpp"
#include "core/engine/sales/turn.hpp"

namespace agentarmy {

/// Something to do next, with what it is about.
struct AgendaItem {
    NextAction action;
    double score = 0; ///< expected value x urgency (core/rules/sales/agenda.hpp)
    Id<Contact> contactId;
    std::string contactName, accountName;
    std::string subject; ///< of the conversation
    Id<Account> accountId;
    Id<Conversation> conversationId;
    std::optional<Id<Opportunity>> opportunityId;
    std::string dealName;
    std::optional<DealStage> stage;
    std::optional<Money> value;
    std::optional<Id<User>> ownerId; ///< of the deal, else of the account
    std::optional<Timestamp> waitingSince; ///< the customer waits for us
    std::optional<Id<AgentAction>> draftId; ///< one that waits for a yes
};

/// The next action of every conversation that is alive (something was said within 30 days), not put aside, not answered
/// by a draft that a person approved, and not only to be waited for, best first. `board`: with all deals. `owner`: only
/// theirs.
[[nodiscard]] Result<std::vector<AgendaItem>> loadAgenda(
    Store& store, const Context& context, const Board& board, Timestamp now, std::optional<Id<User>> owner = {});
}
