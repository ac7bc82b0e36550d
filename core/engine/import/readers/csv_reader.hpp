// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/error.hpp"

#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace agentarmy::readers {

struct CsvLimits {
    std::size_t cellBytes = std::size_t(1) << 20; ///< the rest of a longer cell is dropped, the row says so
    std::size_t rowBytes = std::size_t(8) << 20; ///< the rest of a longer row is dropped
    std::size_t columns = 1000;
};

/// One record. Cells are valid UTF-8, trimmed of white space outside quotes.
struct CsvRow {
    std::size_t line = 0; ///< of its first line in the file, from 1
    std::uint64_t position = 0; ///< byte offset of its start in the file
    std::vector<std::string>
        cells; ///< as many as the header has: short rows are filled up, what is too much is dropped
    std::size_t present = 0; ///< how many cells the row itself has
    std::string problem; ///< "" or what was odd: "has 7 cells instead of 5", "quote is never closed", ...
};

enum class CsvEncoding { utf8, utf16le, utf16be, windows1252 };

struct CsvShape {
    char separator = ',';
    CsvEncoding encoding = CsvEncoding::utf8; ///< a cell that is no UTF-8 is read as Windows-1252 wherever it stands
    std::size_t headerLine = 0; ///< from 1
    std::vector<std::string> headers; ///< trimmed; an empty one is "Column 3", a double "Name (2)"
};

/// Reads a table with a header row record by record: RFC 4180 and what happens: BOM, UTF-16, Windows-1252, separators
/// `,` `;` tab `|` (sniffed, or said by a line `sep=;`), quotes and newlines in quotes, CR, LF, CRLF, blank lines,
/// ragged rows. Memory: one row and a read buffer. A quote that is never closed is taken back: its line is read as if
/// it had no quotes.
class CsvReader {
public:
    /// Reads up to the header. `in` is opened binary and outlives the reader. Errors: `not_a_table` (no header row, or
    /// only one blank line), `unreadable_file`.
    [[nodiscard]] static Result<CsvReader> open(std::istream& in, CsvLimits limits = {});
    CsvReader(CsvReader&&) noexcept;
    CsvReader& operator=(CsvReader&&) noexcept;
    ~CsvReader();

    [[nodiscard]] const CsvShape& shape() const;
    /// The next row that is not blank, or none at the end.
    [[nodiscard]] std::optional<CsvRow> next();

private:
    struct State;
    explicit CsvReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};
}
