// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/time.hpp"

#include <cstdio>

namespace agentarmy {
using namespace std::chrono;
namespace {
/// Reads exactly `count` digits at `at`; -1 if there are not that many.
int digitsAt(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}
Error badTime(std::string_view text)
{
    return {ErrorKind::invalid, "invalid_time", "Not an ISO 8601 time: " + std::string(text.substr(0, 60)), {}};
}
}

std::string formatTimestamp(Timestamp time)
{
    const auto day = floor<days>(time);
    const Date date(day);
    const auto inDay = unsigned((time - day).count());
    const int year = int(date.year());
    if (year < 0 || year > 9999) { // no time of ours: the general way
        char text[40];
        std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02u:%02u:%02u.%03uZ", year, unsigned(date.month()),
            unsigned(date.day()), inDay / 3600000, inDay / 60000 % 60, inDay / 1000 % 60, inDay % 1000);
        return text;
    }
    std::string text("0000-00-00T00:00:00.000Z"); // every piece of evidence has one: printf would take its time
    const auto put = [&](std::size_t last, unsigned value) {
        for (auto at = last; value > 0; --at, value /= 10)
            text[at] = char('0' + value % 10);
    };
    put(3, unsigned(year));
    put(6, unsigned(date.month()));
    put(9, unsigned(date.day()));
    put(12, inDay / 3600000);
    put(15, inDay / 60000 % 60);
    put(18, inDay / 1000 % 60);
    put(22, inDay % 1000);
    return text;
}

Result<Timestamp> parseTimestamp(std::string_view text)
{
    const int y = digitsAt(text, 0, 4);
    const int mo = digitsAt(text, 5, 2);
    const int d = digitsAt(text, 8, 2);
    const int h = digitsAt(text, 11, 2);
    const int mi = digitsAt(text, 14, 2);
    const int s = digitsAt(text, 17, 2);
    const bool shape = text.size() >= 20 && text[4] == '-' && text[7] == '-' && (text[10] == 'T' || text[10] == ' ')
        && text[13] == ':' && text[16] == ':';
    const Date date {year(y), month(mo < 0 ? 0U : unsigned(mo)), day(d < 0 ? 0U : unsigned(d))};
    if (!shape || y < 1970 || !date.ok() || h < 0 || h > 23 || mi < 0 || mi > 59 || s < 0 || s > 60)
        return fail(badTime(text));
    std::size_t at = 19;
    int millis = 0;
    if (text[at] == '.' || text[at] == ',') {
        int scale = 100;
        std::size_t first = ++at;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10)
            millis += (text[at] - '0') * scale;
        if (at == first)
            return fail(badTime(text));
    }
    int offset = 0;
    const auto rest = text.substr(at);
    if (rest != "Z" && rest != "z") {
        const bool colon = rest.size() == 6 && rest[3] == ':';
        const int oh = digitsAt(rest, 1, 2);
        const int om = digitsAt(rest, colon ? 4 : 3, 2);
        if ((rest.size() != 5 && !colon) || (rest[0] != '+' && rest[0] != '-') || oh < 0 || oh > 23 || om < 0
            || om > 59)
            return fail(badTime(text));
        offset = (oh * 60 + om) * (rest[0] == '-' ? -1 : 1);
    }
    return sys_days(date) + hours(h) + minutes(mi - offset) + seconds(s) + milliseconds(millis);
}

std::string formatDate(Date date)
{
    char out[40];
    std::snprintf(out, sizeof out, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()), unsigned(date.day()));
    return out;
}

Result<Date> parseDate(std::string_view text)
{
    const int y = digitsAt(text, 0, 4);
    const int m = digitsAt(text, 5, 2);
    const int d = digitsAt(text, 8, 2);
    const Date date {year(y), month(m < 0 ? 0U : unsigned(m)), day(d < 0 ? 0U : unsigned(d))};
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || y < 0 || !date.ok())
        return fail(
            {ErrorKind::invalid, "invalid_date", "Not a date (YYYY-MM-DD): " + std::string(text.substr(0, 60)), {}});
    return date;
}

std::int64_t toMillis(Timestamp time) { return time.time_since_epoch().count(); }
Timestamp fromMillis(std::int64_t millis) { return Timestamp(milliseconds(millis)); }
Date utcDate(Timestamp time) { return Date(floor<days>(time)); }
Timestamp startOfDayUtc(Date date) { return sys_days(date); }

Date addMonths(Date date, int count)
{
    const auto target = year_month(date.year(), date.month()) + months(count);
    const auto last = lastOfMonth(int(target.year()), unsigned(target.month()));
    return Date(target.year(), target.month(), date.day() > last.day() ? last.day() : date.day());
}

Date addDays(Date date, int count) { return Date(sys_days(date) + days(count)); }
int daysBetween(Date from, Date to) { return int((sys_days(to) - sys_days(from)).count()); }
Date lastOfMonth(int y, unsigned m) { return Date(year_month_day_last(year(y), month_day_last(month(m)))); }

bool isWeekend(Date date)
{
    const weekday day {sys_days(date)};
    return day == Saturday || day == Sunday;
}

int wholeDays(Timestamp from, Timestamp to) { return to <= from ? 0 : int(floor<days>(to - from).count()); }
}
