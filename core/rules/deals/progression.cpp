// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/progression.hpp"

#include "core/rules/deals/stage_graph.hpp"

#include <algorithm>

namespace agentarmy::deals {

ProgressionDecision evaluateProgression(DealStage stage, const StageEvidence& evidence)
{
    const auto next = nextStage(stage);
    if (!next || !validTransition(stage, *next))
        return {};
    auto check = checkRequirements(*next, evidence);
    return {check.met ? next : std::nullopt, std::move(check.missing)};
}

ProgressionDecision evaluateProgression(DealStage stage, const QualificationState& qualification, int interactionCount)
{
    return evaluateProgression(stage, stageEvidence(qualification, interactionCount));
}

int evidenceCount(const QualificationState& qualification, int interactionCount)
{
    int count = interactionCount;
    for (const auto& signal : qualification.signals)
        count += std::max(signal.evidenceCount, int(signal.evidence.size()));
    return count;
}

bool evidenceGrewSinceUndo(const Opportunity& opportunity)
{
    return !opportunity.evidenceAtUndo
        || evidenceCount(opportunity.qualificationSnapshot, opportunity.interactionCount) > *opportunity.evidenceAtUndo;
}

TurnTarget dealOfTurn(const std::optional<Id<Opportunity>>& matched, std::span<const Id<Opportunity>> openOfAccount)
{
    if (matched && std::ranges::find(openOfAccount, *matched) != openOfAccount.end())
        return {*matched, false};
    if (openOfAccount.size() == 1)
        return {openOfAccount.front(), false};
    return {std::nullopt, openOfAccount.size() > 1};
}
}
