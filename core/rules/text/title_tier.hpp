// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <optional>
#include <string_view>

namespace agentarmy {

enum class TitleTier { cSuite, vp, director, manager, ic };

/// Seniority of a job title (deals rules R4), whole words in any case. No title, or none of the words: `ic`.
[[nodiscard]] TitleTier titleTier(std::optional<std::string_view> title);
}
