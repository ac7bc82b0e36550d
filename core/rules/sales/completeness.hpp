// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/qualification.hpp"

#include <set>

namespace agentarmy::sales {

[[nodiscard]] Completion completeness(const std::set<Dimension>& identified);
[[nodiscard]] std::set<Dimension> identifiedDimensions(const QualificationState& state);
/// Whole percent, half up: 0.4583 gives 46.
[[nodiscard]] int wholePercent(double share);
/// "budget", "success metrics", "economic buyer": the name of a dimension in texts for people.
[[nodiscard]] std::string_view plainName(Dimension dimension);
/// The one value of a signal as text: range, contact (with role), description, or the items joined by ", "; empty if
/// none.
[[nodiscard]] std::string valueText(Dimension dimension, const Signal& signal);
}
