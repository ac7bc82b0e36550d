// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace agentarmy {

/// Rises with every change of what the analyser makes of a text: indexes built with another version are built anew.
inline constexpr int analyserVersion = 1;

/// The one full-text analyser. Text becomes terms of lower-case letters and digits without accents, separated by single
/// spaces, each at most 64 bytes; ASCII characters of a term are only `a-z0-9`, so any index that splits at spaces
/// (FTS5 `ascii`, PostgreSQL `simple`) sees the same words. Words are stemmed as English or German, whichever the text
/// looks like; Chinese, Japanese and Korean come in overlapping pairs; Thai and its like are split by ICU's dictionary.
/// No word is dropped. Pure and thread safe.
struct SearchTerms {
    std::string title;
    std::string text;
};
[[nodiscard]] SearchTerms analyse(std::string_view title, std::string_view text);

/// One thing that must occur: any of the `alternatives`, each a run of neighbouring terms. With `prefix`, the last term
/// of the marked alternative may go on.
struct SearchClause {
    struct Alternative {
        std::vector<std::string> terms;
        bool prefix = false;
        auto operator<=>(const Alternative&) const = default;
    };
    std::vector<Alternative> alternatives;
};
/// Reads what a person typed: words, and phrases in double quotes; the last word counts as begun unless white space or
/// a quote follows it. Stems of both languages are alternatives, since a query is too short to tell its language. At
/// most 32 clauses. Empty: nothing in it can be searched.
[[nodiscard]] std::vector<SearchClause> analyseQuery(std::string_view query);
}
