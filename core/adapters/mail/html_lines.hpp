// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace agentarmy::mail {

/// Collects the lines of a page: white space collapsed, at most one blank line in a row, `> ` before quoted ones.
/// Characters that nobody sees or that turn the direction of writing are left out. Texts are valid UTF-8.
class LineBuilder {
public:
    explicit LineBuilder(std::size_t maxBytes)
        : m_max(maxBytes)
    {
    }
    void text(std::string_view piece, bool keepSpaces);
    void lineBreak(); ///< ends the line, even if it is empty (<br>)
    void endLine(); ///< ends the line if it has words
    void paragraph(); ///< ends the line; a blank one follows
    void raw(std::string_view piece) { word(piece); }
    void space() { m_space = !m_line.empty(); }
    void cellBreak() { m_cell = !m_line.empty(); } ///< ` | ` before the next word, if the line has words already
    void prefix(std::string text) { m_prefix = std::move(text); } ///< before the next word, which begins a line
    void setQuoteDepth(int depth);
    [[nodiscard]] std::string_view line() const { return m_line; }
    [[nodiscard]] bool isFull() const { return m_full; }
    [[nodiscard]] bool hasQuote() const { return m_hasQuote; }
    [[nodiscard]] std::string finish();

private:
    void word(std::string_view piece);
    void flush();

    std::string m_out, m_line, m_prefix;
    std::size_t m_max;
    int m_quote = 0, m_lastQuote = 0;
    bool m_space = false, m_cell = false, m_blank = false, m_full = false, m_hasQuote = false;
};
}
