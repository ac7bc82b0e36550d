// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/readers/csv_reader.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace agentarmy::readers {
namespace {
/// The file as bytes of UTF-8 (or of a single-byte charset), UTF-16 turned on the way. Can look ahead and step back a
/// bounded way.
class CharSource {
public:
    explicit CharSource(std::istream& in)
        : m_in(in)
    {
        fill();
        if (have().starts_with("\xFF\xFE") || have().starts_with("\xFE\xFF"))
            startWide(have()[0] == '\xFF' ? CsvEncoding::utf16le : CsvEncoding::utf16be, 2);
        else if (have().starts_with("\xEF\xBB\xBF"))
            skip(3);
        else if (looksWide(1))
            startWide(CsvEncoding::utf16le, 0);
        else if (looksWide(0))
            startWide(CsvEncoding::utf16be, 0);
    }
    CsvEncoding encoding() const { return m_encoding; }
    void setEncoding(CsvEncoding encoding) { m_encoding = encoding; }
    bool failed() const { return m_in.bad(); }
    /// Bytes of the file read so far; for UTF-16 of what was decoded.
    std::uint64_t position() const { return m_consumed; }

    int peek()
    {
        if (m_begin == m_text.size() && !fill())
            return -1;
        return static_cast<unsigned char>(m_text[m_begin]);
    }
    int get()
    {
        const int c = peek();
        if (c >= 0) {
            ++m_begin;
            ++m_consumed;
        }
        return c;
    }
    /// Up to `count` bytes that come next, without taking them.
    std::string_view ahead(std::size_t count)
    {
        while (m_text.size() - m_begin < count && fill()) { }
        return have().substr(0, count);
    }
    void skip(std::size_t count)
    {
        m_begin += count;
        m_consumed += count;
    }
    /// Gives back what was taken last.
    void pushBack(std::string_view text)
    {
        m_text = std::string(text) + std::string(have());
        m_begin = 0;
        m_consumed -= text.size();
    }

private:
    std::string_view have() const { return std::string_view(m_text).substr(m_begin); }

    bool looksWide(std::size_t zeroAt) const
    {
        const auto probe = have().substr(0, 400);
        if (probe.size() < 8)
            return false;
        std::size_t zeros = 0;
        for (std::size_t i = zeroAt; i < probe.size(); i += 2)
            zeros += probe[i] == '\0' ? 1 : 0;
        return zeros * 2 * 10 >= probe.size() * 8;
    }
    void startWide(CsvEncoding encoding, std::size_t bom)
    {
        m_encoding = encoding;
        m_wide = std::string(have().substr(bom));
        m_text.clear();
        m_begin = 0;
        decodeWide();
    }
    bool fill()
    {
        std::array<char, 64 * 1024> buffer; // NOLINT: filled by read()
        m_in.read(buffer.data(), buffer.size());
        const auto got = std::size_t(m_in.gcount());
        if (got == 0)
            return false;
        m_text.erase(0, m_begin);
        m_begin = 0;
        if (m_encoding == CsvEncoding::utf16le || m_encoding == CsvEncoding::utf16be) {
            m_wide.append(buffer.data(), got);
            decodeWide();
            return m_begin < m_text.size() || fill();
        }
        m_text.append(buffer.data(), got);
        return true;
    }
    void decodeWide()
    {
        const bool little = m_encoding == CsvEncoding::utf16le;
        std::size_t at = 0;
        const auto unit = [&](std::size_t i) {
            const auto a = static_cast<unsigned char>(m_wide[i]);
            const auto b = static_cast<unsigned char>(m_wide[i + 1]);
            return little ? a | (b << 8) : (a << 8) | b;
        };
        while (at + 1 < m_wide.size()) {
            const int high = unit(at);
            if (high >= 0xD800 && high < 0xDC00) {
                if (at + 3 >= m_wide.size())
                    break;
                const int low = unit(at + 2);
                if (low >= 0xDC00 && low < 0xE000) {
                    appendUtf8(m_text, char32_t(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)));
                    at += 4;
                    continue;
                }
            }
            if (high != 0)
                appendUtf8(m_text, char32_t(high)); // a lone surrogate becomes U+FFFD
            at += 2;
        }
        m_wide.erase(0, at);
    }

    std::istream& m_in;
    CsvEncoding m_encoding = CsvEncoding::utf8;
    std::string m_text; ///< UTF-8 that was not taken yet, from m_begin on
    std::size_t m_begin = 0;
    std::string m_wide; ///< UTF-16 bytes that wait for their other half
    std::uint64_t m_consumed = 0;
};

constexpr int maxBrokenQuotes = 20;

struct RawRow {
    std::vector<std::string> cells;
    std::size_t line = 0;
    std::uint64_t position = 0;
    std::string problem;
    bool atEnd = false;
    [[nodiscard]] bool isBlank() const
    {
        return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return trimView(cell).empty(); });
    }
};

std::string cellText(std::string cell)
{
    if (!isValidUtf8(cell))
        cell = fromWindows1252(cell);
    std::erase(cell, '\0');
    return cell;
}

struct Sniffed {
    char separator = ',';
    std::size_t cells = 1; ///< in most of the first rows
};

/// The separator that splits most of the first lines into the same number of cells, more than one.
Sniffed sniffSeparator(std::string_view head)
{
    constexpr std::string_view candidates = ",;\t|";
    std::array<std::vector<std::size_t>, candidates.size()> counts;
    for (auto& list : counts)
        list.push_back(0);
    bool quoted = false;
    for (std::size_t i = 0; i < head.size() && counts[0].size() < 30; ++i) {
        const char c = head[i];
        const auto candidate = candidates.find(c);
        if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == '\n' || c == '\r')) {
            if (i > 0 && head[i - 1] != '\n' && head[i - 1] != '\r')
                for (auto& list : counts)
                    list.push_back(0);
        } else if (!quoted && candidate != std::string_view::npos) {
            ++counts[candidate].back();
        }
    }
    Sniffed best;
    double bestScore = 0;
    for (std::size_t k = 0; k < candidates.size(); ++k) {
        auto& list = counts[k];
        if (list.size() > 2) // the last line may be cut, or empty behind the last line end
            list.pop_back();
        std::map<std::size_t, std::size_t> frequency;
        for (const auto count : list)
            if (count > 0)
                ++frequency[count];
        for (const auto& [count, times] : frequency) {
            const double score
                = double(times) / double(list.size()) + (k == 0 ? 0.0 : 0.05) + std::min(0.2, double(count) * 0.02);
            if (score > bestScore) {
                bestScore = score;
                best = {candidates[k], times * 2 > list.size() ? count + 1 : 1};
            }
        }
    }
    return best;
}
}

struct CsvReader::State {
    State(std::istream& in, CsvLimits bounds)
        : source(in)
        , limits(bounds)
    {
    }
    CharSource source;
    CsvLimits limits;
    CsvShape shape;
    std::size_t line = 1;
    bool quotesOff = false; ///< for one row: its quote is never closed
    int brokenQuotes = 0; ///< rows of that kind
    std::size_t usualCells = 1; ///< of the first rows

    RawRow readRow();
    bool endsCell();
    bool readQuoted(std::string& cell, std::string& taken, RawRow& row);
    void endLine(int c);
};

void CsvReader::State::endLine(int c)
{
    if (c == '\r' && source.peek() == '\n')
        (void)source.get();
    ++line;
}

/// Whether the quote that was just taken ends its cell: only a separator or the line's end may follow. Else it is a
/// quote within.
bool CsvReader::State::endsCell()
{
    const auto next = source.ahead(64);
    const auto at = next.find_first_not_of(shape.separator == '\t' ? " " : " \t");
    return at == std::string_view::npos || next[at] == shape.separator || next[at] == '\n' || next[at] == '\r';
}

/// Reads behind an opening quote. False if it is never closed within the bounds, or closes only lines later among other
/// stray quotes; `taken` then holds all that was read.
bool CsvReader::State::readQuoted(std::string& cell, std::string& taken, RawRow& row)
{
    const auto bound = std::min(limits.rowBytes, limits.cellBytes + 64 * 1024);
    bool strayQuote = false;
    bool crossedLine = false;
    const auto keep = [&](char c) {
        if (cell.size() < limits.cellBytes)
            cell += c;
        else
            row.problem = "has a cell that is too long; the rest of it was dropped";
    };
    while (taken.size() <= bound) {
        const int c = source.get();
        if (c < 0)
            return false;
        taken += char(c);
        if (c == '"') {
            if (source.peek() == '"') {
                taken += char(source.get());
            } else if (endsCell()) {
                return !(strayQuote && crossedLine);
            } else {
                strayQuote = true;
            }
            keep('"');
        } else if (c == '\n' || c == '\r') {
            if (c == '\r' && source.peek() == '\n')
                taken += char(source.get());
            ++line;
            crossedLine = true;
            keep('\n');
        } else {
            keep(char(c));
        }
    }
    return false;
}

RawRow CsvReader::State::readRow()
{
    RawRow row;
    row.line = line;
    row.position = source.position();
    std::string cell;
    std::size_t bytes = 0;
    bool cellBegins = true;
    bool wasQuoted = false;
    const auto endCell = [&] {
        auto text = cellText(std::exchange(cell, {}));
        if (row.cells.size() < limits.columns)
            row.cells.push_back(wasQuoted ? std::move(text) : trim(text));
        else
            row.problem = "has more than " + std::to_string(limits.columns) + " cells; the rest was dropped";
        cellBegins = true;
        wasQuoted = false;
    };
    if (source.peek() < 0) {
        row.atEnd = true;
        return row;
    }
    while (true) {
        const int c = source.get();
        if (c < 0)
            break;
        if (c == '\n' || c == '\r') {
            endLine(c);
            break;
        }
        if (++bytes > limits.rowBytes) {
            row.problem = "is too long; the rest of it was dropped";
            continue;
        }
        if (c == shape.separator) {
            endCell();
            continue;
        }
        if (c == '"' && cellBegins && !quotesOff) {
            const auto lineBefore = line;
            std::string taken;
            std::string inner;
            if (readQuoted(inner, taken, row)) {
                bytes += taken.size();
                cell = std::move(inner); // white space before the quote is dropped
                wasQuoted = true;
                cellBegins = false;
                continue;
            }
            line = lineBefore;
            source.pushBack(taken);
            row.problem = "has a quote that is never closed";
            quotesOff = true;
            ++brokenQuotes;
            cell += '"';
            cellBegins = false;
            continue;
        }
        const bool space = c == ' ' || c == '\t';
        cellBegins = cellBegins && space;
        if (wasQuoted && space)
            continue; // between the closing quote and the separator
        if (cell.size() < limits.cellBytes)
            cell += char(c);
        else
            row.problem = "has a cell that is too long; the rest of it was dropped";
    }
    endCell();
    quotesOff = brokenQuotes >= maxBrokenQuotes; // reading ahead for each of them would never end
    return row;
}

CsvReader::CsvReader(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader& CsvReader::operator=(CsvReader&&) noexcept = default;
CsvReader::~CsvReader() = default;

const CsvShape& CsvReader::shape() const { return m_state->shape; }

Result<CsvReader> CsvReader::open(std::istream& in, CsvLimits limits)
{
    auto state = std::make_unique<State>(in, limits);
    auto& shape = state->shape;
    shape.encoding = state->source.encoding();
    const auto head = std::string(state->source.ahead(64 * 1024));
    if (shape.encoding == CsvEncoding::utf8
        && !isValidUtf8(cutAtCodePoint(head, head.size() - std::min<std::size_t>(head.size(), 4))))
        shape.encoding = CsvEncoding::windows1252;
    bool said = false;
    if (startsWithNoCase(head, "sep=") && head.size() > 5 && (head[5] == '\n' || head[5] == '\r')) {
        shape.separator = head[4];
        said = true;
    } else {
        const auto sniffed = sniffSeparator(head);
        shape.separator = sniffed.separator;
        state->usualCells = sniffed.cells;
    }
    if (said)
        (void)state->readRow();
    RawRow header;
    const auto isTitle = [&](const RawRow& row) { // "Report of 3 March" above the table
        return state->usualCells >= 3
            && std::count_if(row.cells.begin(), row.cells.end(), [](const auto& cell) { return !cell.empty(); }) <= 1;
    };
    for (int passed = 0; passed < 10000; ++passed) {
        header = state->readRow();
        if (header.atEnd || (!header.isBlank() && (!isTitle(header) || passed > 20)))
            break;
    }
    if (state->source.failed())
        return fail({ErrorKind::invalid, "unreadable_file", "The file cannot be read to its end.", {}});
    if (header.atEnd)
        return fail({ErrorKind::invalid, "not_a_table",
            "The table is empty: it has no row with the names of its columns.", {}});
    while (header.cells.size() > 1 && trimView(header.cells.back()).empty())
        header.cells.pop_back();
    shape.headerLine = header.line;
    std::map<std::string, int> seen;
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
        auto name = collapseSpaces(header.cells[i]);
        if (name.empty())
            name = "Column " + std::to_string(i + 1);
        name = std::string(cutAtCodePoint(name, 300));
        const int count = ++seen[nameKey(name)];
        shape.headers.push_back(count == 1 ? name : name + " (" + std::to_string(count) + ")");
    }
    return CsvReader(std::move(state));
}

std::optional<CsvRow> CsvReader::next()
{
    while (true) {
        auto raw = m_state->readRow();
        if (raw.atEnd)
            return std::nullopt;
        if (raw.isBlank())
            continue;
        CsvRow row {.line = raw.line,
            .position = raw.position,
            .cells = std::move(raw.cells),
            .present = 0,
            .problem = std::move(raw.problem)};
        const auto wanted = m_state->shape.headers.size();
        row.present = row.cells.size();
        const bool onlyBlanksMore = row.cells.size() > wanted
            && std::all_of(row.cells.begin() + std::ptrdiff_t(wanted), row.cells.end(),
                [](const std::string& cell) { return cell.empty(); });
        if (row.cells.size() != wanted && !onlyBlanksMore && row.problem.empty())
            row.problem = "has " + std::to_string(row.cells.size()) + " cells instead of " + std::to_string(wanted);
        row.cells.resize(wanted);
        return row;
    }
}
}
