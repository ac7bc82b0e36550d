// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/error.hpp"
#include "core/domain/enums.hpp"

#include <array>

namespace agentarmy::deals {

/// Probability by stage, indexed by DealStage; 0..1.
struct StageProbabilities {
    std::array<double, 8> values {0.10, 0.20, 0.40, 0.60, 0.80, 1.00, 0.00, 0.05};
    [[nodiscard]] double of(DealStage stage) const { return values[std::size_t(stage)]; }
};
/// `validation_failed` unless every value is 0..1 and none falls between consecutive active stages.
[[nodiscard]] Result<StageProbabilities> checkedProbabilities(const StageProbabilities& table);
}
