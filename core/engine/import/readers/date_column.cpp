// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/readers/date_column.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace agentarmy::readers {
using namespace std::chrono;
namespace {
struct MonthName {
    std::string_view name;
    unsigned month;
};
// English and German, whole and shortened; folded.
constexpr MonthName monthNames[] = {{"january", 1}, {"jan", 1}, {"januar", 1}, {"j\xC3\xA4nner", 1}, {"jaenner", 1},
    {"february", 2}, {"feb", 2}, {"februar", 2}, {"march", 3}, {"mar", 3}, {"m\xC3\xA4rz", 3}, {"maerz", 3},
    {"m\xC3\xA4r", 3}, {"mrz", 3}, {"april", 4}, {"apr", 4}, {"may", 5}, {"mai", 5}, {"june", 6}, {"jun", 6},
    {"juni", 6}, {"july", 7}, {"jul", 7}, {"juli", 7}, {"august", 8}, {"aug", 8}, {"september", 9}, {"sep", 9},
    {"sept", 9}, {"october", 10}, {"oct", 10}, {"oktober", 10}, {"okt", 10}, {"november", 11}, {"nov", 11},
    {"december", 12}, {"dec", 12}, {"dezember", 12}, {"dez", 12}};
constexpr std::string_view dayNames[] = {"monday", "mon", "tuesday", "tue", "tues", "wednesday", "wed", "thursday",
    "thu", "thur", "thurs", "friday", "fri", "saturday", "sat", "sunday", "sun", "montag", "mo", "dienstag", "di",
    "mittwoch", "mi", "donnerstag", "do", "freitag", "fr", "samstag", "sa", "sonnabend", "sonntag", "so", "of", "the",
    "at", "um", "uhr", "den", "st", "nd", "rd", "th"};

enum class Shape { none, ordered, ambiguous, period }; ///< ordered: the parts say their own order

/// A value taken apart; of an ambiguous one `first` and `second` are day and month in some order.
struct Parts {
    Shape shape = Shape::none;
    int year = 0;
    int first = 0, second = 0; ///< ordered: month, day; period: its first month, how many
    bool dots = false;
    std::optional<minutes> timeOfDay, offset;
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

struct Token {
    enum Kind { number, word, mark } kind = mark;
    std::string_view text;
    int value = 0;
};

std::vector<Token> tokensOf(std::string_view text)
{
    std::vector<Token> tokens;
    std::size_t at = 0;
    while (at < text.size() && tokens.size() < 32) {
        const auto begin = at;
        const char c = text[at];
        if (isDigit(c)) {
            int value = 0;
            while (at < text.size() && isDigit(text[at]) && at - begin < 9)
                value = value * 10 + (text[at++] - '0');
            tokens.push_back({Token::number, text.substr(begin, at - begin), value});
        } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80) {
            while (at < text.size()
                && ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z')
                    || static_cast<unsigned char>(text[at]) >= 0x80))
                ++at;
            tokens.push_back({Token::word, text.substr(begin, at - begin), 0});
        } else {
            ++at;
            if (!isAsciiSpace(c) && c != ',')
                tokens.push_back({Token::mark, text.substr(begin, 1), 0});
        }
    }
    return tokens;
}

unsigned monthOf(std::string_view word)
{
    const auto folded = foldCase(word);
    for (const auto& [name, month] : monthNames)
        if (folded == name)
            return month;
    return 0;
}

int fullYear(const Token& token)
{
    if (token.text.size() == 2)
        return token.value < 70 ? 2000 + token.value : 1900 + token.value;
    return token.text.size() == 4 ? token.value : 0;
}

/// Takes "10:15[:20[.5]] [am|pm] [Z|+01:00|UTC|CET]" out of the tokens; false if a clock stands there that is none.
bool takeClock(std::vector<Token>& tokens, Parts& parts)
{
    const auto isMark = [&](std::size_t i, char c) {
        return i < tokens.size() && tokens[i].kind == Token::mark && tokens[i].text[0] == c;
    };
    std::size_t colon = 0;
    while (colon < tokens.size() && !isMark(colon, ':'))
        ++colon;
    if (colon == tokens.size())
        return true;
    if (colon == 0 || colon + 1 >= tokens.size() || tokens[colon - 1].kind != Token::number
        || tokens[colon + 1].kind != Token::number)
        return false;
    int hour = tokens[colon - 1].value;
    const int minute = tokens[colon + 1].value;
    std::size_t end = colon + 2;
    if (isMark(end, ':') && end + 1 < tokens.size() && tokens[end + 1].kind == Token::number)
        end += 2;
    if ((isMark(end, '.')) && end + 1 < tokens.size() && tokens[end + 1].kind == Token::number)
        end += 2;
    if (end < tokens.size() && tokens[end].kind == Token::word) {
        if (equalsNoCase(tokens[end].text, "pm") || equalsNoCase(tokens[end].text, "am")) {
            const bool afternoon = tokens[end].text[0] == 'p' || tokens[end].text[0] == 'P';
            hour = hour % 12 + (afternoon ? 12 : 0);
            ++end;
        }
    }
    if (end < tokens.size() && tokens[end].kind == Token::word
        && (equalsNoCase(tokens[end].text, "z") || equalsNoCase(tokens[end].text, "utc")
            || equalsNoCase(tokens[end].text, "gmt"))) {
        parts.offset = minutes(0);
        ++end;
    }
    if ((isMark(end, '+') || isMark(end, '-')) && end + 1 < tokens.size() && tokens[end + 1].kind == Token::number) {
        const int sign = tokens[end].text[0] == '-' ? -1 : 1;
        const auto& hours = tokens[end + 1];
        int east = hours.text.size() > 2 ? hours.value / 100 * 60 + hours.value % 100 : hours.value * 60;
        end += 2;
        if (isMark(end, ':') && end + 1 < tokens.size() && tokens[end + 1].kind == Token::number) {
            east += tokens[end + 1].value;
            end += 2;
        }
        if (east <= 15 * 60)
            parts.offset = minutes(sign * east);
    }
    if (hour > 24 || minute > 59)
        return false;
    parts.timeOfDay = minutes(hour % 24 * 60 + minute);
    auto begin = colon - 1;
    if (begin > 0 && tokens[begin - 1].kind == Token::word && equalsNoCase(tokens[begin - 1].text, "t"))
        --begin;
    tokens.erase(tokens.begin() + std::ptrdiff_t(begin), tokens.begin() + std::ptrdiff_t(end));
    return true;
}

Parts fromSerial(std::string_view text)
{
    // Excel: days since 1899-12-30, with the time of day as a fraction. Only numbers that mean 1982..2091.
    const auto dot = text.find_first_of(".,");
    const auto whole = text.substr(0, dot);
    if (whole.size() != 5 || !std::all_of(whole.begin(), whole.end(), isDigit))
        return {};
    int serial = 0;
    for (const char c : whole)
        serial = serial * 10 + (c - '0');
    if (serial < 30000 || serial > 70000)
        return {};
    const Date date(sys_days(year(1899) / 12 / 30) + days(serial));
    Parts parts;
    parts.shape = Shape::ordered;
    parts.year = int(date.year());
    parts.first = int(unsigned(date.month()));
    parts.second = int(unsigned(date.day()));
    if (dot != std::string_view::npos) {
        double fraction = 0;
        double scale = 0.1;
        for (const char c : text.substr(dot + 1)) {
            if (!isDigit(c))
                return {};
            fraction += (c - '0') * scale;
            scale /= 10;
        }
        if (fraction > 0)
            parts.timeOfDay = minutes(std::lround(fraction * 1440) % 1440);
    }
    return parts;
}

/// Seconds (10 digits) or milliseconds (13) since 1970, as programs export times: 2001 to 2069.
Parts fromEpoch(std::string_view text)
{
    if ((text.size() != 10 && text.size() != 13) || !std::all_of(text.begin(), text.end(), isDigit))
        return {};
    std::int64_t seconds = 0;
    for (const char c : text.substr(0, 10))
        seconds = seconds * 10 + (c - '0');
    if (seconds < 1'000'000'000 || seconds > 3'150'000'000)
        return {};
    const sys_seconds at {std::chrono::seconds(seconds)};
    const auto midnight = floor<days>(at);
    const Date date(midnight);
    Parts parts;
    parts.shape = Shape::ordered;
    parts.year = int(date.year());
    parts.first = int(unsigned(date.month()));
    parts.second = int(unsigned(date.day()));
    parts.timeOfDay = duration_cast<minutes>(at - midnight);
    parts.offset = minutes(0);
    return parts;
}

bool isQuarterWord(std::string_view word)
{
    static constexpr std::array<std::string_view, 4> words = {"q", "quarter", "quartal", "qtr"};
    return std::ranges::any_of(words, [&](std::string_view each) { return equalsNoCase(each, word); });
}

/// A month or a quarter with its year, in four digits: "Apr 26" is a day.
Parts fromPeriod(const std::vector<Token>& numbers, unsigned month, bool quarter)
{
    const auto isYear = [](const Token& token) { return token.text.size() == 4; };
    if (quarter && month != 0)
        return {};
    Parts parts;
    parts.shape = Shape::period;
    parts.second = quarter ? 3 : 1;
    if (month != 0) {
        if (!isYear(numbers[0]))
            return {};
        parts.year = numbers[0].value;
        parts.first = int(month);
        return parts;
    }
    if (numbers.size() != 2 || isYear(numbers[0]) == isYear(numbers[1]))
        return {};
    const auto& year = isYear(numbers[0]) ? numbers[0] : numbers[1];
    const auto& other = isYear(numbers[0]) ? numbers[1] : numbers[0];
    if (other.text.size() > 2 || other.value < 1 || other.value > (quarter ? 4 : 12))
        return {};
    parts.year = year.value;
    parts.first = quarter ? other.value * 3 - 2 : other.value;
    return parts;
}

Parts partsOf(std::string_view value)
{
    value = trimView(value);
    if (value.empty() || value.size() > 80)
        return {};
    if (auto epoch = fromEpoch(value); epoch.shape != Shape::none)
        return epoch;
    if (value.back() == ')') // "Fri Apr 03 2026 10:00:00 GMT+0200 (CEST)"
        if (const auto open = value.rfind('('); open != std::string_view::npos && open > 8)
            value = trimView(value.substr(0, open));
    if (auto serial = fromSerial(value); serial.shape != Shape::none)
        return serial;
    auto tokens = tokensOf(value);
    Parts parts;
    if (!takeClock(tokens, parts))
        return {};
    std::vector<Token> numbers;
    unsigned month = 0;
    std::size_t monthAfter = 0; // numbers before the month's name
    char separator = 0;
    bool quarter = false;
    for (const auto& token : tokens) {
        if (token.kind == Token::number) {
            numbers.push_back(token);
        } else if (token.kind == Token::word) {
            const auto found = monthOf(token.text);
            if (found != 0 && month == 0) {
                month = found;
                monthAfter = numbers.size();
            } else if (isQuarterWord(token.text)) {
                quarter = true;
            } else if (std::find(std::begin(dayNames), std::end(dayNames), foldCase(token.text)) == std::end(dayNames)
                && !(equalsNoCase(token.text, "z") || equalsNoCase(token.text, "t"))) {
                return {};
            }
        } else {
            const char mark = token.text[0];
            if (mark != '.' && mark != '/' && mark != '-' && mark != '\'' && mark != '(' && mark != ')')
                return {};
            if (mark == '/' || mark == '-' || (mark == '.' && separator == 0))
                separator = mark;
        }
    }
    if (quarter || (month != 0 && numbers.size() == 1) || (month == 0 && numbers.size() == 2 && separator != 0))
        return fromPeriod(numbers, month, quarter);
    if (month != 0) {
        if (numbers.size() != 2)
            return {};
        const bool yearFirst = numbers[0].text.size() == 4 && monthAfter >= 1;
        const auto& dayToken = yearFirst ? numbers[1] : numbers[0];
        parts.year = fullYear(yearFirst ? numbers[0] : numbers[1]);
        parts.first = int(month);
        parts.second = dayToken.value;
        parts.shape = dayToken.text.size() <= 2 ? Shape::ordered : Shape::none;
        return parts;
    }
    if (numbers.size() == 1 && numbers[0].text.size() == 8) { // 20260403
        parts.year = numbers[0].value / 10000;
        parts.first = numbers[0].value / 100 % 100;
        parts.second = numbers[0].value % 100;
        parts.shape = Shape::ordered;
        return parts;
    }
    if (numbers.size() != 3 || separator == 0)
        return {};
    if (numbers[0].text.size() == 4) { // year first: month follows
        parts.year = numbers[0].value;
        parts.first = numbers[1].value;
        parts.second = numbers[2].value;
        parts.shape = numbers[1].text.size() <= 2 && numbers[2].text.size() <= 2 ? Shape::ordered : Shape::none;
        return parts;
    }
    parts.year = fullYear(numbers[2]);
    parts.first = numbers[0].value;
    parts.second = numbers[1].value;
    parts.dots = separator == '.';
    parts.shape = numbers[0].text.size() <= 2 && numbers[1].text.size() <= 2 ? Shape::ambiguous : Shape::none;
    return parts;
}

std::optional<Date> dateOf(const Parts& parts, DateOrder order)
{
    if (parts.shape == Shape::none || parts.year < 1900 || parts.year > 2199)
        return std::nullopt;
    if (parts.shape == Shape::period)
        return Date {year(parts.year), month(unsigned(parts.first)), day(1)};
    const bool monthFirst = parts.shape == Shape::ordered || (order == DateOrder::mdy && !parts.dots);
    const int m = monthFirst ? parts.first : parts.second;
    const int d = monthFirst ? parts.second : parts.first;
    if (m < 1 || m > 12 || d < 1)
        return std::nullopt;
    const Date date {year(parts.year), month(unsigned(m)), day(unsigned(d))};
    return date.ok() ? std::optional(date) : std::nullopt;
}
}

Timestamp DateValue::utc() const
{
    return sys_days(date) + timeOfDay.value_or(minutes(0)) - offset.value_or(minutes(0));
}

Result<DateColumn> DateColumn::decide(
    std::span<const std::string_view> values, const std::string& columnName, std::optional<DateOrder> said)
{
    if (said)
        return DateColumn(*said);
    std::size_t asDmy = 0;
    std::size_t asMdy = 0;
    std::string_view example;
    for (const auto value : values) {
        const auto parts = partsOf(value);
        if (parts.shape != Shape::ambiguous || parts.dots)
            continue;
        const auto dmy = dateOf(parts, DateOrder::dmy);
        const auto mdy = dateOf(parts, DateOrder::mdy);
        asDmy += dmy && !mdy ? 1 : 0;
        asMdy += mdy && !dmy ? 1 : 0;
        if (dmy && mdy && *dmy != *mdy && example.empty())
            example = trimView(value);
    }
    if (asDmy == 0 && asMdy == 0 && !example.empty())
        return fail({ErrorKind::invalid, "ambiguous_dates",
            "The column \"" + columnName + "\" holds dates like " + std::string(example)
                + " whose day and month cannot be told apart. Say which comes first with --date-order dmy or "
                  "--date-order mdy.",
            {{"column", columnName}, {"example", std::string(example)}, {"option", "--date-order dmy|mdy"}}});
    return DateColumn(asMdy > asDmy ? DateOrder::mdy : DateOrder::dmy);
}

bool DateColumn::provesOrder(std::span<const std::string_view> values)
{
    return std::ranges::any_of(values, [](std::string_view value) {
        const auto parts = partsOf(value);
        return parts.shape == Shape::ambiguous && !parts.dots
            && dateOf(parts, DateOrder::dmy).has_value() != dateOf(parts, DateOrder::mdy).has_value();
    });
}

std::optional<DateValue> DateColumn::read(std::string_view value) const
{
    const auto parts = partsOf(value);
    const auto date = dateOf(parts, m_order);
    if (!date)
        return std::nullopt;
    DateValue read {*date, parts.timeOfDay, parts.offset, {}};
    if (parts.shape == Shape::period)
        read.periodEnd = lastOfMonth(parts.year, unsigned(parts.first + parts.second - 1));
    return read;
}
}
