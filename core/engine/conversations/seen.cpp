// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/conversations/seen.hpp"

#include "core/engine/records/reading.hpp"

namespace agentarmy {
namespace {
std::string keyOf(const Context& context)
{
    return "conversations.seen." + context.actor.userId.value_or(Id<User>()).text();
}
}

bool SeenBook::unread(const Conversation& conversation, Timestamp now) const
{
    sales::SeenState state;
    state.lastInboundAt = conversation.lastInboundAt;
    if (const auto known = m_entries.find(conversation.id.value()); known != m_entries.end()) {
        state.seenInboundAt = known->second.seenInboundAt;
        state.marked = known->second.marked;
    }
    return sales::isUnread(state, now);
}

void SeenBook::open(const Conversation& conversation)
{
    auto& entry = m_entries[conversation.id.value()];
    entry.marked = false;
    entry.seenInboundAt = conversation.lastInboundAt;
}

void SeenBook::mark(Id<Conversation> id) { m_entries[id.value()].marked = true; }

Result<SeenBook> readSeen(Store& store, const Context& context)
{
    const auto kept = store.value(context, keyOf(context));
    if (!kept)
        return fail(kept.error());
    SeenBook book;
    const auto json = parseJson(*kept);
    if (!json || !json->is_object())
        return book;
    for (const auto& [id, value] : json->items()) {
        const auto uuid = Uuid::parse(id);
        if (!uuid || !value.is_number_integer())
            continue;
        const auto at = value.get<std::int64_t>();
        auto& entry = book.m_entries[*uuid];
        entry.marked = at == 0;
        if (at != 0)
            entry.seenInboundAt = fromMillis(at);
    }
    return book;
}

Result<void> keepSeen(Store& store, const Context& context, const SeenBook& book, Timestamp now)
{
    // A clock that was set back must not bring back what was read: twice the time is kept.
    const auto oldest = now - 2 * sales::unreadFor;
    Json json = Json::object();
    for (const auto& [id, entry] : book.m_entries) {
        if (entry.marked)
            json[id.text()] = 0;
        else if (entry.seenInboundAt && *entry.seenInboundAt > oldest)
            json[id.text()] = toMillis(*entry.seenInboundAt);
    }
    return keepValue(store, context, keyOf(context), canonicalJson(json));
}

Result<std::vector<Id<Conversation>>> setUnread(
    Store& store, const Context& context, const std::vector<Id<Conversation>>& ids, bool unread, Timestamp now)
{
    auto book = readSeen(store, context);
    if (!book)
        return fail(book.error());
    std::vector<Id<Conversation>> changed;
    for (const auto& id : ids) {
        const auto conversation = readEntity(store, context, id);
        if (!conversation)
            return fail(conversation.error());
        if (book->unread(*conversation, now) == unread)
            continue;
        if (unread)
            book->mark(id);
        else
            book->open(*conversation);
        changed.push_back(id);
    }
    if (changed.empty())
        return changed;
    if (auto done = keepSeen(store, context, *book, now); !done)
        return fail(done.error());
    return changed;
}

Result<std::vector<Conversation>> unreadConversations(Store& store, const Context& context, Timestamp now)
{
    const auto book = readSeen(store, context);
    if (!book)
        return fail(book.error());
    Query query;
    query.sort = SortKey::time;
    query.descending = true;
    auto all = readEntities<Conversation>(store, context, query);
    if (!all)
        return fail(all.error());
    std::erase_if(*all, [&](const Conversation& each) { return !book->unread(each, now); });
    return all;
}
}
