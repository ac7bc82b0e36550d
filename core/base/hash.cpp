// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/hash.hpp"

#include <openssl/evp.h>

namespace agentarmy {
// OpenSSL and not libsodium: it uses the processor's SHA instructions, and every stored record is hashed.

namespace {
/// Looked up once: each search of the library's tables takes a lock.
const EVP_MD* algorithm()
{
    static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return fetched;
}
struct Digest {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    Digest() = default;
    Digest(const Digest&) = delete;
    Digest& operator=(const Digest&) = delete;
    ~Digest() { EVP_MD_CTX_free(context); }
    void begin() { EVP_DigestInit_ex2(context, algorithm(), nullptr); }
    void add(std::string_view bytes) { EVP_DigestUpdate(context, bytes.data(), bytes.size()); }
    [[nodiscard]] Sha256 finish()
    {
        Sha256 out {};
        EVP_DigestFinal_ex(context, out.data(), nullptr);
        return out;
    }
};
}

struct Sha256Stream::State {
    Digest digest;
};

Sha256 sha256(std::string_view bytes)
{
    thread_local Digest digest;
    digest.begin();
    digest.add(bytes);
    return digest.finish();
}

std::string hexText(const Sha256& digest)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string out(2 * digest.size(), '0');
    std::size_t at = 0;
    for (const auto byte : digest) {
        out[at++] = digits[byte >> 4];
        out[at++] = digits[byte & 15];
    }
    return out;
}

Sha256Stream::Sha256Stream()
    : m_state(std::make_unique<State>())
{
    m_state->digest.begin();
}
Sha256Stream::~Sha256Stream() = default;
void Sha256Stream::add(std::string_view bytes) { m_state->digest.add(bytes); }
Sha256 Sha256Stream::finish() { return m_state->digest.finish(); }
}
