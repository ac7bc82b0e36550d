// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/deals/deal_timeline.hpp"

#include "core/base/text.hpp"
#include "core/domain/meeting.hpp"
#include "core/engine/records/reading.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
std::string textOf(const Json& brief, const char* key)
{
    const auto found = brief.find(key);
    return found != brief.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<void> addMessages(
    Store& store, const Context& context, const Conversation& conversation, std::vector<TimelineItem>& items)
{
    Query query;
    query.type = Message::type;
    query.parentId = conversation.id.value();
    query.states = {"person"};
    return store.readRows(context, query, [&](Row&& row) {
        const auto read = parseJson(row.columns.brief);
        if (!read || !read->is_object() || !row.columns.time)
            return true;
        const auto& brief = *read;
        TimelineItem item;
        const bool mail = textOf(brief, "channel") == "email";
        item.kind = mail ? TimelineItem::Kind::mail : TimelineItem::Kind::chat;
        item.at = fromMillis(*row.columns.time);
        item.title = textOf(brief, "from");
        item.text = textOf(brief, "preview");
        item.note = mail ? "Mail" : "Chat";
        item.direction = parseEnum<Direction>(textOf(brief, "direction")).value_or(Direction::inbound);
        item.conversationId = conversation.id;
        item.sourceId = row.id;
        items.push_back(std::move(item));
        return true;
    });
}

Result<void> addMeetings(
    Store& store, const Context& context, const Conversation& conversation, std::vector<TimelineItem>& items)
{
    Query query;
    query.parentId = conversation.id.value();
    auto meetings = readEntities<Meeting>(store, context, query);
    if (!meetings)
        return fail(meetings.error());
    for (const auto& meeting : *meetings) {
        TimelineItem item;
        item.kind = TimelineItem::Kind::meeting;
        item.at = meeting.scheduledStart;
        item.title = meeting.title;
        std::vector<std::string> names;
        for (const auto& participant : meeting.participants)
            if (participant.role == ParticipantRole::external)
                names.push_back(participant.name);
        item.text = names.empty() ? std::string() : "With " + join(names, ", ");
        const auto minutes
            = std::chrono::duration_cast<std::chrono::minutes>(meeting.scheduledEnd - meeting.scheduledStart).count();
        item.note = minutes > 0 ? "Meeting, " + std::to_string(minutes) + " min" : "Meeting";
        item.conversationId = conversation.id;
        item.sourceId = meeting.id.value();
        items.push_back(std::move(item));
    }
    return {};
}

Result<void> addDrafts(
    Store& store, const Context& context, const Conversation& conversation, std::vector<TimelineItem>& items)
{
    Query query;
    query.parentId = conversation.id.value();
    auto actions = readEntities<AgentAction>(store, context, query);
    if (!actions)
        return fail(actions.error());
    for (const auto& action : *actions) {
        if (action.status == AgentActionStatus::cancelled)
            continue; // outdated before anybody read it
        TimelineItem item;
        item.kind = TimelineItem::Kind::agent;
        item.at = action.proposedAt;
        const auto to = action.payload.to.empty() ? std::string() : action.payload.to.front().name;
        const std::string what = action.writtenBy ? "Draft of ours" : "Agent wrote a draft";
        item.title = to.empty() ? what : what + " to " + to;
        item.text = ellipsized(collapseSpaces(cutAtCodePoint(action.payload.body, 400)), 160);
        item.note = action.status == AgentActionStatus::pending ? "Draft, waits for you"
                                                                : "Draft, " + plainWords(enumText(action.status));
        item.direction = Direction::outbound;
        item.conversationId = conversation.id;
        items.push_back(std::move(item));
    }
    return {};
}

void addChanges(
    const std::vector<Change>& history, Timestamp createdAt, ChangeWords& words, std::vector<TimelineItem>& items)
{
    for (const auto& change : history) {
        if (change.lost)
            continue;
        TimelineItem item;
        item.title = words.title(change);
        if (item.title.empty())
            continue;
        item.kind = change.actor.kind == ActorKind::agent ? TimelineItem::Kind::agent : TimelineItem::Kind::change;
        item.at = change.op == ChangeOp::create && change.actor.kind != ActorKind::person ? createdAt
                                                                                          : words.happenedAt(change);
        item.text = words.values(change);
        item.note = change.actor.kind == ActorKind::agent ? "Agent"
            : change.actor.kind == ActorKind::import      ? "Import"
                                                          : "Change";
        item.direction = Direction::internal;
        if (change.cause.messageId)
            item.sourceId = change.cause.messageId;
        items.push_back(std::move(item));
    }
}
}

Result<std::vector<TimelineItem>> timelineOf(Store& store, const Context& context,
    const std::vector<Conversation>& about, const std::vector<Change>& history, Timestamp createdAt, ChangeWords& words)
{
    std::vector<TimelineItem> items;
    for (const auto& conversation : about) {
        if (auto done = conversation.channel == Channel::meeting ? addMeetings(store, context, conversation, items)
                                                                 : addMessages(store, context, conversation, items);
            !done)
            return fail(done.error());
        if (auto done = addDrafts(store, context, conversation, items); !done)
            return fail(done.error());
    }
    addChanges(history, createdAt, words, items);
    std::stable_sort(
        items.begin(), items.end(), [](const TimelineItem& a, const TimelineItem& b) { return a.at > b.at; });
    if (items.size() > std::size_t(maxTimeline))
        items.resize(std::size_t(maxTimeline));
    return items;
}
}
