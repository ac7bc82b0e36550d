// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/error.hpp"
#include "core/domain/enums.hpp"

#include <vector>

namespace agentarmy::sales {

/// Targets of the stage table (R4) in its order; none for closed stages.
[[nodiscard]] std::vector<DealStage> allowedTargets(DealStage from);
/// The same stage is allowed and changes nothing.
[[nodiscard]] bool canTransition(DealStage from, DealStage to);
/// `invalid_stage_transition` (conflict) with from, to and the allowed list. The agent never enters a closed stage.
[[nodiscard]] Result<void> checkTransition(DealStage from, DealStage to, ActorKind actor);
}
