// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/import/readers/column_mapping.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace agentarmy::readers {

/// Folded letters and digits of a header: "Est. Close Date" -> "estclosedate".
[[nodiscard]] std::string headerKey(std::string_view header);

struct FieldMatch {
    std::string_view field;
    int rank = 0; ///< 0 = the clearest name for the field; greater = weaker
    double weight = 0; ///< how much it speaks for its kind of table
};

/// The field that a header means in a table of that kind, if any.
[[nodiscard]] std::optional<FieldMatch> fieldOfHeader(TableKind kind, const std::string& key);

/// How much the names of columns that are not imported, and the file's name, speak for a kind.
[[nodiscard]] double hintWeight(TableKind kind, const std::vector<std::string>& keys, std::string_view fileName);
}
