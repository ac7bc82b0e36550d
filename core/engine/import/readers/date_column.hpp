// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/enums.hpp"
#include "core/base/error.hpp"
#include "core/base/time.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace agentarmy::readers {

enum class DateOrder { dmy, mdy };
}
namespace agentarmy {
template <> struct EnumTexts<readers::DateOrder> {
    using K = readers::DateOrder;
    static constexpr auto values = std::to_array<std::pair<K, std::string_view>>({{K::dmy, "dmy"}, {K::mdy, "mdy"}});
};
}
namespace agentarmy::readers {

struct DateValue {
    Date date {};
    std::optional<std::chrono::minutes> timeOfDay; ///< since midnight; none if only a day was written
    std::optional<std::chrono::minutes> offset; ///< east of UTC, if one was written
    std::optional<Date> periodEnd; ///< the last day, if a month or a quarter was written; `date` is its first

    /// The instant; without an offset as if written in UTC, without a time at the start of the day.
    [[nodiscard]] Timestamp utc() const;
    bool operator==(const DateValue&) const = default;
};

/// Reads the dates of one column in any usual form: 2026-04-03, 2026/04/03, 20260403, 03.04.2026, 3/4/26, 3 Apr 2026,
/// Apr 3 2026,
/// 3. April 2026, "Freitag, 3. April 2026", with times and zones, Excel serials (46115), seconds or milliseconds since
/// 1970; of a whole month or quarter 2026-04, 04/2026, Apr 2026, Q2 2026, 2026-Q2. Names are English and German.
class DateColumn {
public:
    /// Decides the order of day and month from all values: one value above 12 decides; dots mean dmy. Blank values and
    /// such as are no dates are passed over. If both orders stay possible and differ in some value: error
    /// `ambiguous_dates`, whose details name `column`, `example` and `option` ("--date-order dmy|mdy"). If values
    /// contradict each other, the order that reads more of them is taken; the rest reads as none.
    [[nodiscard]] static Result<DateColumn> decide(std::span<const std::string_view> values,
        const std::string& columnName, std::optional<DateOrder> said = std::nullopt);

    /// Whether some value can be read in one order only.
    [[nodiscard]] static bool provesOrder(std::span<const std::string_view> values);

    explicit DateColumn(DateOrder order = DateOrder::dmy)
        : m_order(order)
    {
    }
    /// None for a blank value and for what is no date ("TBD", "0000-00-00"). Years 1900..2199.
    [[nodiscard]] std::optional<DateValue> read(std::string_view value) const;
    [[nodiscard]] DateOrder order() const { return m_order; }

private:
    DateOrder m_order;
};
}
