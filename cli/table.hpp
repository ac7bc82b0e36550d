// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace agentarmy::cli {

/// Columns that a terminal needs for the text: 2 for wide East Asian characters, 0 for combining marks.
[[nodiscard]] std::size_t displayWidth(std::string_view text);
/// At most `width` columns, with "…" where it was cut.
[[nodiscard]] std::string fitted(std::string_view text, std::size_t width);
/// One line that is safe on a terminal: control characters (of customers' mails too) become spaces.
[[nodiscard]] std::string oneLine(std::string_view text);
/// The same for several lines.
[[nodiscard]] std::string printable(std::string_view text);

enum class Style { plain, dim, bold, good, warning, bad };
/// The text in the style's colour; unchanged where `colour` is off.
[[nodiscard]] std::string styled(std::string_view text, Style style, bool colour);

struct Cell {
    std::string text;
    Style style = Style::plain;
    // NOLINTNEXTLINE(google-explicit-constructor): rows read as lists of texts
    Cell(std::string value = {}, Style look = Style::plain)
        : text(std::move(value))
        , style(look)
    {
    }
    Cell(const char* value) // NOLINT(google-explicit-constructor)
        : text(value)
    {
    }
};

/// Aligned columns for people, two spaces between them.
class Table {
public:
    enum class Align { left, right };
    struct Column {
        std::string title;
        Align align = Align::left;
        bool shrinks = false; ///< gives up room where the terminal is narrow
    };
    explicit Table(std::vector<Column> columns)
        : m_columns(std::move(columns))
    {
    }
    void add(std::vector<Cell> row);
    [[nodiscard]] bool empty() const { return m_rows.empty(); }
    /// `width`: columns of the terminal; 0: as wide as it is. Without titles no heading is printed.
    void print(std::ostream& out, std::size_t width, bool colour, const std::string& indent = {}) const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<Cell>> m_rows;
};
}
