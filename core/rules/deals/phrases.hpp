// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/rules/text/tokens.hpp"
#include "core/rules/text/word_filter.hpp"

#include <span>
#include <unordered_map>

namespace agentarmy::deals {

/// A phrase over folded tokens and what it means. Elements are separated by a space:
///     send us|me the|your? ~2 contract*
/// `a|b` either word, `?` may be absent, `word*` a beginning, `~n` up to n words of any kind. The first element is
/// plain words.
struct Phrase {
    int meaning = 0;
    std::string_view pattern; ///< must live as long as the book
};

struct PhraseMatch {
    int meaning = 0;
    std::size_t begin = 0, end = 0; ///< tokens, end exclusive
};

/// Many phrases, found in one pass over a text. Immutable, thread safe.
class PhraseBook {
public:
    explicit PhraseBook(std::span<const Phrase> phrases);
    /// Matches that begin in [first, last) and end by `last`, by begin. Gaps never jump over punctuation.
    void find(const text::Tokens& tokens, std::size_t first, std::size_t last, std::vector<PhraseMatch>& out) const;

private:
    struct Element {
        std::vector<std::string_view> words;
        bool optional = false;
        int gap = 0; ///< > 0: any words instead of `words`
    };
    struct Compiled {
        int meaning = 0;
        std::vector<Element> elements;
    };
    static std::size_t match(
        const Compiled& phrase, std::size_t element, const text::Tokens& tokens, std::size_t at, std::size_t last);

    std::vector<Compiled> m_phrases;
    text::WordFilter m_firstWords;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> m_byFirstWord;
};

/// Does a word turn the phrase at tokens [begin, end) round: "not", "no", "kein" before it in its clause or, for German
/// verbs, just after it? "not only" and "why don't you" do not.
[[nodiscard]] bool isNegated(
    const text::Tokens& tokens, std::size_t first, std::size_t last, std::size_t begin, std::size_t end);
}
