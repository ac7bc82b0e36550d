// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/deals/quote_sources.hpp"
#include "core/engine/home/agent_deeds.hpp"
#include "core/engine/home/goals.hpp"
#include "core/engine/sales/agenda.hpp"
#include "core/engine/workspace/workspace.hpp"

namespace agentarmy {

/// One next action with what a person needs to decide on it.
struct HomeAction {
    AgendaItem item;
    std::string why; ///< a sentence or two; empty: the step of the stage, nothing special
    std::optional<QuoteLink> quote; ///< the customer's words that led to it
    int warnings = 0; ///< findings of the draft
    bool blocked = false; ///< one of them holds it back
};

struct AttentionCard {
    BoardCard card;
    std::optional<RiskReason> reason; ///< the first to say
};

/// What somebody sees first: what to do, what needs a look, the numbers, and what the agent did meanwhile.
struct Home {
    bool isEmpty = true; ///< no deal and no conversation is stored
    bool ownOnly = false; ///< only what the viewer owns; false: the viewer owns nothing, so it is everybody's
    std::vector<HomeAction> actions; ///< best first, at most 20
    int actionCount = 0; ///< all of them
    std::vector<Money> moved; ///< value of the deals that the actions are about, each deal once, per currency
    std::vector<AttentionCard> attention; ///< worst first, at most 12
    int attentionCount = 0;
    GoalPeriod period;
    std::vector<GoalGauge> goals;
    std::vector<AgentDeed> deeds;
    std::optional<Timestamp> since; ///< the last visit; none: this is the first
};

/// Whether somebody owns an open deal: Home is then about theirs, else about everybody's.
[[nodiscard]] Result<bool> ownsOpenDeals(Store& store, const Context& context, Id<User> user);

/// When somebody last looked, on this device.
struct Visit {
    Timestamp at {};
    std::int64_t head = 0; ///< of the log then
};
[[nodiscard]] Result<std::optional<Visit>> lastVisit(Store& store, const Context& context);
/// Remembers now as the last visit.
[[nodiscard]] Result<void> rememberVisit(Store& store, const Context& context, Timestamp now);

[[nodiscard]] Result<Home> loadHome(Store& store, const Context& context, const WorkspaceInfo& workspace,
    const std::optional<Visit>& visit, Timestamp now);
}
