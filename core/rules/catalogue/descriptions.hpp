// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string_view>
#include <vector>

namespace agentarmy::catalogue {
/// The files of resources/rules as they were when the program was built. Their source is generated.
[[nodiscard]] std::vector<std::string_view> shippedDescriptions();
}
