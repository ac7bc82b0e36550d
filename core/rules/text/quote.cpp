// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/text/quote.hpp"

#include "core/base/text.hpp"

namespace agentarmy::text {
namespace {
/// Appends what is compared of the code point at `at`; a run of white space gives one space. Moves `at`.
void appendKey(std::string& out, std::string_view text, std::size_t& at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
        ++at;
        if (isAsciiSpace(char(lead))) {
            if (!out.empty() && out.back() != ' ')
                out += ' ';
            return;
        }
        out += char(lead >= 'A' && lead <= 'Z' ? lead + 32 : lead == '`' ? '\'' : lead);
        return;
    }
    const auto begin = at;
    const char32_t c = nextCodePoint(text, at);
    if (isUnicodeSpace(c)) {
        if (!out.empty() && out.back() != ' ')
            out += ' ';
    } else if ((c >= 0x2018 && c <= 0x201B) || c == 0xB4 || c == 0x2039 || c == 0x203A || c == 0x2032)
        out += '\'';
    else if ((c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2033)
        out += '"';
    else if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
        out += '-';
    else if (c == 0x2026)
        out += "...";
    else if (c != 0xAD && c != 0x200B && c != 0xFEFF)
        out += foldCase(text.substr(begin, at - begin));
}
}

std::string quoteKey(std::string_view quote)
{
    std::string out;
    out.reserve(quote.size());
    for (std::size_t at = 0; at < quote.size();)
        appendKey(out, quote, at);
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

QuoteFinder::QuoteFinder(std::string_view source)
    : m_size(source.size())
{
    m_folded.reserve(source.size());
    m_begin.reserve(source.size() + 1);
    for (std::size_t at = 0; at < source.size();) {
        const auto begin = at;
        appendKey(m_folded, source, at);
        while (m_begin.size() < m_folded.size())
            m_begin.push_back(std::uint32_t(begin));
    }
}

std::optional<Range> QuoteFinder::find(std::string_view quote) const
{
    const auto key = quoteKey(quote);
    if (key.empty())
        return std::nullopt;
    const auto found = m_folded.find(key);
    if (found == std::string::npos)
        return std::nullopt;
    // The end is the start of the first code point behind; white space behind the quote's last byte is not part of it.
    auto last = found + key.size() - 1;
    const auto lastBegin = m_begin[last];
    while (last + 1 < m_begin.size() && m_begin[last + 1] == lastBegin)
        ++last; // the rest of the same code point
    std::size_t end = last + 1 < m_begin.size() ? m_begin[last + 1] : m_size;
    return Range {m_begin[found], end};
}

std::optional<Range> findQuote(std::string_view source, std::string_view quote)
{
    if (const auto exact = source.find(trimView(quote)); !trimView(quote).empty() && exact != std::string_view::npos)
        return Range {exact, exact + trimView(quote).size()};
    auto range = QuoteFinder(source).find(quote);
    if (range)
        while (range->end > range->begin && isAsciiSpace(source[range->end - 1]))
            --range->end;
    return range;
}
}
