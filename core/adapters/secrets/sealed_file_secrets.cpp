// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/secrets/sealed_file_secrets.hpp"

#include "core/adapters/secrets/secret_name.hpp"
#include "core/base/json.hpp"
#include "core/base/text.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace agentarmy::secrets {
namespace {
constexpr std::string_view magic = "AASEAL1\n";
constexpr std::size_t saltSize = crypto_pwhash_SALTBYTES;
constexpr std::size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t keySize = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t largestFile = std::size_t(16) << 20;
constexpr std::size_t shortestPassphrase = 8; // characters
constexpr unsigned long long mostOperations = 100; // of a file: no file makes us work for hours
constexpr std::size_t mostMemory = std::size_t(1) << 30;

unsigned char* bytesOf(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* bytesOf(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

void wipe(std::string& text)
{
    sodium_memzero(text.data(), text.size());
    text.clear();
}

Error damaged()
{
    return {ErrorKind::internal, "secrets_damaged",
        "The file with the passwords is damaged. Restore it from a backup, or "
        "delete it and enter the passwords again.",
        {}};
}
Error locked()
{
    return {
        ErrorKind::denied, "secrets_locked", "The passwords of this workspace are sealed. Enter its passphrase.", {}};
}

struct SealedFile {
    SealingCost cost;
    std::string header; ///< everything before the salt: what the seal also covers
    std::string salt, nonce, sealed;
};

Result<SealedFile> readSealed(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return fail({ErrorKind::unavailable, "secrets_unreadable", "The file with the passwords cannot be read.", {}});
    std::string all(largestFile + 1, '\0');
    in.read(all.data(), std::streamsize(all.size()));
    all.resize(std::size_t(in.gcount()));
    if (all.size() > largestFile || !all.starts_with(magic))
        return fail(damaged());
    SealedFile file;
    auto at = magic.size();
    const auto number = [&]() -> unsigned long long {
        const auto end = all.find('\n', at);
        if (end == std::string::npos || end == at || end - at > 12)
            return 0;
        const auto value = std::strtoull(all.c_str() + at, nullptr, 10);
        at = end + 1;
        return value;
    };
    file.cost.operations = number();
    file.cost.memory = std::size_t(number());
    if (file.cost.operations < crypto_pwhash_OPSLIMIT_MIN || file.cost.operations > mostOperations
        || file.cost.memory < crypto_pwhash_MEMLIMIT_MIN || file.cost.memory > mostMemory
        || all.size() < at + saltSize + nonceSize + tagSize)
        return fail(damaged());
    file.header = all.substr(0, at);
    file.salt = all.substr(at, saltSize);
    file.nonce = all.substr(at + saltSize, nonceSize);
    file.sealed = all.substr(at + saltSize + nonceSize);
    return file;
}

Result<std::string> keyFrom(const std::string& passphrase, const std::string& salt, const SealingCost& cost)
{
    std::string key(keySize, '\0');
    if (crypto_pwhash(bytesOf(key), key.size(), passphrase.data(), passphrase.size(), bytesOf(std::string_view(salt)),
            cost.operations, cost.memory, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return fail(
            {ErrorKind::unavailable, "out_of_memory", "There is not enough memory to unseal the passwords.", {}});
    return key;
}

/// Nothing: the key is not the one, or the bytes were changed.
std::optional<std::string> opened(const SealedFile& file, const std::string& key)
{
    std::string plain(file.sealed.size() - tagSize, '\0');
    unsigned long long size = 0;
    const auto covered = file.header + file.salt;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytesOf(plain), &size, nullptr,
            bytesOf(std::string_view(file.sealed)), file.sealed.size(), bytesOf(std::string_view(covered)),
            covered.size(), bytesOf(std::string_view(file.nonce)), bytesOf(std::string_view(key)))
        != 0)
        return std::nullopt;
    plain.resize(std::size_t(size));
    return plain;
}

/// Written beside it, flushed, then put in its place: a crash leaves the old or the new one.
Result<void> replaceFile(const std::filesystem::path& path, std::string_view bytes)
{
    const auto failed = [](const char* what) {
        return fail(Error {ErrorKind::unavailable, "secrets_unwritable",
            std::string("The passwords cannot be kept: ") + what + " (" + std::strerror(errno) + ").", {}});
    };
    auto beside = path;
    beside += ".new";
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return failed("no file can be made");
    ::fchmod(file, 0600);
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            ::close(file);
            return failed("the disk is full or broken");
        }
        if (written > 0)
            bytes.remove_prefix(std::size_t(written));
    }
    const bool flushed = ::fsync(file) == 0;
    ::close(file);
    if (!flushed || ::rename(beside.c_str(), path.c_str()) != 0)
        return failed("the file cannot be replaced");
    const int folder = ::open(path.parent_path().empty() ? "." : path.parent_path().c_str(), O_RDONLY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}
}

SealedFileSecrets::SealedFileSecrets(std::filesystem::path file, SealingCost cost)
    : m_file(std::move(file))
    , m_cost(cost)
{
    if (sodium_init() < 0)
        std::abort();
}

SealedFileSecrets::~SealedFileSecrets() { wipe(m_key); }

bool SealedFileSecrets::exists() const
{
    std::error_code none;
    return std::filesystem::exists(m_file, none);
}

bool SealedFileSecrets::isOpen() const
{
    const std::lock_guard lock(m_mutex);
    return !m_key.empty();
}

void SealedFileSecrets::lock()
{
    const std::lock_guard lock(m_mutex);
    wipe(m_key);
}

Result<void> SealedFileSecrets::unlock(std::string passphrase)
{
    const std::lock_guard lock(m_mutex);
    if (exists()) {
        auto file = readSealed(m_file);
        if (!file)
            return fail(file.error());
        auto key = keyFrom(passphrase, file->salt, file->cost);
        wipe(passphrase);
        if (!key)
            return fail(key.error());
        auto plain = opened(*file, *key);
        if (!plain)
            return fail({ErrorKind::denied, "wrong_passphrase", "That is not the passphrase of this workspace.",
                {{"field", std::string("passphrase")}}});
        wipe(*plain);
        m_cost = file->cost;
        m_salt = file->salt;
        m_key = std::move(*key);
        return {};
    }
    if (codePointCount(passphrase) < shortestPassphrase)
        return fail(invalidField("passphrase", "at least 8 characters"));
    m_salt.assign(saltSize, '\0');
    randombytes_buf(m_salt.data(), m_salt.size());
    auto key = keyFrom(passphrase, m_salt, m_cost);
    wipe(passphrase);
    if (!key)
        return fail(key.error());
    m_key = std::move(*key);
    auto written = write({}); // from now on another passphrase is a wrong one
    if (!written)
        wipe(m_key);
    return written;
}

Result<SealedFileSecrets::Values> SealedFileSecrets::read() const
{
    if (m_key.empty())
        return fail(locked());
    auto file = readSealed(m_file);
    if (!file)
        return fail(file.error());
    if (file->salt != m_salt) // begun anew by another program
        return fail(locked());
    auto plain = opened(*file, m_key);
    if (!plain)
        return fail(damaged());
    auto json = parseJson(*plain);
    wipe(*plain);
    if (!json || !json->is_object())
        return fail(damaged());
    Values values;
    for (const auto& [name, value] : json->items())
        if (value.is_string())
            values.emplace(name, value.get<std::string>());
    return values;
}

Result<void> SealedFileSecrets::write(const Values& values)
{
    auto plain = canonicalJson(Json(values));
    std::string bytes(magic);
    bytes += std::to_string(m_cost.operations) + '\n' + std::to_string(m_cost.memory) + '\n' + m_salt;
    std::string nonce(nonceSize, '\0');
    randombytes_buf(nonce.data(), nonce.size());
    std::string sealed(plain.size() + tagSize, '\0');
    unsigned long long size = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(sealed), &size, bytesOf(std::string_view(plain)), plain.size(),
        bytesOf(std::string_view(bytes)), bytes.size(), nullptr, bytesOf(std::string_view(nonce)),
        bytesOf(std::string_view(m_key)));
    wipe(plain);
    sealed.resize(std::size_t(size));
    return replaceFile(m_file, bytes + nonce + sealed);
}

Result<std::optional<std::string>> SealedFileSecrets::get(const Context& /*context*/, const std::string& name)
{
    if (auto good = checkName(name); !good)
        return fail(good.error());
    const std::lock_guard lock(m_mutex);
    auto values = read();
    if (!values)
        return fail(values.error());
    const auto found = values->find(name);
    return found == values->end() ? std::optional<std::string>() : std::optional(found->second);
}

Result<void> SealedFileSecrets::set(const Context& /*context*/, const std::string& name, const std::string& value)
{
    if (auto good = checkName(name); !good)
        return good;
    if (auto good = checkValue(value); !good)
        return good;
    if (!isValidUtf8(value))
        return fail(invalidField("value", "must be text"));
    const std::lock_guard lock(m_mutex);
    auto values = read();
    if (!values)
        return fail(values.error());
    (*values)[name] = value;
    return write(*values);
}

Result<void> SealedFileSecrets::remove(const Context& /*context*/, const std::string& name)
{
    if (auto good = checkName(name); !good)
        return good;
    const std::lock_guard lock(m_mutex);
    auto values = read();
    if (!values)
        return fail(values.error());
    if (values->erase(name) == 0)
        return {};
    return write(*values);
}
}
