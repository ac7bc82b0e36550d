// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/qualification.hpp"

#include <span>

namespace agentarmy::deals {

inline constexpr double countedConfidence = 0.5; ///< a signal recorded with less does not count for a stage

/// What is known about a deal, as far as stages ask for it.
struct StageEvidence {
    std::array<bool, dimensionCount> identified {}; ///< by Dimension
    int interactions = 0; ///< confirmed outbound and inbound messages, held meetings

    [[nodiscard]] Completion completion() const;
};
/// Identified signals; one with a recorded confidence (above 0) below 0.5 counts only if a person locked it.
[[nodiscard]] StageEvidence stageEvidence(const QualificationState& qualification, int interactionCount);
/// From names such as "need_identified"; unknown names count for nothing.
[[nodiscard]] StageEvidence stageEvidence(std::span<const std::string> signalNames, int interactionCount);

[[nodiscard]] std::string signalName(Dimension dimension); ///< "economic_buyer_identified"
[[nodiscard]] std::optional<Dimension> dimensionOfSignal(std::string_view signalName);

enum class MissingCode { minBantCompletion, minMeddicCompletion, minInteractions, requiredSignal, noRequirements };

/// One thing that a stage asks for and the deal does not have.
struct MissingEvidence {
    MissingCode code = MissingCode::noRequirements;
    double required = 0; ///< 0 for signals and `noRequirements`
    double actual = 0;
    std::optional<Dimension> signal; ///< of `requiredSignal`
    bool operator==(const MissingEvidence&) const = default;
};
[[nodiscard]] Json toJson(const MissingEvidence& missing); ///< {code, required, actual}
[[nodiscard]] Json toJson(const std::vector<MissingEvidence>& missing);
/// The code; of a missing signal its name.
[[nodiscard]] std::string missingText(const MissingEvidence& missing);

struct StageCheck {
    bool met = false;
    std::vector<MissingEvidence> missing; ///< in the rule's order
};
/// Is the evidence to enter `stage` there (R9)? A stage without a row is never met.
[[nodiscard]] StageCheck checkRequirements(DealStage stage, const StageEvidence& evidence);
/// Share of the next stage's requirements that are met, 0..1; nothing where the agent has no next stage. No allocation.
[[nodiscard]] std::optional<double> progressToNext(DealStage stage, const StageEvidence& evidence);
}

namespace agentarmy {
AGENTARMY_ENUM_TEXTS(deals::MissingCode, {deals::MissingCode::minBantCompletion, "min_bant_completion"sv},
    {deals::MissingCode::minMeddicCompletion, "min_meddic_completion"sv},
    {deals::MissingCode::minInteractions, "min_interactions"sv},
    {deals::MissingCode::requiredSignal, "required_signal"sv},
    {deals::MissingCode::noRequirements, "no_requirements"sv});
}
