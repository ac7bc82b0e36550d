// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/migrations.hpp"

#include "core/adapters/sqlite/files.hpp"
#include "core/base/hash.hpp"

#include <cstdio>

namespace agentarmy::sqlite {
namespace {
std::string fourDigits(int number)
{
    char text[16];
    std::snprintf(text, sizeof text, "%04d", number);
    return text;
}

Result<void> apply(Connection& connection, const Migration& migration, const std::string& checksum, Timestamp now)
{
    if (auto begun = connection.execute("BEGIN IMMEDIATE"); !begun)
        return begun;
    const auto undo = [&](const Error& error) -> Result<void> {
        (void)connection.execute("ROLLBACK");
        return fail(error);
    };
    if (auto done = connection.execute(std::string(migration.sql)); !done)
        return undo(done.error());
    {
        auto note = connection.prepare(
            "INSERT INTO schema_migration (number, name, checksum, appliedAt) VALUES (?, ?, ?, ?)");
        if (auto done = note.bind(migration.number, migration.name, checksum, toMillis(now)).run(); !done)
            return undo(done.error());
    }
    if (auto done = connection.execute("COMMIT"); !done)
        return undo(done.error());
    return {};
}
}

Result<void> migrate(
    Connection& connection, const std::filesystem::path& file, std::span<const Migration> migrations, Timestamp now)
{
    if (auto done = connection.execute(
            "CREATE TABLE IF NOT EXISTS schema_migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL,"
            " checksum TEXT NOT NULL, appliedAt INTEGER NOT NULL)");
        !done)
        return done;
    int applied = 0;
    {
        auto rows = connection.prepare("SELECT number, name, checksum FROM schema_migration ORDER BY number");
        for (;;) {
            auto more = rows.step();
            if (!more)
                return fail(more.error());
            if (!*more)
                break;
            const auto number = rows.integer(0);
            if (number > std::int64_t(migrations.size()))
                return fail({ErrorKind::conflict, "store_newer",
                    "This workspace was written by a newer version of Agent Army. Update the program to open it.",
                    {{"fileSchema", number}, {"programSchema", std::int64_t(migrations.size())}}});
            if (number != applied + 1 || rows.text(2) != hexText(sha256(migrations[std::size_t(applied)].sql)))
                return fail({ErrorKind::internal, "store_damaged",
                    "The workspace was set up by a different build than this one (schema step " + std::to_string(number)
                        + "). Restore a backup or open it with the program that wrote it.",
                    {{"migration", rows.text(1)}}});
            ++applied;
        }
    }
    const bool existing = applied > 0;
    for (const auto& migration : migrations.subspan(std::size_t(applied))) {
        if (existing) {
            auto copy = file;
            copy += ".before-" + fourDigits(migration.number);
            std::error_code ignored;
            std::filesystem::remove(copy, ignored); // of a try that did not come to its end
            if (auto done = copyDatabase(connection, Context {}, copy, {}); !done)
                return done;
        }
        if (auto done = apply(connection, migration, hexText(sha256(migration.sql)), now); !done)
            return done;
    }
    return {};
}

Result<void> copyDatabase(
    Connection& from, const Context& context, const std::filesystem::path& to, const std::string& vfs)
{
    auto partial = to;
    partial += ".partial";
    std::error_code ignored;
    std::filesystem::remove(partial, ignored);
    sqlite3* target = nullptr;
    int code = sqlite3_open_v2(partial.string().c_str(), &target,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, vfs.empty() ? nullptr : vfs.c_str());
    std::optional<Error> error;
    if (code != SQLITE_OK)
        error = errorOf(code, target);
    if (!error) {
        // Within one read transaction of the source the copy is one state, whoever writes meanwhile.
        const bool ownRead = sqlite3_get_autocommit(from.handle()) != 0;
        if (ownRead)
            if (auto begun = from.execute("BEGIN; SELECT count(*) FROM sqlite_schema;"); !begun)
                error = begun.error();
        sqlite3_backup* backup = error ? nullptr : sqlite3_backup_init(target, "main", from.handle(), "main");
        if (!error && !backup)
            error = errorOf(sqlite3_errcode(target), target);
        while (!error) {
            code = sqlite3_backup_step(backup, 4096);
            if (code == SQLITE_DONE)
                break;
            if (code != SQLITE_OK)
                error = errorOf(code, target);
            else
                error = stopError(context);
        }
        if (backup)
            sqlite3_backup_finish(backup);
        if (ownRead)
            (void)from.execute("ROLLBACK");
    }
    sqlite3_close_v2(target);
    if (!error)
        if (auto done = publishFile(partial, to); !done)
            error = done.error();
    if (error) {
        std::filesystem::remove(partial, ignored);
        return fail(std::move(*error));
    }
    return {};
}
}
