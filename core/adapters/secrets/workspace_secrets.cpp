// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/secrets/workspace_secrets.hpp"

namespace agentarmy::secrets {

WorkspaceSecrets::WorkspaceSecrets(const std::filesystem::path& folder, std::string workspace, SealingCost cost)
    : m_keychain(std::move(workspace))
    , m_file(folder / "secrets.sealed", cost)
{
}

Secrets& WorkspaceSecrets::chosen() const
{
    std::call_once(m_once, [this] { m_usesKeychain = !m_file.exists() && KeychainSecrets::isAvailable(); });
    auto& self = const_cast<WorkspaceSecrets&>(*this); // both parts guard themselves
    if (m_usesKeychain)
        return self.m_keychain;
    return self.m_file;
}

bool WorkspaceSecrets::needsPassphrase() { return &chosen() == &m_file && !m_file.isOpen(); }
bool WorkspaceSecrets::isNew() { return needsPassphrase() && !m_file.exists(); }

Result<void> WorkspaceSecrets::unlock(std::string passphrase)
{
    if (&chosen() != &m_file)
        return {};
    return m_file.unlock(std::move(passphrase));
}

Result<std::optional<std::string>> WorkspaceSecrets::get(const Context& context, const std::string& name)
{
    return chosen().get(context, name);
}
Result<void> WorkspaceSecrets::set(const Context& context, const std::string& name, const std::string& value)
{
    return chosen().set(context, name, value);
}
Result<void> WorkspaceSecrets::remove(const Context& context, const std::string& name)
{
    return chosen().remove(context, name);
}
SecretPlace WorkspaceSecrets::place() const { return chosen().place(); }
}
