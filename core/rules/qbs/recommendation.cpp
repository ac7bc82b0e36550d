// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/qbs/recommendation.hpp"

#include "core/rules/qbs/engagement.hpp"
#include "core/rules/qbs/funnel.hpp"
#include "core/rules/qbs/gaps.hpp"

namespace agentarmy::qbs {
namespace {
constexpr int questionsInARow = 3; ///< Q2 d

QuestionRecommendation rowFor(const QuestionInput& input, const PainFunnelState& painState)
{
    const auto row = [](QuestionType type, QuestionTarget target, VossDelivery delivery, PainDepth depth) {
        QuestionRecommendation recommendation;
        recommendation.questionType = type;
        recommendation.meddicBantTarget = target;
        recommendation.vossDelivery = delivery;
        recommendation.painDepth = depth;
        return recommendation;
    };
    if (input.interactionCount == 0)
        return row(
            QuestionType::painFunnel, QuestionTarget::need, VossDelivery::calibratedQuestion, PainDepth::notExplored);
    auto found = QuestionRecommendation();
    switch (painState.depthLevel) {
    case PainDepth::notExplored:
        found = row(QuestionType::painFunnel, QuestionTarget::pain, VossDelivery::label, painState.depthLevel);
        break;
    case PainDepth::surface:
        found = row(
            QuestionType::impact, QuestionTarget::metrics, VossDelivery::calibratedQuestion, painState.depthLevel);
        break;
    case PainDepth::businessImpact:
        found = row(QuestionType::solution, QuestionTarget::decisionCriteria, VossDelivery::calibratedQuestion,
            painState.depthLevel);
        break;
    case PainDepth::emotional:
        return row(QuestionType::confirmation, QuestionTarget::champion, VossDelivery::mirror, painState.depthLevel);
    }
    if (input.engagementSignal != EngagementSignal::factual)
        found.vossDelivery = deliveryFor(input.engagementSignal);
    return found;
}
}

const std::vector<Dimension>& targetsOfStage(DealStage stage)
{
    using enum Dimension;
    static const std::vector<Dimension> prospecting {need, pain};
    static const std::vector<Dimension> discovery {pain, need, metrics, authority, timeline};
    static const std::vector<Dimension> qualification {
        authority, budget, timeline, economicBuyer, decisionProcess, metrics, champion};
    static const std::vector<Dimension> evaluation {
        decisionCriteria, decisionProcess, economicBuyer, champion, metrics};
    static const std::vector<Dimension> negotiation {economicBuyer, decisionProcess, budget, timeline};
    static const std::vector<Dimension> stalled {pain, timeline};
    static const std::vector<Dimension> none;
    switch (stage) {
    case DealStage::prospecting:
        return prospecting;
    case DealStage::discovery:
        return discovery;
    case DealStage::qualification:
        return qualification;
    case DealStage::evaluation:
        return evaluation;
    case DealStage::negotiation:
        return negotiation;
    case DealStage::stalled:
        return stalled;
    case DealStage::closedWon:
    case DealStage::closedLost:
        return none;
    }
    return none;
}

std::optional<QuestionRecommendation> recommendByRules(const QuestionInput& input, const PainFunnelState& painState)
{
    if (isClosed(input.dealStage))
        return std::nullopt;
    auto found = rowFor(input, painState);
    const auto askable = [&](QuestionTarget target) {
        return !input.identified.contains(dimensionOf(target)) && !input.resting.contains(target);
    };
    if (!askable(found.meddicBantTarget)) {
        bool moved = false;
        for (const auto dimension : targetsOfStage(input.dealStage))
            if (!moved && askable(targetOf(dimension))) {
                found.meddicBantTarget = targetOf(dimension);
                moved = true;
            }
        if (!moved)
            found.questionType = QuestionType::confirmation;
    }
    if (shouldBackOff(painState) || input.questionsSinceConfirmation >= questionsInARow)
        found.questionType = QuestionType::confirmation;
    found.engagementSignal = input.engagementSignal;
    found.informationGaps = qualificationGaps(input.identified);
    found.painTopics = painState.painTopics;
    return found;
}
}
