// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/conversation_state.hpp"
#include "core/rules/text/scan.hpp"

#include <set>

namespace agentarmy::sales {

struct EscalationInput {
    std::string_view inboundText; ///< the customer's own words; never ours
    DealStage dealStage = DealStage::prospecting;
    std::optional<double> confidenceScore;
    int decisionCriteriaCount = 0;
    std::set<Dimension> identified;
    double threshold = 0.7;
};
[[nodiscard]] EscalationInput escalationInput(
    const ConversationState& state, std::string_view inboundText, double threshold);

struct EscalationDecision {
    std::optional<EscalationTrigger> trigger; ///< nothing: go on
    std::vector<EscalationTrigger> allTriggers; ///< in R11's order
    std::optional<text::Range> matched; ///< the phrase of the primary trigger in the inbound text
    std::optional<std::string> matchedText; ///< the same in the customer's words
    std::optional<text::Range> sentence; ///< the sentence around it
};
[[nodiscard]] EscalationDecision evaluateEscalation(const EscalationInput& input);

/// The triggering sentence, then the first quote of each dimension in R11's order; 5 at most, none twice.
[[nodiscard]] std::vector<std::string> escalationExcerpts(
    const QualificationState& state, std::optional<std::string_view> triggeringSentence);
/// `repEmail` then `managerEmail` of the metadata; else owner and owner's manager. Blank ones and doubles left out.
[[nodiscard]] std::vector<std::string> notificationTargets(const Json& metadata,
    const std::optional<std::string>& ownerEmail, const std::optional<std::string>& ownerManagerEmail);

/// The report without ids and targets: texts, triggers, excerpts, status open. `decision.trigger` must be set.
[[nodiscard]] Escalation escalationReport(
    const ConversationState& state, const EscalationDecision& decision, std::string_view inboundText, Timestamp now);
[[nodiscard]] std::string fallbackAdvice(EscalationTrigger trigger);
}
