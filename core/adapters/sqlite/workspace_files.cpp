// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/workspace_files.hpp"

#include "core/adapters/sqlite/connection.hpp"
#include "core/adapters/sqlite/erasing.hpp"
#include "core/adapters/sqlite/files.hpp"
#include "core/adapters/sqlite/migrations.hpp"
#include "core/adapters/sqlite/sqlite_store.hpp"

#include <memory>

namespace agentarmy::sqlite {
namespace {
namespace fs = std::filesystem;
constexpr std::chrono::milliseconds patience {2000};

fs::path databaseOf(const fs::path& backup)
{
    std::error_code failed;
    return fs::is_directory(backup, failed) ? backup / "workspace.db" : backup;
}

Error noBackup(const fs::path& backup)
{
    return {ErrorKind::notFound, "not_found", "There is no backup at " + backup.string() + '.',
        {{"type", std::string("backup")}, {"path", backup.string()}}};
}

Error damaged(const std::string& why)
{
    return {ErrorKind::conflict, "backup_damaged", "The backup is damaged: " + why, {}};
}

Error cannot(const std::string& what, const std::error_code& why, const fs::path& path)
{
    const bool full = why == std::errc::no_space_on_device;
    return {ErrorKind::unavailable, full ? "disk_full" : "restore_failed", what + ": " + why.message(),
        {{"path", path.string()}}};
}

/// A file as a URI that SQLite reads without a log, a lock or anything written beside it.
std::string untouchedUri(const fs::path& file)
{
    static constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~/";
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : fs::absolute(file).string())
        if (plain.find(c) != std::string_view::npos)
            uri += c;
        else
            uri += {'%', digits[static_cast<unsigned char>(c) >> 4], digits[static_cast<unsigned char>(c) & 15]};
    return uri + "?immutable=1";
}

/// A few questions to a database that is only looked at.
class Look {
public:
    explicit Look(const fs::path& file)
    {
        m_code
            = sqlite3_open_v2(untouchedUri(file).c_str(), &m_database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
    }
    ~Look() { sqlite3_close_v2(m_database); }
    Look(const Look&) = delete;
    Look& operator=(const Look&) = delete;

    template <class Each> Result<void> rows(const char* sql, Each each)
    {
        sqlite3_stmt* statement = nullptr;
        if (m_code == SQLITE_OK)
            m_code = sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr);
        while (m_code == SQLITE_OK || m_code == SQLITE_ROW) {
            m_code = sqlite3_step(statement);
            if (m_code == SQLITE_ROW)
                each(statement);
        }
        sqlite3_finalize(statement);
        if (m_code != SQLITE_DONE)
            return fail(damaged(sqlite3_errmsg(m_database)));
        m_code = SQLITE_OK;
        return {};
    }

private:
    sqlite3* m_database = nullptr;
    int m_code = SQLITE_OK;
};

std::string textAt(sqlite3_stmt* row, int column)
{
    const auto* text = sqlite3_column_text(row, column);
    return text ? reinterpret_cast<const char*>(text) : std::string();
}

/// Nobody else has the workspace of the folder open; the answer holds it so.
Result<WorkspaceLock> alone(const fs::path& folder)
{
    auto lock = WorkspaceLock::take(folder / "workspace.lock", patience);
    if (!lock)
        return fail(lock.error());
    if (lock->hold() != WorkspaceLock::Hold::alone)
        return fail({ErrorKind::unavailable, "store_busy",
            "Another Agent Army program has the workspace open. Close it, and do this again.",
            {{"path", folder.string()}}});
    return lock;
}

Result<void> checkStaged(const Context& context, const fs::path& staged, const Clock& clock, Random& random)
{
    auto opened = SqliteStore::open(staged, {clock, random});
    if (!opened)
        return fail(opened.error());
    auto problems = (*opened)->verify(context);
    if (!problems)
        return fail(problems.error());
    if (!problems->empty())
        return fail(damaged(problems->front()));
    return {};
}

Result<void> copyTree(const Context& context, const fs::path& from, const fs::path& to)
{
    std::error_code failed;
    fs::create_directories(to, failed);
    if (failed)
        return fail(cannot("Cannot make the folder", failed, to));
    if (!fs::is_directory(from, failed)) {
        fs::copy_file(from, to / "workspace.db", failed);
        return failed ? Result<void>(fail(cannot("Cannot copy the backup", failed, from))) : Result<void>();
    }
    for (auto entry = fs::recursive_directory_iterator(from, failed); !failed && entry != fs::end(entry);
         entry.increment(failed)) {
        if (auto stopped = stopError(context))
            return fail(std::move(*stopped));
        const auto target = to / fs::relative(entry->path(), from, failed);
        if (!failed && entry->is_directory(failed) && !entry->is_symlink(failed))
            fs::create_directories(target, failed);
        else if (!failed && entry->is_regular_file(failed) && !entry->is_symlink(failed))
            fs::copy_file(entry->path(), target, failed);
    }
    if (failed)
        return fail(cannot("Cannot copy the backup", failed, from));
    return {};
}

fs::path beside(const fs::path& folder, const std::string& what, const std::string& stamp)
{
    auto whole = fs::absolute(folder).lexically_normal();
    if (!whole.has_filename())
        whole = whole.parent_path();
    return whole.parent_path() / (whole.filename().string() + '.' + what + '-' + stamp);
}
}

fs::path backupIn(const fs::path& chosen)
{
    std::error_code failed;
    if (fs::is_regular_file(databaseOf(chosen), failed))
        return chosen;
    fs::path newest;
    for (auto entry = fs::directory_iterator(chosen, failed); !failed && entry != fs::end(entry);
         entry.increment(failed))
        if (const auto& path = entry->path(); path.filename().string().starts_with("agentarmy-")
            && fs::is_regular_file(path / "workspace.db", failed) && path.filename() > newest.filename())
            newest = path;
    return newest.empty() ? chosen : newest;
}

Result<BackupSummary> describeBackup(const fs::path& backup)
{
    const auto file = databaseOf(backup);
    std::error_code failed;
    if (!fs::is_regular_file(file, failed))
        return fail(noBackup(backup));
    Look look(file);
    std::string problem;
    auto done = look.rows("PRAGMA quick_check(1)", [&](sqlite3_stmt* row) {
        if (auto line = textAt(row, 0); line != "ok")
            problem = std::move(line);
    });
    std::int64_t step = 0;
    if (done)
        done = look.rows("SELECT max(number) FROM schema_migration",
            [&](sqlite3_stmt* row) { step = sqlite3_column_int64(row, 0); });
    if (!done)
        return fail(done.error());
    if (!problem.empty())
        return fail(damaged(problem));
    if (step > std::int64_t(replicaMigrations().size()))
        return fail({ErrorKind::conflict, "store_newer",
            "This backup was made by a newer version of Agent Army. Update the program to use it.", {}});
    BackupSummary summary;
    done = look.rows("SELECT type, count(*) FROM document WHERE deleted = 0 GROUP BY type",
        [&](sqlite3_stmt* row) { summary.documents[textAt(row, 0)] = sqlite3_column_int64(row, 1); });
    if (done)
        done = look.rows("SELECT max(at) FROM change", [&](sqlite3_stmt* row) {
            if (sqlite3_column_type(row, 0) != SQLITE_NULL)
                summary.newest = fromMillis(sqlite3_column_int64(row, 0));
        });
    if (!done)
        return fail(done.error());
    return summary;
}

Result<fs::path> stageBackup(const Context& context, const fs::path& backup, const fs::path& folder,
    const std::string& stamp, const Clock& clock, Random& random)
{
    std::error_code failed;
    if (!fs::is_regular_file(databaseOf(backup), failed))
        return fail(noBackup(backup));
    const auto staged = beside(folder, "restoring", stamp);
    auto done = copyTree(context, backup, staged);
    if (done)
        done = checkStaged(context, staged, clock, random);
    if (!done) {
        fs::remove_all(staged, failed);
        return fail(done.error());
    }
    return staged;
}

Result<fs::path> swapIn(const fs::path& staged, const fs::path& folder, const std::string& stamp)
{
    std::error_code failed;
    fs::path before;
    if (fs::exists(folder, failed) && !fs::is_empty(folder, failed)) {
        auto lock = alone(folder);
        if (!lock)
            return fail(lock.error());
        before = beside(folder, "before", stamp);
        fs::rename(folder, before, failed);
        if (failed)
            return fail(cannot("Cannot move the workspace away", failed, folder));
    } else {
        fs::remove(folder, failed);
    }
    fs::rename(staged, folder, failed);
    if (failed) {
        const auto why = failed;
        if (!before.empty())
            fs::rename(before, folder, failed);
        return fail(cannot("Cannot move the backup to its place", why, staged));
    }
    return before;
}

Result<void> removeWorkspace(const fs::path& folder)
{
    auto lock = alone(folder);
    if (!lock)
        return fail(lock.error());
    const auto file = folder / "workspace.db";
    std::error_code failed;
    // The database first: once it has another name the workspace is empty, whatever comes after.
    auto cleared = file;
    cleared += ".cleared";
    fs::rename(file, cleared, failed);
    if (failed && failed != std::errc::no_such_file_or_directory)
        return fail({ErrorKind::unavailable, "clear_failed", "Cannot remove the workspace: " + failed.message(),
            {{"path", file.string()}}});
    fs::path left;
    for (const auto* name : {"workspace.db-wal", "workspace.db-shm", "attachments", "workspace.db.cleared"}) {
        fs::remove_all(folder / name, failed);
        if (failed)
            left = folder / name;
    }
    removeOldCopies(file);
    if (!left.empty())
        return fail({ErrorKind::unavailable, "clear_failed",
            "The workspace is empty, but this could not be deleted: " + left.string(), {{"path", left.string()}}});
    return {};
}
}
