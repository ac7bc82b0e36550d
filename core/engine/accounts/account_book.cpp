// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/accounts/account_book.hpp"

#include "core/base/money.hpp"
#include "core/domain/conversation.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/workspace/workspace.hpp"

#include <algorithm>
#include <set>

namespace agentarmy {
namespace {
constexpr const char* apartKey = "accounts.apart"; // pairs of ids that a person called different
constexpr std::size_t shownTalks = 100;
constexpr std::size_t scannedTalks = 500;

void keepLater(std::optional<Timestamp>& keep, std::optional<Timestamp> other)
{
    if (other && (!keep || *other > *keep))
        keep = other;
}

/// What the open deals of one account come to.
struct Deals {
    int open = 0, won = 0, atRisk = 0;
    MoneySums sums;
    std::optional<Timestamp> lastActivity;
    void add(const BoardCard& card)
    {
        keepLater(lastActivity, card.lastActivityAt);
        won += card.stage == DealStage::closedWon ? 1 : 0;
        if (!isOpen(card.stage))
            return;
        ++open;
        atRisk += std::find(card.marks.begin(), card.marks.end(), DealMark::atRisk) != card.marks.end() ? 1 : 0;
        if (card.value)
            sums.add(*card.value);
    }
};

AccountLine lineOf(Account account, const Deals& deals, const WorkspaceInfo& info)
{
    AccountLine line;
    const auto* owner = info.user(account.ownerId);
    line.ownerName = owner ? (owner->name.empty() ? owner->email : owner->name) : std::string();
    line.openDeals = deals.open;
    line.wonDeals = deals.won;
    line.atRisk = deals.atRisk;
    line.openValue = deals.sums.list();
    line.lastActivity = deals.lastActivity;
    line.account = std::move(account);
    return line;
}

std::string pairText(const Uuid& a, const Uuid& b) { return std::min(a, b).text() + '/' + std::max(a, b).text(); }

Result<std::set<std::string>> readApart(Store& store, const Context& context)
{
    auto kept = store.value(context, apartKey);
    if (!kept)
        return fail(kept.error());
    std::set<std::string> pairs;
    const auto json = parseJson(kept->empty() ? "[]" : *kept);
    if (json && json->is_array())
        for (const auto& each : *json)
            if (each.is_string())
                pairs.insert(each.get<std::string>());
    return pairs;
}

template <class T> void leaveOut(std::vector<DuplicatePair<T>>& pairs, const std::set<std::string>& apart)
{
    std::erase_if(
        pairs, [&](const auto& pair) { return apart.contains(pairText(pair.first.value(), pair.second.value())); });
}

TalkLine talkOf(const Conversation& conversation)
{
    return {conversation.id.value(), conversation.subject, conversation.preview, conversation.channel,
        conversation.lastAt, conversation.messageCount};
}

template <class T> bool isListed(const T& record) { return !record.archived && !record.mergedInto; }

/// By when each account last talked with us, from the narrow rows.
Result<std::unordered_map<Uuid, std::int64_t>> lastTalks(Store& store, const Context& context)
{
    std::unordered_map<Uuid, std::int64_t> last;
    Query query;
    query.type = Conversation::type;
    auto done = store.readRows(context, query, [&](Row&& row) {
        if (row.columns.time && !row.columns.accountId.isNull()) {
            auto& at = last[row.columns.accountId];
            at = std::max(at, *row.columns.time);
        }
        return true;
    });
    if (!done)
        return fail(done.error());
    return last;
}

/// Conversations in which this person takes part, newest first.
Result<std::vector<Conversation>> talksWith(Store& store, const Context& context, const Contact& contact)
{
    std::vector<Conversation> talks;
    const auto takesPart = [&](const Conversation& each) {
        return std::find(each.contactIds.begin(), each.contactIds.end(), contact.id) != each.contactIds.end();
    };
    Query query;
    query.type = Conversation::type;
    query.sort = SortKey::time;
    query.descending = true;
    query.includeArchived = true;
    if (contact.accountId) {
        query.accountId = contact.accountId->value();
        auto all = readEntities<Conversation>(store, context, query);
        if (!all)
            return fail(all.error());
        std::copy_if(all->begin(), all->end(), std::back_inserter(talks), takesPart);
        return talks;
    }
    std::vector<Uuid> loose; // nobody's account: few
    auto done = store.readRows(context, query, [&](Row&& row) {
        if (row.columns.accountId.isNull())
            loose.push_back(row.id);
        return loose.size() < scannedTalks;
    });
    if (!done)
        return fail(done.error());
    for (const auto& id : loose) {
        auto each = readEntity(store, context, Id<Conversation>(id));
        if (each && takesPart(*each))
            talks.push_back(std::move(*each));
    }
    return talks;
}
}

Result<AccountBook> loadAccountBook(Store& store, const Context& context, const Board& board, const WorkspaceInfo& info)
{
    AccountBook book;
    std::unordered_map<Uuid, Deals> deals;
    for (const auto& card : board.cards)
        deals[card.accountId.value()].add(card);
    auto talks = lastTalks(store, context);
    if (!talks)
        return fail(talks.error());
    Query byName;
    byName.sort = SortKey::name;
    auto accounts = readEntities<Account>(store, context, byName);
    if (!accounts)
        return fail(accounts.error());
    auto people = readEntities<Contact>(store, context, byName);
    if (!people)
        return fail(people.error());
    auto apart = readApart(store, context);
    if (!apart)
        return fail(apart.error());
    book.sameAccounts = findDuplicates(*accounts);
    book.samePeople = findDuplicates(*people);
    leaveOut(book.sameAccounts, *apart);
    leaveOut(book.samePeople, *apart);
    std::unordered_map<Uuid, std::string> names;
    std::unordered_map<Uuid, int> heads;
    for (const auto& account : *accounts)
        names[account.id.value()] = account.accountName;
    for (auto& person : *people) {
        if (!isListed(person))
            continue;
        PersonLine line;
        if (person.accountId) {
            line.accountName = names[person.accountId->value()];
            ++heads[person.accountId->value()];
        }
        line.contact = std::move(person);
        book.people.push_back(std::move(line));
    }
    for (auto& account : *accounts) {
        if (!isListed(account))
            continue;
        const auto id = account.id.value();
        auto line = lineOf(std::move(account), deals[id], info);
        line.people = heads[id];
        if (const auto last = talks->find(id); last != talks->end())
            keepLater(line.lastActivity, fromMillis(last->second));
        book.accounts.push_back(std::move(line));
    }
    return book;
}

Result<void> keepApart(Store& store, const Context& context, const Uuid& first, const Uuid& second)
{
    auto pairs = readApart(store, context);
    if (!pairs)
        return fail(pairs.error());
    if (!pairs->insert(pairText(first, second)).second)
        return {};
    Json list = Json::array();
    for (const auto& each : *pairs)
        list.push_back(each);
    return keepValue(store, context, apartKey, canonicalJson(list));
}

Result<AccountPage> loadAccountPage(
    Store& store, const Context& context, Id<Account> id, const WorkspaceInfo& info, Timestamp now)
{
    auto account = readEntity(store, context, id);
    if (!account)
        return fail(account.error());
    BoardFilter filter;
    filter.account = id;
    auto board = loadBoard(store, context, filter, info.settings, now);
    if (!board)
        return fail(board.error());
    AccountPage page;
    Deals deals;
    for (const auto& card : board->cards)
        deals.add(card);
    page.line = lineOf(std::move(*account), deals, info);
    page.deals = std::move(board->cards);
    std::stable_partition(
        page.deals.begin(), page.deals.end(), [](const BoardCard& card) { return isOpen(card.stage); });
    Query ofAccount;
    ofAccount.accountId = id.value();
    ofAccount.sort = SortKey::rank;
    ofAccount.descending = true;
    auto people = readEntities<Contact>(store, context, ofAccount);
    if (!people)
        return fail(people.error());
    std::erase_if(*people, [](const Contact& each) { return each.mergedInto.has_value(); });
    page.people = std::move(*people);
    page.line.people = int(page.people.size());
    ofAccount.type = Conversation::type;
    ofAccount.sort = SortKey::time;
    ofAccount.limit = int(shownTalks);
    auto talks = store.query(context, ofAccount);
    if (!talks)
        return fail(talks.error());
    for (const auto& document : talks->items)
        if (const auto talk = entityOf<Conversation>(document))
            page.talks.push_back(talkOf(*talk));
    if (!page.talks.empty())
        keepLater(page.line.lastActivity, page.talks.front().at);
    return page;
}

Result<PersonPage> loadPersonPage(
    Store& store, const Context& context, Id<Contact> id, const WorkspaceInfo& info, Timestamp now)
{
    auto contact = readEntity(store, context, id);
    if (!contact)
        return fail(contact.error());
    PersonPage page;
    auto talks = talksWith(store, context, *contact);
    if (!talks)
        return fail(talks.error());
    std::set<Id<Opportunity>> about;
    for (const auto& talk : *talks) {
        if (talk.opportunityId)
            about.insert(*talk.opportunityId);
        if (page.talks.size() < shownTalks)
            page.talks.push_back(talkOf(talk));
    }
    if (contact->accountId) {
        if (const auto account = readEntity(store, context, *contact->accountId))
            page.accountName = account->accountName;
        BoardFilter filter;
        filter.account = contact->accountId;
        auto board = loadBoard(store, context, filter, info.settings, now);
        if (!board)
            return fail(board.error());
        std::copy_if(board->cards.begin(), board->cards.end(), std::back_inserter(page.deals),
            [&](const BoardCard& card) { return about.contains(card.id); });
        std::stable_partition(
            page.deals.begin(), page.deals.end(), [](const BoardCard& card) { return isOpen(card.stage); });
    }
    page.contact = std::move(*contact);
    return page;
}
}
