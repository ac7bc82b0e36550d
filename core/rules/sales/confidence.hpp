// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <optional>

namespace agentarmy::sales {

struct TurnConfidenceInput {
    double modelConfidence = 0.75;
    int claims = 0, claimsWithSource = 0;
    int questionsAsked = 0, questionsAnswered = 0; ///< of the customer's
    std::optional<double> previousScore;
};
struct TurnConfidence {
    double turn = 0;
    double score = 0;
};
/// R12, both rounded half up to 2 decimals as decimal numbers (0.775 gives 0.78).
[[nodiscard]] TurnConfidence turnConfidence(const TurnConfidenceInput& input);
[[nodiscard]] double round2(double value);
}
