// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/goal.hpp"
#include "core/engine/deals/deal_board.hpp"
#include "core/rules/deals/forecast.hpp"
#include "core/rules/intelligence/goals.hpp"

namespace agentarmy {

/// One number of a person (or of everybody) in a period, with its target if there is one.
struct GoalGauge {
    GoalType type = GoalType::revenue;
    double current = 0; ///< money in minor units of `currency`
    std::string currency; ///< of money
    std::vector<Money> others; ///< sums in other currencies: not part of `current`
    std::optional<double> target;
    std::optional<Id<Goal>> goalId;
    std::optional<intelligence::GoalProgress> progress; ///< with a target
};

struct GoalPeriod {
    deals::Period days;
    Timestamp start {}, end {}; ///< in the tenant's zone; the end is exclusive
};
[[nodiscard]] GoalPeriod goalPeriod(const TenantSettings& settings, Timestamp now); ///< the quarter of now

/// Revenue (deals won in the period), activity (mails and chat lines sent, meetings held) and pipeline (open deals
/// now), in this order (intelligence rules R11; a won deal counts on the day on which it closed). `owner`: only theirs.
[[nodiscard]] Result<std::vector<GoalGauge>> loadGoals(Store& store, const Context& context, const Board& board,
    const TenantSettings& settings, std::optional<Id<User>> owner, Timestamp now);

/// Sets the target of the quarter; none: there is no target any more. The answer is the mutation, null if nothing
/// changed. `validation_failed`.
[[nodiscard]] Result<Uuid> setGoal(Store& store, const Context& context, IdSource& ids, const TenantSettings& settings,
    std::optional<Id<User>> owner, GoalType type, std::optional<double> target, Timestamp now);
}
