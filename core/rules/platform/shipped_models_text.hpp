// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string_view>

namespace agentarmy::platform {

/// resources/llm/models.json as it was compiled in.
[[nodiscard]] std::string_view shippedModelsText();
}
