// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace agentarmy::sales {

/// A text of resources/templates by language ("en", "de"; others read English) and key, with line breaks; empty if
/// unknown. Read once, then thread safe.
[[nodiscard]] std::string_view templateText(std::string_view language, std::string_view key);
/// What stands for {name} in a template, by name.
using TemplateSlots = std::vector<std::pair<std::string_view, std::string>>;
/// The template with its slots filled; a sentence with an empty or unknown slot is left out.
[[nodiscard]] std::string filledTemplate(std::string_view text, const TemplateSlots& slots);
}
