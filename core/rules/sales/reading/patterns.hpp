// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/enums.hpp"
#include "core/rules/text/tokens.hpp"

#include <bitset>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

/// The pattern language of resources/reading: see its README.
namespace agentarmy::sales::reading {

/// Runs of tokens that are found by grammar, not by word lists.
enum class SpanKind : std::uint8_t { money, number, percent, time, who, name, self, top, quantity, sum };
inline constexpr std::size_t spanKinds = 10;

/// Longest run of each kind that begins, and that ends, at each token (in tokens, 0 = none).
struct Spans {
    std::array<std::vector<std::uint8_t>, spanKinds> from, until;
    void resize(std::size_t tokens);
    void add(SpanKind kind, std::size_t first, std::size_t last);
    [[nodiscard]] std::size_t length(SpanKind kind, std::size_t at) const { return from[std::size_t(kind)][at]; }
};

using Symbol = std::uint16_t;
inline constexpr std::size_t maxSymbols = 10240;

/// A text's tokens with the symbols (lexicon entries) that each token is an instance of.
struct Marked {
    explicit Marked(const text::Tokens& tokens);
    const text::Tokens& tokens;
    std::vector<Symbol> pool;
    std::vector<std::uint32_t> first; ///< into the pool, one more than tokens
    enum Mark : std::uint8_t { plain, comma, soft, hard };
    std::vector<Mark> marks; ///< hard ones end every gap, commas most
    Spans spans;
    [[nodiscard]] std::span<const Symbol> symbols(std::size_t token) const
    {
        return std::span(pool).subspan(first[token], first[token + 1] - first[token]);
    }
};

/// What a pattern says if it matches.
enum class Target : std::uint8_t {
    budget,
    authority,
    need,
    timeline,
    metrics,
    economicBuyer,
    decisionCriteria,
    decisionProcess,
    pain,
    champion, ///< as Dimension
    unreal,
    thirdParty,
    past,
    sarcasm,
    ourWords,
    paperwork,
    smallTalk,
    retraction,
    positive,
    event,
    threshold, ///< about the sentence
    otherBusiness ///< about the whole text
};
struct Effect {
    Target target = Target::budget;
    bool ask = false; ///< the pattern is about a question of ours
    bool retracts = false; ///< the pattern takes the dimension back
    double weight = 0.8; ///< below 0.4 a weak cue that needs company
};
struct Match {
    std::size_t begin = 0, end = 0; ///< tokens
    std::size_t pattern = 0;
    std::size_t whoBegin = 0, whoEnd = 0; ///< the person named in it, if any
    bool self = false; ///< the speaker is meant
};

/// Compiled lexicon and patterns; made once, then immutable.
class PatternBook {
public:
    static const PatternBook& shipped();
    /// Reads a lexicon and patterns; problems are put into `problems`, one line each.
    PatternBook(std::string_view lexicon, std::string_view patterns, std::vector<std::string>& problems);

    /// A word class, to ask tokens by.
    struct ClassRef {
        const std::bitset<maxSymbols>* bits = nullptr;
        [[nodiscard]] bool holds(std::span<const Symbol> symbols) const
        {
            if (bits)
                for (const auto symbol : symbols)
                    if (bits->test(symbol))
                        return true;
            return false;
        }
    };
    [[nodiscard]] ClassRef classRef(std::string_view name) const; ///< the single words of it
    /// Whether a word or a run of words of the class stands within the tokens [begin, end).
    [[nodiscard]] bool contains(
        const Marked& text, std::size_t begin, std::size_t end, std::string_view className) const;

    [[nodiscard]] const std::vector<std::string>& classNames() const { return m_classNames; }
    /// The classes, by their place in classNames(), that a symbol is a word of.
    [[nodiscard]] std::span<const std::uint8_t> classesOf(Symbol symbol) const
    {
        return std::span(m_symbolClasses)
            .subspan(m_symbolFirst[symbol], m_symbolFirst[symbol + 1u] - m_symbolFirst[symbol]);
    }

    void mark(Marked& text) const;
    /// All matches within the tokens [begin, end), in no order.
    void match(const Marked& text, std::size_t begin, std::size_t end, bool asks, std::vector<Match>& found) const;

    struct Pattern;
    ~PatternBook();
    [[nodiscard]] const std::vector<Effect>& effects(std::size_t pattern) const;
    [[nodiscard]] bool hasFlag(std::size_t pattern, char flag) const;
    [[nodiscard]] std::string_view source(std::size_t pattern) const;

private:
    friend class Compiler;
    friend class Matcher;
    /// Words by their hash: open addressing, 64-bit keys, no text kept. Made from the lists when the book is complete.
    struct WordTable {
        std::vector<std::uint64_t> keys; ///< 0 = empty
        std::vector<Symbol> symbols;
        std::size_t mask = 0;
        void build(const std::unordered_map<std::string, Symbol>& words, bool fromBehind);
        [[nodiscard]] int find(std::uint64_t key) const;
    };
    /// Where a pattern is tried: at a symbol, as a word of its own or word `offset` of sequence `sequence`.
    struct Anchor {
        std::uint32_t pattern = 0;
        std::int16_t sequence = -1;
        std::int16_t offset = 0;
    };
    std::unordered_map<std::string, Symbol> m_exact, m_stems, m_suffixes; ///< while compiling
    WordTable m_exactTable, m_stemTable, m_suffixTable;
    std::size_t m_longestStem = 0, m_longestSuffix = 0;
    std::vector<Pattern> m_patterns;
    std::array<std::vector<std::vector<Anchor>>, 2> m_bySymbol; ///< statements, our questions
    std::array<std::array<std::vector<std::uint32_t>, spanKinds>, 2> m_bySpan;
    std::unordered_map<std::string, std::bitset<maxSymbols>> m_classBits;
    std::map<std::string, std::vector<std::vector<Symbol>>, std::less<>> m_classRuns;
    std::vector<std::string> m_classNames;
    std::vector<std::uint8_t> m_symbolClasses;
    std::vector<std::uint32_t> m_symbolFirst; ///< into m_symbolClasses, one more than symbols
};
}
