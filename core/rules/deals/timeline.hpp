// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/time.hpp"
#include "core/rules/text/tokens.hpp"

#include <optional>

namespace agentarmy::deals {

/// Words that name a time to come: "by end of Q3", "1 September", "in three months", "bis Ende März".
struct TimelineMention {
    std::size_t begin = 0, end = 0; ///< tokens, the preposition included
    std::optional<Date>
        date; ///< a month, quarter or year is its last day; nothing where the order of day and month is unsure
    bool deadline = false; ///< "by", "until", "end of", "bis"
};

/// Mentions in tokens [first, last), English and German, in order. A date without a year is the next one from `today`
/// on.
[[nodiscard]] std::vector<TimelineMention> timelineMentions(
    const text::Tokens& tokens, std::size_t first, std::size_t last, Date today);
}
