// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/sales/pain_desk.hpp"

#include "core/engine/records/again.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/records/unit_of_work.hpp"
#include "core/rules/qbs/pain_topics.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
Error conversationNotFound(Id<Account> account, Id<Contact> contact)
{
    return {ErrorKind::notFound, "conversation_not_found", "Nobody has talked with this person yet.",
        {{"accountId", account.text()}, {"contactId", contact.text()}}};
}
std::string keyOf(Id<Account> account, Id<Contact> contact) { return account.text() + '/' + contact.text(); }
}

Result<ConversationState> readState(Store& store, const Context& context, Id<Account> account, Id<Contact> contact)
{
    Query query;
    query.externalKey = keyOf(account, contact);
    auto state = readFirst<ConversationState>(store, context, query);
    if (!state)
        return fail(state.error());
    if (!*state)
        return fail(conversationNotFound(account, contact));
    return std::move(**state);
}

PainDesk::PainDesk(Store& store, IdSource& ids, const Clock& clock)
    : m_store(store)
    , m_ids(ids)
    , m_clock(clock)
{
}

template <class Change>
Result<Uuid> PainDesk::change(const Context& context, Id<Account> account, Id<Contact> contact, Change change)
{
    if (context.actor.kind != ActorKind::person || !context.actor.userId)
        return fail({ErrorKind::denied, "not_allowed", "Only a person corrects what the agent found.", {}});
    return againOnConflict([&]() -> Result<Uuid> {
        UnitOfWork work(m_store, context, m_ids);
        auto known = work.findByKey<ConversationState>(keyOf(account, contact));
        if (!known)
            return fail(known.error());
        if (!*known)
            return fail(conversationNotFound(account, contact));
        const auto before = qbs::loadQbs((*known)->metadata).data;
        auto after = change(before);
        if (!after)
            return fail(after.error());
        if (*after == before)
            return Uuid();
        work.because({.what = "edit", .rule = painCorrectionRule});
        const auto mutation = m_ids.next();
        work.setMutation(mutation);
        auto state = work.edit((*known)->id);
        if (!state)
            return fail(state.error());
        (*state)->metadata = qbs::savedQbs(std::move((*state)->metadata), *after);
        (*state)->updatedAt = m_clock.now();
        if (auto committed = work.commit(); !committed)
            return fail(committed.error());
        return mutation;
    });
}

Result<Uuid> PainDesk::edit(
    const Context& context, Id<Account> account, Id<Contact> contact, std::size_t index, const qbs::TopicEdit& edit)
{
    return change(context, account, contact, [&](const qbs::QbsData& data) { return qbs::edited(data, index, edit); });
}

Result<Uuid> PainDesk::mark(
    const Context& context, Id<Account> account, Id<Contact> contact, const qbs::ExpansionEdit& edit)
{
    if (edit.contactId)
        if (auto there = readEntity(m_store, context, *edit.contactId); !there) {
            if (there.error().kind != ErrorKind::notFound)
                return fail(there.error());
            return fail({ErrorKind::notFound, "contact_not_found", "There is no such contact.",
                {{"contactId", edit.contactId->text()}}});
        }
    return change(context, account, contact, [&](const qbs::QbsData& data) { return qbs::edited(data, edit); });
}

Result<std::vector<PainMapRow>> loadPainMap(Store& store, const Context& context, Id<Opportunity> id)
{
    auto deal = readEntity(store, context, id);
    if (!deal)
        return fail(deal.error());
    Query query;
    query.accountId = deal->accountId.value();
    auto states = readEntities<ConversationState>(store, context, query);
    if (!states)
        return fail(states.error());
    std::vector<PainMapRow> rows;
    for (const auto& state : *states) {
        const auto painState = qbs::loadPainState(state.metadata).state;
        for (std::size_t i = 0; i < painState.painTopics.size(); ++i) {
            const auto key = qbs::topicKey(painState.painTopics[i].topic);
            PainMapRow row;
            row.contactId = state.contactId;
            row.contactName = state.contactName;
            row.index = int(i);
            row.topic = painState.painTopics[i];
            row.revisit = std::any_of(painState.revisitLater.begin(), painState.revisitLater.end(),
                [&](const auto& each) { return qbs::topicKey(each) == key; });
            rows.push_back(std::move(row));
        }
    }
    std::ranges::stable_sort(rows, [](const PainMapRow& a, const PainMapRow& b) {
        return a.topic.depth != b.topic.depth ? a.topic.depth > b.topic.depth
                                              : a.topic.lastProbedAt > b.topic.lastProbedAt;
    });
    return rows;
}

Json painMapJson(const std::vector<PainMapRow>& rows)
{
    Json topics = Json::array();
    for (const auto& row : rows) {
        auto json = qbs::painTopicJson(row.topic);
        json["contactId"] = row.contactId.text();
        json["contactName"] = row.contactName;
        json["index"] = row.index;
        json["revisit"] = row.revisit;
        topics.push_back(std::move(json));
    }
    return Json {{"topics", std::move(topics)}};
}
}
