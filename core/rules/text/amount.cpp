// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/text/amount.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace agentarmy::text {
namespace {
using Entry = std::pair<std::string_view, double>;
bool isDigit(char c) { return c >= '0' && c <= '9'; }

constexpr std::array<Entry, 30> englishNumbers = {{{"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5},
    {"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10}, {"eleven", 11}, {"twelve", 12}, {"thirteen", 13},
    {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
    {"twenty", 20}, {"thirty", 30}, {"forty", 40}, {"fourty", 40}, {"fifty", 50}, {"sixty", 60}, {"seventy", 70},
    {"eighty", 80}, {"ninety", 90}, {"dozen", 12}, {"zero", 0}}};
constexpr std::array<Entry, 33> germanNumbers
    = {{{"siebzehn", 17}, {"sechzehn", 16}, {"dreizehn", 13}, {"vierzehn", 14}, {"fuenfzehn", 15}, {"achtzehn", 18},
        {"neunzehn", 19}, {"zwanzig", 20}, {"dreissig", 30}, {"vierzig", 40}, {"fuenfzig", 50}, {"sechzig", 60},
        {"siebzig", 70}, {"achtzig", 80}, {"neunzig", 90}, {"zehn", 10}, {"elf", 11}, {"zwoelf", 12}, {"eins", 1},
        {"eine", 1}, {"einer", 1}, {"einen", 1}, {"ein", 1}, {"zwei", 2}, {"zwo", 2}, {"drei", 3}, {"vier", 4},
        {"fuenf", 5}, {"sechs", 6}, {"sieben", 7}, {"acht", 8}, {"neun", 9}, {"null", 0}}};
constexpr std::array<Entry, 24> sizes = {{{"k", 1e3}, {"grand", 1e3}, {"thousand", 1e3}, {"tausend", 1e3}, {"tsd", 1e3},
    {"hundred", 100}, {"hundert", 100}, {"m", 1e6}, {"mn", 1e6}, {"mm", 1e6}, {"mil", 1e6}, {"mill", 1e6}, {"mio", 1e6},
    {"million", 1e6}, {"millions", 1e6}, {"millionen", 1e6}, {"bn", 1e9}, {"billion", 1e9}, {"mrd", 1e9},
    {"milliarde", 1e9}, {"milliarden", 1e9}, {"lakh", 1e5}, {"crore", 1e7}, {"lakhs", 1e5}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 46> currencyWords
    = {{{"euro", "EUR"}, {"euros", "EUR"}, {"eur", "EUR"}, {"eurs", "EUR"}, {"dollar", "USD"}, {"dollars", "USD"},
        {"bucks", "USD"}, {"usd", "USD"}, {"pound", "GBP"}, {"pounds", "GBP"}, {"quid", "GBP"}, {"gbp", "GBP"},
        {"sterling", "GBP"}, {"chf", "CHF"}, {"franken", "CHF"}, {"francs", "CHF"}, {"sfr", "CHF"}, {"zloty", "PLN"},
        {"zlotys", "PLN"}, {"pln", "PLN"}, {"kronor", "SEK"}, {"sek", "SEK"}, {"kroner", "NOK"}, {"nok", "NOK"},
        {"dkk", "DKK"}, {"kronen", "DKK"}, {"yen", "JPY"}, {"jpy", "JPY"}, {"rupees", "INR"}, {"inr", "INR"},
        {"aud", "AUD"}, {"cad", "CAD"}, {"nzd", "NZD"}, {"czk", "CZK"}, {"huf", "HUF"}, {"forint", "HUF"},
        {"sgd", "SGD"}, {"reais", "BRL"}, {"rand", "ZAR"}, {"dirham", "AED"}, {"teur", "EUR"}, {"keur", "EUR"},
        {"tchf", "CHF"}, {"kchf", "CHF"}, {"meur", "EUR"}, {"mchf", "CHF"}}};
/// "120 TEUR", "1.9 MEUR": size and currency in one word.
double sizeInCurrency(std::string_view word)
{
    if (word == "teur" || word == "keur" || word == "tchf" || word == "kchf")
        return 1e3;
    return word == "meur" || word == "mchf" ? 1e6 : 1;
}
/// Bare sized numbers before these count something else than money.
constexpr std::array<std::string_view, 60> otherUnits
    = {"articles", "artikel", "bestellungen", "boxes", "buchungen", "calls", "cases", "clients", "contacts",
        "customers", "days", "deliveries", "documents", "dokumente", "einheiten", "einwohner", "emails", "employees",
        "euro-paletten", "followers", "hours", "invoices", "items", "kg", "kilometer", "km", "kunden", "leute", "lines",
        "liter", "litres", "mails", "meter", "miles", "mitarbeiter", "mitarbeitende", "mitglieder", "of", "orders",
        "pages", "paletten", "parcels", "people", "pieces", "qm", "quadratmeter", "records", "rows", "sheets", "skus",
        "staff", "stueck", "stunden", "subscribers", "tickets", "tonnen", "tonnes", "units", "users", "visitors"};

template <std::size_t N> std::optional<double> lookUp(std::string_view word, const std::array<Entry, N>& table)
{
    for (const auto& [text, value] : table)
        if (text == word)
            return value;
    return std::nullopt;
}
std::string_view currencyWord(std::string_view word)
{
    for (const auto& [text, code] : currencyWords)
        if (text == word)
            return code;
    return {};
}
std::string_view currencySign(std::string_view mark)
{
    if (mark == "\xE2\x82\xAC")
        return "EUR";
    if (mark == "$")
        return "USD";
    if (mark == "\xC2\xA3")
        return "GBP";
    if (mark == "\xC2\xA5")
        return "JPY";
    return {};
}

/// "80.000", "1,6", "30'000", "1.250.000,50".
std::optional<double> figure(std::string_view digits)
{
    double value = 0;
    std::size_t groups = 0;
    const auto last = digits.find_last_of(".,");
    char decimal = 0;
    if (last != std::string_view::npos) {
        const bool both = digits.find('.') != std::string_view::npos && digits.find(',') != std::string_view::npos;
        const auto tail = digits.size() - last - 1;
        const bool several = std::count(digits.begin(), digits.end(), digits[last]) > 1;
        if (several ? false : both || tail != 3 || digits[0] == '0')
            decimal = digits[last];
    }
    double scale = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const char c = digits[i];
        if (isDigit(c)) {
            if (scale > 0) {
                value += (c - '0') * scale;
                scale /= 10;
            } else
                value = value * 10 + (c - '0');
        } else if (c == decimal && i == last)
            scale = 0.1;
        else if (c == ':')
            return std::nullopt; // a time or a ratio
        else
            ++groups;
    }
    return value;
}

bool mayStartNumber(std::string_view word);

/// A German number word in one piece: "fuenfundzwanzigtausend".
std::optional<double> germanWord(std::string_view word)
{
    if (word.size() < 3 || word.size() > 60)
        return std::nullopt;
    if (!mayStartNumber(word))
        return std::nullopt;
    if (const auto simple = lookUp(word, germanNumbers))
        return simple;
    double total = 0;
    double part = 0;
    bool any = false;
    while (!word.empty()) {
        if (word.starts_with("und") && any) {
            word.remove_prefix(3);
            continue;
        }
        if (word.starts_with("tausend")) {
            total = (total + (any ? part : 1)) * 1000;
            part = 0;
            any = true;
            word.remove_prefix(7);
            continue;
        }
        if (word.starts_with("hundert")) {
            part = (part == 0 ? 1 : part) * 100;
            any = true;
            word.remove_prefix(7);
            continue;
        }
        const Entry* best = nullptr;
        for (const auto& entry : germanNumbers)
            if (word.starts_with(entry.first) && (!best || entry.first.size() > best->first.size()))
                best = &entry;
        if (!best)
            return std::nullopt;
        part += best->second;
        any = true;
        word.remove_prefix(best->first.size());
    }
    return any ? std::optional<double>(total + part) : std::nullopt;
}

/// Which three letters a word may start with: most words are told apart by them at once.
class Starts {
public:
    void add(std::string_view word) { m_bits[index(word)] = true; }
    [[nodiscard]] bool mayBe(std::string_view word) const
    {
        return word.size() >= 2 && word.size() < 60 && m_bits[index(word)];
    }

private:
    static std::size_t index(std::string_view word)
    {
        std::size_t at = 0;
        for (std::size_t i = 0; i < 3; ++i)
            at = at * 32 + (i < word.size() ? static_cast<unsigned char>(word[i]) & 31 : 0);
        return at;
    }
    std::array<bool, 32 * 32 * 32> m_bits {};
};
bool mayStartNumber(std::string_view word)
{
    static const Starts starts = [] {
        Starts made;
        for (const auto& [text, value] : englishNumbers)
            made.add(text);
        for (const auto& [text, value] : germanNumbers)
            made.add(text);
        for (const auto& [text, value] : sizes)
            made.add(text);
        for (const auto text : {"half", "halbe", "quarter", "anderthalb", "eineinhalb", "hundert", "tausend"})
            made.add(text);
        return made;
    }();
    return word == "a" || starts.mayBe(word);
}
bool mayBeCurrency(std::string_view word)
{
    static const Starts starts = [] {
        Starts made;
        for (const auto& [text, code] : currencyWords)
            made.add(text);
        return made;
    }();
    return word.size() >= 3 && starts.mayBe(word);
}
}

std::optional<Number> numberAt(const Tokens& tokens, std::size_t at)
{
    if (at >= tokens.size())
        return std::nullopt;
    Number number;
    std::size_t i = at;
    const auto size = tokens.size();
    const auto applySizes = [&] { // "80 k", "250 thousand", "two hundred thousand"
        while (i < size && tokens[i].kind == TokenKind::word) {
            const auto word = tokens.folded(i);
            if (word.size() > 1 && !mayStartNumber(word))
                break;
            const auto factor = lookUp(word, sizes);
            if (!factor || ((word == "m" || word == "k") && number.sized))
                break;
            number.value *= *factor;
            number.sized = number.sized || *factor >= 1000;
            ++i;
            if (i < size && tokens.folded(i) == "." && (word == "mio" || word == "tsd" || word == "mrd"))
                ++i;
        }
    };
    if (tokens[at].kind == TokenKind::number) {
        const auto text = tokens.folded(at);
        std::size_t digits = 0;
        while (digits < text.size() && !(text[digits] >= 'a' && text[digits] <= 'z'))
            ++digits;
        const auto value = figure(text.substr(0, digits));
        if (!value)
            return std::nullopt;
        number.value = *value;
        ++i;
        if (digits < text.size()) {
            auto suffix = text.substr(digits);
            const auto factor = lookUp(suffix, sizes);
            if (!factor)
                return std::nullopt; // "7pm", "14mb", "2nd"
            number.value *= *factor;
            number.sized = *factor >= 1000;
        }
        applySizes();
        number.last = i;
        return number;
    }
    if (tokens[at].kind != TokenKind::word)
        return std::nullopt;
    const auto first = tokens.folded(at);
    if (!mayStartNumber(first))
        return std::nullopt;
    if (first == "half" || first == "halbe" || first == "quarter" || first == "anderthalb" || first == "eineinhalb") {
        number.value = first == "quarter" ? 0.25 : first.size() > 6 ? 1.5 : 0.5;
        ++i;
        if (tokens.is(i, "a") || tokens.is(i, "of"))
            ++i;
        const auto before = i;
        applySizes();
        number.last = i;
        return i > before ? std::optional(number) : std::nullopt;
    }
    if (first == "a" || first == "eine" || first == "ein") { // only with a size: "a hundred thousand"
        if (at + 1 >= size)
            return std::nullopt;
        const auto next = tokens.folded(at + 1);
        if (next == "halbe" || next == "half")
            return numberAt(tokens, at + 1);
        const auto factor = lookUp(next, sizes);
        if (!factor || next == "k" || next == "m" || next == "mm" || next == "mil")
            return std::nullopt;
    }
    double total = 0;
    double part = 0;
    bool any = false;
    while (i < size && tokens[i].kind == TokenKind::word) {
        const auto word = tokens.folded(i);
        if (any && word != "and" && word != "point" && word != "k" && word != "m" && !mayStartNumber(word))
            break;
        if (const auto value = lookUp(word, englishNumbers))
            part += *value;
        else if (word == "hundred")
            part = (part == 0 ? 1 : part) * 100;
        else if (const auto factor = word.size() > 1
                ? lookUp(word, sizes)
                : (any && (word == "k" || word == "m") ? lookUp(word, sizes) : std::nullopt)) {
            total += (part == 0 ? 1 : part) * *factor;
            part = 0;
            number.sized = number.sized || *factor >= 1000;
        } else if ((word == "a" || word == "eine") && !any)
            part = 0;
        else if (word == "and" && any && i + 1 < size && (lookUp(tokens.folded(i + 1), englishNumbers)) && part >= 100
            && part < 1000)
            ;
        else if (word == "point" && any && i + 1 < size) {
            const auto digit = lookUp(tokens.folded(i + 1), englishNumbers);
            if (!digit)
                break;
            part += *digit / 10;
            ++i;
        } else if (const auto value = !any || part == 0 ? germanWord(word) : std::nullopt) {
            part += *value;
            number.sized = number.sized || word.find("tausend") != std::string_view::npos;
        } else
            break;
        any = true;
        ++i;
    }
    if (!any || i == at)
        return std::nullopt;
    number.value = total + part;
    number.last = i;
    return number;
}

std::vector<TokenAmount> amounts(const Tokens& tokens)
{
    std::vector<TokenAmount> found;
    const auto size = tokens.size();
    const auto codeAt = [&](std::size_t i) -> std::string_view {
        if (i >= size)
            return {};
        const auto& token = tokens[i];
        if (token.kind == TokenKind::punct)
            return currencySign(tokens.folded(i));
        if (token.kind == TokenKind::word && token.end - token.begin <= 10 && mayBeCurrency(tokens.folded(i)))
            return currencyWord(tokens.folded(i));
        return {};
    };
    for (std::size_t i = 0; i < size;) {
        const auto prefix = codeAt(i);
        const auto start = i;
        std::size_t at = i + (prefix.empty() ? 0 : 1);
        if (at >= size || tokens[at].kind == TokenKind::punct
            || (!prefix.empty() && tokens[at].begin > tokens[i].end + 2)) {
            ++i;
            continue;
        }
        const auto low = numberAt(tokens, at);
        if (!low) {
            ++i;
            continue;
        }
        Amount amount;
        amount.low = amount.high = low->value;
        amount.sized = low->sized;
        auto last = low->last;
        std::string_view code = prefix.empty() ? codeAt(last) : prefix;
        if (prefix.empty() && !code.empty())
            if (const double factor = sizeInCurrency(tokens.folded(last)); factor > 1) {
                amount.low = amount.high = low->value * factor;
                amount.sized = true;
            }
        // a span: "150-200k", "between 90 and 110 thousand", "80 bis 100 k"
        auto joiner = last + (prefix.empty() && !code.empty() ? 1 : 0);
        const bool spanWord = tokens.is(joiner, "-") || tokens.is(joiner, "to") || tokens.is(joiner, "bis")
            || ((tokens.is(joiner, "and") || tokens.is(joiner, "und")) && start > 0
                && (tokens.is(start - 1, "between") || tokens.is(start - 1, "zwischen")));
        if (spanWord) {
            auto next = joiner + 1;
            const auto inner = codeAt(next);
            if (!inner.empty())
                ++next;
            if (const auto high = numberAt(tokens, next)) {
                const auto behind = codeAt(high->last);
                if (high->value >= amount.low || high->sized) {
                    amount.high = high->value;
                    if (high->sized && !amount.sized && amount.low < 1000 && high->value >= 1000) {
                        const double factor = high->value >= 1e9                    ? 1e9
                            : high->value >= 1e6 && amount.low * 1e6 <= high->value ? 1e6
                                                                                    : 1e3;
                        amount.low *= factor;
                    }
                    amount.sized = amount.sized || high->sized;
                    last = high->last;
                    if (code.empty())
                        code = !inner.empty() ? inner : behind;
                    if (!behind.empty())
                        ++last;
                }
            }
        }
        if (prefix.empty() && !code.empty() && last == low->last)
            ++last;
        const auto next = last < size ? tokens.folded(last) : std::string_view();
        const bool counts = std::find(otherUnits.begin(), otherUnits.end(), next) != otherUnits.end()
            && !(next == "of" && !tokens.is(last + 1, "those") && !tokens.is(last + 1, "them"));
        const bool percent = next == "%" || next == "percent" || next == "prozent";
        if (percent || (code.empty() && (!amount.sized || counts))) {
            i = std::max(last, start + 1);
            continue;
        }
        if (!code.empty())
            amount.currency = std::string(code);
        amount.range = {tokens[start].begin, tokens[last - 1].end};
        found.push_back({std::move(amount), start, last});
        i = last;
    }
    return found;
}

std::vector<Amount> amounts(std::string_view text)
{
    std::vector<Amount> found;
    for (auto& each : amounts(Tokens(text)))
        found.push_back(std::move(each.amount));
    return found;
}

std::optional<Money> Amount::money(std::string_view fallbackCurrency) const
{
    const std::string code = currency.value_or(std::string(fallbackCurrency));
    const double minor = std::round(high * std::pow(10.0, minorDigits(code)));
    if (code.empty() || !(minor < 9007199254740992.0))
        return std::nullopt;
    return Money {std::int64_t(minor), code};
}
}
