// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"
#include "core/domain/enums.hpp"

namespace agentarmy {
struct User;

/// What somebody wants to reach in a period; without owner it is the whole workspace's.
struct Goal {
    static constexpr const char* type = "goal";
    Id<Goal> id;
    std::optional<Id<User>> ownerId;
    GoalType goalType = GoalType::revenue;
    double targetValue = 0; ///< above 0; money in minor units of `currency`
    double currentValue = 0; ///< as of the last look, same unit
    std::string currency; ///< of money goals
    Timestamp periodStart {};
    Timestamp periodEnd {}; ///< exclusive
    GoalStatus status = GoalStatus::active;
    Timestamp createdAt {};
    Timestamp updatedAt {};
};
template <class F> void describe(F& f, Goal& g)
{
    f("id", g.id);
    f("ownerId", g.ownerId);
    f("goalType", g.goalType);
    f("targetValue", g.targetValue, {0, 9e15});
    f("currentValue", g.currentValue, {-9e15, 9e15});
    f("currency", g.currency, {0, 3});
    f("periodStart", g.periodStart);
    f("periodEnd", g.periodEnd);
    f("status", g.status);
    f("createdAt", g.createdAt);
    f("updatedAt", g.updatedAt);
}
AGENTARMY_DECLARE_JSON(Goal);
}
