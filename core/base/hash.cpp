// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/hash.hpp"

#include <sodium.h>

namespace agentarmy {
struct Sha256Stream::State {
    crypto_hash_sha256_state value;
};

Sha256 sha256(std::string_view bytes)
{
    Sha256 out;
    crypto_hash_sha256(out.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return out;
}

std::string hexText(const Sha256& digest)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    out.reserve(64);
    for (const auto byte : digest) {
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

Sha256Stream::Sha256Stream()
    : m_state(std::make_unique<State>())
{
    crypto_hash_sha256_init(&m_state->value);
}
Sha256Stream::~Sha256Stream() = default;
void Sha256Stream::add(std::string_view bytes)
{
    crypto_hash_sha256_update(&m_state->value, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}
Sha256 Sha256Stream::finish()
{
    Sha256 out;
    crypto_hash_sha256_final(&m_state->value, out.data());
    return out;
}
}
