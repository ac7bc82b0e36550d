// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/domain/qualification.hpp"

namespace agentarmy {

Completion completionOf(const QualificationState& state)
{
    int bant = 0;
    int meddic = 0;
    for (const auto& [dimension, text] : EnumTexts<Dimension>::values)
        (isBant(dimension) ? bant : meddic) += state[dimension].identified ? 1 : 0;
    return {bant / 4.0, meddic / 6.0};
}
}
