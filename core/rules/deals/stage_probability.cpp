// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/stage_probability.hpp"

namespace agentarmy::deals {

Result<StageProbabilities> checkedProbabilities(const StageProbabilities& table)
{
    double before = 0;
    for (const auto& [stage, text] : EnumTexts<DealStage>::values) {
        const double value = table.of(stage);
        if (!(value >= 0 && value <= 1)) // false for a NaN too
            return fail(invalidField(std::string(text), "0..1"));
        if (!isActive(stage))
            continue;
        if (value < before)
            return fail(invalidField(std::string(text), "not below the stage before it"));
        before = value;
    }
    return table;
}
}
