// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/tenant.hpp"
#include "core/engine/workspace/people.hpp"
#include "core/ports/store.hpp"

namespace agentarmy {

/// The settings of the tenant, the people of our side, and who sits at this machine.
struct WorkspaceInfo {
    TenantSettings settings;
    std::vector<User> users;
    Id<User> self; ///< the person at this machine: user `canSignIn`
    [[nodiscard]] OwnSide ownSide() const { return {settings, users}; }
    [[nodiscard]] const User* user(const std::optional<Id<User>>& id) const;
};

/// Reads them; a workspace opened for the first time gets default settings and one user, in one transaction.
/// `timeZone` and `currency` are the machine's, used only then.
[[nodiscard]] Result<WorkspaceInfo> openWorkspace(Store& store, const Context& context, IdSource& ids,
    const Clock& clock, const std::string& timeZone = "UTC", const std::string& currency = "EUR");
[[nodiscard]] Result<WorkspaceInfo> readWorkspace(Store& store, const Context& context);

/// A context for the person at this machine.
[[nodiscard]] Context personContext(const WorkspaceInfo& workspace, const Uuid& deviceId);
/// The device's id: made once and kept in the store.
[[nodiscard]] Result<Uuid> deviceId(Store& store, const Context& context, IdSource& ids);
}
