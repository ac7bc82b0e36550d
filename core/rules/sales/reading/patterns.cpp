// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/reading/patterns.hpp"

#include "core/base/text.hpp"
#include "core/rules/sales/reading/word_hash.hpp"
#include "core/rules/sales/shipped_text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace agentarmy::sales::reading {
namespace {
constexpr std::array<std::pair<std::string_view, SpanKind>, spanKinds> spanNames
    = {{{"#money", SpanKind::money}, {"#num", SpanKind::number}, {"#pct", SpanKind::percent}, {"#time", SpanKind::time},
        {"#who", SpanKind::who}, {"#name", SpanKind::name}, {"#self", SpanKind::self}, {"#top", SpanKind::top},
        {"#qty", SpanKind::quantity}, {"#sum", SpanKind::sum}}};
constexpr std::array<std::pair<std::string_view, Target>, 22> targetNames
    = {{{"budget", Target::budget}, {"authority", Target::authority}, {"need", Target::need},
        {"timeline", Target::timeline}, {"metrics", Target::metrics}, {"economicBuyer", Target::economicBuyer},
        {"decisionCriteria", Target::decisionCriteria}, {"decisionProcess", Target::decisionProcess},
        {"pain", Target::pain}, {"champion", Target::champion}, {"unreal", Target::unreal},
        {"thirdParty", Target::thirdParty}, {"past", Target::past}, {"sarcasm", Target::sarcasm},
        {"ourWords", Target::ourWords}, {"paperwork", Target::paperwork}, {"smallTalk", Target::smallTalk},
        {"retraction", Target::retraction}, {"positive", Target::positive}, {"event", Target::event},
        {"threshold", Target::threshold}, {"otherBusiness", Target::otherBusiness}}};
/// Words so common that a pattern is better found by another of its words.
const std::set<std::string, std::less<>>& commonWords()
{
    static const std::set<std::string, std::less<>> words = {"a", "an", "the", "we", "i", "you", "he", "she", "it",
        "they", "is", "are", "was", "be", "to", "of", "in", "on", "for", "and", "or", "with", "our", "my", "your",
        "have", "has", "had", "got", "do", "not", "no", "that", "this", "there", "what", "'s", "'ve", "'m", "'re", "'d",
        "'ll", "will", "would", "can", "must", "at", "by", "as", "if", "us", "me", "so", "up", "out", "all", "wir",
        "ich", "sie", "er", "es", "der", "die", "das", "den", "dem", "ein", "eine", "einen", "und", "oder", "ist",
        "sind", "war", "haben", "hat", "habe", "muss", "kann", "zu", "fuer", "von", "mit", "bei", "uns", "unser",
        "unsere", "mein", "meine", "nicht", "kein", "keine", "auf", "im", "am", "bis", "dass", "wenn", "wie", "was",
        "one", "from", "get", "who", "when", "how", "any", "just", "still", "only", "then", "go", "goes", "over",
        "before", "after", "vor", "nach", "ab", "noch", "nur", "auch"};
    return words;
}
}

void Spans::resize(std::size_t tokens)
{
    for (auto* side : {&from, &until})
        for (auto& lengths : *side)
            lengths.assign(tokens + 1, 0);
}
void Spans::add(SpanKind kind, std::size_t first, std::size_t last)
{
    const auto length = std::uint8_t(std::min<std::size_t>(last - first, 255));
    auto& begins = from[std::size_t(kind)][first];
    auto& ends = until[std::size_t(kind)][last];
    begins = std::max(begins, length);
    ends = std::max(ends, length);
}

Marked::Marked(const text::Tokens& all)
    : tokens(all)
{
    first.assign(all.size() + 1, 0);
    spans.resize(all.size());
    marks.assign(all.size(), plain);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].kind == text::TokenKind::punct) {
            const auto mark = all.folded(i);
            static constexpr std::string_view softMarks = "\"'/&%+*()";
            marks[i] = mark == ","                                                      ? comma
                : mark.size() == 1 && softMarks.find(mark[0]) != std::string_view::npos ? soft
                                                                                        : hard;
        }
}

/// 256 bits that tell quickly what a set cannot hold.
struct Bloom {
    std::array<std::uint64_t, 4> words {};
    void add(Symbol symbol) { words[(symbol >> 6) & 3] |= 1ull << (symbol & 63); }
    [[nodiscard]] bool mayHold(Symbol symbol) const { return (words[(symbol >> 6) & 3] >> (symbol & 63)) & 1; }
};

struct Element {
    Bloom bloom; ///< of `single` and of the first words of `sequences`
    std::vector<Symbol> single; ///< sorted
    std::vector<std::vector<Symbol>> sequences;
    Bloom lasts; ///< of the last words of `sequences`
    std::uint32_t spanMask = 0;
    std::int16_t gap = -1;
    bool gapCommas = false;
    bool optional = false;
    bool absent = false; ///< the neighbour must not be this
    bool start = false, end = false;
    bool orEnd = false; ///< the end of the sentence will do as well
    [[nodiscard]] bool consumes() const { return gap < 0 && !absent && !start && !end; }
    void finish()
    {
        std::sort(single.begin(), single.end());
        single.erase(std::unique(single.begin(), single.end()), single.end());
        for (const auto symbol : single)
            bloom.add(symbol);
        std::sort(sequences.begin(), sequences.end());
        for (const auto& sequence : sequences) {
            bloom.add(sequence.front());
            lasts.add(sequence.back());
        }
    }
};
struct PatternBook::Pattern {
    std::vector<Element> elements;
    std::size_t anchor = 0;
    std::vector<Effect> effects;
    std::string flags;
    std::string source;
    bool asks = false;
};
PatternBook::~PatternBook() = default;

class Compiler {
public:
    Compiler(PatternBook& book, std::vector<std::string>& problems)
        : m_book(book)
        , m_problems(problems)
    {
    }

    void lexicon(std::string_view text)
    {
        std::string name;
        for (const auto raw : linesOf(text)) {
            auto line = trimView(raw);
            if (line.empty() || line.front() == '#')
                continue;
            if (line.front() == '@') {
                const auto colon = line.find(':');
                if (colon == std::string_view::npos) {
                    m_problems.push_back("lexicon: " + std::string(line));
                    continue;
                }
                name = std::string(trimView(line.substr(0, colon)));
                line = trimView(line.substr(colon + 1));
            }
            auto& words = m_classes[name];
            for (const auto word : splitView(line, ' '))
                if (!word.empty())
                    words.emplace_back(word);
        }
        for (const auto& [className, words] : m_classes) {
            Element element;
            addAlternative(element, className);
            for (const auto symbol : element.single)
                m_book.m_classBits[className].set(symbol);
            if (!element.sequences.empty())
                m_book.m_classRuns[className] = element.sequences;
        }
    }

    void patterns(std::string_view text)
    {
        for (const auto raw : linesOf(text)) {
            const auto line = trimView(raw);
            if (line.empty() || line.front() == '/')
                continue;
            const auto bar = line.find(" | ");
            if (bar == std::string_view::npos) {
                m_problems.push_back("no bar: " + std::string(line));
                continue;
            }
            PatternBook::Pattern pattern;
            pattern.source = std::string(line);
            head(pattern, line.substr(0, bar));
            for (const auto word : splitView(line.substr(bar + 3), ' '))
                if (!word.empty())
                    pattern.elements.push_back(element(word));
            finish(std::move(pattern));
        }
        if (m_count >= maxSymbols)
            m_problems.emplace_back("too many symbols");
    }

private:
    Symbol symbol(std::string_view word)
    {
        auto* table = &m_book.m_exact;
        auto folded = text::foldToken(word);
        if (word.size() > 2 && word.back() == '*') {
            table = &m_book.m_stems;
            folded.pop_back();
            m_book.m_longestStem = std::max(m_book.m_longestStem, folded.size());
        } else if (word.size() > 2 && word.front() == '*') {
            table = &m_book.m_suffixes;
            folded.erase(0, 1);
            m_book.m_longestSuffix = std::max(m_book.m_longestSuffix, folded.size());
        }
        const auto [at, isNew] = table->try_emplace(folded, Symbol(std::min(m_count, maxSymbols - 1)));
        if (isNew) {
            ++m_count;
            if (table == &m_book.m_exact && commonWords().contains(folded))
                m_common.insert(at->second);
        }
        return at->second;
    }

    void addAlternative(Element& element, std::string_view word)
    {
        if (word.empty())
            return;
        if (word.front() == '@') {
            const auto found = m_classes.find(word);
            if (found == m_classes.end()) {
                m_problems.push_back("unknown class " + std::string(word));
                return;
            }
            for (const auto& each : found->second)
                addAlternative(element, each);
            return;
        }
        if (word.front() == '#') {
            for (const auto& [name, kind] : spanNames)
                if (name == word) {
                    element.spanMask |= 1u << unsigned(kind);
                    return;
                }
            m_problems.push_back("unknown span " + std::string(word));
            return;
        }
        std::string spelled; // as the tokens are cut: "mother's" is two, "set-aside" is two
        for (std::size_t i = 0; i < word.size(); ++i) {
            if (word[i] == '\'' && i > 0 && word[i - 1] != '_')
                spelled += '_';
            spelled += word[i] == '-' ? '_' : word[i];
        }
        if (spelled.find('_') == std::string::npos) {
            element.single.push_back(symbol(spelled));
            return;
        }
        std::vector<Symbol> sequence;
        for (const auto part : splitView(spelled, '_'))
            if (!part.empty())
                sequence.push_back(symbol(part));
        if (!sequence.empty()) // a word of dashes alone says nothing
            element.sequences.push_back(std::move(sequence));
    }

    Element element(std::string_view word)
    {
        Element made;
        if (word == "^") {
            made.start = true;
            return made;
        }
        if (word == "$") {
            made.end = true;
            return made;
        }
        if (word.front() == '~') {
            made.gapCommas = word.starts_with("~~");
            made.gap = std::atoi(std::string(word.substr(made.gapCommas ? 2 : 1)).c_str());
            return made;
        }
        if (word.size() > 1 && word.front() == '!') {
            made.absent = true;
            word.remove_prefix(1);
        }
        if (word.size() > 1 && word.back() == '?') {
            made.optional = true;
            word.remove_suffix(1);
        }
        for (const auto alternative : splitView(word, '|')) {
            if (alternative == "$")
                made.orEnd = true;
            else
                addAlternative(made, alternative);
        }
        made.finish();
        return made;
    }

    void head(PatternBook::Pattern& pattern, std::string_view text)
    {
        for (const auto part : splitView(text, ' ')) {
            if (part.empty())
                continue;
            if (part.front() == '+') {
                pattern.flags += part.substr(1);
                continue;
            }
            Effect effect;
            auto name = part;
            if (const auto colon = part.rfind(':'); colon != std::string_view::npos && colon + 1 < part.size()
                && part[colon + 1] >= '0' && part[colon + 1] <= '9') {
                effect.weight = std::atof(std::string(part.substr(colon + 1)).c_str());
                name = part.substr(0, colon);
            }
            if (name.starts_with("ask:")) {
                effect.ask = pattern.asks = true;
                name.remove_prefix(4);
            } else if (name.starts_with("back:")) {
                effect.retracts = true;
                name.remove_prefix(5);
            }
            const auto found = std::find_if(
                targetNames.begin(), targetNames.end(), [&](const auto& each) { return each.first == name; });
            if (found == targetNames.end()) {
                m_problems.push_back("unknown target in " + pattern.source);
                continue;
            }
            effect.target = found->second;
            pattern.effects.push_back(effect);
        }
    }

    int rarity(const Element& element) const
    {
        if (!element.consumes() || element.optional || element.orEnd)
            return -1;
        if (element.spanMask
            & (1u << unsigned(SpanKind::who) | 1u << unsigned(SpanKind::name) | 1u << unsigned(SpanKind::self)))
            return 0;
        if (element.spanMask != 0)
            return 4;
        for (const auto symbol : element.single)
            if (m_common.contains(symbol))
                return 1;
        for (const auto& sequence : element.sequences)
            if (m_common.contains(sequence[0]))
                return 2;
        return 10;
    }

    void finish(PatternBook::Pattern pattern)
    {
        int best = -1;
        for (std::size_t i = 0; i < pattern.elements.size(); ++i)
            if (const int score = rarity(pattern.elements[i]); score > best) {
                best = score;
                pattern.anchor = i;
            }
        if (best < 0 || pattern.effects.empty()) {
            m_problems.push_back("nothing to anchor in " + pattern.source);
            return;
        }
        const auto index = std::uint32_t(m_book.m_patterns.size());
        const auto& anchor = pattern.elements[pattern.anchor];
        auto& bySymbol = m_book.m_bySymbol[pattern.asks ? 1 : 0];
        for (const auto symbol : anchor.single)
            bySymbol[symbol].push_back({index, -1, 0});
        for (std::size_t i = 0; i < anchor.sequences.size(); ++i) { // found by its rarest word
            const auto& sequence = anchor.sequences[i];
            std::size_t rarest = sequence.size() - 1;
            for (std::size_t k = 0; k < sequence.size(); ++k)
                if (!m_common.contains(sequence[k])) {
                    rarest = k;
                    break;
                }
            bySymbol[sequence[rarest]].push_back({index, std::int16_t(i), std::int16_t(rarest)});
        }
        for (std::size_t kind = 0; kind < spanKinds; ++kind)
            if (anchor.spanMask & (1u << kind))
                m_book.m_bySpan[pattern.asks ? 1 : 0][kind].push_back(index);
        m_book.m_patterns.push_back(std::move(pattern));
    }

    PatternBook& m_book;
    std::vector<std::string>& m_problems;
    std::map<std::string, std::vector<std::string>, std::less<>> m_classes;
    std::set<Symbol> m_common;
    std::size_t m_count = 0;
};

PatternBook::PatternBook(std::string_view lexicon, std::string_view patterns, std::vector<std::string>& problems)
{
    for (auto& bySymbol : m_bySymbol)
        bySymbol.resize(maxSymbols);
    Compiler compiler(*this, problems);
    compiler.lexicon(lexicon);
    compiler.patterns(patterns);
    for (const auto& [name, bits] : m_classBits)
        m_classNames.push_back(name);
    std::sort(m_classNames.begin(), m_classNames.end());
    std::vector<const std::bitset<maxSymbols>*> bitsOf;
    for (const auto& name : m_classNames)
        bitsOf.push_back(&m_classBits.find(name)->second);
    m_symbolFirst.reserve(maxSymbols + 1);
    for (std::size_t symbol = 0; symbol < maxSymbols; ++symbol) {
        m_symbolFirst.push_back(std::uint32_t(m_symbolClasses.size()));
        for (std::size_t i = 0; i < m_classNames.size(); ++i)
            if (bitsOf[i]->test(symbol))
                m_symbolClasses.push_back(std::uint8_t(i));
    }
    m_symbolFirst.push_back(std::uint32_t(m_symbolClasses.size()));
    m_exactTable.build(m_exact, false);
    m_stemTable.build(m_stems, false);
    m_suffixTable.build(m_suffixes, true);
    for (auto* words : {&m_exact, &m_stems, &m_suffixes})
        std::unordered_map<std::string, Symbol>().swap(*words);
}

const PatternBook& PatternBook::shipped()
{
    static const PatternBook book = [] {
        std::vector<std::string> problems;
        return PatternBook(shippedText("reading/lexicon.txt"), shippedText("reading/patterns.txt"), problems);
    }();
    return book;
}

PatternBook::ClassRef PatternBook::classRef(std::string_view name) const
{
    const auto found = m_classBits.find(std::string(name));
    return {found == m_classBits.end() ? nullptr : &found->second};
}
bool PatternBook::contains(const Marked& text, std::size_t begin, std::size_t end, std::string_view className) const
{
    const auto words = classRef(className);
    for (auto i = begin; i < end; ++i)
        if (words.holds(text.symbols(i)))
            return true;
    const auto runs = m_classRuns.find(className);
    if (runs == m_classRuns.end())
        return false;
    const auto is = [&](std::size_t token, Symbol symbol) {
        const auto symbols = text.symbols(token);
        return std::find(symbols.begin(), symbols.end(), symbol) != symbols.end();
    };
    for (auto i = begin; i < end; ++i)
        for (const auto& run : runs->second) {
            std::size_t k = 0;
            while (k < run.size() && i + k < end && is(i + k, run[k]))
                ++k;
            if (k == run.size())
                return true;
        }
    return false;
}

const std::vector<Effect>& PatternBook::effects(std::size_t pattern) const { return m_patterns[pattern].effects; }
bool PatternBook::hasFlag(std::size_t pattern, char flag) const
{
    return m_patterns[pattern].flags.find(flag) != std::string::npos;
}
std::string_view PatternBook::source(std::size_t pattern) const { return m_patterns[pattern].source; }

void PatternBook::WordTable::build(const std::unordered_map<std::string, Symbol>& words, bool fromBehind)
{
    std::size_t size = 64;
    while (size < words.size() * 3)
        size *= 2;
    mask = size - 1;
    keys.assign(size, 0);
    symbols.assign(size, 0);
    for (const auto& [word, symbol] : words) {
        auto hash = hashStart;
        if (fromBehind)
            for (auto k = word.size(); k > 0; --k)
                hash = hashed(hash, word[k - 1]);
        else
            hash = hashed(hash, word);
        const auto key = keyOf(hash);
        auto at = placeOf(key, mask);
        while (keys[at] != 0)
            at = (at + 1) & mask;
        keys[at] = key;
        symbols[at] = symbol;
    }
}
int PatternBook::WordTable::find(std::uint64_t key) const
{
    for (auto at = placeOf(key, mask); keys[at] != 0; at = (at + 1) & mask)
        if (keys[at] == key)
            return symbols[at];
    return -1;
}

void PatternBook::mark(Marked& text) const
{
    text.pool.reserve(text.tokens.size() * 3);
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
        text.first[i] = std::uint32_t(text.pool.size());
        const auto word = text.tokens.folded(i);
        const bool isWord = text.tokens[i].kind == text::TokenKind::word;
        auto hash = hashStart;
        for (std::size_t k = 0; k < word.size(); ++k) {
            hash = hashed(hash, word[k]);
            if (k + 1 == word.size())
                if (const int symbol = m_exactTable.find(keyOf(hash)); symbol >= 0)
                    text.pool.push_back(Symbol(symbol));
            if (isWord && k >= 2 && k < m_longestStem)
                if (const int symbol = m_stemTable.find(keyOf(hash)); symbol >= 0)
                    text.pool.push_back(Symbol(symbol));
        }
        if (!isWord)
            continue;
        hash = hashStart;
        for (std::size_t k = 0; k < std::min(word.size(), m_longestSuffix); ++k) {
            hash = hashed(hash, word[word.size() - 1 - k]);
            if (k >= 2)
                if (const int symbol = m_suffixTable.find(keyOf(hash)); symbol >= 0)
                    text.pool.push_back(Symbol(symbol));
        }
    }
    text.first[text.tokens.size()] = std::uint32_t(text.pool.size());
}

class Matcher {
public:
    Matcher(const PatternBook::Pattern& pattern, const Marked& text, std::size_t begin, std::size_t end)
        : m_pattern(pattern)
        , m_text(text)
        , m_begin(begin)
        , m_end(end)
    {
    }

    /// Tries the pattern with its anchor on the tokens [at, next).
    bool run(std::size_t at, std::size_t next, Match& match)
    {
        noteWho(m_pattern.elements[m_pattern.anchor], at, next);
        if (!goRight(m_pattern.anchor + 1, next, match.end) || !goLeft(m_pattern.anchor, at, match.begin))
            return false;
        match.whoBegin = m_who.first;
        match.whoEnd = m_who.second;
        return true;
    }
    /// Whether the sequence stands at `at`, within the sentence.
    bool isSequence(const std::vector<Symbol>& sequence, std::size_t at) const
    {
        if (at + sequence.size() > m_end)
            return false;
        for (std::size_t k = 0; k < sequence.size(); ++k) {
            const auto symbols = m_text.symbols(at + k);
            if (std::find(symbols.begin(), symbols.end(), sequence[k]) == symbols.end())
                return false;
        }
        return true;
    }

private:
    bool holds(const Element& element, std::size_t token) const
    {
        for (const auto symbol : m_text.symbols(token))
            if (element.bloom.mayHold(symbol)
                && std::binary_search(element.single.begin(), element.single.end(), symbol))
                return true;
        return false;
    }
    static bool mayHold(const Bloom& bloom, std::span<const Symbol> symbols)
    {
        return std::any_of(symbols.begin(), symbols.end(), [&](Symbol symbol) { return bloom.mayHold(symbol); });
    }
    bool isSoft(std::size_t token) const { return m_text.marks[token] != Marked::plain; }
    /// Whether a gap may run over the token.
    bool mayPass(const Element& gap, std::size_t token) const
    {
        return m_text.marks[token] != Marked::hard && (gap.gapCommas || m_text.marks[token] != Marked::comma);
    }
    /// Whether the element, which must consume something, surely cannot begin at the token.
    bool cannotBegin(const Element& element, std::size_t token) const
    {
        return element.consumes() && !element.optional && !element.orEnd && element.spanMask == 0
            && (token >= m_end || !mayHold(element.bloom, m_text.symbols(token)));
    }

    template <std::size_t N>
    std::size_t forward(const Element& element, std::size_t at, std::array<std::uint32_t, N>& nexts) const
    {
        std::size_t count = 0;
        const auto add = [&](std::size_t next) {
            if (count < N && next <= m_end)
                nexts[count++] = std::uint32_t(next);
        };
        if (at >= m_end)
            return 0;
        if (mayHold(element.bloom, m_text.symbols(at))) {
            if (holds(element, at))
                add(at + 1);
            if (!element.sequences.empty())
                for (const auto symbol : m_text.symbols(at)) {
                    if (!element.bloom.mayHold(symbol))
                        continue;
                    auto sequence = std::lower_bound(element.sequences.begin(), element.sequences.end(), symbol,
                        [](const std::vector<Symbol>& each, Symbol wanted) { return each.front() < wanted; });
                    for (; sequence != element.sequences.end() && sequence->front() == symbol; ++sequence)
                        if (isSequence(*sequence, at))
                            add(at + sequence->size());
                }
        }
        if (element.spanMask)
            for (std::size_t kind = 0; kind < spanKinds; ++kind)
                if (element.spanMask & (1u << kind))
                    if (const auto length = m_text.spans.from[kind][at])
                        add(at + length);
        return count;
    }
    template <std::size_t N>
    std::size_t backward(const Element& element, std::size_t end, std::array<std::uint32_t, N>& begins) const
    {
        std::size_t count = 0;
        const auto add = [&](std::size_t begin) {
            if (count < N && begin >= m_begin)
                begins[count++] = std::uint32_t(begin);
        };
        if (end <= m_begin)
            return 0;
        if (holds(element, end - 1))
            add(end - 1);
        if (!element.sequences.empty() && mayHold(element.lasts, m_text.symbols(end - 1)))
            for (const auto& sequence : element.sequences)
                if (end - m_begin >= sequence.size() && isSequence(sequence, end - sequence.size()))
                    add(end - sequence.size());
        if (element.spanMask)
            for (std::size_t kind = 0; kind < spanKinds; ++kind)
                if (element.spanMask & (1u << kind))
                    if (const auto length = m_text.spans.until[kind][end])
                        if (end >= length)
                            add(end - length);
        return count;
    }

    void noteWho(const Element& element, std::size_t begin, std::size_t end)
    {
        constexpr auto people = 1u << unsigned(SpanKind::who) | 1u << unsigned(SpanKind::name)
            | 1u << unsigned(SpanKind::top) | 1u << unsigned(SpanKind::self);
        if ((element.spanMask & people) && m_who.first == m_who.second && !holds(element, begin))
            m_who = {begin, end};
    }

    bool goRight(std::size_t index, std::size_t at, std::size_t& reached)
    {
        if (++m_steps > 3000)
            return false;
        if (index == m_pattern.elements.size()) {
            reached = at;
            return true;
        }
        const auto& element = m_pattern.elements[index];
        if (element.gap >= 0) {
            const auto* next = index + 1 < m_pattern.elements.size() ? &m_pattern.elements[index + 1] : nullptr;
            for (int k = 0; k <= element.gap; ++k) {
                const auto token = at + std::size_t(k);
                if (!(next && cannotBegin(*next, token)) && goRight(index + 1, token, reached))
                    return true;
                if (token >= m_end || !mayPass(element, token))
                    return false;
            }
            return false;
        }
        if (element.absent) {
            std::array<std::uint32_t, 2> any;
            return forward(element, at, any) == 0 && goRight(index + 1, at, reached);
        }
        if (element.end || element.orEnd) {
            auto token = at;
            while (token < m_end && isSoft(token))
                ++token;
            if (token == m_end && goRight(index + 1, at, reached))
                return true;
            if (element.end)
                return false;
        }
        if (element.start)
            return false;
        std::array<std::uint32_t, 12> nexts;
        const auto count = forward(element, at, nexts);
        const auto who = m_who;
        for (std::size_t i = 0; i < count; ++i) {
            noteWho(element, at, nexts[i]);
            if (goRight(index + 1, nexts[i], reached))
                return true;
            m_who = who;
        }
        return element.optional && goRight(index + 1, at, reached);
    }
    /// Matches the elements before `index`, the token run ending at `end`.
    bool goLeft(std::size_t index, std::size_t end, std::size_t& reached)
    {
        if (++m_steps > 3000)
            return false;
        if (index == 0) {
            reached = end;
            return true;
        }
        const auto& element = m_pattern.elements[index - 1];
        if (element.gap >= 0) {
            for (int k = 0; k <= element.gap; ++k) {
                if (end < m_begin + std::size_t(k))
                    return false;
                const auto token = end - std::size_t(k);
                if (goLeft(index - 1, token, reached))
                    return true;
                if (token <= m_begin || !mayPass(element, token - 1))
                    return false;
            }
            return false;
        }
        if (element.absent) {
            std::array<std::uint32_t, 2> any;
            return backward(element, end, any) == 0 && goLeft(index - 1, end, reached);
        }
        if (element.start) {
            auto token = end;
            while (token > m_begin
                && (isSoft(token - 1) || m_text.tokens.is(token - 1, "and") || m_text.tokens.is(token - 1, "so")
                    || m_text.tokens.is(token - 1, "but") || m_text.tokens.is(token - 1, "und")
                    || m_text.tokens.is(token - 1, "well") || m_text.tokens.is(token - 1, "na")
                    || m_text.tokens.is(token - 1, "also") || m_text.tokens.is(token - 1, "ja")
                    || m_text.tokens.is(token - 1, "yes") || m_text.tokens.is(token - 1, "yeah")
                    || m_text.tokens.is(token - 1, "aber")))
                --token;
            return token == m_begin && goLeft(index - 1, end, reached);
        }
        if (element.end)
            return false;
        std::array<std::uint32_t, 12> begins;
        const auto count = backward(element, end, begins);
        const auto who = m_who;
        for (std::size_t i = 0; i < count; ++i) {
            noteWho(element, begins[i], end);
            if (goLeft(index - 1, begins[i], reached))
                return true;
            m_who = who;
        }
        return element.optional && goLeft(index - 1, end, reached);
    }

    const PatternBook::Pattern& m_pattern;
    const Marked& m_text;
    std::size_t m_begin, m_end;
    std::pair<std::size_t, std::size_t> m_who {};
    int m_steps = 0;
};

void PatternBook::match(
    const Marked& text, std::size_t begin, std::size_t end, bool asks, std::vector<Match>& found) const
{
    const auto attempt = [&](Matcher& matcher, std::uint32_t index, std::size_t at, std::size_t next) {
        Match match;
        match.pattern = index;
        if (next <= end && matcher.run(at, next, match))
            found.push_back(match);
    };
    for (std::size_t at = begin; at < end; ++at) {
        for (const auto symbol : text.symbols(at))
            for (const auto& anchor : m_bySymbol[asks ? 1 : 0][symbol]) {
                const auto& pattern = m_patterns[anchor.pattern];
                Matcher matcher(pattern, text, begin, end);
                if (anchor.sequence < 0)
                    attempt(matcher, anchor.pattern, at, at + 1);
                else if (const auto& sequence
                         = pattern.elements[pattern.anchor].sequences[std::size_t(anchor.sequence)];
                         at >= begin + std::size_t(anchor.offset)
                         && matcher.isSequence(sequence, at - std::size_t(anchor.offset)))
                    attempt(matcher, anchor.pattern, at - std::size_t(anchor.offset),
                        at - std::size_t(anchor.offset) + sequence.size());
            }
        for (std::size_t kind = 0; kind < spanKinds; ++kind)
            if (const auto length = text.spans.from[kind][at])
                for (const auto index : m_bySpan[asks ? 1 : 0][kind]) {
                    Matcher matcher(m_patterns[index], text, begin, end);
                    attempt(matcher, index, at, at + length);
                }
    }
}
}
