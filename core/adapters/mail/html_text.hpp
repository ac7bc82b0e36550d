// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace agentarmy::mail {

struct HtmlLimits {
    std::size_t inputBytes = std::size_t(4) << 20; ///< what follows is not read
    std::size_t textBytes = std::size_t(1) << 20;
    int depth = 500; ///< a page nested deeper is only stripped of its tags
};

struct HtmlText {
    std::string text; ///< valid UTF-8, lines end with LF, no more than one blank line in a row, trimmed
    bool truncated = false;
    bool hasQuote = false; ///< some lines are quoted (`> `)
};

/// HTML of a mail as safe plain text: scripts, styles, comments, hidden elements and pictures (tracking pixels too) are
/// dropped; paragraphs, list items and table rows become lines; a link becomes `text (url)` if its address is http,
/// https or mailto and is not what the text already says. Quoted mail (blockquote, gmail_quote, yahoo_quoted,
/// moz-cite-prefix, Outlook's border-top and #divRplyFwdMsg / #appendonsend and what follows) becomes lines that start
/// with `> `. `html` is UTF-8 (broken bytes are replaced). Never fails. What would take more than 2 s of work or 12
/// times its size in memory (plus 8 MiB) to parse is only stripped of its tags.
[[nodiscard]] HtmlText htmlToText(std::string_view html, const HtmlLimits& limits = {});
}
