// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string_view>

/// The hash of the reading's tables, one character after the other, so that every beginning of a word has its own.
namespace agentarmy::sales::reading {

/// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
inline constexpr std::uint64_t hashStart = 0xcbf29ce484222325u;
constexpr std::uint64_t hashed(std::uint64_t hash, char c)
{
    return (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
}
constexpr std::uint64_t hashed(std::uint64_t hash, std::string_view text)
{
    for (const char c : text)
        hash = hashed(hash, c);
    return hash;
}
/// What stands in a table, where 0 is an empty place: never 0, and with the high bits in the low ones.
constexpr std::uint64_t keyOf(std::uint64_t hash) { return (hash ^ (hash >> 29)) | 1; }
/// Where the search for a key begins in a table of a power of two.
constexpr std::size_t placeOf(std::uint64_t key, std::size_t mask) { return std::size_t(key >> 1) & mask; }
}
