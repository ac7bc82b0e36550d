// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/money.hpp"
#include "core/rules/text/tokens.hpp"

#include <optional>

namespace agentarmy::text {

/// A sum of money in running text: "EUR 80k", "80.000 €", "$1.2m", "CHF 30'000", "eighty thousand euros", "150-200k".
struct Amount {
    Range range; ///< the whole expression, sign or code included
    std::optional<std::string> currency; ///< ISO code; nothing if the text names none
    double low = 0; ///< major units; of "150-200k" the 150,000
    double high = 0; ///< equals low unless it is a span
    bool sized = false; ///< written with k, m, thousand, Mio. and so on
    /// The upper end in minor units; `fallbackCurrency` where the text names none. Nothing beyond 2^53.
    [[nodiscard]] std::optional<Money> money(std::string_view fallbackCurrency) const;
};

/// Amounts in order, not overlapping. A bare number is one only if it has a currency or a size word. Percentages,
/// dates, times, phone numbers and numbers with another unit (hours, users, tonnes) are none. Linear.
[[nodiscard]] std::vector<Amount> amounts(std::string_view text);

/// The same over tokens, with the tokens [first, last) of each.
struct TokenAmount {
    Amount amount;
    std::size_t first = 0, last = 0;
};
[[nodiscard]] std::vector<TokenAmount> amounts(const Tokens& tokens);

/// A number in figures or words ("80.000", "1,6", "eighty thousand", "fünfundzwanzig", "half a million") from token
/// `at` on.
struct Number {
    double value = 0;
    std::size_t last = 0; ///< token behind it
    bool sized = false;
};
[[nodiscard]] std::optional<Number> numberAt(const Tokens& tokens, std::size_t at);
}
