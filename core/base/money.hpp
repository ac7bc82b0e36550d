// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/error.hpp"

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agentarmy {

/// An amount in minor units of an ISO 4217 currency. Never a double, never added across currencies.
struct Money {
    std::int64_t amountMinor = 0;
    std::string currency; ///< three capital letters
    auto operator<=>(const Money&) const = default;
};

/// Digits after the point of a currency: EUR 2, JPY 0, KWD 3; unknown codes 2.
[[nodiscard]] int minorDigits(std::string_view currency);
[[nodiscard]] bool isCurrencyCode(std::string_view code); ///< a code of ISO 4217 in force
/// `value * factor` rounded half up to whole minor units, without overflow for |value| < 2^53.
[[nodiscard]] std::int64_t scaleHalfUp(std::int64_t amountMinor, double factor);
/// `EUR 1,234.50`: code, thousands by comma, minor digits only if not zero. For logs, tables and prompts; screens use
/// the locale.
[[nodiscard]] std::string plainText(const Money& money);

/// Sums kept apart by currency.
class MoneySums {
public:
    void add(const Money& money) { m_sums[money.currency] += money.amountMinor; }
    [[nodiscard]] std::vector<Money> list() const; ///< by currency code
private:
    std::map<std::string, std::int64_t> m_sums;
};
}
