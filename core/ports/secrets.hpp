// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/context.hpp"

namespace agentarmy {

/// Where secrets lie, for words like "in the system's keychain".
enum class SecretPlace { keychain, sealedFile, memory };

/// Keeps passwords, keys and tokens of one workspace. Names match `^[a-z0-9][a-z0-9-]{0,62}[a-z0-9]$`, values are at
/// most 64 KiB. Blocking, thread safe. Values never reach logs, error texts, prompts or sync.
///
/// Errors: `invalid_secret_name`, `secret_too_large` (invalid); `keychain_unavailable` (unavailable: no service, or
/// locked and the person did not open it), `secrets_locked` (denied: the sealed file waits for its passphrase),
/// `secrets_damaged` (internal).
class Secrets {
public:
    virtual ~Secrets() = default;
    [[nodiscard]] virtual Result<std::optional<std::string>> get(const Context& context, const std::string& name) = 0;
    [[nodiscard]] virtual Result<void> set(const Context& context, const std::string& name, const std::string& value)
        = 0;
    /// Absent already: no error.
    [[nodiscard]] virtual Result<void> remove(const Context& context, const std::string& name) = 0;
    [[nodiscard]] virtual SecretPlace place() const = 0;
};
}
