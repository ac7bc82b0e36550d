// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/opportunity.hpp"
#include "core/rules/deals/stage_probability.hpp"
#include "core/rules/deals/stage_requirements.hpp"

namespace agentarmy::deals {

enum class Mover { rep, manager, executive, admin, agent };
[[nodiscard]] Mover moverOf(Role role);

/// What a person gives with a move. Texts count trimmed; a blank one is as good as none.
struct MoveInput {
    bool override = false;
    std::optional<std::string> reason; ///< 3..500 characters where one is needed
    std::optional<std::string> lostReason; ///< 1..500 bytes
    std::optional<Money> closedValue; ///< above 0
};

enum class MoveAnswer { allowed, needsInput, forbidden };

struct MoveDecision {
    MoveAnswer answer = MoveAnswer::allowed;
    std::vector<std::string> warnings; ///< of an allowed move: missing evidence, as missingText() names it
    std::vector<std::string>
        fields; ///< of `needsInput`: "override", "reason", "lostReason", "closedValue", in the table's order
    std::string code; ///< of `forbidden`: reopen_not_allowed, agent_cannot_move, invalid_stage_transition
};
/// The answer to a stage move (R11). `missing` is what checkRequirements() says of `to`.
[[nodiscard]] MoveDecision decideStageMove(
    DealStage from, DealStage to, Mover mover, const std::vector<MissingEvidence>& missing, const MoveInput& input);
/// The same with `missing` from the deal itself. For the agent: only the step that evaluateProgression() allows.
[[nodiscard]] MoveDecision decideStageMove(
    const Opportunity& opportunity, DealStage to, Mover mover, const MoveInput& input);
/// The error that an API gives for a decision that is not `allowed`: `move_needs_input` {fields}, `reopen_not_allowed`,
/// `agent_cannot_move`, `invalid_stage_transition` {from, to, allowed}.
[[nodiscard]] Error moveError(const MoveDecision& decision, DealStage from, DealStage to);

/// Where a stalled deal goes by default.
[[nodiscard]] DealStage resumeTarget(const Opportunity& opportunity);

/// The fields that a decided move changes: field name -> new value, null clears. Empty for a move to the same stage.
/// dealStage, stageEnteredAt; probability (unless a person set it; then only closing changes nothing either); on
/// stalling stageBeforeStall and stallReason; on closing closedAt, closedValue or lostReason; on leaving them they are
/// cleared.
[[nodiscard]] Json applyStageMove(const Opportunity& opportunity, DealStage to, const MoveInput& input, Timestamp now,
    const StageProbabilities& probabilities = {});

/// The fields that a new close date changes: closeDate, and closeDatePushes + 1 if it is later than a known one.
[[nodiscard]] Json applyCloseDate(const Opportunity& opportunity, const std::optional<Date>& closeDate);
}

namespace agentarmy {
AGENTARMY_ENUM_TEXTS(deals::Mover, {deals::Mover::rep, "rep"sv}, {deals::Mover::manager, "manager"sv},
    {deals::Mover::executive, "executive"sv}, {deals::Mover::admin, "admin"sv}, {deals::Mover::agent, "agent"sv});
AGENTARMY_ENUM_TEXTS(deals::MoveAnswer, {deals::MoveAnswer::allowed, "allowed"sv},
    {deals::MoveAnswer::needsInput, "needs_input"sv}, {deals::MoveAnswer::forbidden, "forbidden"sv});
}
