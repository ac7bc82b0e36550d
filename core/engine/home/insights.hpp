// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/deals/deal_board.hpp"
#include "core/rules/intelligence/alerts.hpp"

namespace agentarmy {
struct WorkspaceInfo;

/// What a person said about an alert. A snoozed one comes back.
enum class InsightAnswer { useful, falseAlarm, snoozed };
AGENTARMY_ENUM_TEXTS(InsightAnswer, {InsightAnswer::useful, "useful"sv}, {InsightAnswer::falseAlarm, "false_alarm"sv},
    {InsightAnswer::snoozed, "snoozed"sv});

/// One deal that there is something to tell about.
struct Insight {
    BoardCard card;
    std::vector<intelligence::Alert> alerts; ///< worst first; never empty
    std::optional<InsightAnswer> answer; ///< of an answered one
    std::optional<Timestamp> until; ///< of a snoozed one
};

struct Insights {
    std::vector<Insight> open; ///< newest first
    std::vector<Insight> answered; ///< newest first; what came up since an answer is open again
};

/// From the marks of the open deals (of the person's own, if they own some). An alert that was answered stays so until
/// its cause is another one.
[[nodiscard]] Result<Insights> loadInsights(
    Store& store, const Context& context, const WorkspaceInfo& workspace, Timestamp now);
/// Answers all alerts of a deal as they stand now; null takes the answer back. Kept on this device. `not_found`,
/// `validation_failed` (until: needed to snooze, after now).
[[nodiscard]] Result<void> answerInsight(Store& store, const Context& context, const WorkspaceInfo& workspace,
    Id<Opportunity> deal, std::optional<InsightAnswer> answer, std::optional<Timestamp> until, Timestamp now);
}
