// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/secrets/keychain_secrets.hpp"
#include "core/adapters/secrets/sealed_file_secrets.hpp"

#include <atomic>

namespace agentarmy::secrets {

/// Where the secrets of a workspace lie: in the system's keychain, else in the file "secrets.sealed" of its folder. A
/// workspace that has such a file goes on using it. Decided at the first call, since asking the keychain may take a
/// moment; thread safe.
class WorkspaceSecrets final : public Secrets {
public:
    /// `workspace` is an id that stays the same when the folder moves.
    WorkspaceSecrets(const std::filesystem::path& folder, std::string workspace, SealingCost cost = {});

    /// No keychain, and the file waits for its passphrase, or for a first one.
    [[nodiscard]] bool needsPassphrase();
    [[nodiscard]] bool isNew(); ///< needsPassphrase(), and none was ever chosen
    /// As SealedFileSecrets::unlock(); nothing to do where there is a keychain.
    [[nodiscard]] Result<void> unlock(std::string passphrase);

    Result<std::optional<std::string>> get(const Context& context, const std::string& name) override;
    Result<void> set(const Context& context, const std::string& name, const std::string& value) override;
    Result<void> remove(const Context& context, const std::string& name) override;
    [[nodiscard]] SecretPlace place() const override;

private:
    Secrets& chosen() const;

    KeychainSecrets m_keychain;
    SealedFileSecrets m_file;
    mutable std::once_flag m_once;
    mutable bool m_usesKeychain = false;
};
}
