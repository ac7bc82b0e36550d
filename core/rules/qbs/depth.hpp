// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/qbs.hpp"

#include <span>

namespace agentarmy::qbs {

/// Q3: how deep a text speaks of a pain, sentence by sentence, English or German; the deepest counts. An emotion in the
/// first person; else a cost, loss, delay or penalty with a number or a period; else a pain. What is denied, or only
/// asked about without speaking of oneself, marks nothing.
[[nodiscard]] PainDepth assessDepth(std::string_view text);
/// Q5 (iv): the claimed depth, lowered to what its quotes carry. `business_impact` takes a quote with a cost, loss,
/// delay or number, `emotional` one with an emotion or a statement of weight in the first person; below that a claim
/// needs no proof.
[[nodiscard]] PainDepth checkDepth(PainDepth claimed, std::span<const std::string> quotes);
}
