// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/maintenance.hpp"

#include "core/adapters/sqlite/document_row.hpp"
#include "core/adapters/sqlite/files.hpp"
#include "core/adapters/sqlite/migrations.hpp"
#include "core/adapters/sqlite/text_index.hpp"

namespace agentarmy::sqlite {
namespace {
constexpr const char* indexVersionKey = "store.textIndexVersion";

/// Takes the document off its attachments; those that no other document uses are deleted.
Result<void> dropAttachments(Connection& connection, std::int64_t n, Erased& erased)
{
    std::vector<Sha256> hashes;
    {
        auto rows = connection.prepare("SELECT hash FROM attachment_use WHERE n = ?");
        rows.bind(n);
        for (;;) {
            auto more = rows.step();
            if (!more)
                return fail(more.error());
            if (!*more)
                break;
            hashes.push_back(hashFromHex(hexFromBytes(rows.bytes(0))));
        }
    }
    for (const auto& hash : hashes) {
        if (auto done = connection.prepare("DELETE FROM attachment_use WHERE hash = ? AND n = ?")
                            .bind(Blob {viewOf(hash)}, n)
                            .run();
            !done)
            return done;
        auto used = connection.prepare("SELECT 1 FROM attachment_use WHERE hash = ?");
        auto more = used.bind(Blob {viewOf(hash)}).step();
        if (!more)
            return fail(more.error());
        if (*more)
            continue;
        auto remove = connection.prepare("DELETE FROM attachment WHERE hash = ? RETURNING bytes IS NULL AND size > 0");
        auto gone = remove.bind(Blob {viewOf(hash)}).step();
        if (!gone)
            return fail(gone.error());
        if (*gone && remove.integer(0) != 0)
            erased.files.push_back(hexText(hash));
    }
    return {};
}

/// Values of all log entries of the document whose last entry is `seq`.
Result<int> dropValues(Connection& connection, std::int64_t seq)
{
    int count = 0;
    while (seq > 0) {
        if (auto done = connection.prepare("DELETE FROM change_value WHERE seq = ?").bind(seq).run(); !done)
            return fail(done.error());
        count += sqlite3_changes(connection.handle());
        auto row = connection.prepare("SELECT previousSeq FROM change WHERE seq = ?");
        auto more = row.bind(seq).step();
        if (!more)
            return fail(more.error());
        seq = *more ? row.integer(0) : 0;
    }
    return count;
}

struct Place {
    std::int64_t n = 0, seq = 0;
};
Result<std::vector<Place>> places(Statement rows)
{
    std::vector<Place> out;
    for (;;) {
        auto more = rows.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            return out;
        out.push_back({rows.integer(0), rows.integer(1)});
    }
}
}

Result<void> quickCheck(Connection& connection)
{
    auto rows = connection.prepare("PRAGMA quick_check(5)");
    std::vector<std::string> problems;
    for (;;) {
        auto more = rows.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        if (const auto line = rows.text(0); line != "ok")
            problems.push_back(line);
    }
    if (problems.empty())
        return {};
    return fail({ErrorKind::internal, "store_damaged",
        "The workspace file is damaged, most likely by the disk. Restore the last backup (agentarmyctl restore), or "
        "keep the folder and ask for help.",
        {{"problems", problems}}});
}

Result<void> refreshIndexVersion(Connection& connection)
{
    {
        auto row = connection.prepare("SELECT value FROM local_value WHERE key = ?");
        auto more = row.bind(indexVersionKey).step();
        if (!more)
            return fail(more.error());
        if (*more && row.text(0) == std::to_string(analyserVersion))
            return {};
    }
    if (auto begun = connection.execute("BEGIN IMMEDIATE"); !begun)
        return begun;
    auto done = rebuildIndex(connection);
    const auto version = std::to_string(analyserVersion);
    if (done)
        done = connection
                   .prepare("INSERT INTO local_value (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value "
                            "= excluded.value")
                   .bind(indexVersionKey, version)
                   .run();
    if (done)
        done = connection.execute("COMMIT");
    if (!done && !sqlite3_get_autocommit(connection.handle()))
        (void)connection.execute("ROLLBACK");
    return done;
}

Result<Erased> eraseValues(Connection& connection, const DocumentKey& key)
{
    Place place;
    {
        auto row = connection.prepare("SELECT n, seq FROM document WHERE id = ? AND type = ?");
        auto more = row.bind(key.id, key.type).step();
        if (!more)
            return fail(more.error());
        if (!*more)
            return fail(notFound(key.type, key.id.text()));
        place = {row.integer(0), row.integer(1)};
    }
    Erased erased;
    auto values = dropValues(connection, place.seq);
    if (!values)
        return fail(values.error());
    erased.count = *values;
    if (auto done = dropAttachments(connection, place.n, erased); !done)
        return fail(done.error());
    return erased;
}

namespace {
/// Leaves only the tombstone: nothing that was typed.
Result<void> purgePlace(Connection& connection, const Place& place, Erased& erased)
{
    if (auto values = dropValues(connection, place.seq); !values)
        return fail(values.error());
    if (auto done = dropAttachments(connection, place.n, erased); !done)
        return fail(done.error());
    {
        // It left the index when it was deleted; now its words leave the list of words too.
        auto row = connection.prepare(
            "SELECT d.type, b.body FROM document d CROSS JOIN document_body b ON b.n = d.n WHERE d.n = ?");
        auto more = row.bind(place.n).step();
        if (!more)
            return fail(more.error());
        if (*more)
            if (const auto body = parseJson(row.bytes(1)))
                if (const auto terms = indexTerms(row.text(0), searchText(row.text(0), *body)))
                    if (auto done = pruneTerms(connection, terms->title + ' ' + terms->text); !done)
                        return fail(done.error());
    }
    if (auto done = connection.prepare("DELETE FROM document_body WHERE n = ?").bind(place.n).run(); !done)
        return fail(done.error());
    auto clear = connection.prepare(
        "UPDATE document SET deleted = 2, archived = 0, state = NULL, time = NULL, due = NULL, amount = NULL, rank "
        "= NULL,"
        " ownerId = NULL, accountId = NULL, opportunityId = NULL, parentId = NULL, name = NULL, currency = NULL,"
        " externalKey = NULL, brief = NULL, textId = NULL, textHash = NULL WHERE n = ?");
    if (auto done = clear.bind(place.n).run(); !done)
        return fail(done.error());
    ++erased.count;
    return {};
}
}

Result<Erased> purgeDeleted(Connection& connection, Timestamp before)
{
    auto rows = connection.prepare(
        "SELECT n, seq FROM document INDEXED BY document_deleted WHERE deleted = 1 AND deletedAt < ?");
    rows.bind(toMillis(before));
    auto gone = places(std::move(rows));
    if (!gone)
        return fail(gone.error());
    Erased erased;
    for (const auto& place : *gone)
        if (auto done = purgePlace(connection, place, erased); !done)
            return fail(done.error());
    return erased;
}

Result<Erased> purgeDocument(Connection& connection, const DocumentKey& key)
{
    auto rows = connection.prepare("SELECT n, seq FROM document WHERE deleted = 1 AND id = ? AND type = ?");
    rows.bind(key.id, key.type);
    auto gone = places(std::move(rows));
    if (!gone)
        return fail(gone.error());
    Erased erased;
    for (const auto& place : *gone)
        if (auto done = purgePlace(connection, place, erased); !done)
            return fail(done.error());
    return erased;
}

Result<bool> mergeIndexSlice(Connection& connection)
{
    bool merged = false;
    for (const char* sql : {"INSERT INTO fts (fts, rank) VALUES ('merge', -64)",
             "INSERT INTO fts_record (fts_record, rank) VALUES ('merge', -64)"}) {
        const auto before = sqlite3_total_changes(connection.handle());
        if (auto done = connection.execute(sql); !done)
            return fail(done.error());
        merged = merged
            || sqlite3_total_changes(connection.handle()) - before
                >= 2; // documented: fewer means that nothing was merged
    }
    return merged;
}

Result<void> backup(Connection& connection, const Context& context, const AttachmentStore& attachments,
    const std::filesystem::path& folder)
{
    std::error_code failed;
    if (std::filesystem::exists(folder, failed))
        return fail({ErrorKind::conflict, "already_exists", "There is already something at the place of the backup.",
            {{"path", folder.string()}}});
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return fail({ErrorKind::unavailable, "store_failed", "The folder of the backup cannot be made.",
            {{"path", folder.string()}, {"reason", failed.message()}}});
    const auto copyFiles = [&]() -> Result<void> {
        auto rows = connection.prepare("SELECT hash FROM attachment WHERE bytes IS NULL AND size > 0");
        for (;;) {
            auto more = rows.step();
            if (!more)
                return fail(more.error());
            if (!*more)
                return {};
            const auto hash = hexFromBytes(rows.bytes(0));
            auto bytes = readWholeFile(attachments.fileOf(hash));
            if (!bytes)
                return fail(bytes.error());
            if (auto done = writeFileDurably(folder / "attachments" / hash.substr(0, 2) / hash, *bytes); !done)
                return done;
        }
    };
    // The files first: a backup whose database is there is complete.
    auto done = copyFiles();
    if (done)
        done = copyDatabase(connection, context, folder / "workspace.db", {});
    if (!done)
        std::filesystem::remove_all(folder, failed);
    return done;
}
}
