// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace agentarmy::text {

struct DiffLine {
    enum class Kind { same, removed, added } kind = Kind::same;
    std::string text; ///< without its line end
    bool operator==(const DiffLine&) const = default;
};

/// What became of a text, line by line, in reading order; what was removed stands before what was put there. The
/// longest common lines stay. Texts of more than 2,000 lines are taken as wholly other where they differ.
[[nodiscard]] std::vector<DiffLine> lineDiff(std::string_view before, std::string_view after);
}
