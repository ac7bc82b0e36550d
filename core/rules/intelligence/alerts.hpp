// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/rules/deals/marks.hpp"

/// Which marks of a deal (deals rules R16) are worth telling somebody, since when, and what makes them the same alert
/// again. Pure.
namespace agentarmy::intelligence {

enum class AlertSeverity { info, warning, critical };

struct Alert {
    RiskReason reason = RiskReason::overdue;
    AlertSeverity severity = AlertSeverity::warning;
    Timestamp since {}; ///< when the mark came
    std::string cause; ///< the same mark for the same cause is the same alert: "overdue:2026-09-01"
};

/// What the alerts of a deal depend on.
struct AlertInput {
    DealStage stage = DealStage::prospecting;
    std::vector<RiskReason> reasons; ///< of its marks
    std::optional<Timestamp> lastActivityAt;
    Timestamp stageEnteredAt {};
    std::optional<Date> closeDate;
};

/// Worst first, then newest. Critical: overdue in negotiation, an active blocker. Info: what only completes a picture
/// (one contact, a pushed date, no next step).
[[nodiscard]] std::vector<Alert> alertsOf(
    const AlertInput& input, const Zone& zone, const deals::MarkThresholds& thresholds = {});
}
