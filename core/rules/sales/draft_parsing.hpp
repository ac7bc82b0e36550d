// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace agentarmy::sales {

struct ParsedDraft {
    std::string subject;
    std::string bodyText; ///< plain text, trimmed
    std::string bodyHtml; ///< escaped, or model HTML reduced to p, br, ul, ol, li, b, i, a(https)
};
/// R7. Never fails: without a subject line the fallback, or "Follow-up" if that is blank.
[[nodiscard]] ParsedDraft parseDraft(std::string_view answer, std::string_view fallbackSubject);
/// Plain text as HTML: blank line starts a paragraph, newline is <br>; escaped.
[[nodiscard]] std::string plainToHtml(std::string_view text);
}
