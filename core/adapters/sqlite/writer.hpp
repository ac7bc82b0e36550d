// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/sqlite/connection.hpp"
#include "core/adapters/sqlite/document_row.hpp"
#include "core/adapters/sqlite/text_analyst.hpp"

#include <map>
#include <unordered_map>

namespace agentarmy::sqlite {

/// A document that a transaction works on: as it will be, and what the database holds of it until the next flush.
struct WorkingDocument {
    std::int64_t n = 0;
    Document document;
    Projection columns;
    std::optional<Json> json; ///< the body, parsed when it is first patched
    std::map<std::string, std::string> fieldTexts; ///< each field of `json` as canonical JSON; empty: not made yet
    WrittenFields written;
    std::int64_t deletedAt = 0; ///< 0: not deleted
    bool purged = false;
    std::optional<SearchTerms> terms; ///< what shall be indexed; looked at only if textChanged
    std::shared_ptr<TextAnalyst::Task> termsToCome; ///< instead of `terms`
    bool textChanged = false;
    std::vector<Sha256> attachments, attachmentsBefore; ///< looked at only if attachmentsChanged
    bool attachmentsChanged = false;
    bool dirty = false;

    struct Stored {
        bool exists = false;
        bool deleted = false;
        std::int64_t deletedAt = 0;
        Projection columns;
        std::int64_t digest = 0;
        IndexedText text;
        std::optional<SearchTerms> terms; ///< of `text`, known once the text changes
    } stored;
    std::uint64_t lastUse = 0; ///< transaction that touched it last
};

/// A log entry until it is written.
struct PendingChange {
    std::int64_t seq = 0, previousSeq = 0, n = 0, revision = 0;
    Timestamp at {};
    ChangeOp op = ChangeOp::patch;
    std::string fields; ///< one a line
    std::string cause; ///< JSON or empty
    struct Value {
        std::string path;
        std::optional<std::string> before, after;
    };
    std::vector<Value> values;
};

/// The one writing connection with what it remembers between transactions. Documents are written behind: patches of one
/// document within a transaction cost one row.
class Writer {
public:
    explicit Writer(std::unique_ptr<Connection> connection)
        : m_connection(std::move(connection))
    {
    }
    [[nodiscard]] Connection& connection() { return *m_connection; }

    /// Begins the SQLite transaction and forgets what another process may have changed.
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<std::int64_t> commit(std::int64_t changes); ///< the head; changes = numbers taken
    void rollback();
    [[nodiscard]] std::int64_t head() const { return m_head; } ///< as it was at begin()

    /// Null if there is none. Valid until flush() or the end of the transaction.
    [[nodiscard]] Result<WorkingDocument*> load(const DocumentKey& key);
    [[nodiscard]] WorkingDocument* cached(const Uuid& id);
    [[nodiscard]] Result<WorkingDocument*> add(const DocumentKey& key); ///< a new one, numbered
    [[nodiscard]] Result<bool> idTaken(const Uuid& id);
    void touch(WorkingDocument& document); ///< it will be written
    void log(PendingChange change) { m_changes.push_back(std::move(change)); }
    [[nodiscard]] Result<Json*> json(WorkingDocument& document);
    /// What shall be indexed of a document from now on; nothing: its type has no text.
    void setTerms(WorkingDocument& document, SearchText text);
    /// Writes what is pending, so that queries see it.
    [[nodiscard]] Result<void> flush(const Context& context, std::int64_t txFirstSeq, const Uuid& mutation);
    [[nodiscard]] bool wantsFlush() const { return m_dirty.size() >= 1000 || m_pendingBytes > 16 * 1024 * 1024; }

    /// Those waiting to be written that have this external key.
    [[nodiscard]] std::optional<Uuid> pendingWithKey(const std::string& type, const std::string& key) const;
    void forget()
    {
        m_documents.clear();
        m_types.clear();
        m_counters.clear();
        m_textId.reset();
        m_vocabulary.forget();
    }

private:
    struct RootDelta {
        std::int64_t count = 0, sum = 0;
        std::string type;
    };
    struct TextPlan {
        WorkingDocument* document;
        IndexedText before;
        std::int64_t textId; ///< 0: the document leaves the index
        std::int64_t hash;
    };
    Result<std::int64_t> nextNumber(const std::string& type);
    Result<std::int64_t> nextTextId();
    Result<void> writeRow(WorkingDocument& document);
    Result<void> writeAttachments(WorkingDocument& document);
    Result<void> writeTexts();
    Result<void> writeChanges(const Context& context, std::int64_t txFirstSeq, const Uuid& mutation);
    Result<void> writeRoots();
    void trim();

    std::unique_ptr<Connection> m_connection;
    TextAnalyst m_analyst;
    std::unordered_map<Uuid, std::unique_ptr<WorkingDocument>> m_documents;
    std::vector<WorkingDocument*> m_dirty;
    std::size_t m_pendingBytes = 0;
    std::unordered_map<std::string, Uuid> m_pendingKeys;
    std::vector<PendingChange> m_changes;
    std::vector<TextPlan> m_textPlan;
    std::unordered_map<Uuid, RootDelta> m_roots;
    std::unordered_map<std::string, std::int64_t> m_types;
    std::unordered_map<std::int64_t, std::int64_t> m_counters; ///< last number per type code
    std::optional<std::int64_t> m_textId;
    Vocabulary m_vocabulary;
    std::unordered_map<std::uint32_t, std::string> m_updates; ///< SQL by set of changed columns
    std::int64_t m_head = 0;
    std::int64_t m_dataVersion = -1;
    std::uint64_t m_transaction = 0;
    bool m_rebuildIndex = false;
};
}
