// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <bitset>
#include <cstddef>
#include <string_view>

namespace agentarmy::text {

/// Tells of most words at a glance that they are not in a list: by its length and three of its characters. Of those
/// that are it is always right; the others are looked up.
class WordFilter {
public:
    void add(std::string_view word) { m_places.set(placeOf(word)); }
    [[nodiscard]] bool mayHold(std::string_view word) const { return m_places.test(placeOf(word)); }

private:
    static constexpr std::size_t places = 4096;
    static std::size_t placeOf(std::string_view word)
    {
        if (word.empty())
            return 0;
        const auto at = [&](std::size_t i) { return std::size_t(static_cast<unsigned char>(word[i])); };
        return (word.size() * 613 + at(0) * 127 + at(word.size() / 2) * 31 + at(word.size() - 1) * 7) % places;
    }
    std::bitset<places> m_places;
};
}
