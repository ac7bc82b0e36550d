// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/readers/amount.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace agentarmy::readers {
namespace {
bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// A value taken apart: sign, the digits with their marks, what multiplies them, the currency's text.
struct Parts {
    bool negative = false;
    std::string digits; ///< digits, '.' and ',' only; other grouping marks are gone
    int scale = 0; ///< powers of ten from k, m, Mio, bn
    std::string currency;
    bool valid = false;
};

int scaleOf(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, int>, 20> words {
        {{"k", 3}, {"thousands", 3}, {"tsd", 3}, {"t", 3}, {"teur", 3}, {"thousand", 3}, {"tausend", 3}, {"m", 6},
            {"mm", 6}, {"mio", 6}, {"mn", 6}, {"mln", 6}, {"million", 6}, {"millionen", 6}, {"millions", 6}, {"bn", 9},
            {"b", 9}, {"mrd", 9}, {"billion", 9}, {"milliarden", 9}}};
    for (const auto& [name, scale] : words)
        if (word == name)
            return scale;
    return 0;
}

/// Symbols by their first bytes; "$" alone is a dollar of some country.
std::string currencySymbol(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 25> symbols {{{"\xE2\x82\xAC", "EUR"},
        {"\xC2\xA3", "GBP"}, {"\xC2\xA5", "JPY"}, {"\xE2\x82\xB9", "INR"}, {"\xE2\x82\xA9", "KRW"},
        {"\xE2\x82\xBD", "RUB"}, {"\xE2\x82\xBA", "TRY"}, {"\xE2\x82\xB4", "UAH"}, {"\xE2\x82\xAA", "ILS"},
        {"\xE2\x82\xAB", "VND"}, {"\xE2\x82\xB1", "PHP"}, {"\xE2\x82\xA6", "NGN"}, {"\xE0\xB8\xBF", "THB"},
        {"us$", "USD"}, {"a$", "AUD"}, {"au$", "AUD"}, {"c$", "CAD"}, {"ca$", "CAD"}, {"nz$", "NZD"}, {"hk$", "HKD"},
        {"s$", "SGD"}, {"r$", "BRL"}, {"z\xC5\x82", "PLN"}, {"k\xC4\x8D", "CZK"}, {"fr.", "CHF"}}};
    const auto lower = asciiLower(trimView(text));
    for (const auto& [symbol, code] : symbols)
        if (lower == symbol)
            return std::string(code);
    return {};
}

std::string currencyName(const std::string& lower)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 22> names {
        {{"euro", "EUR"}, {"euros", "EUR"}, {"dollar", "USD"}, {"dollars", "USD"}, {"us dollar", "USD"},
            {"us dollars", "USD"}, {"u.s. dollar", "USD"}, {"usdollar", "USD"}, {"us-dollar", "USD"}, {"pound", "GBP"},
            {"pounds", "GBP"}, {"pound sterling", "GBP"}, {"british pound", "GBP"}, {"pfund", "GBP"},
            {"franken", "CHF"}, {"schweizer franken", "CHF"}, {"swiss franc", "CHF"}, {"yen", "JPY"}, {"sfr", "CHF"},
            {"rupee", "INR"}, {"canadian dollar", "CAD"}, {"australian dollar", "AUD"}}};
    for (const auto& [name, code] : names)
        if (lower == name)
            return std::string(code);
    return {};
}

/// Whether a word beside the digits belongs there: a scale, a currency, or both ("kEUR").
bool takeWord(std::string_view word, Parts& parts, std::string_view dollarDefault)
{
    const auto lower = asciiLower(trimView(word));
    if (lower.empty() || lower == "-" || lower == "ca." || lower == "ca" || lower == "~")
        return true;
    if (const int scale = scaleOf(lower.ends_with('.') ? lower.substr(0, lower.size() - 1) : lower);
        scale > 0 && parts.scale == 0) {
        parts.scale = scale;
        if (lower == "teur")
            parts.currency = "EUR";
        return true;
    }
    if (auto currency = currencyFromText(lower, dollarDefault)) {
        if (!parts.currency.empty() && parts.currency != *currency)
            return false;
        parts.currency = std::move(*currency);
        return true;
    }
    if (lower.size() > 3) // "12kEUR", "1.2m€"
        for (std::size_t cut = 1; cut <= 3; ++cut)
            if (const int scale = scaleOf(lower.substr(0, cut)); scale > 0)
                if (auto currency = currencyFromText(lower.substr(cut), dollarDefault)) {
                    parts.scale = scale;
                    parts.currency = std::move(*currency);
                    return true;
                }
    return false;
}

/// A code point that only groups digits: spaces, apostrophes.
bool isGroupMark(char32_t c)
{
    return c == U' ' || c == U'\'' || c == 0xA0 || c == 0x202F || c == 0x2009 || c == 0x2007 || c == 0x2019 || c == U'_'
        || c == U'\u00B4';
}

Parts partsOf(std::string_view value, std::string_view dollarDefault)
{
    Parts parts;
    value = trimView(value);
    if (value.empty() || value.size() > 80)
        return parts;
    if (value.front() == '(' && value.back() == ')') { // accountants' minus
        parts.negative = true;
        value = trimView(value.substr(1, value.size() - 2));
    }
    std::string before;
    std::string after;
    std::size_t at = 0;
    while (at < value.size()) {
        const auto begin = at;
        const char32_t c = nextCodePoint(value, at);
        const bool digit = c < 0x80 && isDigit(char(c));
        if (digit
            || ((c == U'.' || c == U',') && !parts.digits.empty() && after.empty() && at < value.size()
                && isDigit(value[at]))) {
            if (!trimView(after).empty())
                return parts; // digits again behind words
            after.clear();
            parts.digits += char(c);
        } else if (c == U'-' || c == 0x2212 || c == 0x2013) {
            const bool dash = begin > 0 && (value[begin - 1] == ',' || value[begin - 1] == '.'); // "1.000,-"
            if (parts.digits.empty() || (at == value.size() && !dash))
                parts.negative = true;
            else
                after += '-';
        } else if (isGroupMark(c) && !parts.digits.empty() && trimView(after).empty()) {
            after += ' '; // digits may go on
        } else if ((c == U'+' && parts.digits.empty())
            || ((c == U'.' || c == U',') && !parts.digits.empty() && trimView(after).empty())) {
            continue; // "+5", "1.000,-", "12."
        } else {
            (parts.digits.empty() ? before : after) += value.substr(begin, at - begin);
        }
    }
    if (parts.digits.empty() || parts.digits.size() > 40)
        return parts;
    for (const auto& side : {before, after})
        for (const auto word : splitView(side, ' '))
            if (!takeWord(word, parts, dollarDefault) && !takeWord(side, parts, dollarDefault))
                return parts;
    parts.valid = true;
    return parts;
}

enum class Reading { any, dotOnly, commaOnly, ambiguousDot, ambiguousComma, none };

/// Digits only once each group mark is right: "1.234.567" yes, "12.34.5" no.
bool groupsAreRight(std::string_view digits, char mark)
{
    const auto parts = splitView(digits, mark);
    if (parts[0].empty() || parts[0].size() > 3)
        return false;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const bool last = i + 1 == parts.size();
        if (parts[i].size() != 3 && !(parts[i].size() == 2 && !last)) // 12,34,567: Indian groups
            return false;
    }
    return true;
}

Reading readingOf(const std::string& digits)
{
    const auto dots = std::count(digits.begin(), digits.end(), '.');
    const auto commas = std::count(digits.begin(), digits.end(), ',');
    if (dots == 0 && commas == 0)
        return Reading::any;
    if (dots > 0 && commas > 0) {
        const bool dotLast = digits.rfind('.') > digits.rfind(',');
        const char group = dotLast ? ',' : '.';
        if ((dotLast ? dots : commas) > 1
            || !groupsAreRight(std::string_view(digits).substr(0, digits.rfind(dotLast ? '.' : ',')), group))
            return Reading::none;
        return dotLast ? Reading::dotOnly : Reading::commaOnly;
    }
    const char mark = dots > 0 ? '.' : ',';
    if (std::max(dots, commas) > 1)
        return !groupsAreRight(digits, mark) ? Reading::none : mark == '.' ? Reading::commaOnly : Reading::dotOnly;
    const auto behind = digits.size() - digits.find(mark) - 1;
    const auto ahead = digits.find(mark);
    if (behind != 3 || ahead > 3 || (ahead == 1 && digits[0] == '0'))
        return mark == '.' ? Reading::dotOnly : Reading::commaOnly;
    return mark == '.' ? Reading::ambiguousDot : Reading::ambiguousComma;
}

/// Rounds half up at the currency's digits; none on overflow.
std::optional<std::int64_t> minorUnits(const std::string& digits, char decimalMark, int scale, int minorDigits)
{
    constexpr std::int64_t bound = std::int64_t(1) << 53;
    std::int64_t value = 0;
    int afterMark = 0;
    bool behind = false;
    int roundDigit = 0;
    const int wanted = scale + minorDigits;
    for (const char c : digits) {
        if (c == decimalMark) {
            behind = true;
            continue;
        }
        if (!isDigit(c))
            continue;
        if (behind && afterMark >= wanted) {
            if (afterMark == wanted)
                roundDigit = c - '0';
            ++afterMark;
            continue;
        }
        afterMark += behind ? 1 : 0;
        value = value * 10 + (c - '0');
        if (value > bound)
            return std::nullopt;
    }
    for (int i = afterMark; i < wanted; ++i) {
        value *= 10;
        if (value > bound)
            return std::nullopt;
    }
    return value + (roundDigit >= 5 ? 1 : 0);
}
}

std::optional<std::string> currencyFromText(std::string_view text, std::string_view dollarDefault)
{
    const auto clean = trim(text);
    if (clean.empty() || clean.size() > 40)
        return std::nullopt;
    if (clean == "$") {
        static constexpr std::array dollars {"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "MXN"};
        const bool fits = std::find(dollars.begin(), dollars.end(), dollarDefault) != dollars.end();
        return std::string(fits ? dollarDefault : "USD");
    }
    std::string upper;
    for (const char c : clean)
        upper += c >= 'a' && c <= 'z' ? char(c - 32) : c;
    if (isCurrencyCode(upper))
        return upper;
    const auto lower = asciiLower(clean);
    if (lower == "kr" || lower == "kr.") { // of four countries: only where another sign says which
        static constexpr std::array<std::string_view, 4> crowns {"SEK", "NOK", "DKK", "ISK"};
        return std::find(crowns.begin(), crowns.end(), dollarDefault) != crowns.end()
            ? std::optional(std::string(dollarDefault))
            : std::nullopt;
    }
    if (auto symbol = currencySymbol(clean); !symbol.empty())
        return symbol == "JPY" && dollarDefault == "CNY" ? std::string("CNY") : symbol;
    if (auto name = currencyName(lower); !name.empty())
        return name;
    // "USD - U.S. Dollar", "Euro (EUR)", "EUR €"
    for (std::size_t i = 0; i + 3 <= upper.size(); ++i) {
        const bool begins = i == 0 || !isLetter(static_cast<unsigned char>(upper[i - 1]));
        const bool ends = i + 3 == upper.size() || !isLetter(static_cast<unsigned char>(upper[i + 3]));
        if (begins && ends && upper.size() > 3 && isCurrencyCode(std::string_view(upper).substr(i, 3))
            && clean.substr(i, 3) == upper.substr(i, 3))
            return upper.substr(i, 3);
    }
    return std::nullopt;
}

AmountColumn AmountColumn::decide(std::span<const std::string_view> values, std::string defaultCurrency)
{
    std::size_t dot = 0;
    std::size_t comma = 0;
    std::size_t openDots = 0;
    std::size_t openCommas = 0;
    for (const auto value : values) {
        const auto parts = partsOf(value, defaultCurrency);
        if (!parts.valid)
            continue;
        switch (readingOf(parts.digits)) {
        case Reading::dotOnly:
            ++dot;
            break;
        case Reading::commaOnly:
            ++comma;
            break;
        case Reading::ambiguousDot:
            ++openDots;
            break;
        case Reading::ambiguousComma:
            ++openCommas;
            break;
        case Reading::any:
        case Reading::none:
            break;
        }
    }
    if (dot != comma)
        return {dot > comma ? DecimalMark::dot : DecimalMark::comma, std::move(defaultCurrency)};
    // 1.234 alone groups thousands by a dot, so the decimal mark is the comma, and the other way round.
    return {openDots > openCommas ? DecimalMark::comma : DecimalMark::dot, std::move(defaultCurrency)};
}

std::optional<AmountValue> AmountColumn::read(std::string_view value, std::string_view currencyCell) const
{
    const auto rowCurrency = currencyFromText(currencyCell, m_currency).value_or(m_currency);
    const auto parts = partsOf(value, rowCurrency);
    if (!parts.valid)
        return std::nullopt;
    auto mark = m_mark == DecimalMark::dot ? '.' : ',';
    switch (readingOf(parts.digits)) {
    case Reading::none:
        return std::nullopt;
    case Reading::dotOnly:
        mark = '.';
        break;
    case Reading::commaOnly:
        mark = ',';
        break;
    case Reading::ambiguousDot:
        if (parts.scale > 0) // "1.234m" is written with a point
            mark = '.';
        break;
    case Reading::ambiguousComma:
        if (parts.scale > 0)
            mark = ',';
        break;
    case Reading::any:
        break;
    }
    AmountValue out;
    out.currencySaid = !parts.currency.empty();
    if (out.currencySaid)
        out.money.currency = parts.currency;
    else
        out.money.currency = rowCurrency;
    if (!isCurrencyCode(out.money.currency))
        return std::nullopt;
    const auto minor = minorUnits(parts.digits, mark, parts.scale, minorDigits(out.money.currency));
    if (!minor)
        return std::nullopt;
    out.money.amountMinor = parts.negative ? -*minor : *minor;
    return out;
}

bool isPlaceholder(std::string_view value)
{
    static constexpr std::array<std::string_view, 26> words {"-", "--", "---", "\xE2\x80\x93", "\xE2\x80\x94", "?", ".",
        "n/a", "na", "n.a.", "n.a", "#n/a", "none", "null", "nil", "nan", "tbd", "tba", "t.b.d.", "k.a.", "k. a.",
        "unknown", "unbekannt", "offen", "(blank)", "(none)"};
    const auto text = foldCase(trimView(value));
    return text.empty() || std::find(words.begin(), words.end(), std::string_view(text)) != words.end();
}

std::optional<double> readShare(std::string_view value)
{
    auto text = trim(value);
    bool percent = false;
    if (!text.empty() && text.back() == '%') {
        percent = true;
        text = trim(std::string_view(text).substr(0, text.size() - 1));
    }
    if (text.empty() || text.size() > 12)
        return std::nullopt;
    double digits = 0;
    double divisor = 0; // one division at the end: 0.6 stays 0.6
    for (const char c : text) {
        if (isDigit(c)) {
            digits = digits * 10 + (c - '0');
            divisor *= 10;
        } else if ((c == '.' || c == ',') && divisor == 0) {
            divisor = 1;
        } else {
            return std::nullopt;
        }
    }
    double number = divisor > 0 ? digits / divisor : digits;
    // 0.4 is a share; 40 and 1% are percents; a bare 1 is all of it.
    if (percent || number > 1)
        number /= 100;
    return number <= 1 ? std::optional(number) : std::nullopt;
}
}
