// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/store.hpp"

#include <unordered_map>

namespace agentarmy {
struct Message;
struct Opportunity;

/// Field patches that turn one stored form into another; fields that neither names stay untouched.
[[nodiscard]] std::vector<FieldPatch> patchesBetween(const Json& before, const Json& after);

/// Does a document with these columns meet the query's conditions? Paging and sorting play no part.
[[nodiscard]] bool matches(const Query& query, const Projection& columns);
/// The same of an entity that is not stored yet.
template <class T> [[nodiscard]] bool matchesNew(const Query& query, const Uuid& id, const T& value)
{
    return matches(query, project(T::type, id, toStoredJson(value)));
}
/// The same, mostly without the way through JSON: each turn of the agent asks for the deals of its account.
[[nodiscard]] bool matchesNew(const Query& query, const Uuid& id, const Opportunity& deal);

/// The natural key by which the store finds an entity; empty: it has none.
template <class T> [[nodiscard]] std::string externalKeyOf(const T& value, const Uuid& id)
{
    return project(T::type, id, toStoredJson(value)).externalKey;
}
/// The same without the way through JSON: imports add messages by the hundred thousand.
[[nodiscard]] std::string externalKeyOf(const Message& message, const Uuid& id);

/// Entities as plain structs: each is read once, changed in memory, and written back as field patches at commit(), in
/// one transaction. Reading and deciding hold no lock. Somebody else's write in between is found by revision: commit()
/// answers `conflict`, nothing is written, and the caller starts again. Not thread safe.
class UnitOfWork {
public:
    UnitOfWork(Store& store, Context context, IdSource& ids);

    /// Null if there is none or it is deleted. The pointer stays valid as long as the unit of work.
    template <class T> [[nodiscard]] Result<const T*> find(Id<T> id);
    template <class T> [[nodiscard]] Result<const T*> findByKey(const std::string& externalKey);
    /// The entity, to be changed; null if there is none. It is written with the cause in force at this call.
    template <class T> [[nodiscard]] Result<T*> edit(Id<T> id);
    /// A new entity; gets an id if it has none.
    template <class T> T& add(T value);
    template <class T>
    [[nodiscard]] Result<std::vector<const T*>> list(
        Query query); ///< what the query finds, then own additions that match; own changes are seen. Asked again before
                      ///< commit() it answers from memory: what somebody else adds in between comes after it

    template <class T>
    [[nodiscard]] Result<const T*> first(Query query); ///< of what is committed; null if the query finds nothing

    void because(Cause cause) { m_cause = std::move(cause); }
    [[nodiscard]] const Cause& cause() const { return m_cause; }
    void setMutation(const Uuid& mutationId) { m_mutation = mutationId; }

    /// Work to be written in the same transaction: jobs, attachments, values, deletions.
    void later(std::function<Result<void>(Transaction&)> write) { m_writes.push_back(std::move(write)); }
    /// What was changed so far becomes entries of its own in the log: a later change of the same entity is another
    /// entry.
    void checkpoint();
    /// Writes everything; the log's head. Entities stay known with their new revisions. After an error nothing is
    /// written and everything is forgotten.
    [[nodiscard]] Result<std::int64_t> commit();
    void forget();
    [[nodiscard]] int pendingChanges() const { return int(m_dirty.size() + m_staged.size()); }

    [[nodiscard]] const Context& context() const { return m_context; }
    [[nodiscard]] IdSource& ids() { return m_ids; }
    [[nodiscard]] Store& store() { return m_store; }

private:
    struct Entry {
        virtual ~Entry() = default;
        [[nodiscard]] virtual Json json() const = 0;
        DocumentKey key;
        Json baseline; ///< what the struct said when it was first changed or last staged: unknown fields are not in it
        std::int64_t revision = 0;
        bool isNew = false; ///< not in the store yet
        bool created = false; ///< its creation is staged
        bool dirty = false;
        bool missing = false;
        Cause cause;
    };
    template <class T> struct Typed final : Entry {
        T value;
        [[nodiscard]] Json json() const override { return toStoredJson(value); }
    };
    struct Staged {
        Entry* entry = nullptr;
        bool create = false;
        Json body;
        std::vector<FieldPatch> patches;
        Cause cause;
    };
    struct KeyHash {
        std::size_t operator()(const DocumentKey& key) const noexcept
        {
            return std::hash<Uuid>()(key.id) ^ std::hash<std::string>()(key.type);
        }
    };

    Result<std::optional<Document>> read(const DocumentKey& key);
    template <class T> Result<Typed<T>*> entry(const DocumentKey& key);
    template <class T> Result<Typed<T>*> keep(Document document);
    Result<void> write(Transaction& transaction);

    /// What a query found, for as long as the unit has not committed: the turns of one account ask the same again.
    struct Listed {
        Query query;
        std::vector<Entry*> entries;
    };
    const std::vector<Entry*>* listed(const Query& query) const;
    void remember(Query query, std::vector<Entry*> entries);

    Store& m_store;
    Context m_context;
    IdSource& m_ids;
    Cause m_cause;
    Uuid m_mutation;
    std::unordered_map<DocumentKey, std::unique_ptr<Entry>, KeyHash> m_entries;
    std::unordered_map<std::string, DocumentKey> m_byKey; ///< type + external key of what was added or found here
    std::vector<Entry*> m_dirty; ///< in the order in which they were first changed
    std::vector<Entry*> m_new; ///< added since the last commit
    std::vector<std::function<Result<void>(Transaction&)>> m_writes;
    std::vector<Staged> m_staged;
    std::vector<Listed> m_listed; ///< oldest first
};

template <class T> Result<UnitOfWork::Typed<T>*> UnitOfWork::keep(Document document)
{
    auto& slot = m_entries[{document.type, document.id}];
    if (slot)
        return static_cast<Typed<T>*>(slot.get());
    auto typed = std::make_unique<Typed<T>>();
    typed->key = {document.type, document.id};
    typed->revision = document.revision;
    if (document.deleted) {
        typed->missing = true;
    } else {
        auto json = parseJson(document.body);
        if (!json)
            return fail(json.error());
        auto value = fromJson<T>(*json);
        if (!value)
            return fail(value.error());
        typed->value = std::move(*value);
    }
    auto* kept = typed.get();
    slot = std::move(typed);
    return kept;
}

template <class T> Result<UnitOfWork::Typed<T>*> UnitOfWork::entry(const DocumentKey& key)
{
    if (const auto found = m_entries.find(key); found != m_entries.end())
        return static_cast<Typed<T>*>(found->second.get());
    auto document = read(key);
    if (!document)
        return fail(document.error());
    if (!*document) {
        auto absent = std::make_unique<Typed<T>>();
        absent->key = key;
        absent->missing = true;
        auto* kept = absent.get();
        m_entries[key] = std::move(absent);
        return kept;
    }
    return keep<T>(std::move(**document));
}

template <class T> Result<const T*> UnitOfWork::find(Id<T> id)
{
    if (id.isNull())
        return nullptr;
    auto found = entry<T>({T::type, id.value()});
    if (!found)
        return fail(found.error());
    return (*found)->missing ? nullptr : &(*found)->value;
}

template <class T> Result<const T*> UnitOfWork::findByKey(const std::string& externalKey)
{
    if (const auto known = m_byKey.find(std::string(T::type) + '\n' + externalKey); known != m_byKey.end())
        return find(Id<T>(known->second.id));
    auto document = m_store.findByExternalKey(m_context, T::type, externalKey);
    if (!document)
        return fail(document.error());
    if (!*document || (*document)->deleted)
        return nullptr;
    auto kept = keep<T>(std::move(**document));
    if (!kept)
        return fail(kept.error());
    if (!(*kept)->missing)
        m_byKey[std::string(T::type) + '\n' + externalKey] = (*kept)->key;
    return (*kept)->missing ? nullptr : &(*kept)->value;
}

template <class T> Result<T*> UnitOfWork::edit(Id<T> id)
{
    if (id.isNull())
        return nullptr;
    auto found = entry<T>({T::type, id.value()});
    if (!found)
        return fail(found.error());
    auto* typed = *found;
    if (typed->missing)
        return nullptr;
    typed->cause = m_cause;
    if (!typed->dirty) {
        if (!typed->isNew && typed->baseline.is_null())
            typed->baseline = typed->json();
        typed->dirty = true;
        m_dirty.push_back(typed);
    }
    return &typed->value;
}

template <class T> T& UnitOfWork::add(T value)
{
    if (value.id == decltype(value.id) {})
        value.id = decltype(value.id)(m_ids.next());
    Uuid id;
    if constexpr (std::same_as<decltype(value.id), Uuid>)
        id = value.id;
    else
        id = value.id.value();
    auto typed = std::make_unique<Typed<T>>();
    typed->key = {T::type, id};
    typed->value = std::move(value);
    typed->dirty = true;
    typed->isNew = true;
    typed->cause = m_cause;
    auto* kept = typed.get();
    m_dirty.push_back(kept);
    m_new.push_back(kept);
    if (const auto externalKey = externalKeyOf(kept->value, id); !externalKey.empty())
        m_byKey[std::string(T::type) + '\n' + externalKey] = kept->key;
    m_entries[kept->key] = std::move(typed);
    return kept->value;
}

template <class T> Result<std::vector<const T*>> UnitOfWork::list(Query query)
{
    query.type = T::type;
    query.limit = 1000;
    query.cursor.clear();
    if (!listed(query)) {
        std::vector<Entry*> found;
        auto next = query;
        do {
            auto page = m_store.query(m_context, next);
            if (!page)
                return fail(page.error());
            for (auto& document : page->items) {
                auto kept = keep<T>(std::move(document));
                if (!kept)
                    return fail(kept.error());
                found.push_back(*kept);
            }
            next.cursor = page->nextCursor;
        } while (!next.cursor.empty());
        remember(query, std::move(found));
    }
    std::vector<const T*> out;
    for (const auto* entry : *listed(query))
        if (!entry->missing)
            out.push_back(&static_cast<const Typed<T>*>(entry)->value);
    for (const auto* entry : m_new) {
        const auto* typed = entry->isNew && entry->key.type == T::type ? static_cast<const Typed<T>*>(entry) : nullptr;
        if (typed && matchesNew(query, entry->key.id, typed->value))
            out.push_back(&typed->value);
    }
    return out;
}

template <class T> Result<const T*> UnitOfWork::first(Query query)
{
    query.type = T::type;
    query.limit = 1;
    auto page = m_store.query(m_context, query);
    if (!page)
        return fail(page.error());
    if (page->items.empty())
        return nullptr;
    auto kept = keep<T>(std::move(page->items.front()));
    if (!kept)
        return fail(kept.error());
    return (*kept)->missing ? nullptr : &(*kept)->value;
}
}
