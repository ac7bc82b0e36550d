// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/projection.hpp"
#include "core/ports/context.hpp"

#include <functional>
#include <memory>

namespace agentarmy {

struct DocumentKey {
    std::string type;
    Uuid id;
    auto operator<=>(const DocumentKey&) const = default;
};

/// One record as it is stored (sync model). `body` is canonical JSON, at most 256 KiB.
struct Document {
    std::string type;
    Uuid id;
    Uuid rootId;
    std::int64_t revision = 0; ///< 1 at creation, +1 per accepted change of the document
    std::int64_t seq = 0; ///< number of its last change in the tenant's log
    bool deleted = false;
    std::string body; ///< empty once deleted and purged
    std::string hash; ///< SHA-256 of the body, 64 hex digits
};

/// One value to write. `value` null and `clear` true remove the field; other fields of the document stay untouched, so
/// that what a newer version wrote survives.
struct FieldPatch {
    std::string path; ///< a top-level field of the document
    Json value;
    bool clear = false;
};

struct ChangedField {
    std::string path;
    Json before; ///< null: was absent (or erased)
    Json after; ///< null: is absent now (or erased)
};

enum class ChangeOp { create, patch, remove, restore };
AGENTARMY_ENUM_TEXTS(ChangeOp, {ChangeOp::create, "create"sv}, {ChangeOp::patch, "patch"sv},
    {ChangeOp::remove, "delete"sv}, {ChangeOp::restore, "restore"sv});

/// An entry of the one log.
struct Change {
    std::int64_t seq = 0;
    std::int64_t txFirstSeq = 0; ///< first number of its transaction: what was written together
    Timestamp at {};
    Actor actor;
    Cause cause;
    Uuid mutationId; ///< one user action; several changes may share it
    DocumentKey document;
    ChangeOp op = ChangeOp::patch;
    std::int64_t revision = 0; ///< of the document after the change
    std::vector<std::string> fields;
    std::vector<ChangedField> values; ///< filled by history(); empty after an erase
    bool lost = false; ///< a value that lost a race, recorded and not applied
};

enum class SortKey { id, time, due, name, amount, rank, seq };

/// Conditions are joined by AND; an empty list or value means no condition.
struct Query {
    std::string type;
    std::vector<std::string> states;
    std::optional<Uuid> ownerId, accountId, opportunityId, parentId, rootId;
    std::optional<std::string> externalKey, namePrefix; ///< namePrefix: already case folded
    std::optional<std::int64_t> timeFrom, timeTo, dueFrom, dueTo, minAmount,
        maxAmount; ///< From/min inclusive, To exclusive, max inclusive
    bool includeArchived = false;
    bool includeDeleted = false;
    SortKey sort = SortKey::id;
    bool descending = false; ///< documents without the sorted value come last either way
    int limit = 50; ///< 1..1000, of a page; find() and readRows() give all
    std::string cursor; ///< from the last page; opaque

    bool operator==(const Query&) const = default;
};

/// What lists show without parsing bodies.
struct Row {
    Uuid id;
    std::int64_t revision = 0;
    Projection columns; ///< rootId filled; externalKey filled
};

struct Page {
    std::vector<Document> items;
    std::string nextCursor; ///< empty: that was the last page
};

struct TextQuery {
    std::string text; ///< words; "a phrase" in double quotes; every word must occur; the last one as a prefix
    std::vector<std::string> types; ///< empty: all
    int limit = 20; ///< 1..200
};
struct SearchHit {
    DocumentKey document;
    double score = 0; ///< greater is better
};

struct Job {
    std::int64_t id = 0;
    std::string kind; ///< "post_conversation", ...
    std::string key; ///< idempotency key, unique per kind, waiting, done or dead
    std::string lane; ///< jobs of one lane never run at once (account id)
    Timestamp order {}; ///< earlier ones first within the queue
    Json payload;
    int attempts = 0;
    std::string lastError;
};

/// A unit of writing. Either everything becomes visible at commit or nothing. Sees its own writes. One at a time per
/// store; begin() waits for the one before. Destroying an uncommitted one rolls back. Not thread safe.
class Transaction {
public:
    virtual ~Transaction() = default;
    [[nodiscard]] virtual Result<std::optional<Document>> get(const DocumentKey& key) = 0; ///< deleted ones too
    [[nodiscard]] virtual Result<std::optional<Document>> findByExternalKey(
        const std::string& type, const std::string& key)
        = 0;
    [[nodiscard]] virtual Result<std::vector<Document>> find(const Query& query, int atMost = 0)
        = 0; ///< ordered by the query, whose `limit` does not count; 0: all

    /// `id_taken`, `too_large` (256 KiB). The body's own `id` field is written by the caller.
    [[nodiscard]] virtual Result<Document> create(const DocumentKey& key, const Json& body, const Cause& cause) = 0;
    /// Writes only fields that differ; nothing differs: the document unchanged, no change is recorded.
    /// `not_found`, `entity_deleted`, `conflict` (if `expectedRevision` is given and not the stored one), `too_large`.
    [[nodiscard]] virtual Result<Document> patch(const DocumentKey& key, std::vector<FieldPatch> patches,
        const Cause& cause, std::optional<std::int64_t> expectedRevision = {})
        = 0;
    /// Keeps the body for restore (30 days, sync rules S10). Deleting a deleted document changes nothing.
    [[nodiscard]] virtual Result<Document> remove(const DocumentKey& key, const Cause& cause) = 0;
    [[nodiscard]] virtual Result<Document> restore(const DocumentKey& key, const Cause& cause)
        = 0; ///< `gone` after purge

    /// Who wrote each field last: {path: {revision, effMs, actorKind, userId?, mutationId, deviceId?}}; cleared fields
    /// are in it too. Undo puts a field back only if its mutationId is that of the change (sync rules S17).
    /// `not_found`.
    [[nodiscard]] virtual Result<Json> fieldMeta(const DocumentKey& key) = 0;

    /// The bytes are on the disk at commit. Known hash: nothing is written. `hash_mismatch`.
    [[nodiscard]] virtual Result<void> putAttachment(
        const std::string& hash, std::string_view bytes, const std::string& mediaType)
        = 0;
    /// False if a job of that kind and key exists or existed: nothing is added.
    [[nodiscard]] virtual Result<bool> addJob(const Job& job) = 0;
    [[nodiscard]] virtual Result<void> finishJob(std::int64_t id) = 0;
    /// After 3 attempts the job is dead (kept, listed by deadJobs) and not run again.
    [[nodiscard]] virtual Result<void> failJob(std::int64_t id, const std::string& why) = 0;
    /// Small local values.
    [[nodiscard]] virtual Result<void> setValue(const std::string& key, const std::string& value) = 0;
    /// Takes away all whose keys begin with `prefix` (not empty).
    [[nodiscard]] virtual Result<void> clearValues(const std::string& prefix) = 0;

    /// Takes the sequence numbers as its last statement, then commits. The transaction is over either way.
    [[nodiscard]] virtual Result<std::int64_t> commit() = 0; ///< the head afterwards
    /// All writes of one user action share its id, so that undo takes them back together. Null: a fresh one per
    /// transaction.
    virtual void setMutation(const Uuid& mutationId) = 0;
    [[nodiscard]] virtual int changeCount() const = 0; ///< so far; imports commit before 500
};

/// Storage of one tenant, opened for one actor: there is no call that takes a tenant. Thread safe; reads never wait for
/// the writer. Error codes beside those named: `store_busy` (unavailable), `disk_full` (unavailable), `store_damaged`
/// (internal), `stopped` (unavailable, the context's stop token), `store_newer` (the file was written by a newer
/// program).
class Store {
public:
    virtual ~Store() = default;
    [[nodiscard]] virtual Result<std::unique_ptr<Transaction>> begin(const Context& context) = 0;

    [[nodiscard]] virtual Result<Document> get(const Context& context, const DocumentKey& key)
        = 0; ///< `not_found` if absent or deleted
    [[nodiscard]] virtual Result<std::optional<Document>> findByExternalKey(
        const Context& context, const std::string& type, const std::string& key)
        = 0;
    [[nodiscard]] virtual Result<Page> query(const Context& context, const Query& query) = 0; ///< `invalid_cursor`
    /// All matching rows without bodies, ordered; the sink returns false to stop. No paging: one consistent read.
    [[nodiscard]] virtual Result<void> readRows(
        const Context& context, const Query& query, const std::function<bool(Row&&)>& sink)
        = 0;
    [[nodiscard]] virtual Result<std::vector<SearchHit>> search(const Context& context, const TextQuery& query) = 0;
    /// Newest first, with values.
    [[nodiscard]] virtual Result<std::vector<Change>> history(
        const Context& context, const DocumentKey& key, int limit = 200)
        = 0;
    /// Of the whole tenant in log order, `after` exclusive; with values.
    [[nodiscard]] virtual Result<std::vector<Change>> changes(
        const Context& context, std::int64_t after, int limit = 500)
        = 0;
    [[nodiscard]] virtual Result<std::vector<Change>> changesOfMutation(const Context& context, const Uuid& mutationId)
        = 0;
    [[nodiscard]] virtual Result<Json> fieldMeta(const Context& context, const DocumentKey& key)
        = 0; ///< as in a transaction
    [[nodiscard]] virtual Result<std::int64_t> head(const Context& context) = 0;
    [[nodiscard]] virtual Result<std::string> attachment(const Context& context, const std::string& hash) = 0;
    [[nodiscard]] virtual Result<std::string> value(const Context& context, const std::string& key)
        = 0; ///< empty if not set
    /// Small local values whose keys begin with `prefix`, by key.
    [[nodiscard]] virtual Result<std::vector<std::pair<std::string, std::string>>> values(
        const Context& context, const std::string& prefix)
        = 0;

    /// The earliest waiting jobs, at most one per lane, in order.
    [[nodiscard]] virtual Result<std::vector<Job>> waitingJobs(const Context& context, int limit) = 0;
    /// All waiting jobs of one lane, in order: a worker that holds the lane does them in one go.
    [[nodiscard]] virtual Result<std::vector<Job>> laneJobs(const Context& context, const std::string& lane, int limit)
        = 0;
    [[nodiscard]] virtual Result<std::int64_t> waitingJobCount(const Context& context) = 0;
    [[nodiscard]] virtual Result<std::vector<Job>> deadJobs(const Context& context) = 0;
    /// Removes the values of the log and the attachments of one document; its entries stay. For privacy and retention.
    [[nodiscard]] virtual Result<int> eraseValues(const Context& context, const DocumentKey& key) = 0;
    /// Purges bodies of documents deleted before `before`; tombstones stay.
    [[nodiscard]] virtual Result<int> purgeDeleted(const Context& context, Timestamp before) = 0;
    /// A consistent copy while others write; `path` must not exist.
    [[nodiscard]] virtual Result<void> backupTo(const Context& context, const std::string& path) = 0;
    /// Integrity of file, hashes, projections, log and digests; one line per problem, empty = sound.
    [[nodiscard]] virtual Result<std::vector<std::string>> verify(const Context& context) = 0;
};
}
