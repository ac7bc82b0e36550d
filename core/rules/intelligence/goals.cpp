// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/intelligence/goals.hpp"

#include <algorithm>
#include <cmath>

namespace agentarmy::intelligence {
namespace {
constexpr double behindFactor = 0.8, greenPace = 1, amberPace = 0.8, forecastFrom = 0.1;
constexpr std::int64_t dayMs = 86'400'000;

double secondsOf(Timestamp::duration span) { return double(span.count()); }
}

GoalProgress goalProgress(GoalType type, double current, double target, Timestamp start, Timestamp end, Timestamp now)
{
    GoalProgress out;
    const double share = target > 0 ? current / target : 0;
    out.progressPct = std::round(std::clamp(share * 100, 0.0, 100.0) * 10) / 10;
    out.daysRemaining = int(std::max<std::int64_t>(0, (toMillis(end) - toMillis(now)) / dayMs));
    out.timeFraction
        = end > start ? std::clamp(secondsOf(now - start) / secondsOf(end - start), 0.0, 1.0) : double(now >= end);
    if (now < start)
        return out;
    out.behind = out.progressPct < behindFactor * out.timeFraction * 100;
    out.onTrack = type == GoalType::quality ? current >= target : share >= out.timeFraction;
    if (out.timeFraction <= 0)
        return out;
    out.paceRatio = share / out.timeFraction;
    out.gauge = *out.paceRatio >= greenPace ? GoalProgress::Gauge::green
        : *out.paceRatio >= amberPace       ? GoalProgress::Gauge::amber
                                            : GoalProgress::Gauge::red;
    if (out.timeFraction >= forecastFrom)
        out.forecast = current / out.timeFraction;
    return out;
}

GoalStatus updatedStatus(GoalStatus status, double current, double target, Timestamp periodEnd, Timestamp now)
{
    if (status != GoalStatus::active)
        return status;
    if (current >= target)
        return GoalStatus::completed;
    return now > periodEnd ? GoalStatus::missed : GoalStatus::active;
}

Result<void> validateGoal(const Goal& goal)
{
    const auto wrong = [](const char* field, const char* rule) { return fail(invalidField(field, rule)); };
    if (!(goal.targetValue > 0) || !std::isfinite(goal.targetValue))
        return wrong("targetValue", "above 0");
    if (goal.goalType == GoalType::quality && goal.targetValue > 1)
        return wrong("targetValue", "at most 1 for quality");
    if (goal.periodEnd <= goal.periodStart)
        return wrong("periodEnd", "after periodStart");
    return {};
}
}
