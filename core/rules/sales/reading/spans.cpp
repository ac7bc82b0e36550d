// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/reading/spans.hpp"

namespace agentarmy::sales::reading {
namespace {
using text::TokenKind;

struct Classes {
    explicit Classes(const PatternBook& book)
        : month(book.classRef("@month"))
        , timeNoun(book.classRef("@time_noun"))
        , timeUnit(book.classRef("@time_unit"))
        , event(book.classRef("@event"))
        , role(book.classRef("@role"))
        , top(book.classRef("@top_role"))
        , determiner(book.classRef("@determiner"))
        , noName(book.classRef("@no_name"))
        , honorific(book.classRef("@honorific"))
        , unit(book.classRef("@unit"))
        , next(book.classRef("@next"))
        , avail(book.classRef("@avail"))
        , body(book.classRef("@body"))
    {
    }
    PatternBook::ClassRef month, timeNoun, timeUnit, event, role, top, determiner, noName, honorific, unit, next, avail,
        body;
};

bool isYear(std::string_view word)
{
    return word.size() == 4 && word[0] == '2' && word[1] == '0' && word[2] >= '2' && word[2] <= '4' && word[3] >= '0'
        && word[3] <= '9';
}
bool isDayNumber(std::string_view word)
{
    std::size_t digits = 0;
    int value = 0;
    while (digits < word.size() && word[digits] >= '0' && word[digits] <= '9' && digits < 3)
        value = value * 10 + (word[digits++] - '0');
    const auto tail = word.substr(digits);
    return digits > 0 && digits < 3 && value >= 1 && value <= 31
        && (tail.empty() || tail == "st" || tail == "nd" || tail == "rd" || tail == "th");
}
/// "1.10.", "03.08.2026", "1.10.26"
bool isDottedDate(std::string_view word)
{
    int dots = 0;
    for (const char c : word) {
        if (c == '.')
            ++dots;
        else if (c < '0' || c > '9')
            return false;
    }
    return (dots == 2 && word.size() >= 6)
        || (dots == 1 && word.size() >= 3 && word.size() <= 5 && isDayNumber(word.substr(0, word.find('.')))
            && isDayNumber(word.substr(word.find('.') + 1)) && word.size() - word.find('.') <= 3);
}
bool looksLikeNoun(std::string_view word)
{
    for (const auto tail : {"ung", "heit", "keit", "schaft", "tion", "taet", "nis", "ment", "ismus", "ungen", "keiten",
             "zeit", "plan", "zahl", "stelle", "bar", "lich", "isch"})
        if (word.size() > 5 && word.ends_with(tail))
            return true;
    return false;
}
/// "19h", "45min"
bool isShortQuantity(std::string_view word)
{
    std::size_t digits = 0;
    while (digits < word.size() && ((word[digits] >= '0' && word[digits] <= '9') || word[digits] == '.'))
        ++digits;
    const auto unit = word.substr(digits);
    return digits > 0 && (unit == "h" || unit == "hr" || unit == "hrs" || unit == "min" || unit == "mins");
}
/// Names of times that are two words.
bool isTwoWordEvent(std::string_view first, std::string_view second)
{
    return (first == "black" && second == "friday") || (first == "new" && (second == "year" || second == "years"))
        || (second == "season" && (first == "peak" || first == "high" || first == "low" || first == "busy"))
        || (second == "year" && (first == "fiscal" || first == "financial"))
        || (second == "end" && (first == "year" || first == "quarter" || first == "month"));
}
bool isQuarter(std::string_view word)
{
    return word.size() == 2
        && ((word[0] == 'q' && word[1] >= '1' && word[1] <= '4')
            || (word[0] == 'h' && word[1] >= '1' && word[1] <= '2'));
}
}

std::vector<text::TokenAmount> findSpans(Marked& text, const PatternBook& book, bool german)
{
    const Classes in(book);
    const auto& tokens = text.tokens;
    const auto size = tokens.size();
    auto& spans = text.spans;
    auto money = text::amounts(tokens);
    for (const auto& each : money)
        spans.add(SpanKind::money, each.first, each.last);
    for (const auto& each : money)
        spans.add(SpanKind::sum, each.first, each.last);
    const auto is
        = [&](const PatternBook::ClassRef& ref, std::size_t at) { return at < size && ref.holds(text.symbols(at)); };

    for (std::size_t i = 0; i < size; ++i) {
        const auto word = tokens.folded(i);
        const auto& token = tokens[i];
        // numbers, percentages, quantities with a unit
        if (token.kind == TokenKind::number || token.kind == TokenKind::word) {
            const bool oneWord = token.kind == TokenKind::word
                && (word == "ein" || word == "eine" || word == "einen" || word == "one" || word == "a");
            if (const auto number = oneWord ? std::nullopt : text::numberAt(tokens, i)) {
                auto last = number->last;
                spans.add(SpanKind::number, i, last);
                if (last < size
                    && (tokens.is(last, "-") || tokens.is(last, "to") || tokens.is(last, "bis") || tokens.is(last, "or")
                        || tokens.is(last, "oder")))
                    if (const auto high = text::numberAt(tokens, last + 1))
                        last = high->last;
                if (last < size
                    && (tokens.is(last, "%") || tokens.is(last, "percent") || tokens.is(last, "prozent")
                        || tokens.is(last, "pct")))
                    spans.add(SpanKind::percent, i, last + 1);
                else if (last + 1 < size && tokens.is(last, "per") && tokens.is(last + 1, "cent"))
                    spans.add(SpanKind::percent, i, last + 2);
                else {
                    auto unit = last;
                    if (unit < size && !is(in.unit, unit) && unit + 1 < size && is(in.unit, unit + 1)
                        && tokens[unit].kind == TokenKind::word)
                        ++unit; // "three extra hours"
                    // "35.000 im Haushalt": a sum without a currency, as long as nothing is counted
                    const bool bare = last >= size || tokens[last].kind == TokenKind::punct || is(in.noName, last)
                        || is(in.avail, last) || (german && !tokens[last].capital && !is(in.unit, last));
                    if (number->value >= 1000 && bare
                        && !(number->value >= 2000 && number->value < 2100 && number->last == i + 1))
                        spans.add(SpanKind::sum, i, last);
                    if (is(in.unit, unit)) {
                        spans.add(SpanKind::quantity, i, unit + 1);
                        if (is(in.timeUnit, unit))
                            spans.add(SpanKind::time, i, unit + 1);
                    }
                }
            } else if (oneWord || word == "half" || word == "halbe" || word == "halben" || word == "halber"
                || word == "couple") {
                auto unit = i + 1;
                while (unit < size && unit < i + 4
                    && (tokens.is(unit, "full") || tokens.is(unit, "whole") || tokens.is(unit, "half")
                        || tokens.is(unit, "a") || tokens.is(unit, "of") || tokens.is(unit, "ganzen")
                        || tokens.is(unit, "ganze") || tokens.is(unit, "halben") || tokens.is(unit, "halbe")
                        || tokens.is(unit, "good") || tokens.is(unit, "gute")))
                    ++unit;
                if (is(in.unit, unit) && !tokens.is(unit, "time"))
                    spans.add(SpanKind::quantity, i, unit + 1);
            }
        }
        if (token.kind == TokenKind::number && isShortQuantity(word)) {
            spans.add(SpanKind::number, i, i + 1);
            spans.add(SpanKind::quantity, i, i + 1);
        }
        // times
        if (i + 1 < size && isTwoWordEvent(word, tokens.folded(i + 1)))
            spans.add(SpanKind::time, i, i + 2);
        if (isYear(word) || isQuarter(word) || (token.kind == TokenKind::number && isDottedDate(word)))
            spans.add(SpanKind::time, i, i + 1 + (i + 1 < size && isYear(tokens.folded(i + 1)) ? 1 : 0));
        if (is(in.month, i) && !(word == "may" && !token.capital && i > 0 && !isDayNumber(tokens.folded(i - 1)))
            && !(word == "march" && !token.capital)
            && !(word == "may" && i + 1 < size
                && (tokens.is(i + 1, "i") || tokens.is(i + 1, "we") || tokens.is(i + 1, "be") || tokens.is(i + 1, "you")
                    || tokens.is(i + 1, "have")))) {
            auto begin = i;
            auto end = i + 1;
            if (begin > 0 && (tokens.is(begin - 1, ".") || tokens.is(begin - 1, "of")))
                --begin;
            if (begin > 0
                && (isDayNumber(tokens.folded(begin - 1)) || tokens.is(begin - 1, "first")
                    || tokens.is(begin - 1, "thirty")))
                --begin;
            else
                begin = i;
            if (end < size && isDayNumber(tokens.folded(end)))
                ++end;
            if (end < size && tokens.is(end, ",") && end + 1 < size && isYear(tokens.folded(end + 1)))
                ++end;
            if (end < size && isYear(tokens.folded(end)))
                ++end;
            spans.add(SpanKind::time, begin, end);
            if (begin != i)
                spans.add(SpanKind::time, i, end);
        }
        if ((word == "week" || word == "kw" || word == "kalenderwoche" || word == "woche" || word == "wk")
            && i + 1 < size && tokens[i + 1].kind == TokenKind::number)
            spans.add(SpanKind::time, i, i + 2);
        if (is(in.next, i)) { // "next spring", "end of the quarter", "this year"
            auto end = i + 1;
            while (end < size && end < i + 4
                && (is(in.determiner, end) || tokens.is(end, "of") || tokens.is(end, "fiscal")
                    || tokens.is(end, "calendar") || is(in.next, end)))
                ++end;
            if (is(in.timeNoun, end) || is(in.month, end) || is(in.event, end)
                || (end < size && (isYear(tokens.folded(end)) || isQuarter(tokens.folded(end)))))
                spans.add(SpanKind::time, i, end + 1);
        }
        if (is(in.event, i))
            spans.add(SpanKind::time, i, i + 1 + (i + 1 < size && isYear(tokens.folded(i + 1)) ? 1 : 0));

        // people
        if (word == "i" || word == "me" || word == "ich" || word == "mich" || word == "mir" || word == "myself") {
            spans.add(SpanKind::self, i, i + 1);
            spans.add(SpanKind::who, i, i + 1);
        }
        if (word == "he" || word == "she" || word == "er" || (word == "sie" && !token.capital) || word == "her"
            || word == "him" || word == "ihm" || word == "ihr")
            spans.add(SpanKind::who, i, i + 1);
        if (token.kind != TokenKind::word)
            continue;
        const auto nameFrom = [&](std::size_t at) { // capitalised words that are no common ones
            auto end = at;
            if (at >= 2 && tokens.is(at - 1, "of") && is(in.body, at - 2))
                return at; // "the Board of Supervisors"
            while (end < size && end < at + 4 && tokens[end].kind == TokenKind::word && tokens[end].capital
                && !is(in.noName, end) && !is(in.role, end) && !is(in.month, end) && (end == at || !tokens[end].newline)
                && text.symbols(end).empty() && tokens.folded(end).size() > 1 && !spans.length(SpanKind::money, end)
                && !(end > 0 && spans.length(SpanKind::money, end - 1) > 1)) // lexicon words are no names
                ++end;
            if (german && end == at + 1 && end + 2 < size && tokens.is(end, "(") && is(in.role, end + 1)
                && tokens.is(end + 2, ")"))
                return end; // "Björn (GF)"
            if (german && end > at
                && (looksLikeNoun(tokens.folded(end - 1))
                    || (at > 0 && tokens[at - 1].kind != TokenKind::punct
                        && (is(in.determiner, at - 1) || end - at < 2))))
                return at; // in German every noun has a capital: one proves nothing but at a clause's start
            return end;
        };
        std::size_t begin = i;
        if (is(in.honorific, i)) {
            auto at = i + 1;
            while (at < size && (is(in.honorific, at) || tokens.is(at, ".")))
                ++at;
            auto end = at;
            while (end < size && end < at + 3 && tokens[end].kind == TokenKind::word && tokens[end].capital)
                ++end;
            if (end > at) {
                const bool article
                    = i > 0 && (tokens.is(i - 1, "die") || tokens.is(i - 1, "der") || tokens.is(i - 1, "den"));
                spans.add(SpanKind::name, i, end);
                spans.add(SpanKind::who, i, end);
                if (article)
                    spans.add(SpanKind::who, i - 1, end);
            }
        } else if (const auto end = nameFrom(i); end > i
                   && !(i > 0 && tokens[i - 1].kind == TokenKind::word && tokens[i - 1].capital && !is(in.noName, i - 1)
                       && !is(in.role, i - 1) && text.symbols(i - 1).empty())) {
            spans.add(SpanKind::name, i, end);
            auto last = end;
            if (last < size
                && (tokens.is(last, "(")
                    || tokens.is(last, ","))) { // "Petra Lindqvist (COO)", "Rosa, our studio director,"
                auto at = last + 1;
                while (at < size && at < last + 4
                    && (is(in.determiner, at) || (tokens[at].kind == TokenKind::word && !is(in.role, at))))
                    ++at;
                if (is(in.role, at)) {
                    auto roleEnd = at + 1;
                    while (roleEnd < size && roleEnd < at + 4
                        && (tokens.is(roleEnd, "of") || is(in.role, roleEnd) || tokens.is(roleEnd, "operations")
                            || tokens.is(roleEnd, "finance") || tokens.is(roleEnd, "it") || tokens.is(roleEnd, "sales")
                            || (tokens.is(end, "(") && tokens[roleEnd].kind == TokenKind::word)))
                        ++roleEnd; // "Tom Alvarez (SVP Field Operations)"
                    if (roleEnd < size && (tokens.is(roleEnd, ")") || tokens.is(roleEnd, ",")))
                        ++roleEnd;
                    last = roleEnd;
                    if (is(in.top, at) || is(in.top, at + 1))
                        spans.add(SpanKind::top, i, last);
                    spans.add(SpanKind::who, i, last);
                }
            }
            spans.add(SpanKind::who, i, end);
        }
        if (is(in.role, i) && !(i > 0 && is(in.role, i - 1) && !is(in.determiner, i - 1))) {
            auto end = i + 1;
            while (end < size && end < i + 5
                && (is(in.role, end)
                    || (tokens.is(end, "of") && end + 1 < size && tokens[end + 1].kind == TokenKind::word)))
                end += tokens.is(end, "of") ? 2 : 1;
            if (is(in.body, end)) // "the finance committee" is nobody
                continue;
            bool top = false;
            for (auto at = i; at < end; ++at)
                top = top || is(in.top, at) || (tokens.is(at, "head") && tokens.is(at + 1, "of"))
                    || (tokens.is(at, "manager") && at > 0
                        && (tokens.is(at - 1, "general") || tokens.is(at - 1, "country")))
                    || (tokens.is(at, "partner") && at > 0
                        && (tokens.is(at - 1, "managing") || tokens.is(at - 1, "senior")));
            begin = i;
            while (begin > 0 && begin + 3 > i && tokens[begin - 1].kind == TokenKind::word
                && !is(in.determiner, begin - 1) && i - begin < 2 && begin > 1 && is(in.determiner, begin - 2))
                --begin; // "our studio director"
            if (begin > 0 && is(in.determiner, begin - 1))
                --begin;
            auto last = end;
            if (last < size && tokens.is(last, ","))
                ++last;
            if (is(in.honorific, last)
                || (last < size && last != end ? nameFrom(last) > last : nameFrom(last) > last)) {
                auto at = last;
                while (at < size && (is(in.honorific, at) || tokens.is(at, ".")))
                    ++at;
                auto nameEnd = at;
                while (nameEnd < size && nameEnd < at + 3 && tokens[nameEnd].kind == TokenKind::word
                    && tokens[nameEnd].capital && !is(in.noName, nameEnd))
                    ++nameEnd;
                if (nameEnd > at) {
                    if (last != end && nameEnd < size && tokens.is(nameEnd, ","))
                        ++nameEnd; // "our VP of Compliance, Renee Carter, decides"
                    spans.add(SpanKind::who, begin, nameEnd);
                    if (top)
                        spans.add(SpanKind::top, begin, nameEnd);
                }
            }
            spans.add(SpanKind::who, begin, end);
            spans.add(SpanKind::who, i, end);
            if (top) {
                spans.add(SpanKind::top, begin, end);
                spans.add(SpanKind::top, i, end);
            }
        }
    }
    return money;
}
}
