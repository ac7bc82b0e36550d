// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace agentarmy::mail {

struct RtfText {
    std::string text; ///< UTF-8
    bool isHtml = false; ///< the RTF carried an HTML body (`\fromhtml1`), and `text` is that
};

/// The words of an RTF body. Pictures, font tables and unknown destinations are left out; at most `maxBytes`.
[[nodiscard]] RtfText rtfToText(std::string_view rtf, std::size_t maxBytes);
}
