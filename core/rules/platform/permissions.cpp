// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/platform/permissions.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace agentarmy::platform {
namespace {
constexpr int longestChain = 10;

/// The lowest role that holds a permission; roles above it hold it too.
struct Permission {
    std::string_view name;
    Role from;
};
constexpr std::array<Permission, 22> permissions {{
    {"record.read.own", Role::rep},
    {"record.write.own", Role::rep},
    {"agent.run", Role::rep},
    {"llm.complete", Role::rep},
    {"apikey.manage.own", Role::rep},
    {"analytics.rep", Role::rep},
    {"record.read.team", Role::manager},
    {"record.write.team", Role::manager},
    {"approval.decide.team", Role::manager},
    {"analytics.manager", Role::manager},
    {"record.read.all", Role::executive},
    {"analytics.executive", Role::executive},
    {"cost.read", Role::executive},
    {"record.write.all", Role::admin},
    {"approval.decide.all", Role::admin},
    {"user.manage", Role::admin},
    {"team.manage", Role::admin},
    {"secret.manage", Role::admin},
    {"settings.manage", Role::admin},
    {"apikey.manage.all", Role::admin},
    {"deadletter.manage", Role::admin},
    {"audit.read", Role::admin},
}};
}

bool isAllowed(Role role, std::string_view permission)
{
    const auto found = std::ranges::find(permissions, permission, &Permission::name);
    return found != permissions.end() && role >= found->from;
}

bool isAllowed(Role role, std::string_view permission, std::span<const std::string> scopes)
{
    return isAllowed(role, permission) && (scopes.empty() || std::ranges::find(scopes, permission) != scopes.end());
}

std::vector<std::string> visibleOwners(
    std::string_view userId, std::span<const SightUser> users, std::span<const SightTeam> teams)
{
    std::unordered_map<std::string_view, const SightUser*> byId;
    for (const auto& user : users)
        byId.emplace(user.id, &user);
    const auto self = byId.find(userId);
    if (self == byId.end())
        return {};
    const auto role = self->second->role;
    std::unordered_set<std::string_view> ownTeams;
    for (const auto& team : teams)
        if (team.managerId == userId)
            ownTeams.insert(team.id);
    const auto reportsToSelf = [&](const SightUser& user) {
        const auto* at = &user;
        for (int steps = 0; steps < longestChain && at->managerId; ++steps) {
            if (*at->managerId == userId)
                return true;
            const auto next = byId.find(*at->managerId);
            if (next == byId.end())
                return false;
            at = next->second;
        }
        return false;
    };
    std::vector<std::string> out;
    for (const auto& user : users) {
        const bool sees = user.id == userId || role >= Role::executive
            || (role == Role::manager && (reportsToSelf(user) || (user.teamId && ownTeams.contains(*user.teamId))));
        if (sees)
            out.push_back(user.id);
    }
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}
}
