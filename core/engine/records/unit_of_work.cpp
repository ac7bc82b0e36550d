// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/records/unit_of_work.hpp"

namespace agentarmy {

std::vector<FieldPatch> patchesBetween(const Json& before, const Json& after)
{
    std::vector<FieldPatch> patches;
    for (const auto& [key, value] : after.items()) {
        const auto was = before.is_object() ? before.find(key) : before.end();
        if (!before.is_object() || was == before.end() || *was != value)
            patches.push_back({key, value, false});
    }
    if (before.is_object())
        for (const auto& [key, value] : before.items())
            if (!after.contains(key))
                patches.push_back({key, Json(), true});
    return patches;
}

UnitOfWork::UnitOfWork(Store& store, Context context, IdSource& ids)
    : m_store(store)
    , m_context(std::move(context))
    , m_ids(ids)
{
}

Result<std::optional<Document>> UnitOfWork::read(const DocumentKey& key)
{
    if (m_transaction)
        return m_transaction->get(key);
    auto found = m_store.get(m_context, key);
    if (found)
        return std::optional(std::move(*found));
    if (found.error().kind == ErrorKind::notFound)
        return std::nullopt;
    return fail(found.error());
}

Result<void> UnitOfWork::begin()
{
    if (m_transaction)
        return {};
    auto begun = m_store.begin(m_context);
    if (!begun)
        return fail(begun.error());
    m_transaction = std::move(*begun);
    if (!m_mutation.isNull())
        m_transaction->setMutation(m_mutation);
    return {};
}

Result<void> UnitOfWork::flush()
{
    if (m_dirty.empty() && m_writes.empty())
        return {};
    if (auto begun = begin(); !begun)
        return begun;
    for (auto* entry : m_dirty) {
        entry->dirty = false;
        auto json = entry->json();
        // What the struct does not know stays: only fields that it knows and that changed are patched.
        const auto written = entry->isNew
            ? m_transaction->create(entry->key, json, entry->cause)
            : m_transaction->patch(entry->key, patchesBetween(entry->baseline, json), entry->cause, entry->revision);
        if (!written)
            return fail(written.error());
        entry->revision = written->revision;
        entry->baseline = std::move(json);
        entry->isNew = false;
    }
    m_dirty.clear();
    for (auto& write : m_writes)
        if (auto done = write(*m_transaction); !done)
            return done;
    m_writes.clear();
    return {};
}

Result<std::int64_t> UnitOfWork::commit()
{
    auto flushed = flush();
    Result<std::int64_t> head = 0;
    if (!flushed)
        head = fail(flushed.error());
    else if (m_transaction)
        head = m_transaction->commit();
    m_transaction.reset();
    m_entries.clear();
    m_byKey.clear();
    m_dirty.clear();
    m_writes.clear();
    return head;
}

int UnitOfWork::pendingChanges() const { return int(m_dirty.size()) + (m_transaction ? m_transaction->changeCount() : 0); }
}
