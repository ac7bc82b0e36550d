// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/text/scan.hpp"

#include "core/base/text.hpp"
#include "core/rules/text/tokens.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::text {
namespace {
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isHigh(char c) { return static_cast<unsigned char>(c) >= 0x80; }

template <std::size_t N> bool isOneOf(std::string_view word, const std::array<std::string_view, N>& sorted)
{
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

constexpr std::array<std::string_view, 50> abbreviations
    = {"abt", "approx", "bzw", "ca", "co", "corp", "d", "dept", "dipl", "dr", "e", "eg", "etc", "evtl", "exkl", "fa",
        "fr", "g", "ggf", "hr", "i", "ie", "inc", "incl", "ing", "inkl", "ltd", "max", "mrd", "min", "mio", "mr", "mrs",
        "ms", "mwst", "nr", "p", "prof", "resp", "s", "sog", "st", "std", "str", "tel", "tsd", "u", "usw", "vs", "z"};
constexpr std::array<std::string_view, 24> months = {"april", "apr", "august", "aug", "december", "dezember", "februar",
    "february", "januar", "january", "juli", "july", "juni", "june", "jun", "jul", "mai", "maerz", "march", "may",
    "november", "oktober", "quartal", "september"};
constexpr std::array<std::string_view, 16> beforeOrdinal
    = {"ab", "am", "beim", "bis", "das", "dem", "den", "der", "des", "die", "im", "seit", "vom", "zum", "zur", "jeder"};
constexpr std::array<std::string_view, 20> greetings = {"dear", "dears", "good", "grueezi", "guten", "hallo", "hello",
    "hei", "hey", "hi", "hiya", "hoi", "lieber", "liebe", "moin", "morning", "sehr", "servus", "tag", "hola"};

/// The word that ends just before `at`, folded, at most 12 bytes of it.
std::string wordBefore(std::string_view text, std::size_t at)
{
    auto begin = at;
    while (begin > 0 && at - begin < 14 && (isAsciiLetter(text[begin - 1]) || isHigh(text[begin - 1])))
        --begin;
    return foldToken(text.substr(begin, at - begin));
}
std::string wordAfter(std::string_view text, std::size_t at)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r'))
        ++at;
    auto end = at;
    while (end < text.size() && end - at < 14 && (isAsciiLetter(text[end]) || isHigh(text[end])))
        ++end;
    return foldToken(text.substr(at, end - at));
}

/// Whether the full stop at `at` only shortens a word or counts.
bool isShortening(std::string_view text, std::size_t at)
{
    if (at == 0)
        return false;
    if (isDigit(text[at - 1])) { // "3. Oktober", "am 15. ist"
        auto begin = at;
        while (begin > 0 && isDigit(text[begin - 1]))
            --begin;
        if (at - begin > 2)
            return false;
        if (std::find(months.begin(), months.end(), wordAfter(text, at + 1)) != months.end())
            return true;
        auto before = begin;
        while (before > 0 && text[before - 1] == ' ')
            --before;
        const auto word = wordBefore(text, before);
        return std::find(beforeOrdinal.begin(), beforeOrdinal.end(), word) != beforeOrdinal.end();
    }
    if (!isAsciiLetter(text[at - 1]))
        return false;
    const auto word = wordBefore(text, at);
    if (word == "no") { // the number sign or the word
        const auto rest = trimView(text.substr(at + 1, 8));
        return !rest.empty() && isDigit(rest.front());
    }
    if (word == "st" || word == "min" || word == "max" || word == "co" || word == "inc" || word == "ltd"
        || word == "corp") {
        const auto rest = trimView(text.substr(at + 1, 8));
        return !rest.empty() && (isAsciiLetter(rest.front()) || isDigit(rest.front()))
            && (word == "st" || rest.front() >= 'a' || isDigit(rest.front()));
    }
    if (word.size() == 1) { // an initial, or z. B.; not the unit of "1.5 m"
        if (at > 1 && isDigit(text[at - 2])) // "$60k."
            return false;
        if (at > 2 && text[at - 2] == ' ' && isDigit(text[at - 3]))
            return false;
        if (text[at - 1] == 'I' && (at < 2 || text[at - 2] == ' '))
            return false;
        auto before = at - 1;
        while (before > 0 && text[before - 1] == ' ')
            --before;
        const auto previous = wordBefore(text, before);
        static constexpr std::array<std::string_view, 8> counted
            = {"class", "halle", "hall", "klasse", "option", "phase", "plan", "typ"};
        return std::find(counted.begin(), counted.end(), previous) == counted.end();
    }
    return std::find(abbreviations.begin(), abbreviations.end(), word) != abbreviations.end();
}

bool isListMark(std::string_view line)
{
    if (line.empty())
        return false;
    if ((line[0] == '-' || line[0] == '*' || line[0] == '+') && line.size() > 1 && (line[1] == ' ' || line[1] == '\t'))
        return true;
    if (line.starts_with("\xE2\x80\xA2") || line.starts_with("\xE2\x80\x93 ") || line.starts_with("\xC2\xB7"))
        return true;
    std::size_t digits = 0;
    while (digits < line.size() && digits < 3 && isDigit(line[digits]))
        ++digits;
    if (digits == 0 && line.size() > 2 && line[0] >= 'a' && line[0] <= 'h' && line[1] == ')')
        return true;
    return digits > 0 && digits < line.size()
        && (line[digits] == ')' || (line[digits] == '.' && digits + 1 < line.size() && line[digits + 1] == ' '));
}

/// Closing quotes and brackets behind a sentence's mark.
std::size_t skipClosers(std::string_view text, std::size_t at)
{
    for (;;) {
        if (at < text.size() && (text[at] == '"' || text[at] == '\'' || text[at] == ')' || text[at] == ']'))
            ++at;
        else if (text.substr(at, 3) == "\xE2\x80\x9D" || text.substr(at, 3) == "\xE2\x80\x9C"
            || text.substr(at, 3) == "\xE2\x80\x99")
            at += 3;
        else if (text.substr(at, 2) == "\xC2\xBB" || text.substr(at, 2) == "\xC2\xAB")
            at += 2;
        else
            return at;
    }
}

/// Whether a line ends its sentence although no mark does: greetings, sign-offs, chat lines, list items.
bool lineEndsSentence(std::string_view line, std::string_view nextLine)
{
    const auto trimmed = trimView(line);
    if (trimmed.empty() || trimView(nextLine).empty() || isListMark(trimView(nextLine)))
        return true;
    if (trimmed.size() >= 40)
        return false;
    if (trimmed.back() == ',') {
        const auto first = wordAfter(trimmed, 0);
        return trimmed.size() < 32 && std::find(greetings.begin(), greetings.end(), first) != greetings.end();
    }
    return true;
}
}

std::vector<Range> sentences(std::string_view text)
{
    std::vector<Range> found;
    found.reserve(text.size() / 60 + 4);
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        auto from = begin;
        auto to = end;
        while (from < to && isAsciiSpace(text[from]))
            ++from;
        while (to > from && isAsciiSpace(text[to - 1]))
            --to;
        if (to > from)
            found.push_back({from, to});
        begin = end;
    };
    std::size_t lineBegin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '\n') {
            auto nextEnd = text.find('\n', at + 1);
            if (nextEnd == std::string_view::npos)
                nextEnd = text.size();
            if (lineEndsSentence(text.substr(lineBegin, at - lineBegin),
                    text.substr(at + 1, std::min<std::size_t>(nextEnd - at - 1, 80))))
                close(at);
            lineBegin = ++at;
            continue;
        }
        if (!isHigh(c) && c != '.' && c != '!' && c != '?') {
            ++at;
            continue;
        }
        const bool ellipsis = text.compare(at, 3, "\xE2\x80\xA6") == 0;
        const bool wide = text.compare(at, 3, "\xE3\x80\x82") == 0 || text.compare(at, 3, "\xEF\xBC\x9F") == 0
            || text.compare(at, 3, "\xEF\xBC\x81") == 0;
        if (wide) {
            close(at + 3);
            at += 3;
            continue;
        }
        if (c != '.' && c != '!' && c != '?' && !ellipsis) {
            ++at;
            continue;
        }
        auto end = at;
        bool dotsOnly = true;
        int marks = 0;
        while (end < text.size()) {
            if (text.compare(end, 3, "\xE2\x80\xA6") == 0) {
                end += 3;
                marks += 3;
            } else if (text[end] == '.' || text[end] == '!' || text[end] == '?') {
                dotsOnly = dotsOnly && text[end] == '.';
                ++end;
                ++marks;
            } else
                break;
        }
        const auto behind = skipClosers(text, end);
        const bool spaced
            = behind >= text.size() || isAsciiSpace(text[behind]) || text.compare(behind, 2, "\xC2\xA0") == 0;
        bool ends = spaced;
        if (ends && dotsOnly && marks == 1 && isShortening(text, at))
            ends = false;
        if (ends && dotsOnly && marks > 1) { // "well... we": a pause goes on in lower case
            const auto rest = text.substr(std::min(behind, text.size()), 8);
            const auto next = trimView(rest);
            ends = next.empty() || rest.find('\n') != std::string_view::npos
                || !(next.front() >= 'a' && next.front() <= 'z');
        }
        if (!ends && !spaced && !dotsOnly && behind < text.size() && isAsciiLetter(text[behind]) && behind == end)
            ends = true; // "really?we need": no space in a hurry
        if (ends && isListMark(trimView(text.substr(begin, end - begin)))
            && trimView(text.substr(begin, end - begin)).size() <= 3)
            ends = false; // "1." before its item
        at = std::max(behind, at + 1);
        if (ends)
            close(behind);
    }
    close(text.size());
    return found;
}

bool isQuestion(std::string_view sentence)
{
    auto text = trimView(sentence);
    for (int guard = 0; guard < 12 && !text.empty(); ++guard) {
        const char last = text.back();
        if (last == '?')
            return true;
        if (last == '!' || last == '"' || last == '\'' || last == ')' || last == ']' || last == '.')
            text.remove_suffix(1);
        else if (text.ends_with("\xE2\x80\x9D") || text.ends_with("\xE2\x80\x9C") || text.ends_with("\xE2\x80\x99"))
            text.remove_suffix(3);
        else if (text.ends_with("\xC2\xBB") || text.ends_with("\xC2\xAB"))
            text.remove_suffix(2);
        else if (text.ends_with("\xEF\xBC\x9F"))
            return true;
        else
            return false;
    }
    return false;
}

bool containsQuestion(std::string_view text)
{
    if (text.find('?') == std::string_view::npos && text.find("\xEF\xBC\x9F") == std::string_view::npos)
        return false;
    const auto found = sentences(text);
    return std::any_of(found.begin(), found.end(), [&](const Range& range) { return isQuestion(range.in(text)); });
}

std::vector<Range> words(std::string_view text)
{
    std::vector<Range> found;
    found.reserve(text.size() / 5 + 4);
    const auto wordAt = [&](std::size_t at, std::size_t& end) {
        end = at;
        if (at >= text.size())
            return false;
        if (!isHigh(text[at])) {
            ++end;
            return isAsciiLetter(text[at]) || isDigit(text[at]);
        }
        return isLetterOrDigit(nextCodePoint(text, end));
    };
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        if (!wordAt(at, end)) {
            at = std::max(end, at + 1);
            continue;
        }
        const auto begin = at;
        at = end;
        for (;;) {
            if (wordAt(at, end)) {
                at = end;
                continue;
            }
            if (at >= text.size())
                break;
            const bool digitBefore = isDigit(text[at - 1]);
            const bool inNumber
                = (text[at] == '.' || text[at] == ',') && digitBefore && at + 1 < text.size() && isDigit(text[at + 1]);
            std::size_t joiner = 0;
            if (text[at] == '\'' || text[at] == '-' || inNumber)
                joiner = 1;
            else if (text.compare(at, 3, "\xE2\x80\x99") == 0)
                joiner = 3;
            std::size_t behind = 0;
            if (joiner == 0 || !wordAt(at + joiner, behind))
                break;
            at += joiner;
        }
        found.push_back({begin, at});
    }
    return found;
}

std::string foldWord(std::string_view word)
{
    std::string out = foldCase(word);
    static constexpr std::array<std::pair<std::string_view, char>, 12> marks
        = {{{"\xE2\x80\x98", '\''}, {"\xE2\x80\x99", '\''}, {"\xE2\x80\x9A", '\''}, {"\xE2\x80\x9B", '\''},
            {"\xE2\x80\x9C", '"'}, {"\xE2\x80\x9D", '"'}, {"\xE2\x80\x9E", '"'}, {"\xC2\xAB", '"'}, {"\xC2\xBB", '"'},
            {"\xE2\x80\x93", '-'}, {"\xE2\x80\x94", '-'}, {"\xE2\x80\x91", '-'}}};
    if (std::none_of(out.begin(), out.end(), isHigh))
        return out;
    std::string unified;
    for (std::size_t at = 0; at < out.size();) {
        const auto mark = std::find_if(marks.begin(), marks.end(),
            [&](const auto& each) { return out.compare(at, each.first.size(), each.first) == 0; });
        if (mark == marks.end()) {
            unified += out[at++];
            continue;
        }
        unified += mark->second;
        at += mark->first.size();
    }
    return unified;
}

namespace {
/// A word of up to eight letters as a number, so that looking one up compares no texts; 0 for longer ones.
constexpr std::uint64_t packed(std::string_view word)
{
    std::uint64_t key = 0;
    if (word.size() <= 8)
        for (const char c : word)
            key = key << 8 | std::uint8_t(c);
    return key;
}

template <std::size_t N> constexpr auto packedWords(const std::array<std::string_view, N>& words)
{
    std::array<std::uint64_t, N> keys {};
    for (std::size_t i = 0; i < N; ++i)
        keys[i] = packed(words[i]);
    std::ranges::sort(keys);
    return keys;
}
}

std::string_view guessLanguage(std::string_view text) { return guessLanguage(Tokens(cutAtCodePoint(text, 2000))); }

std::string_view guessLanguage(const Tokens& tokens)
{
    static constexpr auto german = packedWords(std::to_array<std::string_view>(
        {"aber", "als", "am", "an", "auch", "auf", "aus", "bei", "bis", "da", "das", "dass", "dem", "den", "der", "die",
            "ein", "eine", "es", "fuer", "haben", "hat", "ich", "ihr", "im", "ist", "kein", "mit", "nach", "nicht",
            "nur", "oder", "schon", "sie", "sind", "und", "uns", "von", "wenn", "werden", "wie", "wir", "zu", "zum"}));
    static constexpr auto english
        = packedWords(std::to_array<std::string_view>({"a", "and", "are", "as", "at", "be", "but", "by", "can", "do",
            "for", "from", "have", "he", "how", "i", "if", "is", "it", "my", "not", "of", "on", "or", "our", "she",
            "so", "that", "the", "they", "this", "to", "us", "we", "what", "when", "will", "with", "would", "you"}));
    constexpr int clear = 15; // so many more words of one language than of the other: the rest says the same
    int score = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(tokens.size(), 400) && score < clear && score > -clear; ++i) {
        const auto key = packed(tokens.folded(i));
        if (key == 0)
            continue;
        score += std::ranges::binary_search(german, key) ? 1 : 0;
        score -= std::ranges::binary_search(english, key) ? 1 : 0;
    }
    return score > 0 ? "de" : "en";
}
}
