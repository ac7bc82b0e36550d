// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/error.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace agentarmy {

/// A point in time, UTC, milliseconds. JSON: `2026-02-10T08:00:00.000Z`.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;
/// A calendar day without time or zone. JSON: `2026-02-10`.
using Date = std::chrono::year_month_day;

[[nodiscard]] std::string formatTimestamp(Timestamp time);
/// ISO 8601 with `Z` or an offset, with or without fraction; `invalid_time`. Years 1970..9999.
[[nodiscard]] Result<Timestamp> parseTimestamp(std::string_view text);
[[nodiscard]] std::string formatDate(Date date);
[[nodiscard]] Result<Date> parseDate(std::string_view text); ///< `YYYY-MM-DD`; `invalid_date`
[[nodiscard]] std::int64_t toMillis(Timestamp time);
[[nodiscard]] Timestamp fromMillis(std::int64_t millis);
[[nodiscard]] Date utcDate(Timestamp time);
[[nodiscard]] Timestamp startOfDayUtc(Date date);
/// The day `months` later, clamped to the month's last day (31 Jan + 3 = 30 Apr).
[[nodiscard]] Date addMonths(Date date, int months);
[[nodiscard]] Date addDays(Date date, int days);
[[nodiscard]] int daysBetween(Date from, Date to); ///< negative if `to` is earlier
[[nodiscard]] Date lastOfMonth(int year, unsigned month);
[[nodiscard]] bool isWeekend(Date date);
/// Whole periods of 24 h between two times, rounded down; 0 if `to` is earlier.
[[nodiscard]] int wholeDays(Timestamp from, Timestamp to);
}
