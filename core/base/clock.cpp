// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/clock.hpp"

#include <sodium.h>

namespace agentarmy {

Timestamp SystemClock::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::uint64_t SystemRandom::next()
{
    std::uint64_t value = 0;
    randombytes_buf(&value, sizeof value);
    return value;
}

std::uint64_t SeededRandom::next()
{
    std::uint64_t z = m_state.fetch_add(0x9E3779B97F4A7C15ULL) + 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

Uuid IdSource::next()
{
    const auto wanted = static_cast<std::uint64_t>(toMillis(m_clock.now())) << 12;
    auto last = m_last.load();
    std::uint64_t mine = 0;
    do {
        mine = wanted > last ? wanted : last + 1; // a clock set back, or the same millisecond: go on counting
    } while (!m_last.compare_exchange_weak(last, mine));
    const auto random = m_random.next();
    Uuid id;
    for (std::size_t i = 0; i < 6; ++i)
        id.bytes[i] = static_cast<std::uint8_t>(mine >> (12 + 8 * (5 - i)));
    id.bytes[6] = static_cast<std::uint8_t>(0x70 | ((mine >> 8) & 0x0F));
    id.bytes[7] = static_cast<std::uint8_t>(mine & 0xFF);
    for (std::size_t i = 0; i < 8; ++i)
        id.bytes[8 + i] = static_cast<std::uint8_t>(random >> (8 * (7 - i)));
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);
    return id;
}
}
