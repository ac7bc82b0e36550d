// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/goal.hpp"

namespace agentarmy::intelligence {

/// How a goal stands (intelligence rules R11).
struct GoalProgress {
    double progressPct = 0; ///< 0..100, one decimal, half away from zero
    double timeFraction = 0; ///< 0..1 of the period
    bool onTrack = true; ///< before the start: true
    bool behind = false; ///< started, and under 0.8 of where it should be
    int daysRemaining = 0; ///< whole days of 24 h
    std::optional<double> paceRatio; ///< (current / target) / timeFraction; none before the start
    enum class Gauge { green, amber, red };
    std::optional<Gauge> gauge; ///< green from 1, amber from 0.8
    std::optional<double> forecast; ///< current / timeFraction; none before 10 % of the period
};
/// `target` above 0. A quality goal is a level: it is on track where it is reached, whatever the day.
[[nodiscard]] GoalProgress goalProgress(
    GoalType type, double current, double target, Timestamp start, Timestamp end, Timestamp now);

/// The status after a look at the value; `completed` and `missed` are final.
[[nodiscard]] GoalStatus updatedStatus(
    GoalStatus status, double current, double target, Timestamp periodEnd, Timestamp now);

/// `validation_failed`, naming targetValue (above 0; quality: at most 1) or periodEnd (after the start).
[[nodiscard]] Result<void> validateGoal(const Goal& goal);
}
