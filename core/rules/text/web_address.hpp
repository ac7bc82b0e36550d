// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace agentarmy::text {

/// `text` with a space for each byte of a web address ("https://...", "www. ..."), so that positions stay and nobody
/// reads the words of a path as said; nothing where there is none. An address ends at white space, brackets and quotes,
/// without the full stop or comma behind it. Linear.
[[nodiscard]] std::optional<std::string> withoutWebAddresses(std::string_view text);
}
