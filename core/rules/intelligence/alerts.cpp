// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/intelligence/alerts.hpp"

#include <algorithm>

namespace agentarmy::intelligence {
namespace {

AlertSeverity severityOf(RiskReason reason, DealStage stage)
{
    switch (reason) {
    case RiskReason::overdue:
        return stage == DealStage::negotiation ? AlertSeverity::critical : AlertSeverity::warning;
    case RiskReason::activeBlocker:
        return AlertSeverity::critical;
    case RiskReason::stale:
    case RiskReason::stuck:
    case RiskReason::noEconomicBuyer:
    case RiskReason::noChampion:
        return AlertSeverity::warning;
    case RiskReason::closeDatePushed:
    case RiskReason::singleThreaded:
    case RiskReason::noNextStep:
        break;
    }
    return AlertSeverity::info;
}

/// A mark that comes with strictly more than so many days.
Timestamp after(Timestamp from, int days) { return from + std::chrono::hours(24) * (days + 1); }
}

std::vector<Alert> alertsOf(const AlertInput& input, const Zone& zone, const deals::MarkThresholds& thresholds)
{
    std::vector<Alert> alerts;
    const auto stage = std::min(std::size_t(input.stage), thresholds.staleDays.size() - 1);
    const auto activity = input.lastActivityAt.value_or(input.stageEnteredAt);
    for (const auto reason : input.reasons) {
        Alert alert {reason, severityOf(reason, input.stage), input.stageEnteredAt, {}};
        alert.cause = std::string(enumText(reason)) + ':';
        if (reason == RiskReason::overdue && input.closeDate) {
            alert.since = zone.toUtc(addDays(*input.closeDate, 1), std::chrono::minutes(0));
            alert.cause += formatDate(*input.closeDate);
        } else if (reason == RiskReason::closeDatePushed && input.closeDate) {
            alert.since = activity;
            alert.cause += formatDate(*input.closeDate);
        } else if (reason == RiskReason::stale || reason == RiskReason::noNextStep) {
            alert.since = reason == RiskReason::stale ? after(activity, thresholds.staleDays[stage]) : activity;
            alert.cause += std::to_string(toMillis(activity));
        } else {
            if (reason == RiskReason::stuck)
                alert.since = after(input.stageEnteredAt, thresholds.stuckDays[stage]);
            alert.cause += std::to_string(toMillis(input.stageEnteredAt));
        }
        alerts.push_back(std::move(alert));
    }
    std::stable_sort(alerts.begin(), alerts.end(), [](const Alert& a, const Alert& b) {
        return a.severity != b.severity ? a.severity > b.severity : a.since > b.since;
    });
    return alerts;
}
}
