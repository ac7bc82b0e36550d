// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/enums.hpp"

#include <optional>
#include <vector>

namespace agentarmy::deals {

/// Is the move in the graph (R8)? The same stage is always valid and does nothing.
[[nodiscard]] bool validTransition(DealStage from, DealStage to);
/// In the graph's order, without `from` itself.
[[nodiscard]] std::vector<DealStage> allowedTargets(DealStage from);
/// prospecting -> ... -> negotiation; none for negotiation, closed and stalled.
[[nodiscard]] std::optional<DealStage> nextStage(DealStage stage);
}
