// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/sales/agenda.hpp"

#include "core/engine/records/reading.hpp"
#include "core/rules/sales/agenda.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace agentarmy {
namespace {
constexpr auto longSilence = std::chrono::days(30);

struct AccountRow {
    std::string name;
    Id<User> ownerId; ///< null: nobody
};

Result<std::unordered_map<Uuid, AccountRow>> readAccounts(Store& store, const Context& context)
{
    auto names = readNames(store, context, Account::type);
    if (!names)
        return fail(names.error());
    std::unordered_map<Uuid, AccountRow> accounts;
    Query query;
    query.type = Account::type;
    auto done = store.readRows(context, query, [&](Row&& row) {
        accounts[row.id] = {std::move((*names)[row.id]), Id<User>(row.columns.ownerId)};
        return true;
    });
    if (!done)
        return fail(done.error());
    return accounts;
}

/// The open deals of a board, and which deal something is about.
class OpenDeals {
public:
    explicit OpenDeals(const Board& board)
    {
        for (const auto& card : board.cards) {
            m_byId.emplace(card.id, &card);
            if (isOpen(card.stage))
                m_open.emplace(card.accountId, &card);
        }
    }
    const BoardCard* about(const Conversation& conversation, Id<Account> account) const
    {
        if (conversation.opportunityId) { // none if it is closed or gone
            const auto found = m_byId.find(*conversation.opportunityId);
            return found != m_byId.end() && isOpen(found->second->stage) ? found->second : nullptr;
        }
        const auto [begin, end] = m_open.equal_range(account);
        return begin != end && std::next(begin) == end ? begin->second : nullptr; // the only one that it can be about
    }

private:
    std::map<Id<Opportunity>, const BoardCard*> m_byId;
    std::multimap<Id<Account>, const BoardCard*> m_open;
};

/// States of conversations in which something was said lately and something is to be done.
Result<std::vector<ConversationState>> liveStates(Store& store, const Context& context, Timestamp now)
{
    Query query;
    query.timeFrom = toMillis(now - longSilence);
    auto states = readEntities<ConversationState>(store, context, query);
    if (states)
        std::erase_if(*states, [](const ConversationState& state) {
            return state.nextActions.empty() || state.nextActions.front().actionType == ActionType::wait;
        });
    return states;
}

void addDeal(AgendaItem& item, sales::AgendaInput& input, const BoardCard& deal)
{
    item.opportunityId = deal.id;
    item.dealName = deal.name;
    item.stage = deal.stage;
    item.value = deal.value;
    if (!deal.ownerId.value().isNull())
        item.ownerId = deal.ownerId;
    input.closeDate = deal.closeDate;
    input.expectedValue = expectedValue(deal);
}

/// Drafts of one conversation with one person, as far as they decide whether something is to be done.
struct Drafts {
    std::optional<Id<AgentAction>> waiting; ///< the newest that waits for a yes
    std::optional<Timestamp> answered; ///< when the newest was proposed that a person approved: the step is done
};
using DraftKey = std::pair<Id<Conversation>, Id<Contact>>;
Result<std::map<DraftKey, Drafts>> readDrafts(Store& store, const Context& context, Timestamp now)
{
    Query query;
    query.states = {"pending", "approved", "executed"};
    query.sort = SortKey::time;
    query.timeFrom = toMillis(now - longSilence);
    auto drafts = readEntities<AgentAction>(store, context, query);
    if (!drafts)
        return fail(drafts.error());
    std::map<DraftKey, Drafts> out;
    for (const auto& draft : *drafts) {
        if (!draft.conversationId || !draft.contactId)
            continue;
        auto& about = out[{*draft.conversationId, *draft.contactId}];
        if (draft.status == AgentActionStatus::pending)
            about.waiting = draft.id;
        else
            about.answered = draft.proposedAt;
    }
    return out;
}

bool isPutAside(const Conversation& conversation, Timestamp now)
{
    return conversation.snoozedUntil && *conversation.snoozedUntil > now;
}
}

Result<std::vector<AgendaItem>> loadAgenda(
    Store& store, const Context& context, const Board& board, Timestamp now, std::optional<Id<User>> owner)
{
    auto states = liveStates(store, context, now);
    auto accounts = readAccounts(store, context);
    auto drafts = readDrafts(store, context, now);
    if (!states)
        return fail(states.error());
    if (!accounts)
        return fail(accounts.error());
    if (!drafts)
        return fail(drafts.error());
    const OpenDeals deals(board);
    std::vector<AgendaItem> items;
    for (const auto& state : *states) {
        const auto account = accounts->find(state.accountId.value());
        if (account == accounts->end())
            continue;
        const auto conversation = readEntity(store, context, state.conversationId);
        if (!conversation || isPutAside(*conversation, now))
            continue; // deleted, or not now
        AgendaItem item;
        sales::AgendaInput input;
        if (!account->second.ownerId.value().isNull())
            item.ownerId = account->second.ownerId;
        if (const auto* deal = deals.about(*conversation, state.accountId))
            addDeal(item, input, *deal);
        if (owner && item.ownerId != owner)
            continue;
        const auto contact = readEntity(store, context, state.contactId);
        if (!contact || contact->optedOut)
            continue;
        item.action = state.nextActions.front();
        item.contactId = state.contactId;
        item.contactName = contact->contactName;
        item.accountId = state.accountId;
        item.accountName = account->second.name;
        item.conversationId = state.conversationId;
        item.subject = conversation->subject;
        if (conversation->turn == Turn::ours)
            item.waitingSince = conversation->lastInboundAt;
        if (const auto found = drafts->find({state.conversationId, state.contactId}); found != drafts->end()) {
            const auto& [waiting, answered] = found->second;
            if (answered && (!conversation->lastInboundAt || *answered >= *conversation->lastInboundAt))
                continue; // a person has said yes to the answer
            item.draftId = waiting;
        }
        input.priority = item.action.priority;
        input.waitingSince = item.waitingSince;
        input.due = state.followUpScheduled;
        item.score = sales::agendaScore(input, now);
        items.push_back(std::move(item));
    }
    std::stable_sort(items.begin(), items.end(), [](const AgendaItem& a, const AgendaItem& b) {
        return a.score != b.score ? a.score > b.score : a.contactName < b.contactName;
    });
    return items;
}
}
