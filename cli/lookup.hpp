// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "cli/workspace.hpp"

namespace agentarmy::cli {

enum class Deleted { leaveOut, include };

/// The record that a person means: its id, a unique start of it (4 characters or more), its name, or a part of its name
/// that only one has; contacts also by e-mail, users by e-mail or name. `not_found`, `ambiguous` with the candidates.
[[nodiscard]] Result<DocumentKey> findRecord(
    Workspace& workspace, const std::string& type, const std::string& words, Deleted deleted = Deleted::leaveOut);

template <class T>
[[nodiscard]] Result<Id<T>> findId(Workspace& workspace, const std::string& words, Deleted deleted = Deleted::leaveOut)
{
    auto key = findRecord(workspace, T::type, words, deleted);
    if (!key)
        return agentarmy::fail(key.error());
    return Id<T>(key->id);
}
}
