// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/mail_date.hpp"

#include "core/base/text.hpp"

#include <array>
#include <vector>

namespace agentarmy::mail {
using namespace std::chrono;
namespace {
struct NamedZone {
    std::string_view name;
    int minutes; ///< east of UTC
};
// RFC 5322 and what else is seen; summer times where the name says so. Military letters mean UTC (RFC 5322 4.3).
constexpr std::array zones {NamedZone {"UT", 0}, NamedZone {"UTC", 0}, NamedZone {"GMT", 0}, NamedZone {"Z", 0},
    NamedZone {"WET", 0}, NamedZone {"EST", -300}, NamedZone {"EDT", -240}, NamedZone {"CST", -360},
    NamedZone {"CDT", -300}, NamedZone {"MST", -420}, NamedZone {"MDT", -360}, NamedZone {"PST", -480},
    NamedZone {"PDT", -420}, NamedZone {"CET", 60}, NamedZone {"CEST", 120}, NamedZone {"MET", 60},
    NamedZone {"MEZ", 60}, NamedZone {"MESZ", 120}, NamedZone {"MEST", 120}, NamedZone {"BST", 60},
    NamedZone {"IST", 330}, NamedZone {"EET", 120}, NamedZone {"EEST", 180}, NamedZone {"WEST", 60},
    NamedZone {"MSK", 180}, NamedZone {"JST", 540}, NamedZone {"KST", 540}, NamedZone {"HKT", 480},
    NamedZone {"SGT", 480}, NamedZone {"AEST", 600}, NamedZone {"AEDT", 660}, NamedZone {"AWST", 480},
    NamedZone {"NZST", 720}, NamedZone {"NZDT", 780}, NamedZone {"HST", -600}, NamedZone {"AKST", -540},
    NamedZone {"AKDT", -480}, NamedZone {"BRT", -180}, NamedZone {"SAST", 120}};

constexpr std::array<std::string_view, 12> months {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
// German, French, Spanish, Italian, Portuguese, Dutch spellings that differ in the first three letters.
struct MonthName {
    std::string_view prefix;
    unsigned month;
};
constexpr std::array foreignMonths {MonthName {"m\xC3\xA4r", 3}, MonthName {"mrz", 3}, MonthName {"mai", 5},
    MonthName {"okt", 10}, MonthName {"dez", 12}, MonthName {"f\xC3\xA9v", 2}, MonthName {"fev", 2},
    MonthName {"avr", 4}, MonthName {"juin", 6}, MonthName {"juil", 7}, MonthName {"ao\xC3\xBB", 8},
    MonthName {"d\xC3\xA9\x63", 12}, MonthName {"ene", 1}, MonthName {"abr", 4}, MonthName {"ago", 8},
    MonthName {"dic", 12}, MonthName {"gen", 1}, MonthName {"mag", 5}, MonthName {"giu", 6}, MonthName {"lug", 7},
    MonthName {"set", 9}, MonthName {"ott", 10}, MonthName {"out", 10}, MonthName {"mrt", 3}, MonthName {"mei", 5}};

unsigned monthFromWord(std::string_view word)
{
    const auto lower = asciiLower(word);
    for (const auto& [prefix, month] : foreignMonths)
        if (lower.starts_with(prefix))
            return month;
    for (std::size_t i = 0; i < months.size(); ++i)
        if (lower.starts_with(months[i]))
            return unsigned(i + 1);
    return 0;
}

struct Fields {
    int year = -1, day = -1, hour = -1, minute = 0, second = 0;
    unsigned month = 0;
    std::optional<int> offset;
    bool pm = false, am = false;
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Words and numbers apart; comments dropped. "+0100" and "10:15:00" stay whole, "3-Feb-2026" is three tokens.
std::vector<std::string_view> tokens(std::string_view text)
{
    std::vector<std::string_view> list;
    int comment = 0;
    std::size_t at = 0;
    while (at < text.size() && list.size() < 24) {
        const char c = text[at];
        if (c == '(' || c == ')') {
            comment = std::max(0, comment + (c == '(' ? 1 : -1));
            ++at;
            continue;
        }
        if (comment > 0 || isAsciiSpace(c) || c == ',' || c == ';' || c == '/' || c == '"' || c == '\'' || c == '.') {
            ++at;
            continue;
        }
        const bool sign = (c == '+' || c == '-') && at + 1 < text.size() && isDigit(text[at + 1]);
        if (c == '-'
            && (!sign || list.empty()
                || (at > 0 && !isAsciiSpace(text[at - 1]) && list.back().find(':') == std::string_view::npos))) {
            ++at; // a dash between the parts of a date
            continue;
        }
        const auto begin = at++;
        const bool number = isDigit(c) || sign;
        while (at < text.size()) {
            const char n = text[at];
            const bool belongs = number
                ? isDigit(n) || n == ':'
                : (n >= 'A' && n <= 'Z') || (n >= 'a' && n <= 'z') || static_cast<unsigned char>(n) >= 0x80;
            if (!belongs)
                break;
            ++at;
        }
        list.push_back(text.substr(begin, at - begin));
        if (number && at < text.size() && text[at] == '.'
            && list.back().find(':') != std::string_view::npos) // 10:15:00.123
            while (++at < text.size() && isDigit(text[at])) { }
    }
    return list;
}

int numberOf(std::string_view digits)
{
    int value = 0;
    for (const char c : digits.substr(0, 8)) {
        if (!isDigit(c))
            return -1;
        value = value * 10 + (c - '0');
    }
    return digits.empty() || digits.size() > 8 ? -1 : value;
}

void readClock(std::string_view token, Fields& fields)
{
    const auto parts = splitView(token, ':');
    const int hour = numberOf(parts[0]);
    const int minute = parts.size() > 1 ? numberOf(parts[1]) : 0;
    const int second = parts.size() > 2 ? numberOf(parts[2]) : 0;
    if (fields.hour >= 0 || hour < 0 || hour > 24 || minute < 0 || minute > 59 || second < 0 || second > 61)
        return;
    fields.hour = hour % 24;
    fields.minute = minute;
    fields.second = std::min(second, 59);
}

std::optional<int> readOffset(std::string_view token)
{
    const int sign = token[0] == '-' ? -1 : 1;
    std::string digits;
    for (const char c : token.substr(1))
        if (isDigit(c))
            digits += c;
    const int value = numberOf(digits);
    if (value < 0)
        return std::nullopt;
    int minutes = 0;
    if (digits.size() <= 2)
        minutes = value * 60;
    else
        minutes = value / 100 * 60 + value % 100;
    return minutes <= 15 * 60 ? std::optional(sign * minutes) : std::optional(0); // "+9900" tells nothing
}

int fullYear(int year, std::size_t digits)
{
    if (digits == 2)
        return year < 70 ? 2000 + year : 1900 + year;
    if (digits == 3) // "126": the year 2000 mistake
        return 1900 + year;
    return year;
}

void readNumber(std::string_view token, Fields& fields)
{
    const int value = numberOf(token);
    if (value < 0)
        return;
    if (token.size() == 8 && fields.year < 0 && fields.day < 0) { // 20260403
        fields.year = value / 10000;
        fields.month = unsigned(value / 100 % 100);
        fields.day = value % 100;
        return;
    }
    if (token.size() == 4 && fields.year < 0) {
        fields.year = value;
        return;
    }
    if (token.size() > 4)
        return;
    const bool yearFirst = fields.year >= 0 && fields.month == 0; // 2026-04-03
    if (yearFirst && value >= 1 && value <= 12) {
        fields.month = unsigned(value);
        return;
    }
    if (fields.day < 0 && value >= 1 && value <= 31 && token.size() <= 2) {
        fields.day = value;
        return;
    }
    if (fields.day >= 0 && fields.month == 0 && value >= 1 && value <= 12 && token.size() <= 2) { // 3.4.2026
        fields.month = unsigned(value);
        return;
    }
    if (fields.year < 0 && fields.day >= 0 && fields.month > 0)
        fields.year = fullYear(value, token.size());
}

void readWord(std::string_view token, Fields& fields)
{
    if (equalsNoCase(token, "am") || equalsNoCase(token, "pm")) {
        (token[0] == 'p' || token[0] == 'P' ? fields.pm : fields.am) = true;
        return;
    }
    if (fields.hour >= 0 || (fields.day >= 0 && fields.month > 0))
        for (const auto& [name, minutes] : zones)
            if (equalsNoCase(token, name)) {
                if (!fields.offset)
                    fields.offset = minutes;
                return;
            }
    if (fields.month == 0 && token.size() >= 3)
        fields.month = monthFromWord(token);
}
}

std::optional<Timestamp> parseMailDate(std::string_view text)
{
    Fields fields;
    const auto list = tokens(text.substr(0, 200));
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto token = list[i];
        if (token[0] == '+' || token[0] == '-') {
            if (fields.hour < 0)
                continue;
            const auto offset = readOffset(token);
            if (offset && (!fields.offset || *fields.offset == 0)) // "GMT+1"
                fields.offset = offset;
        } else if (isDigit(token[0])) {
            if (token.find(':') != std::string_view::npos)
                readClock(token, fields);
            else
                readNumber(token, fields);
        } else if ((token == "T" || token == "t") && i + 1 < list.size()) { // 2026-02-10T08:00:00
            continue;
        } else {
            readWord(token, fields);
        }
    }
    const Date date {year(fields.year), month(fields.month), day(fields.day < 0 ? 0U : unsigned(fields.day))};
    if (fields.year < 1970 || fields.year > 2199 || !date.ok())
        return std::nullopt;
    int hour = std::max(fields.hour, 0);
    if (fields.pm && hour < 12)
        hour += 12;
    if (fields.am && hour == 12)
        hour = 0;
    return sys_days(date) + hours(hour) + minutes(fields.minute - fields.offset.value_or(0)) + seconds(fields.second);
}
}
