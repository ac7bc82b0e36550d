// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/opportunity.hpp"
#include "core/rules/deals/stage_requirements.hpp"

namespace agentarmy::deals {

/// `next` is set only if the agent may move; `missing` names what the next stage still asks for.
struct ProgressionDecision {
    std::optional<DealStage> next;
    std::vector<MissingEvidence> missing;
};
/// One step along prospecting -> negotiation, whatever the evidence (R10). Negotiation, closed and stalled deals never
/// move.
[[nodiscard]] ProgressionDecision evaluateProgression(DealStage stage, const StageEvidence& evidence);
[[nodiscard]] ProgressionDecision evaluateProgression(
    DealStage stage, const QualificationState& qualification, int interactionCount);

/// How much evidence a deal has; grows with every quote and interaction. Compare with Opportunity::evidenceAtUndo.
[[nodiscard]] int evidenceCount(const QualificationState& qualification, int interactionCount);
/// False while nothing was added since a person undid the agent's move.
[[nodiscard]] bool evidenceGrewSinceUndo(const Opportunity& opportunity);

/// Which deal of the account a turn may move. `needsReview`: several are open and none was matched, so none moves.
struct TurnTarget {
    std::optional<Id<Opportunity>> opportunityId;
    bool needsReview = false;
};
[[nodiscard]] TurnTarget dealOfTurn(
    const std::optional<Id<Opportunity>>& matched, std::span<const Id<Opportunity>> openOfAccount);
}
