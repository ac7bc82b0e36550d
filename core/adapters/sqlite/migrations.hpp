// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/sqlite/connection.hpp"

#include <span>

namespace agentarmy::sqlite {

/// One numbered file of migrations/replica/, embedded when the program is built.
struct Migration {
    int number; ///< 1, 2, ... without gaps
    std::string_view name; ///< "documents"
    std::string_view sql;
};
[[nodiscard]] std::span<const Migration> replicaMigrations();

/// Brings the database to the newest schema: each migration in one transaction, after a copy of an existing file
/// (`workspace.db.before-0002`). `store_newer` if a newer program wrote the file, `store_damaged` if a migration that
/// was applied differs from ours. The caller holds the workspace's lock alone.
[[nodiscard]] Result<void> migrate(
    Connection& connection, const std::filesystem::path& file, std::span<const Migration> migrations, Timestamp now);

/// A consistent copy of the open database into a new file, which appears when it is complete.
[[nodiscard]] Result<void> copyDatabase(
    Connection& from, const Context& context, const std::filesystem::path& to, const std::string& vfs);
}
