// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/phrases.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::deals {
namespace {
using namespace std::string_view_literals;

constexpr std::size_t noMatch = std::size_t(-1);
constexpr std::size_t reachBefore = 5; ///< words between a negation and what it negates
constexpr std::size_t reachAfter = 4;

constexpr std::array negators {"not"sv, "no"sv, "never"sv, "without"sv, "nobody"sv, "none"sv, "neither"sv, "nor"sv,
    "hardly"sv, "nicht"sv, "kein"sv, "keine"sv, "keinen"sv, "keinem"sv, "keiner"sv, "keinerlei"sv, "nie"sv, "niemals"sv,
    "niemand"sv, "ohne"sv, "kaum"sv, "weder"sv};
constexpr std::array negatorsAfter {"no"sv, "not"sv, "nothing"sv, "nicht"sv, "kein"sv, "keine"sv, "keinen"sv,
    "keinem"sv, "keiner"sv, "keinerlei"sv, "nichts"sv};
constexpr std::array clauseWords {"but"sv, "however"sv, "aber"sv, "sondern"sv, "jedoch"sv, "because"sv, "since"sv,
    "weil"sv, "denn"sv, "so"sv, "although"sv};
constexpr std::array verbsOfAfter {"brauchen"sv, "benoetigen"sv, "suchen"sv, "need"sv, "brauche"sv, "benoetige"sv,
    "suche"sv, "wollen"sv, "moechten"sv};

template <std::size_t N> bool listed(const std::array<std::string_view, N>& list, std::string_view word)
{
    return std::ranges::find(list, word) != list.end();
}

bool endsClause(const text::Tokens& tokens, std::size_t i)
{
    if (tokens[i].kind == text::TokenKind::punct) {
        const auto mark = tokens.folded(i);
        return mark != "'" && mark != "\"" && mark != "%" && mark != "/" && mark != "-";
    }
    return listed(clauseWords, tokens.folded(i));
}

bool wordMatches(std::string_view pattern, std::string_view word)
{
    if (pattern.ends_with('*'))
        return word.starts_with(pattern.substr(0, pattern.size() - 1));
    return pattern == word;
}
}

PhraseBook::PhraseBook(std::span<const Phrase> phrases)
{
    m_phrases.reserve(phrases.size());
    for (const auto& phrase : phrases) {
        Compiled compiled {.meaning = phrase.meaning, .elements = {}};
        for (auto part : splitView(phrase.pattern, ' ')) {
            Element element;
            if (part.starts_with('~'))
                element.gap = part[1] - '0';
            else {
                element.optional = part.ends_with('?');
                if (element.optional)
                    part.remove_suffix(1);
                element.words = splitView(part, '|');
            }
            compiled.elements.push_back(std::move(element));
        }
        const auto index = std::uint32_t(m_phrases.size());
        for (const auto word : compiled.elements.front().words) {
            m_firstWords.add(word);
            m_byFirstWord[word].push_back(index);
        }
        m_phrases.push_back(std::move(compiled));
    }
}

std::size_t PhraseBook::match(
    const Compiled& phrase, std::size_t element, const text::Tokens& tokens, std::size_t at, std::size_t last)
{
    if (element == phrase.elements.size())
        return at;
    const auto& wanted = phrase.elements[element];
    if (wanted.gap > 0) {
        for (int skipped = 0;; ++skipped, ++at) {
            if (const auto end = match(phrase, element + 1, tokens, at, last); end != noMatch)
                return end;
            if (skipped == wanted.gap || at >= last || tokens[at].kind == text::TokenKind::punct)
                return noMatch;
        }
    }
    if (at < last && tokens[at].kind != text::TokenKind::punct)
        for (const auto word : wanted.words)
            if (wordMatches(word, tokens.folded(at)))
                if (const auto end = match(phrase, element + 1, tokens, at + 1, last); end != noMatch)
                    return end;
    return wanted.optional ? match(phrase, element + 1, tokens, at, last) : noMatch;
}

void PhraseBook::find(
    const text::Tokens& tokens, std::size_t first, std::size_t last, std::vector<PhraseMatch>& out) const
{
    for (std::size_t i = first; i < last; ++i) {
        const auto word = tokens.folded(i);
        if (!m_firstWords.mayHold(word))
            continue;
        const auto found = m_byFirstWord.find(word);
        if (found == m_byFirstWord.end())
            continue;
        for (const auto index : found->second)
            if (const auto end = match(m_phrases[index], 0, tokens, i, last); end != noMatch)
                out.push_back({m_phrases[index].meaning, i, end});
    }
}

bool isNegated(const text::Tokens& tokens, std::size_t first, std::size_t last, std::size_t begin, std::size_t end)
{
    for (std::size_t i = begin, steps = 0; i-- > first && steps < reachBefore; ++steps) {
        if (endsClause(tokens, i))
            break;
        if (!listed(negators, tokens.folded(i)))
            continue;
        const bool notOnly = tokens.is(i + 1, "only") || tokens.is(i + 1, "just") || tokens.is(i + 1, "nur");
        const bool whyNot = i >= first + 2 && (tokens.is(i - 2, "why") || tokens.is(i - 1, "why"));
        return !notOnly && !whyNot;
    }
    for (std::size_t i = begin + 1; i < end; ++i) // "our CFO has not approved"
        if (listed(negators, tokens.folded(i)) && !tokens.is(i + 1, "only"))
            return true;
    if (end > begin
        && std::any_of(verbsOfAfter.begin(), verbsOfAfter.end(), [&](auto verb) { return tokens.is(end - 1, verb); }))
        for (std::size_t i = end; i < std::min(last, end + reachAfter) && !endsClause(tokens, i); ++i)
            if (listed(negatorsAfter, tokens.folded(i)))
                return !(tokens.is(i + 1, "only") || tokens.is(i + 1, "nur") || tokens.is(i + 1, "just"));
    return false;
}
}
