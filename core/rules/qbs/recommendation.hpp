// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/qbs.hpp"

#include <set>

namespace agentarmy::qbs {

/// What the next question depends on besides the funnel.
struct QuestionInput {
    int interactionCount = 0;
    DealStage dealStage = DealStage::prospecting;
    std::set<Dimension> identified;
    EngagementSignal engagementSignal = EngagementSignal::factual; ///< of the newest reply
    int questionsSinceConfirmation = 0; ///< sent ones in a row
    std::set<QuestionTarget> resting; ///< not to be asked about for now
};

/// Q2 with its refinements: type, target and delivery by how deep the pain was explored; the target moves on to the
/// stage's first gap where it is known or rests; back-off, and three questions in a row, ask for confirmation. Without
/// wording. Nothing: the deal is closed, there is no question.
[[nodiscard]] std::optional<QuestionRecommendation> recommendByRules(
    const QuestionInput& input, const PainFunnelState& painState);
/// The dimensions that are worth asking for at a stage, in order; empty for closed stages.
[[nodiscard]] const std::vector<Dimension>& targetsOfStage(DealStage stage);
}
