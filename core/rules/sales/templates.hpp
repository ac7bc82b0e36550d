// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string_view>

namespace agentarmy::sales {

/// A text of resources/templates by language ("en", "de"; others read English) and key, with line breaks; empty if
/// unknown. Read once, then thread safe.
[[nodiscard]] std::string_view templateText(std::string_view language, std::string_view key);
}
