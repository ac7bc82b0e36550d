// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/job_queue.hpp"

namespace agentarmy::sqlite {
namespace {
constexpr int mostAttempts = 3;

Result<std::vector<Job>> readJobs(Statement rows)
{
    std::vector<Job> out;
    for (;;) {
        auto more = rows.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            return out;
        Job job;
        job.id = rows.integer(0);
        job.kind = rows.text(1);
        job.key = rows.text(2);
        job.lane = rows.text(3);
        job.order = fromMillis(rows.integer(4));
        if (auto payload = parseJson(rows.bytes(5)))
            job.payload = std::move(*payload);
        job.attempts = int(rows.integer(6));
        job.lastError = rows.text(7);
        out.push_back(std::move(job));
    }
}

/// Marks the first waiting job of the lane, and only that.
Result<void> markFirst(Connection& connection, const std::string& lane)
{
    std::int64_t first = 0;
    {
        auto row = connection.prepare(
            "SELECT id, first FROM job INDEXED BY job_lane WHERE lane = ? AND state = 0 ORDER BY due, id LIMIT 1");
        auto more = row.bind(lane).step();
        if (!more)
            return fail(more.error());
        if (!*more || row.integer(1) != 0)
            return {};
        first = row.integer(0);
    }
    auto unmark
        = connection.prepare("UPDATE job INDEXED BY job_lane SET first = 0 WHERE lane = ? AND state = 0 AND first = 1");
    if (auto done = unmark.bind(lane).run(); !done)
        return done;
    return connection.prepare("UPDATE job SET first = 1 WHERE id = ?").bind(first).run();
}

Result<std::string> laneOf(Connection& connection, std::int64_t id)
{
    auto row = connection.prepare("SELECT lane FROM job WHERE id = ?");
    auto more = row.bind(id).step();
    if (!more)
        return fail(more.error());
    if (!*more)
        return fail(notFound("job", std::to_string(id)));
    return row.text(0);
}
}

Result<bool> addJob(Connection& connection, const Job& job)
{
    const auto payload = canonicalJson(job.payload);
    const auto due = toMillis(job.order);
    bool alone = false;
    {
        auto row = connection.prepare(
            "SELECT due FROM job INDEXED BY job_lane WHERE lane = ? AND state = 0 ORDER BY due, id LIMIT 1");
        auto more = row.bind(job.lane).step();
        if (!more)
            return fail(more.error());
        alone = !*more;
    }
    auto insert = connection.prepare("INSERT INTO job (kind, key, lane, due, payload, first) VALUES (?, ?, ?, ?, ?, ?) "
                                     "ON CONFLICT (key, kind) DO NOTHING");
    if (auto done = insert.bind(job.kind, job.key, job.lane, due, payload, alone ? 1 : 0).run(); !done)
        return fail(done.error());
    if (sqlite3_changes(connection.handle()) == 0)
        return false;
    if (!alone)
        if (auto done = markFirst(connection, job.lane); !done)
            return fail(done.error());
    return true;
}

Result<void> finishJob(Connection& connection, std::int64_t id)
{
    auto lane = laneOf(connection, id);
    if (!lane)
        return fail(lane.error());
    // The row stays for its key; what it carried is not needed any more.
    if (auto done
        = connection.prepare("UPDATE job SET state = 1, first = 0, payload = 'null' WHERE id = ?").bind(id).run();
        !done)
        return done;
    return markFirst(connection, *lane);
}

Result<void> failJob(Connection& connection, std::int64_t id, const std::string& why)
{
    auto lane = laneOf(connection, id);
    if (!lane)
        return fail(lane.error());
    auto update = connection.prepare("UPDATE job SET attempts = attempts + 1, lastError = ?1, state = CASE WHEN "
                                     "attempts + 1 >= ?2 THEN 2 ELSE state END,"
                                     " first = CASE WHEN attempts + 1 >= ?2 THEN 0 ELSE first END WHERE id = ?3");
    if (auto done = update.bind(why, mostAttempts, id).run(); !done)
        return done;
    return markFirst(connection, *lane);
}

Result<std::vector<Job>> waitingJobs(Connection& connection, int limit)
{
    auto rows = connection.prepare(
        "SELECT id, kind, key, lane, due, payload, attempts, lastError FROM job INDEXED BY job_first"
        " WHERE state = 0 AND first = 1 ORDER BY due, id LIMIT ?");
    rows.bind(limit);
    return readJobs(std::move(rows));
}

Result<std::vector<Job>> laneJobs(Connection& connection, const std::string& lane, int limit)
{
    auto rows = connection.prepare(
        "SELECT id, kind, key, lane, due, payload, attempts, lastError FROM job INDEXED BY job_lane"
        " WHERE lane = ? AND state = 0 ORDER BY due, id LIMIT ?");
    rows.bind(lane, limit);
    return readJobs(std::move(rows));
}

Result<std::vector<Job>> deadJobs(Connection& connection)
{
    return readJobs(connection.prepare(
        "SELECT id, kind, key, lane, due, payload, attempts, lastError FROM job WHERE state = 2 ORDER BY id"));
}
}
