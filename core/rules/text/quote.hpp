// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/rules/text/scan.hpp"

#include <optional>

namespace agentarmy::text {

/// What quotes are compared by: case folded, each run of white space one space, typographic quotes and dashes unified,
/// trimmed.
[[nodiscard]] std::string quoteKey(std::string_view quote);

/// A source text prepared once for several look-ups. Keeps no reference to the text. Memory: about six times the text.
class QuoteFinder {
public:
    explicit QuoteFinder(std::string_view source);
    /// Where the quote first stands in the source, in the source's bytes; nothing for an empty quote.
    [[nodiscard]] std::optional<Range> find(std::string_view quote) const;

private:
    std::string m_folded;
    std::vector<std::uint32_t> m_begin; ///< source offset of each folded byte
    std::size_t m_size = 0;
};

[[nodiscard]] std::optional<Range> findQuote(std::string_view source, std::string_view quote);
}
