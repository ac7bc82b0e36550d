// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/confidence.hpp"

#include <algorithm>
#include <cmath>

namespace agentarmy::sales {

double round2(double value) { return std::floor(value * 100 + 0.5 + 1e-9) / 100; }

TurnConfidence turnConfidence(const TurnConfidenceInput& input)
{
    const auto share = [](int part, int whole) { return whole > 0 ? std::clamp(double(part) / whole, 0.0, 1.0) : 1.0; };
    const double m = std::clamp(input.modelConfidence, 0.0, 1.0);
    TurnConfidence result;
    result.turn = round2(0.5 * m + 0.3 * share(input.claimsWithSource, input.claims)
        + 0.2 * share(input.questionsAnswered, input.questionsAsked));
    result.score = input.previousScore ? round2(0.6 * result.turn + 0.4 * *input.previousScore) : result.turn;
    return result;
}
}
