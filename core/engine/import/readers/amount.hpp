// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/money.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace agentarmy::readers {

/// How the point is written. `dot`: 1,234.50; `comma`: 1.234,50.
enum class DecimalMark { dot, comma };

/// A number as written: exact digits, no double.
struct AmountValue {
    Money money; ///< currency from the value, else the column's default
    bool currencySaid = false; ///< the value named its currency
};

/// Reads the amounts of one column: 1,234.50 / 1.234,50 / 1 234,50 / 1'234.50 / 12k / 1.2m / 3 Mio, with or without a
/// currency (symbol or code, before or after), negative (-5, 5-, (5)).
class AmountColumn {
public:
    /// Decides from all values whether `1.234` is a thousand or one and a bit: a value that can only be read one way
    /// decides (12,5; 1.234.567; 1.234,50); else amounts of deals are whole and the mark groups thousands.
    /// `defaultCurrency` is an ISO 4217 code; for `$` it decides between dollars (USD if it is none).
    [[nodiscard]] static AmountColumn decide(std::span<const std::string_view> values, std::string defaultCurrency);

    AmountColumn(DecimalMark mark, std::string defaultCurrency)
        : m_mark(mark)
        , m_currency(std::move(defaultCurrency))
    {
    }
    /// None for a blank value, for text, and beyond 2^53 minor units. More digits than the currency has are rounded
    /// half up. `currencyCell` is the row's own currency column, "" if there is none; it wins over the default, not
    /// over the value, and says which dollar, yen or krone a mere sign means.
    [[nodiscard]] std::optional<AmountValue> read(std::string_view value, std::string_view currencyCell = {}) const;
    [[nodiscard]] DecimalMark mark() const { return m_mark; }

private:
    DecimalMark m_mark;
    std::string m_currency;
};

/// A currency by code, symbol or name ("EUR", "€", "euro", "US Dollar"); none if unknown.
[[nodiscard]] std::optional<std::string> currencyFromText(
    std::string_view text, std::string_view dollarDefault = "USD");

/// What people write into a cell that has no value: "-", "n/a", "TBD", "k.A.", "?"; blank ones too.
[[nodiscard]] bool isPlaceholder(std::string_view value);

/// A share 0..1 from "40%", "40 %", "0.4", "0,4", "40"; none if it is no number or not in 0..100.
[[nodiscard]] std::optional<double> readShare(std::string_view value);
}
