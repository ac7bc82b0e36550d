// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/secrets.hpp"

#include <filesystem>
#include <map>
#include <mutex>

namespace agentarmy::secrets {

/// What unsealing costs whoever guesses; the defaults of the file take about half a second and 64 MiB.
struct SealingCost {
    unsigned long long operations = 3; ///< Argon2id passes (libsodium's OPSLIMIT_MODERATE)
    std::size_t memory = std::size_t(64) << 20; ///< bytes
};

/// Secrets in one file, sealed with a passphrase: Argon2id (libsodium) makes the key, XChaCha20-Poly1305 seals all of
/// them together, so that neither their names nor their number show. Where there is no keychain. The file is replaced
/// as a whole, readable by its owner alone (0600). Thread safe; one program at a time: a change that another made
/// meanwhile is taken in before it is written.
///
/// File: "AASEAL1\n", operations and memory as decimal text lines, 16 bytes salt, 24 bytes nonce, sealed JSON object.
class SealedFileSecrets final : public Secrets {
public:
    explicit SealedFileSecrets(std::filesystem::path file, SealingCost cost = {});
    ~SealedFileSecrets() override; ///< wipes the key
    SealedFileSecrets(const SealedFileSecrets&) = delete;
    SealedFileSecrets& operator=(const SealedFileSecrets&) = delete;

    [[nodiscard]] bool exists() const; ///< there is a file: unlock() needs its passphrase
    [[nodiscard]] bool isOpen() const;
    /// Opens the file, or begins a new one with this passphrase (at least 8 characters, else `validation_failed`).
    /// `wrong_passphrase` (denied), `secrets_damaged`.
    [[nodiscard]] Result<void> unlock(std::string passphrase);
    void lock(); ///< forgets what it knows

    Result<std::optional<std::string>> get(const Context& context, const std::string& name) override;
    Result<void> set(const Context& context, const std::string& name, const std::string& value) override;
    Result<void> remove(const Context& context, const std::string& name) override;
    [[nodiscard]] SecretPlace place() const override { return SecretPlace::sealedFile; }

private:
    using Values = std::map<std::string, std::string>;
    [[nodiscard]] Result<Values> read() const;
    Result<void> write(const Values& values);

    std::filesystem::path m_file;
    SealingCost m_cost;
    mutable std::mutex m_mutex;
    std::string m_key; ///< empty: locked
    std::string m_salt;
};
}
