// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/catalogue/params.hpp"
#include "core/rules/catalogue/registry.hpp"
#include "core/rules/intelligence/goals.hpp"

#include <cmath>

namespace agentarmy::catalogue {
namespace {
using intelligence::GoalProgress;

double roundedTo(double value, double unit) { return std::round(value / unit) * unit; }

Result<Json> runGoalStatus(const Json& params)
{
    constexpr double paceUnit = 0.0001, forecastUnit = 0.01;
    constexpr int suggestions = 3;
    const auto at = [&](const char* key) { return timeOf(params, key).value_or(Timestamp()); };
    const auto progress = intelligence::goalProgress(enumOf(params, "goalType", GoalType::revenue),
        numberOf(params, "current"), numberOf(params, "target"), at("periodStart"), at("periodEnd"), at("now"));
    Json out {{"progressPct", progress.progressPct}, {"onTrack", progress.onTrack},
        {"daysRemaining", progress.daysRemaining}, {"behind", progress.behind},
        {"suggestionCount", progress.behind ? suggestions : 0}, {"paceRatio", Json()}, {"gauge", Json()},
        {"forecast", Json()}};
    if (progress.paceRatio)
        out["paceRatio"] = roundedTo(*progress.paceRatio, paceUnit);
    if (progress.gauge)
        out["gauge"] = *progress.gauge == GoalProgress::Gauge::green ? "green"
            : *progress.gauge == GoalProgress::Gauge::amber          ? "amber"
                                                                     : "red";
    if (progress.forecast)
        out["forecast"] = roundedTo(*progress.forecast, forecastUnit);
    return out;
}

Result<Json> runUpdateProgress(const Json& params)
{
    const auto status = intelligence::updatedStatus(enumOf(params, "status", GoalStatus::active),
        numberOf(params, "current"), numberOf(params, "target"), timeOf(params, "periodEnd").value_or(Timestamp()),
        timeOf(params, "now").value_or(Timestamp()));
    return Json {{"status", std::string(enumText(status))}};
}

Result<Json> runValidateGoal(const Json& params)
{
    const auto type = enumOf<GoalType>(params, "goalType");
    if (!type)
        return refusal("invalid_goal_type");
    Goal goal;
    goal.goalType = *type;
    goal.targetValue = numberOf(params, "targetValue");
    goal.periodStart = timeOf(params, "periodStart").value_or(Timestamp());
    goal.periodEnd = timeOf(params, "periodEnd").value_or(Timestamp());
    if (const auto valid = intelligence::validateGoal(goal); !valid)
        return refusal(valid.error().code);
    return Json {{"valid", true}};
}
}

void registerIntelligence(Registry& registry)
{
    registry.add("intelligence.goalStatus", runGoalStatus);
    registry.add("intelligence.updateProgress", runUpdateProgress);
    registry.add("intelligence.validateGoal", runValidateGoal);
}
}
