// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace agentarmy::platform {

/// P18, for every text on its way to a log, trace or report: keys, bearer tokens, passwords in URLs, card numbers and
/// the local parts of addresses are replaced. Linear in the text.
[[nodiscard]] std::string redact(std::string_view text);
}
