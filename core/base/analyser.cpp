// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/analyser.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <libstemmer.h>
#include <memory>
#include <optional>
#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace agentarmy {
namespace {
constexpr std::size_t longestTerm = 64;

enum class Kind : std::uint8_t { separator, word, apostrophe, ignorable, cjk, dictionary };

bool asciiWord(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// Folded forms of U+00C0..U+017F, the letters of most languages written in Latin script; empty: not a letter.
struct LatinTable {
    std::array<std::string, 0xC0> folded;
    LatinTable()
    {
        UErrorCode status = U_ZERO_ERROR;
        const auto* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
        const auto* split = icu::Normalizer2::getNFDInstance(status);
        for (char32_t c = 0xC0; c < 0x180 && U_SUCCESS(status); ++c) {
            if (!isLetterOrDigit(c))
                continue;
            const auto wide = split->normalize(fold->normalize(icu::UnicodeString(UChar32(c)), status), status);
            std::string& out = folded[c - 0xC0];
            for (std::int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1))
                appendPlain(out, char32_t(wide.char32At(i)));
        }
    }
    /// Letters that no normal form takes apart, and no marks.
    static void appendPlain(std::string& out, char32_t c)
    {
        switch (c) {
        case 0xF8:
            out += 'o';
            return;
        case 0x142:
            out += 'l';
            return;
        case 0x111:
            out += 'd';
            return;
        case 0xF0:
            out += 'd';
            return;
        case 0xFE:
            out += "th";
            return;
        case 0xE6:
            out += "ae";
            return;
        case 0x153:
            out += "oe";
            return;
        case 0x131:
            out += 'i';
            return;
        case 0x127:
            out += 'h';
            return;
        default:
            break;
        }
        if (c >= 0x300 && c <= 0x36F)
            return;
        if (c >= 0x80 || asciiWord(char(c)))
            appendUtf8(out, c);
    }
};
const LatinTable& latin()
{
    static const LatinTable table;
    return table;
}

Kind kindOf(char32_t c)
{
    if (c == 0x2019 || c == 0x02BC)
        return Kind::apostrophe;
    if (c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF)
        return Kind::ignorable;
    const bool mark = (U_GET_GC_MASK(UChar32(c)) & U_GC_M_MASK) != 0;
    if (!isLetterOrDigit(c) && !mark)
        return Kind::separator;
    if (c < 0x0E00)
        return Kind::word;
    if (u_getIntPropertyValue(UChar32(c), UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT)
        return Kind::dictionary;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(UChar32(c), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
        return Kind::cjk;
    default:
        return c == 0x30FC ? Kind::cjk : Kind::word; // the long vowel mark has no script of its own
    }
}

/// NFKC, case folded, without accents.
std::string foldedSlowly(std::string_view word)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto* split = icu::Normalizer2::getNFDInstance(status);
    const auto* compose = icu::Normalizer2::getNFCInstance(status);
    std::string out;
    if (U_FAILURE(status))
        return out;
    const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), std::int32_t(word.size())));
    const auto parts = split->normalize(fold->normalize(wide, status), status);
    std::string plain;
    for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        const auto c = char32_t(parts.char32At(i));
        if (c < 0x80 ? asciiWord(char(c))
                     : kindOf(c) != Kind::separator && kindOf(c) != Kind::ignorable && kindOf(c) != Kind::apostrophe)
            LatinTable::appendPlain(plain, c);
    }
    icu::StringByteSink<std::string> sink(&out); // Hangul and kana come together again
    compose->normalizeUTF8(0, icu::StringPiece(plain), sink, nullptr, status);
    return out;
}

enum class Language : std::uint8_t { english, german };

/// Stems, remembered per thread: mail repeats its words, and a look-up costs a tenth of a stemming.
class Stemmer {
public:
    Stemmer()
        : m_english(sb_stemmer_new("english", "UTF_8"), sb_stemmer_delete)
        , m_german(sb_stemmer_new("german", "UTF_8"), sb_stemmer_delete)
        , m_slots(std::make_unique<Slot[]>(2 * slotsPerLanguage))
    {
    }
    /// Valid until the next call.
    std::string_view stem(std::string_view word, Language language)
    {
        if (word.size() <= 2 || word.size() > longestTerm)
            return word;
        if (word.size() > Slot::room)
            return compute(word, language);
        auto& slot = m_slots[std::size_t(language) * slotsPerLanguage + hashOf(word) % slotsPerLanguage];
        if (slot.length == word.size() && std::memcmp(slot.word, word.data(), word.size()) == 0)
            return {slot.stem, slot.stemLength};
        const auto stem = compute(word, language);
        if (stem.size() > Slot::room)
            return stem;
        slot.length = std::uint8_t(word.size());
        slot.stemLength = std::uint8_t(stem.size());
        std::memcpy(slot.word, word.data(), word.size());
        std::memcpy(slot.stem, stem.data(), stem.size());
        return {slot.stem, slot.stemLength};
    }

private:
    static constexpr std::size_t slotsPerLanguage = 32768;
    struct Slot {
        static constexpr std::size_t room = 23;
        std::uint8_t length = 0, stemLength = 0;
        char word[room], stem[room];
    };
    static std::size_t hashOf(std::string_view word)
    {
        std::uint64_t h = 0xCBF29CE484222325ULL;
        for (const char c : word)
            h = (h ^ std::uint8_t(c)) * 0x100000001B3ULL;
        return std::size_t(h ^ (h >> 29));
    }
    std::string_view compute(std::string_view word, Language language)
    {
        auto* stemmer = language == Language::german ? m_german.get() : m_english.get();
        if (!stemmer || std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return word;
        const auto* out = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()), int(word.size()));
        const std::string_view stem(reinterpret_cast<const char*>(out), std::size_t(sb_stemmer_length(stemmer)));
        return stem.empty() ? word : stem;
    }
    std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> m_english, m_german;
    std::unique_ptr<Slot[]> m_slots;
};
Stemmer& stemmer()
{
    thread_local Stemmer instance;
    return instance;
}

/// Words of a text, folded and cut, one after another in one buffer.
class Words {
public:
    struct Word {
        std::uint32_t begin;
        std::uint16_t length;
        bool whole; ///< not to be stemmed: a pair of CJK signs or a dictionary word
    };
    enum class Use { index, query };

    void read(std::string_view text, Use use)
    {
        m_use = use;
        std::size_t at = 0;
        while (at < text.size()) {
            const auto c = static_cast<unsigned char>(text[at]);
            if (c < 0x80) {
                if (const char lower = c >= 'A' && c <= 'Z' ? char(c + 32) : char(c); asciiWord(lower))
                    at = readWord(text, at);
                else
                    ++at;
                continue;
            }
            auto next = at;
            switch (kindOf(nextCodePoint(text, next))) {
            case Kind::word:
                at = readWord(text, at);
                break;
            case Kind::cjk:
                at = readRun(text, at, Kind::cjk);
                break;
            case Kind::dictionary:
                at = readRun(text, at, Kind::dictionary);
                break;
            default:
                at = next;
            }
        }
    }
    [[nodiscard]] const std::vector<Word>& list() const { return m_words; }
    [[nodiscard]] std::string_view text(const Word& word) const
    {
        return std::string_view(m_buffer).substr(word.begin, word.length);
    }
    void clear()
    {
        m_buffer.clear();
        m_words.clear();
    }

private:
    void keep(std::string_view word, bool whole)
    {
        word = cutAtCodePoint(word, longestTerm);
        if (word.empty())
            return;
        m_words.push_back({std::uint32_t(m_buffer.size()), std::uint16_t(word.size()), whole});
        m_buffer.append(word);
    }

    /// A word of ASCII and common Latin letters goes the short way, any other through ICU.
    std::size_t readWord(std::string_view text, std::size_t at)
    {
        const auto begin = at;
        std::array<char, longestTerm + 8> out;
        std::size_t length = 0;
        bool slow = false;
        const auto put = [&](char c) {
            if (length < out.size())
                out[length++] = c;
        };
        while (at < text.size()) {
            const auto c = static_cast<unsigned char>(text[at]);
            if (c < 0x80) {
                const char lower = c >= 'A' && c <= 'Z' ? char(c + 32) : char(c);
                if (asciiWord(lower)) {
                    put(lower);
                    ++at;
                } else if (c == '\'' && at > begin) {
                    if (!skipApostrophe(text, at, 1))
                        break;
                } else if ((c == ',' || c == '.') && thousands(text, at))
                    ++at; // 1,200 and 1.200 are found as 1200
                else
                    break;
                continue;
            }
            auto next = at;
            const auto code = nextCodePoint(text, next);
            if (code >= 0xC0 && code < 0x180 && !latin().folded[code - 0xC0].empty()) {
                for (const char each : latin().folded[code - 0xC0])
                    put(each);
                at = next;
                continue;
            }
            const auto kind = kindOf(code);
            if (kind == Kind::apostrophe) {
                if (!skipApostrophe(text, at, next - at))
                    break;
            } else if (kind == Kind::word || kind == Kind::ignorable) {
                slow = slow || kind == Kind::word;
                at = next;
            } else
                break;
        }
        if (slow)
            keep(foldedSlowly(text.substr(begin, at - begin)), false);
        else
            keep({out.data(), length}, false);
        return at;
    }

    /// Past an apostrophe inside a word: customer's and customer are one word, don't and dont too. False: the word ends
    /// here.
    static bool skipApostrophe(std::string_view text, std::size_t& at, std::size_t width)
    {
        const auto after = at + width;
        const auto letter = [&](std::size_t i) {
            return i < text.size() && (static_cast<unsigned char>(text[i]) >= 0x80 || asciiWord(char(text[i] | 32)));
        };
        if (!letter(after))
            return false;
        if ((text[after] | 32) == 's' && !letter(after + 1)) {
            at = after + 1;
            return false;
        }
        at = after;
        return true;
    }

    static bool thousands(std::string_view text, std::size_t at)
    {
        const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
        return at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4);
    }

    std::size_t readRun(std::string_view text, std::size_t at, Kind kind)
    {
        const auto begin = at;
        while (at < text.size()) {
            auto next = at;
            if (kindOf(nextCodePoint(text, next)) != kind)
                break;
            at = next;
        }
        const auto run = foldedSlowly(text.substr(begin, at - begin));
        kind == Kind::cjk ? keepPairs(run) : keepDictionaryWords(run);
        return at;
    }

    /// Each sign with its follower; the last one alone as well, so that every sign begins some term. A query of two or
    /// more signs leaves that one out.
    void keepPairs(const std::string& run)
    {
        std::vector<std::size_t> starts;
        for (std::size_t at = 0; at < run.size(); (void)nextCodePoint(run, at))
            starts.push_back(at);
        starts.push_back(run.size());
        const auto signs = starts.size() - 1;
        for (std::size_t i = 0; i + 1 < signs; ++i)
            keep(std::string_view(run).substr(starts[i], starts[i + 2] - starts[i]), true);
        if (signs > 0 && (m_use == Use::index || signs == 1))
            keep(std::string_view(run).substr(starts[signs - 1]), true);
    }

    void keepDictionaryWords(const std::string& run)
    {
        UErrorCode status = U_ZERO_ERROR;
        thread_local const std::unique_ptr<icu::BreakIterator> breaks(
            icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        if (!breaks)
            return keep(run, true);
        const auto wide = icu::UnicodeString::fromUTF8(run);
        breaks->setText(wide);
        for (auto from = breaks->first(), to = breaks->next(); to != icu::BreakIterator::DONE;
             from = to, to = breaks->next()) {
            std::string word;
            wide.tempSubStringBetween(from, to).toUTF8String(word);
            keep(word, true);
        }
    }

    std::string m_buffer;
    std::vector<Word> m_words;
    Use m_use = Use::index;
};

/// Little words that only one of the two languages has, by length and first letter, so that most words cost one look.
class LittleWords {
public:
    explicit LittleWords(std::initializer_list<std::string_view> words)
    {
        for (const auto word : words)
            m_byShape[shapeOf(word)].push_back(word);
    }
    [[nodiscard]] bool contains(std::string_view word) const
    {
        const auto& same = m_byShape[shapeOf(word)];
        return std::find(same.begin(), same.end(), word) != same.end();
    }

private:
    static std::size_t shapeOf(std::string_view word)
    {
        return std::min<std::size_t>(word.size(), 15) * 32 + (std::uint8_t(word[0]) & 31);
    }
    std::array<std::vector<std::string_view>, 512> m_byShape;
};

/// English where nothing tells.
Language languageOf(const Words& words)
{
    static const LittleWords german {"und", "der", "die", "das", "ist", "nicht", "wir", "sie", "mit", "fur", "ein",
        "eine", "einen", "auf", "von", "zu", "den", "dem", "ich", "haben", "wird", "werden", "auch", "bei", "uns",
        "ihre", "oder", "sind", "noch", "nach", "zum", "zur", "vielen", "dank", "bitte", "grussen", "freundlichen",
        "herr", "frau"};
    static const LittleWords english {"the", "and", "of", "to", "is", "we", "you", "for", "with", "that", "are", "our",
        "have", "this", "it", "be", "your", "would", "from", "not", "can", "by", "or", "thanks", "please", "regards",
        "at"};
    constexpr int sure = 12;
    int balance = 0;
    std::size_t looked = 0;
    for (const auto& word : words.list()) {
        if (++looked > 400 || balance >= sure || balance <= -sure)
            break;
        const auto text = words.text(word);
        balance += german.contains(text) ? 1 : english.contains(text) ? -1 : 0;
    }
    return balance > 0 ? Language::german : Language::english;
}

std::string joined(const Words& words, std::size_t from, std::size_t to, Language language)
{
    std::string out;
    auto& stems = stemmer();
    for (std::size_t i = from; i < to; ++i) {
        const auto& word = words.list()[i];
        if (i != from)
            out += ' ';
        out += word.whole ? words.text(word) : stems.stem(words.text(word), language);
    }
    return out;
}

std::vector<std::string> terms(const Words& words, Language language)
{
    std::vector<std::string> out;
    for (const auto& word : words.list())
        out.emplace_back(word.whole ? words.text(word) : stemmer().stem(words.text(word), language));
    return out;
}

void addAlternative(SearchClause& clause, SearchClause::Alternative alternative)
{
    if (!alternative.terms.empty()
        && std::find(clause.alternatives.begin(), clause.alternatives.end(), alternative) == clause.alternatives.end())
        clause.alternatives.push_back(std::move(alternative));
}

/// Stems that are shorter than what was typed of a word: "configuratio" shall find what "configuration" is stored as.
void addStemsOfBegun(SearchClause& clause, const std::string& typed)
{
    if (typed.size() < 5 || typed.size() > 40)
        return;
    for (const auto language : {Language::english, Language::german})
        for (const char* ending :
            {"e", "s", "n", "on", "ion", "ng", "g", "ed", "d", "t", "nt", "y", "ly", "r", "en", "er", "es"}) {
            std::string stem(stemmer().stem(typed + ending, language));
            if (stem.size() >= 3 && stem.size() < typed.size() && typed.compare(0, stem.size(), stem) == 0)
                addAlternative(clause, {{std::move(stem)}, false});
        }
}

std::optional<SearchClause> clauseOf(std::string_view text, bool begun)
{
    Words words;
    words.read(text, Words::Use::query);
    if (words.list().empty())
        return std::nullopt;
    SearchClause clause;
    for (const auto language : {Language::english, Language::german})
        addAlternative(clause, {terms(words, language), false});
    const auto& last = words.list().back();
    const bool oneSign = last.whole && codePointCount(words.text(last)) == 1; // stands for the pairs that begin with it
    if (oneSign || begun) {
        auto raw = clause.alternatives.front().terms;
        raw.back() = std::string(words.text(last));
        if (begun && !last.whole && words.list().size() == 1)
            addStemsOfBegun(clause, raw.back());
        if (oneSign || !last.whole)
            addAlternative(clause, {std::move(raw), true});
    }
    return clause;
}
}

SearchTerms analyse(std::string_view title, std::string_view text)
{
    thread_local Words words;
    words.clear();
    words.read(title, Words::Use::index);
    const auto titleEnd = words.list().size();
    words.read(text, Words::Use::index);
    const auto language = languageOf(words);
    return {joined(words, 0, titleEnd, language), joined(words, titleEnd, words.list().size(), language)};
}

std::vector<SearchClause> analyseQuery(std::string_view query)
{
    constexpr std::size_t mostClauses = 32;
    std::vector<SearchClause> out;
    query = cutAtCodePoint(query, 4096);
    std::size_t at = 0;
    while (at < query.size() && out.size() < mostClauses) {
        if (query[at] == '"') {
            const auto end = std::min(query.find('"', at + 1), query.size());
            if (auto clause = clauseOf(query.substr(at + 1, end - at - 1), false))
                out.push_back(std::move(*clause));
            at = end + 1;
        } else if (isAsciiSpace(query[at])) {
            ++at;
        } else {
            const auto end = std::min(query.find_first_of(" \t\r\n\v\f\"", at), query.size());
            if (auto clause = clauseOf(query.substr(at, end - at), end == query.size()))
                out.push_back(std::move(*clause));
            at = end;
        }
    }
    return out;
}
}
