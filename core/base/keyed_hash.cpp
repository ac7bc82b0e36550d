// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/keyed_hash.hpp"

#include <array>
#include <sodium.h>

namespace agentarmy {
namespace {
template <std::size_t size> std::string hexOf(const std::array<unsigned char, size>& bytes)
{
    std::string out(2 * size + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), bytes.data(), bytes.size());
    out.pop_back();
    return out;
}
}

std::string keyedHash(std::string_view key, std::string_view text)
{
    std::array<unsigned char, 16> out {};
    crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
        reinterpret_cast<const unsigned char*>(key.data()), std::min<std::size_t>(key.size(), 64));
    return hexOf(out);
}

std::string newHashKey()
{
    std::array<unsigned char, 32> key {};
    if (sodium_init() < 0)
        return {};
    randombytes_buf(key.data(), key.size());
    return hexOf(key);
}
}
