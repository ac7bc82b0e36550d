// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/sqlite_store.hpp"

#include "core/adapters/sqlite/change_log.hpp"
#include "core/adapters/sqlite/connection_pool.hpp"
#include "core/adapters/sqlite/erasing.hpp"
#include "core/adapters/sqlite/files.hpp"
#include "core/adapters/sqlite/job_queue.hpp"
#include "core/adapters/sqlite/maintenance.hpp"
#include "core/adapters/sqlite/migrations.hpp"
#include "core/adapters/sqlite/query_sql.hpp"
#include "core/adapters/sqlite/read_queries.hpp"
#include "core/adapters/sqlite/text_index.hpp"
#include "core/adapters/sqlite/transaction.hpp"

namespace agentarmy::sqlite {
namespace {
constexpr int writerCacheKiB = 24 * 1024;
constexpr int checkpointPages = 6000; // 24 MiB: pages that an import writes again and again are copied once
constexpr int readerCacheKiB = 4 * 1024;

Result<void> prepareFile(Connection& connection, const std::filesystem::path& file, const Options& options,
    IdSource& ids, WorkspaceLock& lock, bool uncleanEnd)
{
    const bool alone = lock.hold() == WorkspaceLock::Hold::alone;
    if (uncleanEnd && alone && options.checkAfterCrash)
        if (auto sound = quickCheck(connection); !sound)
            return sound;
    if (!alone) {
        // Somebody else has it open: nothing to do but to make sure that we speak the same schema.
        auto applied = connection.integer("SELECT max(number) FROM schema_migration");
        if (!applied)
            return fail(applied.error());
        if (*applied < std::int64_t(replicaMigrations().size()))
            return fail({ErrorKind::unavailable, "store_busy",
                "Close the other Agent Army program first: this version has to bring the workspace up to date.", {}});
    }
    if (auto done = migrate(connection, file, replicaMigrations(), options.clock.now()); !done)
        return done;
    const auto lineage = ids.next();
    if (auto done
        = connection.prepare("INSERT OR IGNORE INTO sync_head (id, lineage, head, horizonSeq) VALUES (1, ?, 0, 0)")
              .bind(lineage)
              .run();
        !done)
        return done;
    return refreshIndexVersion(connection);
}
}

struct SqliteStore::Parts {
    Options options;
    std::filesystem::path file;
    WorkspaceLock lock;
    IdSource ids;
    AttachmentStore attachments;
    WriterQueue queue;
    Writer writer;
    ReaderPool readers; ///< closed before the writer, which copies the log into the file

    Parts(Options given, std::filesystem::path path, WorkspaceLock held, std::unique_ptr<Connection> connection,
        const Connection::Settings& readerSettings)
        : options(std::move(given))
        , file(std::move(path))
        , lock(std::move(held))
        , ids(options.clock, options.random)
        , attachments(file.parent_path() / "attachments")
        , writer(std::move(connection))
        , readers(file, readerSettings, options.readers)
    {
    }
};

SqliteStore::SqliteStore(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}
SqliteStore::~SqliteStore() = default;

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::filesystem::path& path, Options options)
{
    const auto file = path.extension() == ".db" ? path : path / "workspace.db";
    std::error_code failed;
    if (file.has_parent_path())
        std::filesystem::create_directories(file.parent_path(), failed);
    if (failed)
        return fail({ErrorKind::unavailable, "store_failed", "The folder of the workspace cannot be made.",
            {{"path", file.parent_path().string()}, {"reason", failed.message()}}});
    auto lockFile = file;
    lockFile.replace_extension(".lock");
    auto lock = WorkspaceLock::take(lockFile, options.busyTimeout);
    if (!lock)
        return fail(lock.error());
    // The last one to close removes the log; if it is there and nobody has the file open, somebody crashed.
    const auto logSize = std::filesystem::file_size(file.string() + "-wal", failed);
    const bool uncleanEnd = !failed && logSize > 0 && lock->hold() == WorkspaceLock::Hold::alone;
    Connection::Settings settings {options.vfs, writerCacheKiB, checkpointPages, options.busyTimeout};
    auto connection = Connection::open(file, Access::readWrite, settings);
    if (!connection)
        return fail(connection.error());
    IdSource ids(options.clock, options.random);
    if (auto ready = prepareFile(**connection, file, options, ids, *lock, uncleanEnd); !ready)
        return fail(ready.error());
    lock->share();
    settings.cacheKiB = readerCacheKiB;
    auto parts = std::make_unique<Parts>(std::move(options), file, std::move(*lock), std::move(*connection), settings);
    return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(parts)));
}

/// `work` with a reading connection; `statements` tells whether one statement sees one state by itself.
template <class Work> auto SqliteStore::reading(const Context& context, Statements statements, Work work)
{
    using Answer = std::invoke_result_t<Work, Connection&>;
    if (auto stopped = stopError(context))
        return Answer(fail(std::move(*stopped)));
    auto lease = m_parts->readers.take(context);
    if (!lease)
        return Answer(fail(lease.error()));
    const Connection::Attention attention(**lease, context);
    if (statements == Statements::one)
        return work(**lease);
    if (auto begun = (**lease).prepare("BEGIN").run(); !begun)
        return Answer(fail(begun.error()));
    auto answer = work(**lease);
    (void)(**lease).prepare("ROLLBACK").run();
    return answer;
}

/// One piece of maintenance in a write transaction of its own; `work` commits by returning a value.
template <class Work> auto SqliteStore::writing(const Context& context, Work work)
{
    using Answer = std::invoke_result_t<Work, Connection&>;
    if (auto entered = m_parts->queue.enter(context, m_parts->options.busyTimeout); !entered)
        return Answer(fail(entered.error()));
    auto& writer = m_parts->writer;
    const auto act = [&]() -> Answer {
        const Connection::Attention attention(writer.connection(), context);
        if (auto begun = writer.begin(); !begun)
            return fail(begun.error());
        auto answer = work(writer.connection());
        if (!answer) {
            writer.rollback();
            return answer;
        }
        if (auto done = writer.commit(0); !done) {
            writer.rollback();
            return fail(done.error());
        }
        writer.forget(); // what it remembers of documents may be gone
        return answer;
    };
    auto answer = act();
    m_parts->queue.leave();
    return answer;
}

Result<std::unique_ptr<Transaction>> SqliteStore::begin(const Context& context)
{
    if (auto stopped = stopError(context))
        return fail(std::move(*stopped));
    if (auto entered = m_parts->queue.enter(context, m_parts->options.busyTimeout); !entered)
        return fail(entered.error());
    auto begun = [&] {
        const Connection::Attention attention(m_parts->writer.connection(), context);
        return m_parts->writer.begin();
    }();
    if (!begun) {
        m_parts->queue.leave();
        return fail(begun.error());
    }
    return std::unique_ptr<Transaction>(std::make_unique<SqliteTransaction>(m_parts->writer, m_parts->attachments,
        m_parts->options.clock, m_parts->ids, context, [queue = &m_parts->queue] { queue->leave(); }));
}

Result<Document> SqliteStore::get(const Context& context, const DocumentKey& key)
{
    auto found
        = reading(context, Statements::one, [&](Connection& connection) { return readDocumentByKey(connection, key); });
    if (!found)
        return fail(found.error());
    if (!*found || (*found)->deleted)
        return fail(notFound(key.type, key.id.text()));
    return std::move(**found);
}

Result<std::optional<Document>> SqliteStore::findByExternalKey(
    const Context& context, const std::string& type, const std::string& key)
{
    return reading(context, Statements::one,
        [&](Connection& connection) { return readDocumentByExternalKey(connection, type, key); });
}

Result<Page> SqliteStore::query(const Context& context, const Query& query)
{
    return reading(context, Statements::several, [&](Connection& connection) { return readPage(connection, query); });
}

Result<void> SqliteStore::readRows(const Context& context, const Query& query, const std::function<bool(Row&&)>& sink)
{
    return reading(context, Statements::several,
        [&](Connection& connection) { return sqlite::readRows(connection, query, sink); });
}

Result<std::vector<SearchHit>> SqliteStore::search(const Context& context, const TextQuery& query)
{
    if (query.limit < 1 || query.limit > 200)
        return fail(invalidField("limit", "1..200"));
    return reading(
        context, Statements::several, [&](Connection& connection) { return searchIndex(connection, query); });
}

Result<std::vector<Change>> SqliteStore::history(const Context& context, const DocumentKey& key, int limit)
{
    return reading(
        context, Statements::several, [&](Connection& connection) { return readHistory(connection, key, limit); });
}

Result<std::vector<Change>> SqliteStore::changes(const Context& context, std::int64_t after, int limit)
{
    return reading(context, Statements::several,
        [&](Connection& connection) { return readChangesAfter(connection, after, limit); });
}

Result<std::vector<Change>> SqliteStore::changesOfMutation(const Context& context, const Uuid& mutationId)
{
    return reading(context, Statements::several,
        [&](Connection& connection) { return readChangesOfMutation(connection, mutationId); });
}

Result<Json> SqliteStore::fieldMeta(const Context& context, const DocumentKey& key)
{
    return reading(
        context, Statements::several, [&](Connection& connection) { return readFieldMeta(connection, key); });
}

Result<std::int64_t> SqliteStore::head(const Context& context)
{
    return reading(context, Statements::one,
        [&](Connection& connection) { return connection.integer("SELECT head FROM sync_head WHERE id = 1"); });
}

Result<std::string> SqliteStore::attachment(const Context& context, const std::string& hash)
{
    return reading(
        context, Statements::one, [&](Connection& connection) { return m_parts->attachments.read(connection, hash); });
}

Result<std::string> SqliteStore::value(const Context& context, const std::string& key)
{
    return reading(context, Statements::one, [&](Connection& connection) -> Result<std::string> {
        auto row = connection.prepare("SELECT value FROM local_value WHERE key = ?");
        auto more = row.bind(key).step();
        if (!more)
            return fail(more.error());
        return *more ? row.text(0) : std::string();
    });
}

Result<std::vector<std::pair<std::string, std::string>>> SqliteStore::values(
    const Context& context, const std::string& prefix)
{
    using Values = std::vector<std::pair<std::string, std::string>>;
    return reading(context, Statements::one, [&](Connection& connection) -> Result<Values> {
        if (prefix.empty())
            return fail(invalidField("prefix", "must not be empty"));
        auto row = connection.prepare("SELECT key, value FROM local_value WHERE key >= ? AND key < ? ORDER BY key");
        const auto end = afterPrefix(prefix);
        row.bind(prefix, end);
        Values values;
        for (;;) {
            auto more = row.step();
            if (!more)
                return fail(more.error());
            if (!*more)
                return values;
            values.emplace_back(row.text(0), row.text(1));
        }
    });
}

Result<std::vector<Job>> SqliteStore::waitingJobs(const Context& context, int limit)
{
    return reading(
        context, Statements::one, [&](Connection& connection) { return sqlite::waitingJobs(connection, limit); });
}

Result<std::vector<Job>> SqliteStore::laneJobs(const Context& context, const std::string& lane, int limit)
{
    return reading(
        context, Statements::one, [&](Connection& connection) { return sqlite::laneJobs(connection, lane, limit); });
}

Result<std::int64_t> SqliteStore::waitingJobCount(const Context& context)
{
    return reading(context, Statements::one, [&](Connection& connection) {
        return connection.integer("SELECT count(*) FROM job INDEXED BY job_lane WHERE state = 0");
    });
}

Result<std::vector<Job>> SqliteStore::deadJobs(const Context& context)
{
    return reading(context, Statements::one, [&](Connection& connection) { return sqlite::deadJobs(connection); });
}

Result<int> SqliteStore::finishErasing(const Context& context, Result<Erased> erased)
{
    if (!erased)
        return fail(erased.error());
    std::error_code ignored;
    for (const auto& hash : erased->files)
        std::filesystem::remove(m_parts->attachments.fileOf(hash), ignored);
    if (erased->count == 0)
        return 0;
    // Deleted words stay in old segments of the index until they are merged, and old pages in the log until it is
    // copied. Slice by slice, so that other writers get their turn; what is stopped here goes on with the next purge.
    for (;;) {
        auto more = writing(context, [&](Connection& connection) { return mergeIndexSlice(connection); });
        if (!more || !*more)
            break;
    }
    if (auto entered = m_parts->queue.enter(context, m_parts->options.busyTimeout); entered) {
        (void)m_parts->writer.connection().execute("PRAGMA wal_checkpoint(TRUNCATE)");
        m_parts->queue.leave();
    }
    return erased->count;
}

Result<int> SqliteStore::eraseValues(const Context& context, const DocumentKey& key)
{
    return finishErasing(
        context, writing(context, [&](Connection& connection) { return sqlite::eraseValues(connection, key); }));
}

Result<int> SqliteStore::purgeDeleted(const Context& context, Timestamp before)
{
    return finishErasing(
        context, writing(context, [&](Connection& connection) { return sqlite::purgeDeleted(connection, before); }));
}

Result<void> SqliteStore::backupTo(const Context& context, const std::string& path)
{
    return reading(context, Statements::several,
        [&](Connection& connection) { return sqlite::backup(connection, context, m_parts->attachments, path); });
}

Result<ErasureReport> SqliteStore::erase(const Context& context, const Erasure& erasure)
{
    auto done = writing(context,
        [&](Connection& connection) { return sqlite::erase(connection, m_parts->attachments, context, erasure); });
    if (!done)
        return fail(done.error());
    std::error_code ignored;
    for (const auto& hash : done->files)
        std::filesystem::remove(m_parts->attachments.fileOf(hash), ignored);
    return done->report;
}

Result<void> SqliteStore::scrub(const Context& context)
{
    if (auto entered = m_parts->queue.enter(context, m_parts->options.busyTimeout); !entered)
        return fail(entered.error());
    auto done = compact(m_parts->writer.connection());
    m_parts->queue.leave();
    if (done)
        removeOldCopies(m_parts->file);
    return done;
}

Result<std::vector<std::string>> SqliteStore::verify(const Context& context)
{
    auto index = writing(context, [&](Connection& connection) { return checkIndex(connection); });
    if (!index)
        return index;
    auto rest = reading(context, Statements::several,
        [&](Connection& connection) { return sqlite::verify(connection, m_parts->attachments); });
    if (rest)
        rest->insert(rest->begin(), index->begin(), index->end());
    return rest;
}
}
