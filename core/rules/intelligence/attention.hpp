// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/enums.hpp"

#include <vector>

namespace agentarmy::intelligence {

/// How much a deal needs a look: 0 without a mark or reason. The worst mark counts (at risk 3, overdue 2.5, stuck and
/// stale 2, to be reviewed 1.5), each further reason adds a fifth, times what is expected of the deal (amount x
/// probability in whole units; unknown: as 1,000). Our own figures: they only order a list.
[[nodiscard]] double attentionScore(
    const std::vector<DealMark>& marks, const std::vector<RiskReason>& reasons, double expectedValue);

/// The one reason to say first: late, then silent, then stuck, then who is missing.
[[nodiscard]] std::optional<RiskReason> firstReason(const std::vector<RiskReason>& reasons);
}
