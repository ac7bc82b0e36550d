// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/domain/meeting.hpp"
#include "core/domain/plan.hpp"
#include "core/engine/deals/deal_desk.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
constexpr std::array deletableTypes {
    Account::type, Contact::type, Opportunity::type, Conversation::type, Meeting::type, Task::type};

Result<void> checkType(const DocumentKey& key)
{
    if (std::none_of(deletableTypes.begin(), deletableTypes.end(), [&](const char* type) { return key.type == type; }))
        return fail(invalidField("type", "account, contact, opportunity, conversation, meeting or task"));
    return {};
}

Result<void> refuseOpenDeals(Store& store, const Context& context, const Uuid& account)
{
    Query query;
    query.type = Opportunity::type;
    query.accountId = account;
    query.includeArchived = true;
    for (const auto& [stage, text] : EnumTexts<DealStage>::values)
        if (isOpen(stage))
            query.states.emplace_back(text);
    std::int64_t open = 0;
    if (auto done = store.readRows(context, query, [&](Row&&) { return ++open > 0; }); !done)
        return done;
    if (open > 0)
        return fail({ErrorKind::conflict, "has_open_opportunities",
            "This account has " + std::to_string(open) + (open == 1 ? " open deal" : " open deals")
                + ". Close or delete them first.",
            {{"count", open}}});
    return {};
}

/// One write as one mutation; its id.
template <class Write> Result<Uuid> written(Store& store, const Context& context, IdSource& ids, Write write)
{
    auto transaction = store.begin(context);
    if (!transaction)
        return fail(transaction.error());
    const auto mutation = ids.next();
    (*transaction)->setMutation(mutation);
    if (Result<Document> done = write(**transaction); !done)
        return fail(done.error());
    if (auto committed = (*transaction)->commit(); !committed)
        return fail(committed.error());
    return mutation;
}

Cause causeOf(const char* what)
{
    Cause cause;
    cause.what = what;
    return cause;
}
}

Result<Uuid> DealDesk::remove(const Context& context, const DocumentKey& key)
{
    if (auto known = checkType(key); !known)
        return fail(known.error());
    if (auto there = m_store.get(context, key); !there)
        return fail(there.error());
    if (key.type == Account::type)
        if (auto free = refuseOpenDeals(m_store, context, key.id); !free)
            return fail(free.error());
    return written(
        m_store, context, m_ids, [&](Transaction& transaction) { return transaction.remove(key, causeOf("delete")); });
}

Result<Uuid> DealDesk::restore(const Context& context, const DocumentKey& key)
{
    if (auto known = checkType(key); !known)
        return fail(known.error());
    return written(m_store, context, m_ids, [&](Transaction& transaction) -> Result<Document> {
        auto there = transaction.get(key);
        if (!there)
            return fail(there.error());
        if (!*there)
            return fail(notFound(key.type, key.id.text()));
        return transaction.restore(key, causeOf("restore"));
    });
}

Result<Uuid> DealDesk::archive(const Context& context, const DocumentKey& key, bool archived)
{
    if (auto known = checkType(key); !known)
        return fail(known.error());
    if (auto there = m_store.get(context, key); !there)
        return fail(there.error());
    const std::vector<FieldPatch> patches {
        {"archived", archived ? Json(true) : Json(), !archived}, {"updatedAt", formatTimestamp(m_clock.now()), false}};
    return written(m_store, context, m_ids, [&](Transaction& transaction) {
        return transaction.patch(key, patches, causeOf(archived ? "archive" : "unarchive"));
    });
}
}
