// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/text/line_diff.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <cstdint>

namespace agentarmy::text {
namespace {
constexpr std::size_t mostLines = 2000; ///< the table has the square of it

using Kind = DiffLine::Kind;
}

std::vector<DiffLine> lineDiff(std::string_view before, std::string_view after)
{
    auto a = splitView(before, '\n');
    auto b = splitView(after, '\n');
    for (auto* lines : {&a, &b})
        for (auto& line : *lines)
            if (line.ends_with('\r'))
                line.remove_suffix(1);
    std::vector<DiffLine> out;
    const auto put = [&](Kind kind, std::string_view text) { out.push_back({kind, std::string(text)}); };
    std::size_t head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        put(Kind::same, a[head++]);
    std::size_t tail = 0;
    while (tail < a.size() - head && tail < b.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    const auto rows = a.size() - head - tail;
    const auto columns = b.size() - head - tail;
    if (rows > mostLines || columns > mostLines) {
        for (std::size_t i = 0; i < rows; ++i)
            put(Kind::removed, a[head + i]);
        for (std::size_t i = 0; i < columns; ++i)
            put(Kind::added, b[head + i]);
    } else {
        // common[i][j]: lines in common of what follows line i of the one and line j of the other
        std::vector<std::uint16_t> common((rows + 1) * (columns + 1), 0);
        const auto at = [&](std::size_t i, std::size_t j) -> std::uint16_t& { return common[i * (columns + 1) + j]; };
        for (auto i = rows; i-- > 0;)
            for (auto j = columns; j-- > 0;)
                at(i, j) = a[head + i] == b[head + j] ? std::uint16_t(at(i + 1, j + 1) + 1)
                                                      : std::max(at(i + 1, j), at(i, j + 1));
        for (std::size_t i = 0, j = 0; i < rows || j < columns;) {
            if (i < rows && j < columns && a[head + i] == b[head + j]) {
                put(Kind::same, a[head + i]);
                ++i;
                ++j;
            } else if (i < rows && (j == columns || at(i + 1, j) >= at(i, j + 1)))
                put(Kind::removed, a[head + i++]);
            else
                put(Kind::added, b[head + j++]);
        }
    }
    for (auto i = a.size() - tail; i < a.size(); ++i)
        put(Kind::same, a[i]);
    return out;
}
}
