// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/qbs.hpp"

#include <set>

namespace agentarmy::qbs {

/// Q1: the dimensions that nobody has identified yet, in the order of QuestionTarget. All known: none.
[[nodiscard]] std::vector<QuestionTarget> qualificationGaps(const std::set<Dimension>& identified);
/// "budget, need, economic_buyer"; empty if all is known.
[[nodiscard]] std::string gapsText(const std::vector<QuestionTarget>& gaps);
}
