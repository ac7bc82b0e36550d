// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/store.hpp"

#include <filesystem>
#include <map>

namespace agentarmy::sqlite {

/// What a backup holds, without opening it for writing: it may lie on a disk that cannot be written.
struct BackupSummary {
    std::optional<Timestamp> newest; ///< of its log; none: nothing was ever written
    std::map<std::string, std::int64_t> documents; ///< by type, deleted ones left out
};
/// The backup that a person means by `chosen`: itself if it is one; else, of the backups `agentarmy-<date>` in that
/// folder, the newest by name; else `chosen`.
[[nodiscard]] std::filesystem::path backupIn(const std::filesystem::path& chosen);
/// `backup`: the folder that backupTo() made, or a `workspace.db`. The file is checked by SQLite's quick_check.
/// `not_found`: there is none; `backup_damaged`; `store_newer`: a newer program made it.
[[nodiscard]] Result<BackupSummary> describeBackup(const std::filesystem::path& backup);

/// Copies a backup beside the workspace folder, into `<folder>.restoring-<stamp>`, opens the copy and checks all of it.
/// If something fails the copy is gone, and nothing else was touched. `not_found`, `restore_failed`, `disk_full`,
/// `backup_damaged`, `stopped`, the errors of SqliteStore::open().
[[nodiscard]] Result<std::filesystem::path> stageBackup(const Context& context, const std::filesystem::path& backup,
    const std::filesystem::path& folder, const std::string& stamp, const Clock& clock, Random& random);
/// Puts the workspace aside as `<folder>.before-<stamp>` and the staged copy in its place; the store must be closed.
/// Two renames: if the second fails the first is taken back. The answer: where the former one is, empty: there was
/// none. `store_busy`: another program has it open; `restore_failed`.
[[nodiscard]] Result<std::filesystem::path> swapIn(
    const std::filesystem::path& staged, const std::filesystem::path& folder, const std::string& stamp);
/// Removes the workspace from the folder: database, attachments, copies made before updates. Other files in it stay.
/// The store must be closed. `store_busy`: another program has it open; `clear_failed`: what is left is named.
[[nodiscard]] Result<void> removeWorkspace(const std::filesystem::path& folder);
}
