// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/records/unit_of_work.hpp"

#include "core/domain/conversation.hpp"
#include "core/domain/opportunity.hpp"

#include <algorithm>

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
    auto found = m_store.get(m_context, key);
    if (found)
        return std::optional(std::move(*found));
    if (found.error().kind == ErrorKind::notFound)
        return std::nullopt;
    return fail(found.error());
}

const std::vector<UnitOfWork::Entry*>* UnitOfWork::listed(const Query& query) const
{
    const auto found = std::ranges::find(m_listed, query, &Listed::query);
    return found == m_listed.end() ? nullptr : &found->entries;
}

void UnitOfWork::remember(Query query, std::vector<Entry*> entries)
{
    constexpr std::size_t most = 16;
    if (m_listed.size() == most)
        m_listed.erase(m_listed.begin());
    m_listed.push_back({std::move(query), std::move(entries)});
}

void UnitOfWork::checkpoint()
{
    for (auto* entry : m_dirty) {
        entry->dirty = false;
        auto json = entry->json();
        Staged staged {entry, entry->isNew && !entry->created, {}, {}, entry->cause};
        if (staged.create) {
            entry->created = true;
            staged.body = json;
        } else {
            staged.patches = patchesBetween(entry->baseline, json);
            if (staged.patches.empty())
                continue;
        }
        entry->baseline = std::move(json);
        m_staged.push_back(std::move(staged));
    }
    m_dirty.clear();
}

Result<void> UnitOfWork::write(Transaction& transaction)
{
    if (!m_mutation.isNull())
        transaction.setMutation(m_mutation);
    for (auto& staged : m_staged) {
        // What the struct does not know stays: only fields that it knows and that changed are patched.
        const auto written = staged.create
            ? transaction.create(staged.entry->key, staged.body, staged.cause)
            : transaction.patch(staged.entry->key, std::move(staged.patches), staged.cause, staged.entry->revision);
        if (!written)
            return fail(written.error());
        staged.entry->revision = written->revision;
    }
    for (auto& each : m_writes)
        if (auto done = each(transaction); !done)
            return done;
    return {};
}

Result<std::int64_t> UnitOfWork::commit()
{
    checkpoint();
    if (m_staged.empty() && m_writes.empty())
        return m_store.head(m_context);
    auto transaction = m_store.begin(m_context);
    if (!transaction)
        return fail(transaction.error());
    auto written = write(**transaction);
    Result<std::int64_t> head = written ? (*transaction)->commit() : Result<std::int64_t>(fail(written.error()));
    if (!head) {
        forget();
        return head;
    }
    m_listed.clear(); // what was new is found by the store now
    for (auto* entry : m_new)
        entry->isNew = entry->created = false;
    m_new.clear();
    m_staged.clear();
    m_writes.clear();
    return head;
}

void UnitOfWork::forget()
{
    m_listed.clear();
    m_entries.clear();
    m_byKey.clear();
    m_dirty.clear();
    m_new.clear();
    m_staged.clear();
    m_writes.clear();
}

bool matchesNew(const Query& query, const Uuid& id, const Opportunity& deal)
{
    Query ofAccount;
    ofAccount.type = query.type;
    ofAccount.accountId = query.accountId;
    ofAccount.limit = query.limit;
    if (query.accountId && query == ofAccount)
        return deal.accountId.value() == *query.accountId && !deal.archived;
    return matches(query, project(Opportunity::type, id, toStoredJson(deal)));
}

std::string externalKeyOf(const Message& message, const Uuid&)
{
    if (const auto id = message.externalIds.find("messageId"); id != message.externalIds.end() && !id->second.empty())
        return "mid:" + id->second;
    return message.rawHash.empty() ? std::string() : "raw:" + message.rawHash;
}

bool matches(const Query& query, const Projection& columns)
{
    const auto same = [](const std::optional<Uuid>& wanted, const Uuid& has) { return !wanted || *wanted == has; };
    const auto within = [](const std::optional<std::int64_t>& from, const std::optional<std::int64_t>& to,
                            const std::optional<std::int64_t>& has) {
        return (!from || (has && *has >= *from)) && (!to || (has && *has < *to));
    };
    const bool state = query.states.empty()
        || std::find(query.states.begin(), query.states.end(), columns.state) != query.states.end();
    const bool amount = (!query.minAmount || (columns.amountMinor && *columns.amountMinor >= *query.minAmount))
        && (!query.maxAmount || (columns.amountMinor && *columns.amountMinor <= *query.maxAmount));
    return state && amount && same(query.ownerId, columns.ownerId) && same(query.accountId, columns.accountId)
        && same(query.opportunityId, columns.opportunityId) && same(query.parentId, columns.parentId)
        && same(query.rootId, columns.rootId) && (!query.externalKey || *query.externalKey == columns.externalKey)
        && (!query.namePrefix || columns.name.starts_with(*query.namePrefix))
        && within(query.timeFrom, query.timeTo, columns.time) && within(query.dueFrom, query.dueTo, columns.due)
        && (query.includeArchived || !columns.archived);
}
}
