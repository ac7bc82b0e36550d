// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/enums.hpp"

#include <span>
#include <string>
#include <vector>

namespace agentarmy::platform {

/// P6: by its name ("record.read.own"); an unknown permission is held by nobody.
[[nodiscard]] bool isAllowed(Role role, std::string_view permission);
/// The same for an API key: empty scopes do not narrow.
[[nodiscard]] bool isAllowed(Role role, std::string_view permission, std::span<const std::string> scopes);

/// What deciding about sight needs to know of a user and a team; keys are ids as text.
struct SightUser {
    std::string id;
    Role role = Role::rep;
    std::optional<std::string> managerId;
    std::optional<std::string> teamId;
};
struct SightTeam {
    std::string id;
    std::string managerId;
};
/// P7: ids of the owners whose records `userId` sees, sorted. A manager: self, everybody whose chain of at most ten
/// managers reaches self, members of the teams that self manages. An unknown user sees nothing.
[[nodiscard]] std::vector<std::string> visibleOwners(
    std::string_view userId, std::span<const SightUser> users, std::span<const SightTeam> teams);
}
