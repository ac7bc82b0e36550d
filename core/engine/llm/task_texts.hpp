// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <span>
#include <string_view>

namespace agentarmy {

/// A task as it lies in resources/prompts/tasks.
struct TaskText {
    std::string_view name;
    std::string_view prompt; ///< NAME.md
    std::string_view settings; ///< NAME.json
};
[[nodiscard]] std::span<const TaskText> taskTexts();
[[nodiscard]] std::string_view standingTaskText(); ///< standing.md
}
