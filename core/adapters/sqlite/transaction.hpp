// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/sqlite/attachment_store.hpp"
#include "core/adapters/sqlite/writer.hpp"

namespace agentarmy::sqlite {

/// The Transaction of the SQLite store. After an error of the database itself (not a refusal such as `conflict`) every
/// further call answers that error, and nothing is kept.
class SqliteTransaction final : public Transaction {
public:
    /// The writer has begun; `release` gives it back.
    SqliteTransaction(Writer& writer, const AttachmentStore& attachments, const Clock& clock, IdSource& ids,
        Context context, std::function<void()> release);
    ~SqliteTransaction() override;

    Result<std::optional<Document>> get(const DocumentKey& key) override;
    Result<std::optional<Document>> findByExternalKey(const std::string& type, const std::string& key) override;
    Result<std::vector<Document>> find(const Query& query, int atMost) override;
    Result<Document> create(const DocumentKey& key, const Json& body, const Cause& cause) override;
    Result<Document> patch(const DocumentKey& key, std::vector<FieldPatch> patches, const Cause& cause,
        std::optional<std::int64_t> expectedRevision) override;
    Result<Document> remove(const DocumentKey& key, const Cause& cause) override;
    Result<Document> restore(const DocumentKey& key, const Cause& cause) override;
    Result<Json> fieldMeta(const DocumentKey& key) override;
    Result<void> putAttachment(const std::string& hash, std::string_view bytes, const std::string& mediaType) override;
    Result<bool> addJob(const Job& job) override;
    Result<void> finishJob(std::int64_t id) override;
    Result<void> failJob(std::int64_t id, const std::string& why) override;
    Result<void> setValue(const std::string& key, const std::string& value) override;
    Result<void> clearValues(const std::string& prefix) override;
    Result<std::int64_t> commit() override;
    void setMutation(const Uuid& mutationId) override;
    int changeCount() const override { return int(m_changes); }

private:
    template <class T> Result<T> kept(Result<T> result); ///< remembers an error of the database
    Result<void> usable();
    Result<void> flush();
    void end();
    Result<WorkingDocument*> existing(const DocumentKey& key);
    PendingChange entry(WorkingDocument& document, ChangeOp op, const Cause& cause);
    Result<void> removeOne(WorkingDocument& document, const Cause& cause);
    Result<void> restoreOne(WorkingDocument& document, const Cause& cause);
    Result<std::vector<DocumentKey>> keysOf(std::string_view sql, const Uuid& root, std::int64_t number);

    Writer& m_writer;
    const AttachmentStore& m_attachments;
    const Clock& m_clock;
    IdSource& m_ids;
    const Context m_context;
    std::optional<Connection::Attention> m_attention; ///< ends before the writer is given back
    std::function<void()> m_release;
    Uuid m_mutation;
    std::int64_t m_changes = 0;
    std::optional<Error> m_error;
    bool m_over = false;
};
}
