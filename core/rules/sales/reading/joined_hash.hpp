// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string_view>

namespace agentarmy::sales::reading {

/// The hash of a text that can be made of the hashes of its parts: a polynomial over its characters modulo 2^64.
/// Not against an adversary.
struct JoinedHash {
    constexpr JoinedHash() = default;
    constexpr explicit JoinedHash(std::string_view text)
    {
        for (const char c : text) {
            sum = sum * base + static_cast<unsigned char>(c) + 1;
            power *= base;
        }
    }
    /// Of this text with the other behind it.
    [[nodiscard]] constexpr JoinedHash then(const JoinedHash& other) const
    {
        JoinedHash both;
        both.sum = sum * other.power + other.sum;
        both.power = power * other.power;
        return both;
    }
    /// Well mixed, never 0: what stands in a table, where 0 is an empty place.
    [[nodiscard]] constexpr std::uint64_t key() const
    {
        auto h = sum ^ (sum >> 32);
        h *= 0xd6e8feb86659fd93u;
        return (h ^ (h >> 29)) | 1;
    }

    std::uint64_t sum = 0;
    std::uint64_t power = 1;

private:
    static constexpr std::uint64_t base = 0x9e3779b97f4a7c15u; ///< odd, without pattern in its bits
};
}
