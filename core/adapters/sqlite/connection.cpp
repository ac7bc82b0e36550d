// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/connection.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>

namespace agentarmy::sqlite {
namespace {
constexpr int stepsBetweenLooks = 5000; // virtual machine steps, well below a millisecond

/// Sum modulo 2^64; SQL's own addition would turn an overflow into a floating point number.
void wrappingSum(sqlite3_context* context, int, sqlite3_value** values)
{
    const auto a = std::uint64_t(sqlite3_value_int64(values[0]));
    const auto b = std::uint64_t(sqlite3_value_int64(values[1]));
    sqlite3_result_int64(context, sqlite3_int64(a + b));
}
}

std::optional<Error> stopError(const Context& context)
{
    if (context.stop.stop_requested())
        return Error {ErrorKind::unavailable, "stopped", "This was stopped before it was done.", {}};
    if (context.deadline && std::chrono::steady_clock::now() >= *context.deadline)
        return Error {ErrorKind::unavailable, "stopped", "This took longer than it may and was stopped.",
            {{"reason", "deadline"}}};
    return std::nullopt;
}

Error errorOf(int code, sqlite3* database)
{
    const std::string what = database ? sqlite3_errmsg(database) : sqlite3_errstr(code);
    const int extended = database ? sqlite3_extended_errcode(database) : code;
    const bool noSpace = database && sqlite3_system_errno(database) == ENOSPC;
    ErrorDetails details {{"sqlite", what}, {"sqliteCode", std::int64_t(extended)}};
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorKind::unavailable, "store_busy",
            "Another program is writing to this workspace. Try again in a moment.", std::move(details)};
    case SQLITE_FULL:
        return {ErrorKind::unavailable, "disk_full",
            "The disk is full. Free some space and try again; nothing was lost.", std::move(details)};
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        if (noSpace)
            return {ErrorKind::unavailable, "disk_full",
                "The disk is full. Free some space and try again; nothing was lost.", std::move(details)};
        return {ErrorKind::unavailable, "store_failed",
            "The disk could not be read or written. Check it and try again.", std::move(details)};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorKind::internal, "store_damaged",
            "The workspace file is damaged. Restore a backup (agentarmyctl restore) or ask for help before you go on.",
            std::move(details)};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {
            ErrorKind::denied, "store_read_only", "The workspace folder may not be written to.", std::move(details)};
    case SQLITE_INTERRUPT:
        return {ErrorKind::unavailable, "stopped", "This was stopped before it was done.", {}};
    default:
        return {ErrorKind::internal, "store_failed", "The workspace could not be read or written: " + what,
            std::move(details)};
    }
}

Result<bool> Statement::step()
{
    if (!m_statement)
        return fail(errorOf(m_code, m_database));
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    auto error = errorOf(code, m_database);
    sqlite3_reset(m_statement);
    return fail(std::move(error));
}

Result<void> Statement::run()
{
    for (;;) {
        auto more = step();
        if (!more)
            return fail(more.error());
        if (!*more) {
            sqlite3_reset(m_statement);
            return {};
        }
    }
}

Uuid Statement::id(int column) const
{
    Uuid id;
    if (const auto blob = bytes(column); blob.size() == id.bytes.size())
        std::memcpy(id.bytes.data(), blob.data(), blob.size());
    return id;
}

Connection::Connection(sqlite3* database, std::chrono::milliseconds busyTimeout)
    : m_database(database)
    , m_busyTimeout(busyTimeout)
{
    sqlite3_progress_handler(m_database, stepsBetweenLooks, onProgress, this);
    sqlite3_busy_handler(m_database, onBusy, this);
}

Connection::~Connection()
{
    for (auto& [sql, statement] : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_database);
}

int Connection::onProgress(void* self)
{
    const auto* context = static_cast<Connection*>(self)->m_context;
    return context && stopError(*context) ? 1 : 0;
}

int Connection::onBusy(void* self, int count)
{
    auto& connection = *static_cast<Connection*>(self);
    const auto now = std::chrono::steady_clock::now();
    if (count == 0)
        connection.m_busySince = now;
    if (now - connection.m_busySince >= connection.m_busyTimeout
        || (connection.m_context && stopError(*connection.m_context)))
        return 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(std::min(1 + count / 4, 10)));
    return 1;
}

Result<std::unique_ptr<Connection>> Connection::open(
    const std::filesystem::path& file, Access access, const Settings& settings)
{
    // Counting each allocation takes a lock. Too late if somebody used SQLite before; then it goes on counting.
    static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)uncounted;
    sqlite3* database = nullptr;
    // A reader of a log-mode file writes its shared memory, so it opens for writing too and is held back by query_only.
    const int flags
        = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (access == Access::readWrite ? SQLITE_OPEN_CREATE : 0);
    const int code = sqlite3_open_v2(
        file.string().c_str(), &database, flags, settings.vfs.empty() ? nullptr : settings.vfs.c_str());
    if (code != SQLITE_OK) {
        auto error = errorOf(code, database);
        error.details["path"] = file.string();
        sqlite3_close_v2(database);
        return fail(std::move(error));
    }
    sqlite3_extended_result_codes(database, 1);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // Else a parameter that is compared with the column of a partial index has the statement compiled anew at each
    // call.
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
    if (access == Access::readWrite)
        sqlite3_create_function_v2(database, "wrapping_sum", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
            nullptr, wrappingSum, nullptr, nullptr, nullptr);
    std::unique_ptr<Connection> connection(new Connection(database, settings.busyTimeout));
    std::string pragmas
        = "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0; PRAGMA cache_size = -"
        + std::to_string(settings.cacheKiB) + ';';
    if (access == Access::readWrite)
        pragmas += "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA "
                   "journal_size_limit = 33554432;"
                   "PRAGMA wal_autocheckpoint = "
            + std::to_string(settings.checkpointPages) + ';';
    else
        pragmas += "PRAGMA query_only = ON;";
    if (auto done = connection->execute(pragmas); !done)
        return fail(done.error());
    return connection;
}

Statement Connection::prepare(std::string_view sql)
{
    if (const auto found = m_statements.find(sql); found != m_statements.end()) {
        if (!sqlite3_stmt_busy(found->second))
            return {m_database, found->second, SQLITE_OK};
        return {m_database, nullptr, SQLITE_MISUSE}; // one statement of a text at a time: our own code would be wrong
    }
    sqlite3_stmt* statement = nullptr;
    const int code
        = sqlite3_prepare_v3(m_database, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return {m_database, nullptr, code};
    m_statements.emplace(std::string(sql), statement);
    return {m_database, statement, SQLITE_OK};
}

Result<void> Connection::execute(const std::string& sql)
{
    const int code = sqlite3_exec(m_database, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(errorOf(code, m_database));
    return {};
}

Result<std::int64_t> Connection::integer(std::string_view sql)
{
    auto statement = prepare(sql);
    auto row = statement.step();
    if (!row)
        return fail(row.error());
    return *row ? statement.integer(0) : 0;
}
}
