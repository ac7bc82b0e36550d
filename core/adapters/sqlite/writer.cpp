// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/writer.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::sqlite {
namespace {
std::string keyOf(std::string_view type, std::string_view key)
{
    std::string out(type);
    out += '\n';
    out += key;
    return out;
}

std::uint32_t bit(int column) { return std::uint32_t(1) << column; }

/// Columns that are written only when they change, since each may stand in an index.
constexpr std::array<std::string_view, 17> changeable {"rootId", "ownerId", "accountId", "opportunityId", "parentId",
    "state", "name", "externalKey", "time", "due", "amount", "currency", "rank", "archived", "brief", "deleted",
    "deletedAt"};
constexpr int textColumns = 17;

std::uint32_t changedColumns(const WorkingDocument& w)
{
    const auto& a = w.columns;
    const auto& b = w.stored.columns;
    std::uint32_t mask = 0;
    int column = 0;
    const auto compare = [&](bool same) {
        if (!same)
            mask |= bit(column);
        ++column;
    };
    compare(a.rootId == b.rootId);
    compare(a.ownerId == b.ownerId);
    compare(a.accountId == b.accountId);
    compare(a.opportunityId == b.opportunityId);
    compare(a.parentId == b.parentId);
    compare(a.state == b.state);
    compare(a.name == b.name);
    compare(a.externalKey == b.externalKey);
    compare(a.time == b.time);
    compare(a.due == b.due);
    compare(a.amountMinor == b.amountMinor);
    compare(a.currency == b.currency);
    compare(a.rank == b.rank);
    compare(a.archived == b.archived);
    compare(a.brief == b.brief);
    compare(w.document.deleted == w.stored.deleted);
    compare(w.deletedAt == w.stored.deletedAt);
    return mask;
}

void bindColumn(Statement& statement, int at, int column, const WorkingDocument& w)
{
    const auto& p = w.columns;
    switch (column) {
    case 0:
        return statement.set(at, p.rootId);
    case 1:
        return statement.set(at, p.ownerId);
    case 2:
        return statement.set(at, p.accountId);
    case 3:
        return statement.set(at, p.opportunityId);
    case 4:
        return statement.set(at, p.parentId);
    case 5:
        return statement.set(at, TextOrNull {p.state});
    case 6:
        return statement.set(at, TextOrNull {p.name});
    case 7:
        return statement.set(at, TextOrNull {p.externalKey});
    case 8:
        return statement.set(at, p.time);
    case 9:
        return statement.set(at, p.due);
    case 10:
        return statement.set(at, p.amountMinor);
    case 11:
        return statement.set(at, TextOrNull {p.currency});
    case 12:
        return statement.set(at, p.rank);
    case 13:
        return statement.set(at, p.archived ? 1 : 0);
    case 14:
        return statement.set(at, TextOrNull {p.brief});
    case 15:
        return statement.set(at, w.document.deleted ? 1 : 0);
    default:
        return w.deletedAt ? statement.set(at, w.deletedAt) : statement.set(at, nullptr);
    }
}
}

Result<void> Writer::begin()
{
    if (auto begun = m_connection->prepare("BEGIN IMMEDIATE").run(); !begun)
        return begun;
    auto version = m_connection->integer("PRAGMA data_version"); // changes with each commit of another connection
    auto head = version ? m_connection->integer("SELECT head FROM sync_head WHERE id = 1") : version;
    if (!head) {
        rollback();
        return fail(head.error());
    }
    if (*version != m_dataVersion)
        forget();
    m_dataVersion = *version;
    m_head = *head;
    ++m_transaction;
    return {};
}

Result<std::int64_t> Writer::commit(std::int64_t changes)
{
    if (auto done = writeRoots(); !done)
        return fail(done.error());
    if (m_rebuildIndex) {
        if (auto done = rebuildIndex(*m_connection); !done)
            return fail(done.error());
        m_rebuildIndex = false;
        m_documents.clear(); // their text ids changed
        m_textId.reset();
        m_vocabulary.forget();
    }
    if (changes > 0) {
        // The last statement before COMMIT: numbers become visible in their own order. Here the one writer makes that
        // true in any case, so entries were numbered ahead; the statement confirms it.
        auto take = m_connection->prepare("UPDATE sync_head SET head = head + ? WHERE id = 1 RETURNING head");
        auto row = take.bind(changes).step();
        if (!row)
            return fail(row.error());
        if (!*row || take.integer(0) != m_head + changes)
            return fail(
                {ErrorKind::internal, "store_damaged", "The workspace lost its change counter. Restore a backup.", {}});
        take.reset();
    }
    if (auto done = m_connection->prepare("COMMIT").run(); !done)
        return fail(done.error());
    m_head += changes;
    m_pendingKeys.clear();
    trim();
    return m_head;
}

void Writer::rollback()
{
    if (!sqlite3_get_autocommit(m_connection->handle())) // some errors roll back by themselves
        (void)m_connection->execute("ROLLBACK");
    m_dirty.clear();
    m_pendingBytes = 0;
    m_pendingKeys.clear();
    m_changes.clear();
    m_textPlan.clear();
    m_roots.clear();
    m_rebuildIndex = false;
    forget();
}

WorkingDocument* Writer::cached(const Uuid& id)
{
    const auto found = m_documents.find(id);
    return found == m_documents.end() ? nullptr : found->second.get();
}

Result<WorkingDocument*> Writer::load(const DocumentKey& key)
{
    if (auto* known = cached(key.id)) {
        known->lastUse = m_transaction;
        return known->document.type == key.type ? known : nullptr;
    }
    static const std::string sql = "SELECT " + std::string(documentColumns) + ", " + std::string(projectionColumns)
        + ", d.n, d.deleted, d.deletedAt, d.digest, d.textId, d.textHash, b.written FROM document d LEFT JOIN "
          "document_body b ON b.n = d.n WHERE d.id = ?";
    auto row = m_connection->prepare(sql);
    auto more = row.bind(key.id).step();
    if (!more)
        return fail(more.error());
    if (!*more)
        return nullptr;
    auto loaded = std::make_unique<WorkingDocument>();
    loaded->document = readDocument(row);
    if (loaded->document.type != key.type)
        return nullptr;
    constexpr int first = 8;
    constexpr int rest = first + projectionColumnCount;
    loaded->columns = readProjection(row, first);
    loaded->n = row.integer(rest);
    loaded->purged = row.integer(rest + 1) == 2;
    loaded->deletedAt = row.integer(rest + 2);
    loaded->written = WrittenFields::parse(row.bytes(rest + 6));
    auto& stored = loaded->stored;
    stored.exists = true;
    stored.deleted = loaded->document.deleted;
    stored.deletedAt = loaded->deletedAt;
    stored.columns = loaded->columns;
    stored.digest = row.integer(rest + 3);
    stored.text = {row.integer(rest + 4), row.integer(rest + 5)};
    loaded->lastUse = m_transaction;
    auto* out = loaded.get();
    m_documents[key.id] = std::move(loaded);
    return out;
}

Result<bool> Writer::idTaken(const Uuid& id)
{
    if (cached(id))
        return true;
    return m_connection->prepare("SELECT 1 FROM document WHERE id = ?").bind(id).step();
}

Result<WorkingDocument*> Writer::add(const DocumentKey& key)
{
    auto number = nextNumber(key.type);
    if (!number)
        return fail(number.error());
    auto made = std::make_unique<WorkingDocument>();
    made->n = *number;
    made->document.type = key.type;
    made->document.id = key.id;
    made->lastUse = m_transaction;
    auto* out = made.get();
    m_documents[key.id] = std::move(made);
    return out;
}

void Writer::touch(WorkingDocument& document)
{
    document.lastUse = m_transaction;
    if (!document.columns.externalKey.empty())
        m_pendingKeys[keyOf(document.document.type, document.columns.externalKey)] = document.document.id;
    if (document.dirty)
        return;
    document.dirty = true;
    m_dirty.push_back(&document);
    m_pendingBytes += document.document.body.size();
}

std::optional<Uuid> Writer::pendingWithKey(const std::string& type, const std::string& key) const
{
    const auto found = m_pendingKeys.find(keyOf(type, key));
    if (found == m_pendingKeys.end())
        return std::nullopt;
    const auto document = m_documents.find(found->second); // it may have another key by now
    if (document == m_documents.end() || document->second->columns.externalKey != key
        || document->second->document.deleted)
        return std::nullopt;
    return found->second;
}

Result<Json*> Writer::json(WorkingDocument& document)
{
    if (!document.json) {
        auto parsed = parseJson(document.document.body);
        if (!parsed)
            return fail(
                {ErrorKind::internal, "store_damaged", "A record of the workspace cannot be read. Restore a backup.",
                    {{"type", document.document.type}, {"id", document.document.id.text()}}});
        document.json = std::move(*parsed);
    }
    return &*document.json;
}

void Writer::setTerms(WorkingDocument& document, SearchText text)
{
    document.terms.reset();
    document.termsToCome.reset();
    if (TextAnalyst::worthIt(text))
        document.termsToCome = m_analyst.start(document.document.type, std::move(text));
    else
        document.terms = indexTerms(document.document.type, text);
    document.textChanged = document.terms || document.termsToCome;
}

Result<std::int64_t> Writer::nextNumber(const std::string& type)
{
    auto code = m_types.find(type);
    if (code == m_types.end()) {
        if (auto done = m_connection->prepare("INSERT OR IGNORE INTO document_type (name) VALUES (?)").bind(type).run();
            !done)
            return fail(done.error());
        auto row = m_connection->prepare("SELECT code FROM document_type WHERE name = ?");
        auto more = row.bind(type).step();
        if (!more)
            return fail(more.error());
        code = m_types.emplace(type, row.integer(0)).first;
    }
    const auto from = code->second << typeShift;
    auto last = m_counters.find(code->second);
    if (last == m_counters.end()) {
        auto row = m_connection->prepare("SELECT max(n) FROM document WHERE n >= ? AND n < ?");
        auto more = row.bind(from, from + (std::int64_t(1) << typeShift)).step();
        if (!more)
            return fail(more.error());
        last = m_counters.emplace(code->second, row.isNull(0) ? from : row.integer(0)).first;
    }
    return ++last->second;
}

Result<std::int64_t> Writer::nextTextId()
{
    if (!m_textId) {
        auto last = m_connection->integer("SELECT max(textId) FROM text_row");
        if (!last)
            return fail(last.error());
        m_textId = *last;
    }
    return ++*m_textId;
}

Result<void> Writer::flush(const Context& context, std::int64_t txFirstSeq, const Uuid& mutation)
{
    for (auto* document : m_dirty)
        if (auto done = writeRow(*document); !done)
            return done;
    for (auto* document : m_dirty)
        if (document->attachmentsChanged)
            if (auto done = writeAttachments(*document); !done)
                return done;
    if (auto done = writeTexts(); !done)
        return done;
    for (auto* document : m_dirty)
        document->dirty = false;
    m_dirty.clear();
    m_pendingBytes = 0;
    return writeChanges(context, txFirstSeq, mutation);
}

Result<void> Writer::writeRow(WorkingDocument& w)
{
    auto& stored = w.stored;
    const auto& d = w.document;
    const auto share = digestShare(d.type, d.id, d.revision, d.hash);
    if (stored.exists && !stored.deleted) {
        auto& root = m_roots[stored.columns.rootId];
        root.count -= 1;
        root.sum = wrappingDifference(root.sum, stored.digest);
    }
    if (!d.deleted) {
        auto& root = m_roots[w.columns.rootId];
        root.count += 1;
        root.sum = wrappingSum(root.sum, share);
        if (w.columns.rootId == d.id)
            root.type = d.type;
    }
    if (w.textChanged) {
        if (const auto task = std::exchange(w.termsToCome, nullptr))
            w.terms = task->take();
        if (w.terms) {
            auto textId = nextTextId();
            if (!textId)
                return fail(textId.error());
            m_textPlan.push_back({&w, stored.text, *textId, termsHash(*w.terms)});
            stored.text = {*textId, m_textPlan.back().hash};
        } else {
            m_textPlan.push_back({&w, stored.text, 0, 0});
            stored.text = {};
        }
    }
    const auto written = w.written.text();
    const auto hash = hashFromHex(d.hash);
    if (!stored.exists) {
        auto insert = m_connection->prepare(
            "INSERT INTO document (rootId, ownerId, accountId, opportunityId, parentId, state, name, externalKey, "
            "time, due, amount, currency, rank, archived,"
            " brief, deleted, deletedAt, textId, textHash, n, type, id, revision, seq, digest)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        int at = 0;
        for (int column = 0; column < int(changeable.size()); ++column)
            bindColumn(insert, ++at, column, w);
        stored.text.textId ? insert.set(++at, stored.text.textId) : insert.set(++at, nullptr);
        stored.text.textId ? insert.set(++at, stored.text.hash) : insert.set(++at, nullptr);
        insert.set(++at, w.n);
        insert.set(++at, d.type);
        insert.set(++at, d.id);
        insert.set(++at, d.revision);
        insert.set(++at, d.seq);
        insert.set(++at, share);
        if (auto done = insert.run(); !done)
            return done;
        auto body = m_connection->prepare("INSERT INTO document_body (n, hash, written, body) VALUES (?, ?, ?, ?)");
        if (auto done = body.bind(w.n, Blob {viewOf(hash)}, written, d.body).run(); !done)
            return done;
    } else {
        auto mask = changedColumns(w);
        if (w.textChanged)
            mask |= bit(textColumns);
        auto& sql = m_updates[mask];
        if (sql.empty()) {
            sql = "UPDATE document SET revision = ?, seq = ?, digest = ?";
            for (int column = 0; column < int(changeable.size()); ++column)
                if (mask & bit(column))
                    sql += ", " + std::string(changeable[std::size_t(column)]) + " = ?";
            if (mask & bit(textColumns))
                sql += ", textId = ?, textHash = ?";
            sql += " WHERE n = ?";
        }
        auto update = m_connection->prepare(sql);
        update.set(1, d.revision);
        update.set(2, d.seq);
        update.set(3, share);
        int at = 3;
        for (int column = 0; column < int(changeable.size()); ++column)
            if (mask & bit(column))
                bindColumn(update, ++at, column, w);
        if (mask & bit(textColumns)) {
            stored.text.textId ? update.set(++at, stored.text.textId) : update.set(++at, nullptr);
            stored.text.textId ? update.set(++at, stored.text.hash) : update.set(++at, nullptr);
        }
        update.set(++at, w.n);
        if (auto done = update.run(); !done)
            return done;
        auto body = m_connection->prepare("UPDATE document_body SET hash = ?, written = ?, body = ? WHERE n = ?");
        if (auto done = body.bind(Blob {viewOf(hash)}, written, d.body, w.n).run(); !done)
            return done;
    }
    stored.exists = true;
    stored.deleted = d.deleted;
    stored.deletedAt = w.deletedAt;
    stored.columns = w.columns;
    stored.digest = share;
    return {};
}

Result<void> Writer::writeAttachments(WorkingDocument& w)
{
    auto remove = m_connection->prepare("DELETE FROM attachment_use WHERE n = ? AND hash = ?");
    for (const auto& hash : w.attachmentsBefore) {
        if (auto done = remove.bind(w.n, Blob {viewOf(hash)}).run(); !done)
            return done;
    }
    auto add = m_connection->prepare("INSERT OR IGNORE INTO attachment_use (hash, n) VALUES (?, ?)");
    for (const auto& hash : w.attachments)
        if (auto done = add.bind(Blob {viewOf(hash)}, w.n).run(); !done)
            return done;
    w.attachmentsBefore = w.attachments;
    w.attachmentsChanged = false;
    return {};
}

Result<void> Writer::writeTexts()
{
    // Rows in ascending order are one sorted run for FTS5: first the old ones out, then the new ones, which are
    // greater.
    std::sort(m_textPlan.begin(), m_textPlan.end(),
        [](const TextPlan& a, const TextPlan& b) { return a.before.textId < b.before.textId; });
    for (auto& plan : m_textPlan) {
        if (!plan.before.textId)
            continue;
        auto& terms = plan.document->stored.terms;
        if (!terms || termsHash(*terms) != plan.before.hash) {
            m_rebuildIndex = true; // indexed by another analyser: the old terms are not known any more
            continue;
        }
        if (auto done = removeFromIndex(*m_connection, plan.document->document.type, plan.before.textId, *terms); !done)
            return done;
    }
    std::sort(
        m_textPlan.begin(), m_textPlan.end(), [](const TextPlan& a, const TextPlan& b) { return a.textId < b.textId; });
    for (auto& plan : m_textPlan) {
        auto& w = *plan.document;
        if (plan.textId)
            if (auto done = addToIndex(*m_connection, m_vocabulary, w.document.type, plan.textId, w.n, *w.terms); !done)
                return done;
        w.stored.terms = std::move(w.terms);
        w.terms.reset();
        w.textChanged = false;
    }
    m_textPlan.clear();
    return m_vocabulary.write(*m_connection);
}

Result<void> Writer::writeChanges(const Context& context, std::int64_t txFirstSeq, const Uuid& mutation)
{
    const Uuid user = context.actor.userId ? context.actor.userId->value() : Uuid {};
    auto insert = m_connection->prepare("INSERT INTO change (seq, txFirstSeq, at, n, op, revision, previousSeq, "
                                        "actorKind, userId, deviceId, mutationId, fields, cause)"
                                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    auto value = m_connection->prepare("INSERT INTO change_value (seq, path, before, after) VALUES (?, ?, ?, ?)");
    for (const auto& change : m_changes) {
        insert.bind(change.seq, txFirstSeq, toMillis(change.at), change.n, int(change.op), change.revision, nullptr,
            int(context.actor.kind), user, context.actor.deviceId, mutation, change.fields, TextOrNull {change.cause});
        if (change.previousSeq != 0)
            insert.set(7, change.previousSeq);
        if (auto done = insert.run(); !done)
            return done;
        for (const auto& each : change.values)
            if (auto done = value.bind(change.seq, each.path, each.before, each.after).run(); !done)
                return done;
    }
    m_changes.clear();
    return {};
}

Result<void> Writer::writeRoots()
{
    for (auto& [rootId, delta] : m_roots) {
        if (delta.count == 0 && delta.sum == 0 && delta.type.empty())
            continue;
        auto put = m_connection->prepare(
            "INSERT INTO sync_root (rootId, type, count, sum) VALUES (?, ?, ?, ?) ON CONFLICT (rootId) DO UPDATE SET"
            " type = CASE WHEN excluded.type <> '' THEN excluded.type ELSE type END, count = count + excluded.count,"
            " sum = wrapping_sum(sum, excluded.sum)");
        if (auto done = put.bind(rootId, delta.type, delta.count, delta.sum).run(); !done)
            return done;
    }
    m_roots.clear();
    return {};
}

void Writer::trim()
{
    // Records that were patched are likely to be patched again: an import meets the same people and threads. Created
    // ones that were not touched again are messages, most likely, and leave at once.
    constexpr std::size_t most = 4000;
    constexpr std::size_t mostBytes = 4 * 1024 * 1024; // of bodies; parsed they take about five times as much
    std::size_t bytes = 0;
    const auto drop = [&](std::uint64_t keepSince) {
        bytes = 0;
        std::erase_if(m_documents, [&](const auto& entry) {
            const auto& w = *entry.second;
            if (w.lastUse < keepSince || !w.json)
                return true;
            bytes += w.document.body.size();
            return false;
        });
    };
    drop(0);
    for (std::uint64_t keep = 16; keep > 0 && (m_documents.size() > most || bytes > mostBytes); keep /= 2)
        drop(m_transaction > keep ? m_transaction - keep + 1 : 0);
    if (m_documents.size() > most || bytes > mostBytes)
        m_documents.clear();
}
}
