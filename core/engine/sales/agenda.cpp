// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/sales/agenda.hpp"

#include "core/engine/records/reading.hpp"
#include "core/rules/sales/agenda.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace agentarmy {
namespace {
constexpr auto longSilence = std::chrono::days(30);

template <class T> Result<std::map<Id<T>, T>> byId(Store& store, const Context& context, Query query = {})
{
    auto all = readEntities<T>(store, context, std::move(query));
    if (!all)
        return fail(all.error());
    std::map<Id<T>, T> out;
    for (auto& each : *all) {
        const auto id = each.id;
        out.emplace(id, std::move(each));
    }
    return out;
}

const Opportunity* dealOf(const Conversation* conversation, Id<Account> account,
    const std::map<Id<Opportunity>, Opportunity>& deals, const std::multimap<Id<Account>, const Opportunity*>& open)
{
    if (conversation && conversation->opportunityId)
        if (const auto found = deals.find(*conversation->opportunityId);
            found != deals.end() && isOpen(found->second.dealStage))
            return &found->second;
    if (conversation && conversation->opportunityId)
        return nullptr; // about a deal that is closed or gone
    const auto [begin, end] = open.equal_range(account);
    return begin != end && std::next(begin) == end ? begin->second : nullptr; // the only one that it can be about
}
}

Result<std::vector<AgendaItem>> loadAgenda(
    Store& store, const Context& context, Timestamp now, std::optional<Id<User>> owner)
{
    auto states = readEntities<ConversationState>(store, context, {});
    if (!states)
        return fail(states.error());
    std::erase_if(*states, [&](const ConversationState& state) {
        return state.nextActions.empty() || state.nextActions.front().actionType == ActionType::wait
            || !state.lastInteraction || now - *state.lastInteraction > longSilence;
    });
    auto deals = byId<Opportunity>(store, context);
    auto accounts = byId<Account>(store, context);
    auto contacts = byId<Contact>(store, context);
    Query waiting;
    waiting.states = {"pending"};
    auto drafts = readEntities<AgentAction>(store, context, waiting);
    if (!deals)
        return fail(deals.error());
    if (!accounts)
        return fail(accounts.error());
    if (!contacts)
        return fail(contacts.error());
    if (!drafts)
        return fail(drafts.error());
    std::multimap<Id<Account>, const Opportunity*> open;
    for (const auto& [id, deal] : *deals)
        if (isOpen(deal.dealStage))
            open.emplace(deal.accountId, &deal);

    std::vector<AgendaItem> items;
    for (const auto& state : *states) {
        const auto contact = contacts->find(state.contactId);
        const auto account = accounts->find(state.accountId);
        if (contact == contacts->end() || contact->second.optedOut || account == accounts->end())
            continue;
        AgendaItem item;
        item.action = state.nextActions.front();
        item.contactId = state.contactId;
        item.contactName = contact->second.contactName;
        item.accountId = state.accountId;
        item.accountName = account->second.accountName;
        item.conversationId = state.conversationId;
        item.ownerId = account->second.ownerId;
        std::optional<Conversation> conversation;
        if (auto found = readEntity(store, context, state.conversationId)) {
            conversation = std::move(*found);
            if (conversation->turn == Turn::ours)
                item.waitingSince = conversation->lastInboundAt;
        }
        sales::AgendaInput input;
        if (const auto* deal = dealOf(conversation ? &*conversation : nullptr, state.accountId, *deals, open)) {
            item.opportunityId = deal->id;
            item.dealName = deal->name;
            item.stage = deal->dealStage;
            item.value = deal->estimatedValue;
            item.ownerId = deal->ownerId ? deal->ownerId : item.ownerId;
            input.closeDate = deal->closeDate;
            if (deal->estimatedValue)
                input.expectedValue = double(deal->estimatedValue->amountMinor)
                    / std::pow(10.0, minorDigits(deal->estimatedValue->currency)) * deal->probability;
        }
        if (owner && item.ownerId != owner)
            continue;
        for (const auto& draft : *drafts)
            if (draft.conversationId == std::optional(state.conversationId)
                && draft.contactId == std::optional(state.contactId))
                item.draftId = draft.id;
        input.priority = item.action.priority;
        input.waitingSince = item.waitingSince;
        input.due = state.followUpScheduled;
        item.score = sales::agendaScore(input, now);
        items.push_back(std::move(item));
    }
    std::ranges::stable_sort(items, [](const AgendaItem& a, const AgendaItem& b) {
        return a.score != b.score ? a.score > b.score : a.contactName < b.contactName;
    });
    return items;
}
}
