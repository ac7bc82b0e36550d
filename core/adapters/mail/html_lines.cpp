// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/html_lines.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <utility>

namespace agentarmy::mail {
namespace {
bool isInvisible(char32_t c)
{
    return c == 0x200B || c == 0x200C || c == 0xFEFF || c == 0xAD || c == 0x34F || c == 0x2060
        || (c >= 0x80 && c < 0xA0) || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069); // direction overrides could hide what is said
}
}

void LineBuilder::text(std::string_view piece, bool keepSpaces)
{
    for (std::size_t at = 0; at < piece.size();) {
        const char c = piece[at];
        if (static_cast<unsigned char>(c) >= 0x80) {
            const auto begin = at;
            const char32_t code = nextCodePoint(piece, at);
            if (code == 0xA0 || code == 0x2007 || code == 0x202F)
                space();
            else if (!isInvisible(code))
                word(piece.substr(begin, at - begin));
            continue;
        }
        if (c > ' ' && c < 0x7f) {
            const auto begin = at;
            while (at < piece.size() && piece[at] > ' ' && piece[at] < 0x7f)
                ++at;
            word(piece.substr(begin, at - begin));
            continue;
        }
        ++at;
        if (keepSpaces && c == '\n')
            lineBreak();
        else if (keepSpaces && c == ' ' && !m_line.empty())
            m_line += ' ';
        else if (isAsciiSpace(c))
            space();
    }
}

void LineBuilder::lineBreak()
{
    if (m_line.empty())
        m_blank = true;
    flush();
}

void LineBuilder::endLine()
{
    if (!m_line.empty())
        flush();
    m_space = false;
}

void LineBuilder::paragraph()
{
    endLine();
    m_blank = m_blank || m_prefix.empty(); // a paragraph that begins a list item belongs to it
}

void LineBuilder::setQuoteDepth(int depth)
{
    if (depth == m_quote)
        return;
    endLine();
    m_quote = depth;
}

std::string LineBuilder::finish()
{
    endLine();
    return std::move(m_out);
}

void LineBuilder::word(std::string_view piece)
{
    if (m_full)
        return;
    if (!m_prefix.empty())
        m_line += std::exchange(m_prefix, {});
    else if (m_cell)
        m_line += " | ";
    else if (m_space)
        m_line += ' ';
    m_space = m_cell = false;
    m_line += piece;
    if (m_out.size() + m_line.size() > m_max) {
        flush();
        m_full = true;
    }
}

void LineBuilder::flush()
{
    m_space = m_cell = false;
    while (!m_line.empty() && m_line.back() == ' ')
        m_line.pop_back();
    if (m_line.empty() || m_full)
        return;
    if (m_blank && !m_out.empty()) {
        if (m_quote > 0 && m_lastQuote > 0)
            m_out.append(std::size_t(std::min(m_quote, m_lastQuote)), '>');
        m_out += '\n';
    }
    m_blank = false;
    if (m_quote > 0) {
        m_out.append(std::size_t(m_quote), '>');
        m_out += ' ';
        m_hasQuote = true;
    } else if (m_line[0] == '>') {
        m_out += ' '; // a line that only looks quoted
    }
    m_lastQuote = m_quote;
    const auto room = m_out.size() < m_max ? m_max - m_out.size() : 0;
    m_out += cutAtCodePoint(m_line, room);
    m_out += '\n';
    m_line.clear();
}
}
