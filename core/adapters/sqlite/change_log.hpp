// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/sqlite/connection.hpp"

namespace agentarmy::sqlite {

/// Newest first, following the chain of the document's entries.
[[nodiscard]] Result<std::vector<Change>> readHistory(Connection& connection, const DocumentKey& key, int limit);
[[nodiscard]] Result<std::vector<Change>> readChangesAfter(Connection& connection, std::int64_t after, int limit);
[[nodiscard]] Result<std::vector<Change>> readChangesOfMutation(Connection& connection, const Uuid& mutationId);
/// Who wrote each field of the document last: {path: {revision, effMs, actorKind, userId, mutationId, deviceId}}.
/// `not_found`.
[[nodiscard]] Result<Json> readFieldMeta(Connection& connection, const DocumentKey& key);

[[nodiscard]] std::string causeText(const Cause& cause); ///< empty for an empty cause
}
