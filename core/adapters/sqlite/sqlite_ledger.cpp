// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/sqlite_ledger.hpp"

#include "core/adapters/sqlite/connection.hpp"
#include "core/adapters/sqlite/files.hpp"

#include <algorithm>
#include <mutex>

namespace agentarmy::sqlite {
namespace {
constexpr int cacheKiB = 1024;
constexpr int checkpointPages = 6000; // as the store's writer: whoever commits copies the log
constexpr std::int64_t dayMs = 86'400'000;
}

struct SqliteLedger::Parts {
    WorkspaceLock lock;
    std::unique_ptr<Connection> connection;
    std::mutex mutex; ///< one thread at a time has the connection
};

SqliteLedger::SqliteLedger(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}
SqliteLedger::~SqliteLedger() = default;

Result<std::unique_ptr<SqliteLedger>> SqliteLedger::open(
    const std::filesystem::path& path, std::chrono::milliseconds busyTimeout)
{
    const auto file = path.extension() == ".db" ? path : path / "workspace.db";
    std::error_code failed;
    if (!std::filesystem::exists(file, failed))
        return fail({ErrorKind::unavailable, "store_failed", "There is no workspace to keep a ledger in.",
            {{"path", file.string()}}});
    auto lockFile = file;
    lockFile.replace_extension(".lock");
    auto lock = WorkspaceLock::take(lockFile, busyTimeout);
    if (!lock)
        return fail(lock.error());
    lock->share();
    auto connection = Connection::open(file, Access::readWrite, {{}, cacheKiB, checkpointPages, busyTimeout});
    if (!connection)
        return fail(connection.error());
    if (auto there = (*connection)->integer("SELECT count(*) FROM llm_call WHERE n < 0"); !there)
        return fail(there.error());
    auto parts = std::make_unique<Parts>();
    parts->lock = std::move(*lock);
    parts->connection = std::move(*connection);
    return std::unique_ptr<SqliteLedger>(new SqliteLedger(std::move(parts)));
}

Result<void> SqliteLedger::add(const Context& context, const ModelCallRecord& record)
{
    if (auto stopped = stopError(context))
        return fail(std::move(*stopped));
    const std::lock_guard lock(m_parts->mutex);
    const Connection::Attention attention(*m_parts->connection, context);
    auto insert = m_parts->connection->prepare(
        "INSERT OR IGNORE INTO llm_call (id, createdAt, traceId, agentId, task, provider, model, modelGroup, "
        "promptTokens, completionTokens, costNanoUsd, latencyMs, outcome, errorCode, attempts) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    return insert
        .bind(record.id, toMillis(record.createdAt), TextOrNull {record.traceId}, TextOrNull {record.agentId},
            record.task, record.provider, record.model, record.group, record.promptTokens, record.completionTokens,
            record.costNanoUsd, record.latencyMs, record.outcome, TextOrNull {record.errorCode}, record.attempts)
        .run();
}

Result<std::int64_t> SqliteLedger::spent(const Context& context, Timestamp from, Timestamp to)
{
    if (auto stopped = stopError(context))
        return fail(std::move(*stopped));
    const std::lock_guard lock(m_parts->mutex);
    const Connection::Attention attention(*m_parts->connection, context);
    auto sum = m_parts->connection->prepare(
        "SELECT coalesce(sum(costNanoUsd), 0) FROM llm_call WHERE createdAt >= ? AND createdAt < ?");
    auto row = sum.bind(toMillis(from), toMillis(to)).step();
    if (!row)
        return fail(row.error());
    return *row ? sum.integer(0) : 0;
}

Result<std::vector<ModelUsageRow>> SqliteLedger::usage(
    const Context& context, Timestamp from, Timestamp to, const std::vector<UsageGroup>& groups)
{
    if (auto stopped = stopError(context))
        return fail(std::move(*stopped));
    const auto has = [&](UsageGroup group) { return std::ranges::find(groups, group) != groups.end(); };
    const std::string day = "createdAt / " + std::to_string(dayMs);
    std::vector<std::string> by;
    if (has(UsageGroup::day))
        by.push_back(day);
    if (has(UsageGroup::task))
        by.emplace_back("task");
    if (has(UsageGroup::model))
        by.emplace_back("model");
    std::string list;
    for (const auto& each : by)
        list += (list.empty() ? "" : ", ") + each;
    const std::string sql = "SELECT " + (has(UsageGroup::day) ? day : std::string("NULL")) + ", "
        + (has(UsageGroup::task) ? "task" : "NULL") + ", " + (has(UsageGroup::model) ? "model" : "NULL")
        + ", count(*), coalesce(sum(promptTokens), 0), coalesce(sum(completionTokens), 0), "
          "coalesce(sum(costNanoUsd), 0), count(*) - count(costNanoUsd), "
          "count(*) FILTER (WHERE outcome = 'degraded') FROM llm_call WHERE createdAt >= ? AND createdAt < ?"
        + (list.empty() ? "" : " GROUP BY " + list + " ORDER BY " + list);
    const std::lock_guard lock(m_parts->mutex);
    const Connection::Attention attention(*m_parts->connection, context);
    auto rows = m_parts->connection->prepare(sql);
    rows.bind(toMillis(from), toMillis(to));
    std::vector<ModelUsageRow> out;
    for (;;) {
        auto more = rows.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            return out;
        if (rows.integer(3) == 0) // the one row of sums over nothing
            continue;
        ModelUsageRow row;
        if (has(UsageGroup::day))
            row.day = formatDate(utcDate(fromMillis(rows.integer(0) * dayMs)));
        row.task = rows.text(1);
        row.model = rows.text(2);
        row.calls = rows.integer(3);
        row.promptTokens = rows.integer(4);
        row.completionTokens = rows.integer(5);
        row.costNanoUsd = rows.integer(6);
        row.unpriced = rows.integer(7);
        row.degraded = rows.integer(8);
        out.push_back(std::move(row));
    }
}
}
