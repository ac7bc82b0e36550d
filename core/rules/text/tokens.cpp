// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/text/tokens.hpp"

#include "core/base/text.hpp"

#include <array>

namespace agentarmy::text {
namespace {
constexpr std::size_t maxBytes = 60000;

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool isAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr auto isAsciiWord = [] {
    std::array<bool, 256> table {};
    for (int c = 0; c < 128; ++c)
        table[std::size_t(c)] = isDigit(char(c)) || isAsciiLetter(char(c));
    return table;
}();

/// U+00C0..U+00FF without marks; German umlauts as two letters.
constexpr std::array<std::string_view, 64> latin1
    = {"a", "a", "a", "a", "ae", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o",
        "oe", "x", "o", "u", "u", "u", "ue", "y", "th", "ss", "a", "a", "a", "a", "ae", "a", "ae", "c", "e", "e", "e",
        "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "oe", "/", "o", "u", "u", "u", "ue", "y", "th", "y"};
/// U+0100..U+017F without marks.
constexpr std::string_view latinExtended = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllln"
                                           "nnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

struct Next {
    char32_t code = 0;
    std::size_t end = 0;
};
Next peek(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return {0, at};
    Next next;
    next.end = at;
    next.code = static_cast<unsigned char>(text[at]) < 0x80 ? char32_t(static_cast<unsigned char>(text[next.end++]))
                                                            : nextCodePoint(text, next.end);
    return next;
}
bool isWordLetter(char32_t c)
{
    if (c < 0x80)
        return isAsciiLetter(char(c));
    if (c >= 0xC0 && c <= 0x17F)
        return c != 0xD7 && c != 0xF7;
    return c > 0xBF && isLetterOrDigit(c);
}
bool isApostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == '`' || c == 0xB4; }
bool isClitic(std::string_view tail)
{
    return tail == "s" || tail == "re" || tail == "ve" || tail == "ll" || tail == "d" || tail == "m";
}
}

void appendFolded(std::string& out, std::string_view text, std::size_t& at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
        ++at;
        out += char(lead >= 'A' && lead <= 'Z' ? lead + 32 : lead);
        return;
    }
    const auto begin = at;
    const char32_t c = nextCodePoint(text, at);
    if (c >= 0xC0 && c <= 0xFF)
        out += latin1[c - 0xC0];
    else if (c >= 0x100 && c <= 0x17F)
        out += latinExtended[std::min<std::size_t>(c - 0x100, latinExtended.size() - 1)];
    else if (c == 0x1E9E)
        out += "ss";
    else if (isLetter(c))
        out += foldCase(text.substr(begin, at - begin));
    else
        out.append(text, begin, at - begin);
}

std::string foldToken(std::string_view word)
{
    std::string out;
    out.reserve(word.size() + word.size() / 8);
    for (std::size_t at = 0; at < word.size();) {
        auto end = at;
        while (end < word.size() && static_cast<unsigned char>(word[end]) < 0x80)
            ++end;
        const auto from = out.size();
        out.append(word, at, end - at);
        for (auto i = from; i < out.size(); ++i)
            out[i] = char(out[i] + (out[i] >= 'A' && out[i] <= 'Z' ? 32 : 0));
        at = end;
        if (at < word.size())
            appendFolded(out, word, at);
    }
    return out;
}

void Tokens::add(std::size_t begin, std::size_t end, std::size_t foldBegin, TokenKind kind, bool capital)
{
    const auto length = std::min<std::size_t>(m_folded.size() - foldBegin, 200);
    m_tokens.push_back({std::uint32_t(begin), std::uint32_t(end), std::uint32_t(foldBegin), std::uint16_t(length), kind,
        capital, m_newline});
    m_newline = false;
}

void Tokens::word(std::size_t& at)
{
    const auto text = m_source;
    const auto begin = at;
    auto foldBegin = m_folded.size();
    bool capital = isAsciiLetter(text[at]) ? text[at] <= 'Z' : isUpper(peek(text, at).code);
    for (;;) {
        auto ascii = at;
        while (ascii < text.size() && isAsciiWord[static_cast<unsigned char>(text[ascii])])
            ++ascii;
        if (const auto length = ascii - at) {
            const auto from = m_folded.size();
            m_folded.append(text, at, length);
            for (auto i = from; i < m_folded.size(); ++i)
                m_folded[i] = char(m_folded[i] | 0x20); // letters become small, digits have the bit already
            at = ascii;
        }
        if (at >= text.size() || (static_cast<unsigned char>(text[at]) < 0x80 && text[at] != '\'' && text[at] != '`'))
            break; // most words are this alone
        while (at < text.size()) {
            const auto next = peek(text, at);
            if (!isWordLetter(next.code) && !(next.code < 0x80 && isDigit(char(next.code))) && next.code != 0x301
                && next.code != 0x308)
                break;
            if (next.code == 0x301 || next.code == 0x308) // a combining mark behind its letter
                at = next.end;
            else
                appendFolded(m_folded, text, at);
        }
        const auto mark = peek(text, at);
        if (!isApostrophe(mark.code) || at >= text.size())
            break;
        const auto behind = peek(text, mark.end);
        if (!isWordLetter(behind.code))
            break;
        std::string tail;
        auto end = mark.end;
        while (end < text.size() && tail.size() < 8 && isWordLetter(peek(text, end).code))
            appendFolded(tail, text, end);
        if (tail == "t" && m_folded.size() > foldBegin && m_folded.back() == 'n') { // don't, can't, won't
            m_folded.pop_back();
            auto base = m_folded.substr(foldBegin);
            if (base == "wo")
                m_folded.replace(foldBegin, 2, "will");
            else if (base == "ca")
                m_folded.replace(foldBegin, 2, "can");
            else if (base == "sha")
                m_folded.replace(foldBegin, 3, "shall");
            add(begin, at - 1, foldBegin, TokenKind::word, capital);
            foldBegin = m_folded.size();
            m_folded += "not";
            add(at - 1, end, foldBegin, TokenKind::word, false);
            at = end;
            return;
        }
        if (isClitic(tail)) {
            add(begin, at, foldBegin, TokenKind::word, capital);
            foldBegin = m_folded.size();
            m_folded += '\'';
            m_folded += tail;
            add(at, end, foldBegin, TokenKind::word, false);
            at = end;
            return;
        }
        at = mark.end; // O'Brien, gibt’n: one word
    }
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 18> bare
        = {{{"dont", "do"}, {"cant", "can"}, {"wont", "will"}, {"didnt", "did"}, {"doesnt", "does"}, {"isnt", "is"},
            {"arent", "are"}, {"wasnt", "was"}, {"werent", "were"}, {"hasnt", "has"}, {"havent", "have"},
            {"hadnt", "had"}, {"couldnt", "could"}, {"wouldnt", "would"}, {"shouldnt", "should"}, {"cannot", "can"},
            {"mustnt", "must"}, {"aint", "is"}}};
    const auto folded = std::string_view(m_folded).substr(foldBegin);
    if (folded.size() >= 4 && folded.size() <= 8 && folded.back() == 't')
        for (const auto& [form, base] : bare)
            if (folded == form) {
                m_folded.resize(foldBegin);
                m_folded += base;
                add(begin, at, foldBegin, TokenKind::word, capital);
                foldBegin = m_folded.size();
                m_folded += "not";
                add(begin, at, foldBegin, TokenKind::word, false);
                return;
            }
    add(begin, at, foldBegin, TokenKind::word, capital);
}

void Tokens::number(std::size_t& at)
{
    const auto text = m_source;
    const auto begin = at;
    const auto foldBegin = m_folded.size();
    while (at < text.size()) {
        const char c = text[at];
        if (isDigit(c) || isAsciiLetter(c)) {
            appendFolded(m_folded, text, at);
            continue;
        }
        const auto mark = peek(text, at);
        const bool joins = c == '.' || c == ',' || c == ':' || isApostrophe(mark.code);
        if (joins && mark.end < text.size() && isDigit(text[mark.end])) {
            m_folded.append(c == '.' || c == ',' || c == ':' ? std::string_view(&text[at], 1) : std::string_view("'"));
            at = mark.end;
            continue;
        }
        break;
    }
    add(begin, at, foldBegin, TokenKind::number, false);
}

Tokens::Tokens(std::string_view source)
    : m_source(cutAtCodePoint(source, maxBytes))
{
    m_tokens.reserve(m_source.size() / 4 + 8);
    m_folded.reserve(m_source.size() + m_source.size() / 8 + 16);
    const auto text = m_source;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (isAsciiSpace(c)) {
            m_newline = m_newline || c == '\n';
            ++at;
            continue;
        }
        if (isAsciiWord[static_cast<unsigned char>(c)]) {
            if (isDigit(c))
                number(at);
            else
                word(at);
            continue;
        }
        const auto next = peek(text, at);
        if (isWordLetter(next.code)) {
            word(at);
            continue;
        }
        if (next.code == 0xA0 || next.code == 0x202F || next.code == 0x2009 || next.code == 0xAD || next.code == 0x200B
            || next.code == 0xFEFF) {
            at = next.end;
            continue;
        }
        const bool hyphen = c == '-' && at > 0 && at + 1 < text.size() && !isAsciiSpace(text[at - 1])
            && isWordLetter(peek(text, at + 1).code) && !m_tokens.empty() && m_tokens.back().end == at
            && m_tokens.back().kind == TokenKind::word;
        if (hyphen) {
            ++at;
            continue;
        }
        const auto foldBegin = m_folded.size();
        switch (next.code) {
        case 0x2013:
        case 0x2014:
            m_folded += '-';
            break;
        case 0x2026:
            m_folded += "...";
            break;
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0xAB:
        case 0xBB:
            m_folded += '"';
            break;
        default:
            m_folded.append(text, at, next.end - at);
        }
        add(at, next.end, foldBegin, TokenKind::punct, false);
        at = next.end;
    }
}
}
