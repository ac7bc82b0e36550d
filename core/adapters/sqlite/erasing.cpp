// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/erasing.hpp"

#include "core/adapters/sqlite/document_row.hpp"
#include "core/adapters/sqlite/files.hpp"
#include "core/adapters/sqlite/text_index.hpp"

namespace agentarmy::sqlite {
namespace {
/// One text of a table that is to be another one; keys as they are bound.
struct NewText {
    std::int64_t number = 0;
    std::string name;
    std::optional<std::string> first, second;
};

class Eraser {
public:
    Eraser(Connection& connection, const AttachmentStore& attachments, const Context& context, const Erasure& erasure)
        : m_connection(connection)
        , m_attachments(attachments)
        , m_context(context)
        , m_erasure(erasure)
    {
    }
    Result<ErasedParts> run()
    {
        for (auto step : {&Eraser::documents, &Eraser::logValues, &Eraser::causes, &Eraser::jobs, &Eraser::localValues,
                 &Eraser::namedAttachments, &Eraser::looseAttachments})
            if (auto done = (this->*step)(); !done)
                return fail(done.error());
        if (auto done = rebuildIndex(m_connection); !done)
            return fail(done.error());
        return std::move(m_parts);
    }

private:
    template <class Each> Result<void> forEach(Statement rows, Each each)
    {
        for (;;) {
            if (auto stopped = stopError(m_context))
                return fail(std::move(*stopped));
            auto more = rows.step();
            if (!more)
                return fail(more.error());
            if (!*more)
                return {};
            if (Result<void> done = each(rows); !done)
                return done;
        }
    }
    /// What stays of a text; nothing: all of it.
    std::optional<std::string> rewritten(const std::string& text) const
    {
        if (!m_erasure.rewrite)
            return std::nullopt;
        const auto json = parseJson(text);
        auto out = m_erasure.rewrite(json ? *json : Json(text));
        if (!out)
            return std::nullopt;
        return json ? out->dump(-1, ' ', false, Json::error_handler_t::replace) : out->get<std::string>();
    }

    Result<void> documents()
    {
        for (const auto& key : m_erasure.valuesOf) {
            auto done = eraseValues(m_connection, key);
            if (!done)
                return fail(done.error());
            m_parts.report.logValues += done->count;
            m_parts.files.insert(m_parts.files.end(), done->files.begin(), done->files.end());
        }
        for (const auto& key : m_erasure.purge) {
            auto done = purgeDocument(m_connection, key);
            if (!done)
                return fail(done.error());
            m_parts.report.purged += done->count;
            m_parts.files.insert(m_parts.files.end(), done->files.begin(), done->files.end());
        }
        return {};
    }

    Result<void> logValues()
    {
        std::vector<NewText> changed;
        auto read = forEach(m_connection.prepare("SELECT seq, path, before, after FROM change_value"),
            [&](const Statement& row) -> Result<void> {
                NewText text {row.integer(0), row.text(1), {}, {}};
                if (!row.isNull(2))
                    text.first = rewritten(row.text(2));
                if (!row.isNull(3))
                    text.second = rewritten(row.text(3));
                if (text.first || text.second)
                    changed.push_back(std::move(text));
                return {};
            });
        if (!read)
            return read;
        for (const auto& text : changed)
            if (auto done = m_connection
                                .prepare("UPDATE change_value SET before = coalesce(?, before), after = coalesce(?, "
                                         "after) WHERE seq = ? AND path = ?")
                                .bind(text.first, text.second, text.number, text.name)
                                .run();
                !done)
                return done;
        m_parts.report.logValues += int(changed.size());
        return {};
    }

    /// A column of JSON in a table with a number as its key.
    Result<void> numbered(std::string_view select, std::string_view update)
    {
        std::vector<NewText> changed;
        auto read = forEach(m_connection.prepare(select), [&](const Statement& row) -> Result<void> {
            if (auto text = rewritten(row.text(1)))
                changed.push_back({row.integer(0), {}, std::move(text), {}});
            return {};
        });
        if (!read)
            return read;
        for (const auto& text : changed)
            if (auto done = m_connection.prepare(update).bind(*text.first, text.number).run(); !done)
                return done;
        m_parts.report.logValues += int(changed.size());
        return {};
    }
    Result<void> causes()
    {
        return numbered(
            "SELECT seq, cause FROM change WHERE cause IS NOT NULL", "UPDATE change SET cause = ? WHERE seq = ?");
    }
    Result<void> jobs()
    {
        if (auto done = numbered("SELECT id, payload FROM job", "UPDATE job SET payload = ? WHERE id = ?"); !done)
            return done;
        return numbered(
            "SELECT id, lastError FROM job WHERE lastError <> ''", "UPDATE job SET lastError = ? WHERE id = ?");
    }

    Result<void> localValues()
    {
        for (const auto& key : m_erasure.localValues)
            if (auto done = m_connection.prepare("DELETE FROM local_value WHERE key = ?").bind(key).run(); !done)
                return done;
        std::vector<NewText> changed;
        auto read = forEach(
            m_connection.prepare("SELECT key, value FROM local_value"), [&](const Statement& row) -> Result<void> {
                if (auto text = rewritten(row.text(1)))
                    changed.push_back({0, row.text(0), std::move(text), {}});
                return {};
            });
        if (!read)
            return read;
        for (const auto& text : changed)
            if (auto done = m_connection.prepare("UPDATE local_value SET value = ? WHERE key = ?")
                                .bind(*text.first, text.name)
                                .run();
                !done)
                return done;
        return {};
    }

    Result<void> namedAttachments()
    {
        for (const auto& hash : m_erasure.attachments)
            if (auto done = drop(hash); !done)
                return done;
        return {};
    }
    /// Sources that no document names, as those of chats.
    Result<void> looseAttachments()
    {
        if (!m_erasure.concerns)
            return {};
        std::vector<std::string> gone;
        auto read = forEach(m_connection.prepare("SELECT hash, bytes FROM attachment WHERE NOT EXISTS (SELECT 1 FROM "
                                                 "attachment_use u WHERE u.hash = attachment.hash)"),
            [&](const Statement& row) -> Result<void> {
                auto hash = hexFromBytes(row.bytes(0));
                std::string bytes = row.text(1);
                if (row.isNull(1)) {
                    auto file = readWholeFile(m_attachments.fileOf(hash));
                    if (!file)
                        return {}; // empty, or gone already
                    bytes = std::move(*file);
                }
                if (m_erasure.concerns(bytes))
                    gone.push_back(std::move(hash));
                return {};
            });
        if (!read)
            return read;
        for (const auto& hash : gone)
            if (auto done = drop(hash); !done)
                return done;
        return {};
    }
    /// Unless a document still needs it.
    Result<void> drop(const std::string& hash)
    {
        if (hash.size() != 64)
            return {};
        const auto key = hashFromHex(hash);
        auto remove = m_connection.prepare("DELETE FROM attachment WHERE hash = ? AND NOT EXISTS (SELECT 1 FROM "
                                           "attachment_use u WHERE u.hash = attachment.hash) RETURNING bytes IS NULL");
        auto gone = remove.bind(Blob {viewOf(key)}).step();
        if (!gone)
            return fail(gone.error());
        if (!*gone)
            return {};
        ++m_parts.report.files;
        if (remove.integer(0) != 0)
            m_parts.files.push_back(hash);
        return {};
    }

    Connection& m_connection;
    const AttachmentStore& m_attachments;
    const Context& m_context;
    const Erasure& m_erasure;
    ErasedParts m_parts;
};
}

Result<ErasedParts> erase(
    Connection& connection, const AttachmentStore& attachments, const Context& context, const Erasure& erasure)
{
    return Eraser(connection, attachments, context, erasure).run();
}

Result<void> compact(Connection& connection)
{
    // What the file is written through must not fill the memory.
    auto done = connection.execute("PRAGMA temp_store = FILE; VACUUM;");
    if (auto back = connection.execute("PRAGMA temp_store = MEMORY;"); done)
        done = back;
    if (!done)
        return done;
    auto busy = connection.integer("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!busy)
        return fail(busy.error());
    if (*busy != 0)
        return fail({ErrorKind::unavailable, "store_busy",
            "Another program still reads the workspace. Close it, and do this again.", {}});
    return {};
}

void removeOldCopies(const std::filesystem::path& file)
{
    std::error_code failed;
    const auto start = file.filename().string() + ".before-";
    for (const auto& entry : std::filesystem::directory_iterator(file.parent_path(), failed))
        if (entry.path().filename().string().starts_with(start)) {
            std::error_code ignored;
            std::filesystem::remove(entry.path(), ignored);
        }
}
}
