// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/table.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <unicode/uchar.h>

namespace agentarmy::cli {
namespace {
constexpr std::size_t gap = 2;
constexpr std::size_t leastWidth = 8;

std::size_t widthOf(char32_t c)
{
    switch (u_charType(UChar32(c))) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
        return 0;
    default:
        break;
    }
    const auto wide = u_getIntPropertyValue(UChar32(c), UCHAR_EAST_ASIAN_WIDTH);
    return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string cleaned(std::string_view text, bool keepLines)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto c = nextCodePoint(text, at);
        if (c == '\n' && keepLines)
            out += '\n';
        else if (isControl(c))
            out += ' ';
        else
            appendUtf8(out, c);
    }
    return out;
}

const char* codeOf(Style style)
{
    switch (style) {
    case Style::dim:
        return "\x1B[2m";
    case Style::bold:
        return "\x1B[1m";
    case Style::good:
        return "\x1B[32m";
    case Style::warning:
        return "\x1B[33m";
    case Style::bad:
        return "\x1B[31m";
    case Style::plain:
        break;
    }
    return "";
}
}

std::size_t displayWidth(std::string_view text)
{
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();)
        width += widthOf(nextCodePoint(text, at));
    return width;
}

std::string fitted(std::string_view text, std::size_t width)
{
    if (displayWidth(text) <= width)
        return std::string(text);
    std::string out;
    std::size_t used = 1; // the ellipsis
    for (std::size_t at = 0; at < text.size();) {
        const auto c = nextCodePoint(text, at);
        if (used + widthOf(c) > width)
            break;
        used += widthOf(c);
        appendUtf8(out, c);
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return width == 0 ? std::string() : out + "\xE2\x80\xA6";
}

std::string oneLine(std::string_view text) { return collapseSpaces(cleaned(text, false)); }
std::string printable(std::string_view text) { return cleaned(text, true); }

std::string styled(std::string_view text, Style style, bool colour)
{
    const char* code = codeOf(style);
    return colour && *code ? code + std::string(text) + "\x1B[0m" : std::string(text);
}

void Table::add(std::vector<Cell> row)
{
    row.resize(m_columns.size());
    for (auto& cell : row)
        cell.text = oneLine(cell.text);
    m_rows.push_back(std::move(row));
}

void Table::print(std::ostream& out, std::size_t width, bool colour, const std::string& indent) const
{
    std::vector<std::size_t> widths;
    bool titles = false;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        auto most = displayWidth(m_columns[i].title);
        titles = titles || !m_columns[i].title.empty();
        for (const auto& row : m_rows)
            most = std::max(most, displayWidth(row[i].text));
        widths.push_back(most);
    }
    std::size_t total = indent.size();
    for (const auto each : widths)
        total += each + gap;
    while (width > 0 && total > width + gap) { // the widest column that may gives up what is too much
        std::size_t* widest = nullptr;
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            if (m_columns[i].shrinks && widths[i] > leastWidth && (!widest || widths[i] > *widest))
                widest = &widths[i];
        if (!widest)
            break;
        --*widest;
        --total;
    }
    const auto line = [&](const auto& cellOf) {
        std::string text = indent;
        std::string pending; // no spaces at the end of a line
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const Cell cell = cellOf(i);
            const auto shown = fitted(cell.text, widths[i]);
            const std::string pad(widths[i] - std::min(widths[i], displayWidth(shown)), ' ');
            const bool right = m_columns[i].align == Align::right;
            if (right)
                pending += pad;
            if (!shown.empty()) {
                text += pending + styled(shown, cell.style, colour);
                pending.clear();
            }
            pending += right ? std::string(gap, ' ') : pad + std::string(gap, ' ');
        }
        out << text << '\n';
    };
    if (titles)
        line([&](std::size_t i) { return Cell(m_columns[i].title, Style::dim); });
    for (const auto& row : m_rows)
        line([&](std::size_t i) { return row[i]; });
}
}
