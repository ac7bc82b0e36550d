// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/transaction.hpp"

#include "core/adapters/sqlite/change_log.hpp"
#include "core/adapters/sqlite/job_queue.hpp"
#include "core/adapters/sqlite/query_sql.hpp"
#include "core/adapters/sqlite/read_queries.hpp"

namespace agentarmy::sqlite {
namespace {
Error tooLarge(const DocumentKey& key, std::size_t bytes)
{
    return {ErrorKind::invalid, "too_large", "This record is too large to be stored (256 KiB). Shorten it or split it.",
        {{"type", key.type}, {"id", key.id.text()}, {"bytes", std::int64_t(bytes)}}};
}

/// Refusals leave the transaction usable; these do not.
bool breaksTransaction(const Error& error)
{
    return error.code == "store_busy" || error.code == "disk_full" || error.code == "store_damaged"
        || error.code == "store_failed" || error.code == "store_read_only" || error.code == "stopped";
}

std::optional<SearchTerms> termsOf(const std::string& type, const Json& body)
{
    return indexTerms(type, searchText(type, body));
}

/// Each field of the parsed body as canonical JSON, so that a patch writes anew only what it changes.
std::map<std::string, std::string>& fieldTextsOf(WorkingDocument& w)
{
    if (w.fieldTexts.empty())
        for (const auto& [name, value] : w.json->items())
            w.fieldTexts.emplace_hint(w.fieldTexts.end(), name, canonicalJson(value));
    return w.fieldTexts;
}
}

SqliteTransaction::SqliteTransaction(Writer& writer, const AttachmentStore& attachments, const Clock& clock,
    IdSource& ids, Context context, std::function<void()> release)
    : m_writer(writer)
    , m_attachments(attachments)
    , m_clock(clock)
    , m_ids(ids)
    , m_context(std::move(context))
    , m_release(std::move(release))
{
    m_attention.emplace(writer.connection(), m_context);
}

SqliteTransaction::~SqliteTransaction()
{
    if (!m_over) {
        m_writer.rollback();
        end();
    }
}

void SqliteTransaction::end()
{
    m_over = true;
    m_attention.reset();
    m_release();
}

template <class T> Result<T> SqliteTransaction::kept(Result<T> result)
{
    if (!result && !m_error && breaksTransaction(result.error()))
        m_error = result.error();
    return result;
}

Result<void> SqliteTransaction::usable()
{
    if (m_over)
        return fail({ErrorKind::internal, "transaction_over", "This transaction has ended.", {}});
    if (m_error)
        return fail(*m_error);
    return {};
}

Result<void> SqliteTransaction::flush()
{
    if (m_mutation.isNull())
        m_mutation = m_ids.next();
    return kept(m_writer.flush(m_context, m_writer.head() + 1, m_mutation));
}

Result<std::optional<Document>> SqliteTransaction::get(const DocumentKey& key)
{
    if (auto ready = usable(); !ready)
        return fail(ready.error());
    if (const auto* known = m_writer.cached(key.id))
        return known->document.type == key.type ? std::optional(known->document) : std::nullopt;
    return kept(readDocumentByKey(m_writer.connection(), key));
}

Result<std::optional<Document>> SqliteTransaction::findByExternalKey(const std::string& type, const std::string& key)
{
    if (auto ready = usable(); !ready)
        return fail(ready.error());
    if (const auto pending = m_writer.pendingWithKey(type, key))
        return m_writer.cached(*pending)->document;
    auto found = kept(readDocumentByExternalKey(m_writer.connection(), type, key));
    if (!found || !*found)
        return found;
    const auto* working = m_writer.cached((*found)->id);
    if (!working)
        return found;
    if (!working->document.deleted && working->columns.externalKey == key)
        return std::optional(working->document);
    if (auto done = flush(); !done) // it has another key by now; perhaps a second document has this one
        return fail(done.error());
    return kept(readDocumentByExternalKey(m_writer.connection(), type, key));
}

Result<std::vector<Document>> SqliteTransaction::find(const Query& query, int atMost)
{
    if (auto ready = usable(); !ready)
        return fail(ready.error());
    if (auto done = flush(); !done)
        return fail(done.error());
    return kept(readDocuments(m_writer.connection(), query, atMost));
}

PendingChange SqliteTransaction::entry(WorkingDocument& w, ChangeOp op, const Cause& cause)
{
    PendingChange change;
    change.seq = m_writer.head() + ++m_changes;
    change.previousSeq = w.document.seq;
    change.n = w.n;
    change.at = m_clock.now();
    change.op = op;
    change.cause = causeText(cause);
    change.revision = ++w.document.revision;
    w.document.seq = change.seq;
    return change;
}

Result<WorkingDocument*> SqliteTransaction::existing(const DocumentKey& key)
{
    if (auto ready = usable(); !ready)
        return fail(ready.error());
    auto found = kept(m_writer.load(key));
    if (!found)
        return found;
    if (!*found)
        return fail(notFound(key.type, key.id.text()));
    return found;
}

Result<Document> SqliteTransaction::create(const DocumentKey& key, const Json& body, const Cause& cause)
{
    if (auto ready = usable(); !ready)
        return fail(ready.error());
    if (key.id.isNull() || key.type.empty())
        return fail(invalidField(key.type.empty() ? "type" : "id", "is required"));
    if (!body.is_object())
        return fail(invalidField("body", "must be an object"));
    auto taken = kept(m_writer.idTaken(key.id));
    if (!taken)
        return fail(taken.error());
    if (*taken)
        return fail({ErrorKind::conflict, "id_taken", "A record with this id is already there.",
            {{"type", key.type}, {"id", key.id.text()}}});
    bool mended = false;
    auto text = canonicalJson(body, &mended);
    if (text.size() > largestBody)
        return fail(tooLarge(key, text.size()));
    if (mended) { // columns and full text are made of what is stored
        const auto stored = parseJson(text);
        if (!stored)
            return fail(stored.error());
        return create(key, *stored, cause);
    }
    auto added = kept(m_writer.add(key));
    if (!added)
        return fail(added.error());
    auto& w = **added;
    w.document.hash = hexText(sha256(text));
    w.document.body = std::move(text);
    w.columns = storedProjection(key.type, key.id, body);
    w.document.rootId = w.columns.rootId;
    m_writer.setTerms(w, searchText(key.type, body));
    w.attachments = attachmentsOf(body);
    w.attachmentsChanged = !w.attachments.empty();
    auto change = entry(w, ChangeOp::create, cause);
    w.written.created = change.seq;
    for (const auto& [name, value] : body.items()) {
        if (!change.fields.empty())
            change.fields += '\n';
        change.fields += name;
    }
    m_writer.log(std::move(change));
    m_writer.touch(w);
    const auto document = w.document;
    if (m_writer.wantsFlush())
        if (auto done = flush(); !done)
            return fail(done.error());
    return document;
}

Result<Document> SqliteTransaction::patch(const DocumentKey& key, std::vector<FieldPatch> patches, const Cause& cause,
    std::optional<std::int64_t> expectedRevision)
{
    auto found = existing(key);
    if (!found)
        return fail(found.error());
    auto& w = **found;
    if (w.document.deleted)
        return fail({ErrorKind::conflict, "entity_deleted", "This record was deleted. Restore it first.",
            {{"type", key.type}, {"id", key.id.text()}}});
    if (expectedRevision && *expectedRevision != w.document.revision)
        return fail({ErrorKind::conflict, "conflict", "Somebody else changed this record meanwhile. Look at it again.",
            {{"type", key.type}, {"id", key.id.text()}, {"revision", w.document.revision}}});
    auto parsed = kept(m_writer.json(w));
    if (!parsed)
        return fail(parsed.error());
    Json& body = **parsed;

    struct Step {
        FieldPatch* patch;
        bool was; ///< the field was there
        bool clear; ///< and is taken out
        Json before; ///< null if it was not there
        std::string textBefore, textAfter; ///< canonical JSON
    };
    std::vector<Step> steps;
    for (auto& each : patches) {
        const auto at = body.find(each.path);
        const bool was = at != body.end();
        const bool clear = each.clear || each.value.is_null();
        if (each.path.empty() || each.path.find_first_of("\n\t") != std::string::npos)
            return fail(invalidField("path", "must be a field of the record"));
        if (clear ? !was : was && *at == each.value)
            continue;
        steps.push_back({&each, was, clear, {}, {}, {}});
    }
    if (steps.empty())
        return w.document;

    const bool indexedBefore = w.textChanged || w.stored.text.textId != 0;
    const auto textBefore = searchText(key.type, body);
    auto& texts = fieldTextsOf(w);
    bool mended = false;
    for (auto& step : steps) {
        const auto& path = step.patch->path;
        if (!step.clear) {
            bool mendedHere = false;
            step.textAfter = canonicalJson(step.patch->value, &mendedHere);
            mended = mended || mendedHere;
        }
        step.textBefore = std::exchange(texts[path], step.textAfter);
        step.before = std::exchange(body[path], std::move(step.patch->value));
        if (step.clear) {
            body.erase(path);
            texts.erase(path);
        }
    }
    bool mendedName = false;
    auto text = canonicalObject(texts, &mendedName);
    if (text.size() > largestBody) {
        for (; !steps.empty(); steps.pop_back()) { // the last first: a field may be named twice
            auto& step = steps.back();
            const auto& path = step.patch->path;
            if (step.was) {
                body[path] = std::move(step.before);
                texts[path] = std::move(step.textBefore);
            } else {
                body.erase(path);
                texts.erase(path);
            }
        }
        return fail(tooLarge(key, text.size()));
    }
    if (mended || mendedName) { // columns and full text are made of what is stored
        if (auto stored = parseJson(text))
            body = std::move(*stored);
        w.fieldTexts.clear();
    }
    if (auto textNow = searchText(key.type, body);
        textNow.title != textBefore.title || textNow.text != textBefore.text) {
        if (!w.textChanged && indexedBefore && !w.stored.terms)
            w.stored.terms = indexTerms(key.type, textBefore);
        m_writer.setTerms(w, std::move(textNow));
        w.textChanged = true; // also when nothing is left of it
    }
    w.document.hash = hexText(sha256(text));
    w.document.body = std::move(text);
    w.columns = storedProjection(key.type, key.id, body);
    w.document.rootId = w.columns.rootId;
    auto change = entry(w, ChangeOp::patch, cause);
    for (auto& step : steps) {
        const auto& path = step.patch->path;
        if (path == "rawHash" || path == "attachments") {
            if (!w.attachmentsChanged) {
                Json before = body;
                if (step.was)
                    before[path] = step.before;
                else
                    before.erase(path);
                w.attachmentsBefore = attachmentsOf(before);
            }
            w.attachmentsChanged = true;
        }
        if (!change.fields.empty())
            change.fields += '\n';
        change.fields += path;
        w.written.fields[path] = change.seq;
        change.values.push_back({path, step.was ? std::optional(std::move(step.textBefore)) : std::nullopt,
            step.clear ? std::nullopt : std::optional(std::move(step.textAfter))});
    }
    if (w.attachmentsChanged)
        w.attachments = attachmentsOf(body);
    m_writer.log(std::move(change));
    m_writer.touch(w);
    const auto document = w.document;
    if (m_writer.wantsFlush())
        if (auto done = flush(); !done)
            return fail(done.error());
    return document;
}

Result<void> SqliteTransaction::removeOne(WorkingDocument& w, const Cause& cause)
{
    if (w.stored.text.textId && !w.textChanged) {
        auto body = kept(m_writer.json(w));
        if (!body)
            return fail(body.error());
        if (!w.stored.terms)
            w.stored.terms = termsOf(w.document.type, **body);
    }
    w.textChanged = w.stored.text.textId != 0;
    w.terms.reset();
    w.termsToCome.reset();
    auto change = entry(w, ChangeOp::remove, cause);
    w.document.deleted = true;
    w.deletedAt = toMillis(change.at);
    m_writer.log(std::move(change));
    m_writer.touch(w);
    return {};
}

Result<std::vector<DocumentKey>> SqliteTransaction::keysOf(std::string_view sql, const Uuid& root, std::int64_t number)
{
    std::vector<DocumentKey> out;
    auto rows = m_writer.connection().prepare(sql);
    rows.set(1, root);
    rows.set(2, number);
    for (;;) {
        auto more = kept(rows.step());
        if (!more)
            return fail(more.error());
        if (!*more)
            return out;
        out.push_back({rows.text(0), rows.id(1)});
    }
}

Result<Document> SqliteTransaction::remove(const DocumentKey& key, const Cause& cause)
{
    auto found = existing(key);
    if (!found)
        return fail(found.error());
    if ((*found)->document.deleted)
        return (*found)->document;
    if (auto done = removeOne(**found, cause); !done)
        return fail(done.error());
    const auto document = (*found)->document;
    if (document.rootId != key.id)
        return document;
    // What hangs on a root goes with it (sync rules S10).
    if (auto done = flush(); !done)
        return fail(done.error());
    static const std::string sql = "SELECT type, id FROM document WHERE n IN (" + std::string(rootMembers)
        + ") AND deleted = 0 AND n <> ?2 ORDER BY n";
    auto children = keysOf(sql, key.id, (*found)->n);
    if (!children)
        return fail(children.error());
    for (const auto& child : *children) {
        auto loaded = existing(child);
        if (!loaded)
            return fail(loaded.error());
        if (auto done = removeOne(**loaded, cause); !done)
            return fail(done.error());
        if (m_writer.wantsFlush())
            if (auto done = flush(); !done)
                return fail(done.error());
    }
    return document;
}

Result<void> SqliteTransaction::restoreOne(WorkingDocument& w, const Cause& cause)
{
    auto body = kept(m_writer.json(w));
    if (!body)
        return fail(body.error());
    m_writer.setTerms(w, searchText(w.document.type, **body));
    auto change = entry(w, ChangeOp::restore, cause);
    w.document.deleted = false;
    w.deletedAt = 0;
    m_writer.log(std::move(change));
    m_writer.touch(w);
    return {};
}

Result<Document> SqliteTransaction::restore(const DocumentKey& key, const Cause& cause)
{
    auto found = existing(key);
    if (!found)
        return fail(found.error());
    auto& w = **found;
    if (!w.document.deleted)
        return w.document;
    if (w.purged)
        return fail({ErrorKind::notFound, "gone", "This record was deleted too long ago to be restored.",
            {{"type", key.type}, {"id", key.id.text()}}});
    if (auto done = flush(); !done)
        return fail(done.error());
    std::int64_t deletedWith = 0; // transaction of the deletion: what went with the root comes back with it
    {
        auto row = m_writer.connection().prepare("SELECT txFirstSeq FROM change WHERE seq = ?");
        auto more = kept(row.bind(w.document.seq).step());
        if (!more)
            return fail(more.error());
        deletedWith = *more ? row.integer(0) : 0;
    }
    if (auto done = restoreOne(w, cause); !done)
        return fail(done.error());
    const auto document = w.document;
    if (document.rootId != key.id)
        return document;
    static const std::string sql
        = "SELECT d.type, d.id FROM document d CROSS JOIN change c ON c.seq = d.seq WHERE d.n IN ("
        + std::string(rootMembers) + ") AND d.deleted = 1 AND c.txFirstSeq = ?2 ORDER BY d.n";
    auto children = keysOf(sql, key.id, deletedWith);
    if (!children)
        return fail(children.error());
    for (const auto& child : *children) {
        if (child == key)
            continue;
        auto loaded = existing(child);
        if (!loaded)
            return fail(loaded.error());
        if (auto done = restoreOne(**loaded, cause); !done)
            return fail(done.error());
        if (m_writer.wantsFlush())
            if (auto done = flush(); !done)
                return fail(done.error());
    }
    return document;
}

Result<Json> SqliteTransaction::fieldMeta(const DocumentKey& key)
{
    if (auto ready = usable(); !ready)
        return fail(ready.error());
    if (auto done = flush(); !done)
        return fail(done.error());
    return kept(readFieldMeta(m_writer.connection(), key));
}

Result<void> SqliteTransaction::putAttachment(
    const std::string& hash, std::string_view bytes, const std::string& mediaType)
{
    if (auto ready = usable(); !ready)
        return ready;
    return kept(m_attachments.put(m_writer.connection(), hash, bytes, mediaType));
}

Result<bool> SqliteTransaction::addJob(const Job& job)
{
    if (auto ready = usable(); !ready)
        return fail(ready.error());
    return kept(sqlite::addJob(m_writer.connection(), job));
}

Result<void> SqliteTransaction::finishJob(std::int64_t id)
{
    if (auto ready = usable(); !ready)
        return ready;
    return kept(sqlite::finishJob(m_writer.connection(), id));
}

Result<void> SqliteTransaction::failJob(std::int64_t id, const std::string& why)
{
    if (auto ready = usable(); !ready)
        return ready;
    return kept(sqlite::failJob(m_writer.connection(), id, why));
}

Result<void> SqliteTransaction::setValue(const std::string& key, const std::string& value)
{
    if (auto ready = usable(); !ready)
        return ready;
    auto put = m_writer.connection().prepare(
        "INSERT INTO local_value (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    return kept(put.bind(key, value).run());
}

Result<void> SqliteTransaction::clearValues(const std::string& prefix)
{
    if (auto ready = usable(); !ready)
        return ready;
    if (prefix.empty())
        return fail(invalidField("prefix", "must not be empty"));
    auto clear = m_writer.connection().prepare("DELETE FROM local_value WHERE key >= ? AND key < ?");
    const auto end = afterPrefix(prefix);
    return kept(clear.bind(prefix, end).run());
}

void SqliteTransaction::setMutation(const Uuid& mutationId)
{
    if (mutationId == m_mutation)
        return;
    if (m_changes > 0 && !m_over && !m_error)
        (void)flush(); // entries so far belong to the mutation before
    m_mutation = mutationId;
}

Result<std::int64_t> SqliteTransaction::commit()
{
    if (m_over)
        return fail(usable().error());
    const auto write = [&]() -> Result<std::int64_t> {
        if (auto ready = usable(); !ready)
            return fail(ready.error());
        if (auto done = flush(); !done)
            return fail(done.error());
        return m_writer.commit(m_changes);
    };
    auto head = write();
    if (!head)
        m_writer.rollback();
    end();
    return head;
}
}
