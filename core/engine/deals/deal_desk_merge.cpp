// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/domain/agent_action.hpp"
#include "core/domain/meeting.hpp"
#include "core/engine/deals/deal_desk.hpp"
#include "core/engine/deals/record_merge.hpp"
#include "core/engine/records/again.hpp"
#include "core/engine/records/unit_of_work.hpp"

#include <algorithm>

namespace agentarmy {
namespace {

Query ofAccount(const Uuid& account)
{
    Query query;
    query.accountId = account;
    query.includeArchived = true;
    return query;
}

/// Runs `change` on every entity that the query finds and `concerns`.
template <class T, class Concerns, class Change>
Result<void> forEach(UnitOfWork& work, const Query& query, Concerns concerns, Change change)
{
    auto found = work.list<T>(query);
    if (!found)
        return fail(found.error());
    for (const auto* each : *found) {
        if (!concerns(*each))
            continue;
        auto edited = work.edit(each->id);
        if (!edited)
            return fail(edited.error());
        change(**edited);
    }
    return {};
}

template <class T> Result<void> moveToAccount(UnitOfWork& work, Id<Account> from, Id<Account> to)
{
    return forEach<T>(
        work, ofAccount(from.value()), [](const T&) { return true; }, [&](T& each) { each.accountId = to; });
}

void removeLater(UnitOfWork& work, const DocumentKey& key)
{
    work.later([key, cause = work.cause()](Transaction& transaction) -> Result<void> {
        auto removed = transaction.remove(key, cause);
        if (!removed)
            return fail(removed.error());
        return {};
    });
}

/// A state is unique for account and contact: where the kept side has one, the two become one.
Result<void> moveState(
    UnitOfWork& work, Id<ConversationState> id, Id<Account> account, Id<Contact> contact, Timestamp now)
{
    auto known = work.findByKey<ConversationState>(account.text() + '/' + contact.text());
    if (!known)
        return fail(known.error());
    auto edited = work.edit(id);
    if (!edited)
        return fail(edited.error());
    if (!*known || (*known)->id == id) {
        (*edited)->accountId = account;
        (*edited)->contactId = contact;
        return {};
    }
    auto kept = work.edit((*known)->id);
    if (!kept)
        return fail(kept.error());
    **kept = mergedState(std::move(**kept), **edited, now);
    removeLater(work, {ConversationState::type, id.value()});
    return {};
}

Result<void> movePlan(UnitOfWork& work, Id<Account> from, Id<Account> to)
{
    auto given = work.findByKey<AccountPlan>(from.text());
    if (!given)
        return fail(given.error());
    if (!*given)
        return {};
    auto own = work.findByKey<AccountPlan>(to.text());
    if (!own)
        return fail(own.error());
    auto edited = work.edit(*own ? (*own)->id : (*given)->id);
    if (!edited)
        return fail(edited.error());
    if (!*own) {
        (*edited)->accountId = to;
        return {};
    }
    **edited = mergedPlan(std::move(**edited), **given);
    removeLater(work, {AccountPlan::type, (*given)->id.value()});
    return {};
}

Result<void> mergeAccounts(UnitOfWork& work, Id<Account> keepId, Id<Account> otherId, Timestamp now)
{
    for (const auto move :
        {moveToAccount<Contact>, moveToAccount<Opportunity>, moveToAccount<Conversation>, moveToAccount<Message>,
            moveToAccount<Escalation>, moveToAccount<Meeting>, moveToAccount<Task>, moveToAccount<AgentAction>})
        if (auto done = move(work, otherId, keepId); !done)
            return done;
    auto states = work.list<ConversationState>(ofAccount(otherId.value()));
    if (!states)
        return fail(states.error());
    for (const auto* state : *states)
        if (auto done = moveState(work, state->id, keepId, state->contactId, now); !done)
            return done;
    return movePlan(work, otherId, keepId);
}

void replace(std::optional<Id<Contact>>& id, Id<Contact> from, Id<Contact> to)
{
    if (id == std::optional(from))
        id = to;
}

Result<void> moveMessages(UnitOfWork& work, Id<Conversation> conversation, Id<Contact> from, Id<Contact> to)
{
    Query query;
    query.parentId = conversation.value();
    const auto parties = [](auto& message) {
        std::vector<decltype(&message.from)> all {&message.from};
        for (auto* list : {&message.to, &message.cc, &message.bcc})
            for (auto& party : *list)
                all.push_back(&party);
        return all;
    };
    const auto concerns = [&](const Message& message) {
        const auto all = parties(message);
        return std::any_of(
            all.begin(), all.end(), [&](const Party* party) { return party->contactId == std::optional(from); });
    };
    return forEach<Message>(work, query, concerns, [&](Message& message) {
        for (auto* party : parties(message))
            replace(party->contactId, from, to);
    });
}

Result<void> moveConversations(UnitOfWork& work, const Query& query, Id<Contact> from, Id<Contact> to)
{
    std::vector<Id<Conversation>> touched;
    const auto concerns = [&](const Conversation& each) {
        return std::find(each.contactIds.begin(), each.contactIds.end(), from) != each.contactIds.end();
    };
    auto done = forEach<Conversation>(work, query, concerns, [&](Conversation& each) {
        std::replace(each.contactIds.begin(), each.contactIds.end(), from, to);
        std::vector<Id<Contact>> once;
        for (const auto& id : each.contactIds)
            if (std::find(once.begin(), once.end(), id) == once.end())
                once.push_back(id);
        each.contactIds = std::move(once);
        touched.push_back(each.id);
    });
    if (!done)
        return done;
    for (const auto& id : touched)
        if (auto moved = moveMessages(work, id, from, to); !moved)
            return moved;
    return {};
}

Result<void> movePlanEntries(UnitOfWork& work, const Query& deals, Id<Contact> from, Id<Contact> to)
{
    auto found = work.list<Opportunity>(deals);
    if (!found)
        return fail(found.error());
    for (const auto* deal : *found) {
        auto plan = work.findByKey<OpportunityPlan>(deal->id.text());
        if (!plan)
            return fail(plan.error());
        const auto has = [&](Id<Contact> id) {
            return std::any_of((*plan)->stakeholderMap.begin(), (*plan)->stakeholderMap.end(),
                [&](const auto& entry) { return entry.contactId == id; });
        };
        if (!*plan || !has(from))
            continue;
        const bool both = has(to);
        auto edited = work.edit((*plan)->id);
        if (!edited)
            return fail(edited.error());
        auto& map = (*edited)->stakeholderMap;
        if (both)
            std::erase_if(map, [&](const auto& entry) { return entry.contactId == from; });
        for (auto& entry : map)
            if (entry.contactId == from)
                entry.contactId = to;
    }
    return {};
}

Result<void> mergeContacts(UnitOfWork& work, const Contact& keep, const Contact& other, Timestamp now)
{
    const auto from = other.id;
    const auto to = keep.id;
    std::vector<Query> accounts; // where the contact may stand: its account, else anywhere
    if (other.accountId)
        accounts.push_back(ofAccount(other.accountId->value()));
    if (keep.accountId && keep.accountId != other.accountId)
        accounts.push_back(ofAccount(keep.accountId->value()));
    if (!other.accountId) {
        Query anywhere;
        anywhere.includeArchived = true;
        accounts = {anywhere};
    }
    for (const auto& query : accounts) {
        if (auto done = moveConversations(work, query, from, to); !done)
            return done;
        if (auto done = forEach<Escalation>(
                work, query, [&](const Escalation& each) { return each.contactId == from; },
                [&](Escalation& each) { each.contactId = to; });
            !done)
            return done;
        if (auto done = forEach<AgentAction>(
                work, query, [&](const AgentAction& each) { return each.contactId == std::optional(from); },
                [&](AgentAction& each) { each.contactId = to; });
            !done)
            return done;
        const auto takesPart = [&](const Meeting& each) {
            return std::any_of(each.participants.begin(), each.participants.end(),
                [&](const Participant& p) { return p.contactId == std::optional(from); });
        };
        const auto move = [&](Meeting& each) {
            for (auto& participant : each.participants)
                replace(participant.contactId, from, to);
        };
        if (auto done = forEach<Meeting>(work, query, takesPart, move); !done)
            return done;
        if (auto done = movePlanEntries(work, query, from, to); !done)
            return done;
    }
    Query ofContact;
    ofContact.parentId = from.value();
    auto states = work.list<ConversationState>(ofContact);
    if (!states)
        return fail(states.error());
    for (const auto* state : *states)
        if (auto done = moveState(work, state->id, state->accountId, to, now); !done)
            return done;
    return {};
}

/// The two records, both there, different, and neither given up before.
template <class T> Result<std::pair<const T*, const T*>> both(UnitOfWork& work, const Uuid& keep, const Uuid& giveUp)
{
    if (keep == giveUp)
        return fail(invalidField("giveUp", "another record than the kept one"));
    std::pair<const T*, const T*> out;
    for (const auto& [id, slot] : {std::pair(keep, &out.first), std::pair(giveUp, &out.second)}) {
        auto found = work.find(Id<T>(id));
        if (!found)
            return fail(found.error());
        if (!*found)
            return fail(notFound(T::type, id.text()));
        if ((*found)->mergedInto)
            return fail(invalidField(id == keep ? "keep" : "giveUp", "a record that was not merged into another one"));
        *slot = *found;
    }
    return out;
}

template <class T, class MoveChildren, class Merged>
Result<void> mergeRecords(UnitOfWork& work, const Uuid& keepId, const Uuid& otherId, Timestamp now,
    std::string T::*name, MoveChildren moveChildren, Merged merged)
{
    auto records = both<T>(work, keepId, otherId);
    if (!records)
        return fail(records.error());
    const auto keepBefore = *records->first;
    const auto otherBefore = *records->second;
    Cause cause;
    cause.what = "merge";
    cause.details = {{"gaveUp", otherBefore.*name}, {"gaveUpId", otherId.text()}, {"keptId", keepId.text()}};
    work.because(std::move(cause));
    auto keep = work.edit(keepBefore.id);
    if (!keep)
        return fail(keep.error());
    **keep = merged(keepBefore, otherBefore);
    (*keep)->updatedAt = now;
    auto other = work.edit(otherBefore.id);
    if (!other)
        return fail(other.error());
    (*other)->mergedInto = keepBefore.id;
    (*other)->updatedAt = now;
    return moveChildren(keepBefore, otherBefore);
}
}

Result<Uuid> DealDesk::merge(const Context& context, const DocumentKey& keep, const DocumentKey& giveUp)
{
    if (keep.type != giveUp.type || (keep.type != Account::type && keep.type != Contact::type))
        return fail(invalidField("type", "two accounts or two contacts"));
    const auto now = m_clock.now();
    return againOnConflict([&]() -> Result<Uuid> {
        UnitOfWork work(m_store, context, m_ids);
        const auto mutation = m_ids.next();
        work.setMutation(mutation);
        auto done = keep.type == Account::type
            ? mergeRecords<Account>(
                work, keep.id, giveUp.id, now, &Account::accountName,
                [&](const Account& kept, const Account& other) { return mergeAccounts(work, kept.id, other.id, now); },
                mergedAccount)
            : mergeRecords<Contact>(
                work, keep.id, giveUp.id, now, &Contact::contactName,
                [&](const Contact& kept, const Contact& other) { return mergeContacts(work, kept, other, now); },
                mergedContact);
        if (!done)
            return fail(done.error());
        if (auto committed = work.commit(); !committed)
            return fail(committed.error());
        return mutation;
    });
}
}
