// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string_view>

namespace agentarmy::sales {

/// A file of resources/prompts or resources/templates, compiled in: shippedText("prompts/role.md"). Empty for unknown
/// names.
[[nodiscard]] std::string_view shippedText(std::string_view name);
}
