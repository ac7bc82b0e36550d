// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/secrets.hpp"

#include <map>
#include <mutex>

namespace agentarmy::tests {

/// Secrets that are forgotten with the object.
class MemorySecrets final : public Secrets {
public:
    Result<std::optional<std::string>> get(const Context& /*context*/, const std::string& name) override
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_values.find(name);
        return found == m_values.end() ? std::optional<std::string>() : std::optional(found->second);
    }
    Result<void> set(const Context& /*context*/, const std::string& name, const std::string& value) override
    {
        const std::lock_guard lock(m_mutex);
        m_values[name] = value;
        return {};
    }
    Result<void> remove(const Context& /*context*/, const std::string& name) override
    {
        const std::lock_guard lock(m_mutex);
        m_values.erase(name);
        return {};
    }
    [[nodiscard]] SecretPlace place() const override { return SecretPlace::memory; }
    [[nodiscard]] std::size_t count() const { return m_values.size(); }

private:
    std::mutex m_mutex;
    std::map<std::string, std::string> m_values;
};
}
