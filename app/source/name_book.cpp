// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/source/name_book.hpp"
#include "app/source/engine_views.hpp"
#include "app/source/heap.hpp"
#include "core/base/text.hpp"
#include "core/engine/records/reading.hpp"
#include <optional>
#include <set>

namespace agentarmy::app {
namespace {

constexpr std::int64_t flood = 2000; // changes after which reading everything anew is quicker

constexpr FoundKind kindsInRows[]
    = {FoundKind::Deal, FoundKind::Person, FoundKind::Conversation, FoundKind::Meeting, FoundKind::Task};

const char* typeOf(FoundKind kind)
{
    switch (kind) {
    case FoundKind::Deal:
        return Opportunity::type;
    case FoundKind::Account:
        return Account::type;
    case FoundKind::Person:
        return Contact::type;
    case FoundKind::Conversation:
        return Conversation::type;
    case FoundKind::Meeting:
        return Meeting::type;
    case FoundKind::Task:
        return Task::type;
    default:
        return "";
    }
}

std::optional<FoundKind> kindOf(std::string_view type)
{
    if (type == Account::type)
        return FoundKind::Account;
    for (const auto kind : kindsInRows)
        if (type == typeOf(kind))
            return kind;
    return std::nullopt;
}

bool isOpen(FoundKind kind, const std::string& state)
{
    if (kind == FoundKind::Deal)
        return state != "closed_won" && state != "closed_lost";
    return kind == FoundKind::Task && state == "open";
}

std::string domainsOf(const Account& account) { return join(account.domains, " "); }
std::string addressOf(const Projection& columns)
{
    constexpr std::string_view mail = "mail:";
    return columns.externalKey.starts_with(mail) ? columns.externalKey.substr(mail.size()) : std::string();
}

/// What stands in the row of a hit.
Result<FoundView> viewOf(Store& store, const Context& context, FoundKind kind, const Uuid& id)
{
    FoundView view;
    view.kind = kind;
    view.id = text(id.text());
    const auto idText = [](const auto& value) { return value ? text(value->text()) : QString(); };
    switch (kind) {
    case FoundKind::Deal: {
        const auto deal = readEntity(store, context, Id<Opportunity>(id));
        if (!deal)
            return fail(deal.error());
        view.title = text(deal->name);
        view.amount = toMoney(deal->estimatedValue);
        view.stage = int(toStage(deal->dealStage));
        view.over = deal->dealStage == DealStage::closedWon || deal->dealStage == DealStage::closedLost;
        view.dealId = view.id;
        break;
    }
    case FoundKind::Account: {
        const auto account = readEntity(store, context, Id<Account>(id));
        if (!account)
            return fail(account.error());
        view.title = text(account->accountName);
        view.line = account->domains.empty() ? account->industry ? text(*account->industry) : QString()
                                             : text(account->domains.front());
        break;
    }
    case FoundKind::Person: {
        const auto person = readEntity(store, context, Id<Contact>(id));
        if (!person)
            return fail(person.error());
        view.title = text(person->contactName);
        view.line = person->title ? text(*person->title) : text(person->contactEmail);
        break;
    }
    case FoundKind::Conversation: {
        const auto talk = readEntity(store, context, Id<Conversation>(id));
        if (!talk)
            return fail(talk.error());
        view.title = text(talk->subject);
        view.snippet = text(talk->preview);
        view.conversationId = view.id;
        view.dealId = idText(talk->opportunityId);
        if (talk->lastAt)
            view.at = localTime(*talk->lastAt);
        if (!talk->contactIds.empty())
            if (const auto person = readEntity(store, context, talk->contactIds.front()))
                view.person = text(person->contactName);
        break;
    }
    case FoundKind::Meeting: {
        const auto meeting = readEntity(store, context, Id<Meeting>(id));
        if (!meeting)
            return fail(meeting.error());
        view.title = text(meeting->title);
        view.at = localTime(meeting->scheduledStart);
        view.conversationId = idText(meeting->conversationId);
        view.dealId = idText(meeting->opportunityId);
        break;
    }
    case FoundKind::Task: {
        const auto task = readEntity(store, context, Id<Task>(id));
        if (!task)
            return fail(task.error());
        view.title = text(task->description);
        view.over = task->status != TaskStatus::open;
        view.dealId = idText(task->opportunityId);
        break;
    }
    default:
        return fail({ErrorKind::internal, "unknown_kind", "There are no names of this kind.", {}});
    }
    return view;
}

}

std::string NameBook::accountName(const Uuid& id) const
{
    const auto found = m_accounts.find(id);
    return found == m_accounts.end() ? std::string() : found->second;
}

void NameBook::put(
    FoundKind kind, const Uuid& id, const Projection& columns, const std::string& title, const std::string& beside)
{
    NameEntry entry;
    entry.kind = int(kind);
    entry.title = text(title);
    entry.beside = text(beside);
    entry.atMs = columns.time.value_or(0);
    entry.open = isOpen(kind, columns.state);
    entry.tie = std::hash<Uuid> {}(id);
    if (const auto found = m_slots.find(id); found != m_slots.end())
        return m_index.replace(found->second, entry);
    const int slot = m_index.put(entry);
    if (size_t(slot) == m_ids.size())
        m_ids.push_back(id);
    else
        m_ids[size_t(slot)] = id;
    m_slots.emplace(id, slot);
}

void NameBook::take(const Uuid& id)
{
    if (const auto found = m_slots.find(id); found != m_slots.end()) {
        m_index.take(found->second);
        m_slots.erase(found);
    }
}

Result<void> NameBook::readRows(Store& store, const Context& context, FoundKind kind)
{
    Query query;
    query.type = typeOf(kind);
    return store.readRows(context, query, [&](Row&& row) {
        const auto account = accountName(row.columns.accountId);
        if (kind == FoundKind::Deal)
            put(kind, row.id, row.columns, account.empty() ? row.columns.name : account + ", " + row.columns.name, {});
        else
            put(kind, row.id, row.columns, row.columns.name,
                kind == FoundKind::Person ? account + ' ' + addressOf(row.columns) : account);
        return true;
    });
}

Result<void> NameBook::readAll(Store& store, const Context& context)
{
    *this = {};
    const auto head = store.head(context); // before anything is read: what is written meanwhile is read again
    if (!head)
        return fail(head.error());
    const auto accounts = readEntities<Account>(store, context, {});
    if (!accounts)
        return fail(accounts.error());
    for (const auto& account : *accounts) {
        Projection columns;
        columns.time = toMillis(account.updatedAt);
        m_accounts[account.id.value()] = account.accountName;
        put(FoundKind::Account, account.id.value(), columns, account.accountName, domainsOf(account));
    }
    for (const auto kind : kindsInRows)
        if (auto read = readRows(store, context, kind); !read)
            return read;
    m_seq = *head;
    giveHeapBack();
    return {};
}

Result<void> NameBook::readOne(Store& store, const Context& context, const DocumentKey& key)
{
    const auto kind = kindOf(key.type);
    if (!kind)
        return {};
    const auto document = store.get(context, key);
    if (!document) {
        if (document.error().kind != ErrorKind::notFound)
            return fail(document.error());
        take(key.id);
        return {};
    }
    const auto body = parseJson(document->body);
    if (!body)
        return fail(body.error());
    const auto columns = project(key.type, key.id, *body);
    if (columns.archived) {
        take(key.id);
        return {};
    }
    if (*kind == FoundKind::Account) {
        const auto account = entityOf<Account>(*document);
        if (!account)
            return fail(account.error());
        put(*kind, key.id, columns, account->accountName, domainsOf(*account));
        return {};
    }
    const auto account = accountName(columns.accountId);
    if (*kind == FoundKind::Deal)
        put(*kind, key.id, columns, account.empty() ? columns.name : account + ", " + columns.name, {});
    else
        put(*kind, key.id, columns, columns.name,
            *kind == FoundKind::Person ? account + ' ' + addressOf(columns) : account);
    return {};
}

Result<void> NameBook::follow(Store& store, const Context& context)
{
    if (m_seq < 0)
        return readAll(store, context);
    const auto head = store.head(context);
    if (!head)
        return fail(head.error());
    if (*head - m_seq > flood)
        return readAll(store, context);
    while (m_seq < *head) {
        const auto changes = store.changes(context, m_seq);
        if (!changes)
            return fail(changes.error());
        if (changes->empty())
            break;
        std::set<DocumentKey> written;
        for (const auto& change : *changes) {
            // The name of an account stands beside those of its deals, people and conversations.
            const auto renamed = [](const std::string& field) { return field == "accountName" || field == "archived"; };
            if (change.document.type == Account::type
                && (change.op != ChangeOp::create
                        ? change.op != ChangeOp::patch || std::ranges::any_of(change.fields, renamed)
                        : false))
                return readAll(store, context);
            written.insert(change.document);
        }
        for (const auto& key : written) // accounts come first by their type's name
            if (key.type == Account::type && !m_accounts.contains(key.id))
                if (const auto account = readEntity(store, context, Id<Account>(key.id)))
                    m_accounts[key.id] = account->accountName;
        for (const auto& key : written)
            if (auto read = readOne(store, context, key); !read)
                return read;
        m_seq = changes->back().seq;
    }
    return {};
}

Result<std::vector<FoundView>> NameBook::find(
    Store& store, const Context& context, const FuzzyQuery& query, const NameIndex::Wanted& wanted) const
{
    const auto hits = m_index.find(query, wanted);
    std::vector<FoundView> found;
    found.reserve(hits.size());
    for (const auto& hit : hits) {
        const auto& id = m_ids[size_t(hit.slot)];
        auto view = viewOf(store, context, FoundKind(hit.kind), id);
        if (!view) {
            if (view.error().kind == ErrorKind::notFound)
                continue;
            return fail(view.error());
        }
        view->score = hit.score;
        if (view->kind != FoundKind::Account) {
            const auto document = store.get(context, {typeOf(view->kind), id});
            if (const auto body = document ? parseJson(document->body) : fail(document.error()); body)
                view->account = text(accountName(project(document->type, id, *body).accountId));
        }
        found.push_back(std::move(*view));
    }
    return found;
}

}
