// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace agentarmy::mail {

/// Comments and style sheets taken out: half of what Outlook writes, and gumbo reads character by character.
[[nodiscard]] std::string withoutStyles(std::string_view html);

/// Whether elements are nested so deeply that gumbo would search its stack for most of the time. End tags count by
/// name; what HTML closes by itself does not count.
[[nodiscard]] bool isTooDeep(std::string_view html, int depth);
}
