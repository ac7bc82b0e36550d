// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/secrets.hpp"

namespace agentarmy::secrets {

/// The system's keychain by the Secret Service protocol (GNOME Keyring, KWallet, KeePassXC). `workspace` tells the
/// secrets of several workspaces apart. Calls wait for the service, and for the person where it asks to be unlocked.
class KeychainSecrets final : public Secrets {
public:
    explicit KeychainSecrets(std::string workspace);
    /// Whether a service is there and its keyring can be used, by asking it; false also where nobody can unlock it.
    [[nodiscard]] static bool isAvailable();

    Result<std::optional<std::string>> get(const Context& context, const std::string& name) override;
    Result<void> set(const Context& context, const std::string& name, const std::string& value) override;
    Result<void> remove(const Context& context, const std::string& name) override;
    [[nodiscard]] SecretPlace place() const override { return SecretPlace::keychain; }

private:
    std::string m_workspace;
};
}
