// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/conversations/conversation_reader.hpp"

#include "core/engine/records/reading.hpp"
#include "core/engine/workspace/workspace.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
Result<void> loadTranscript(Store& store, const Context& context, ConversationView& view)
{
    Query meetings;
    meetings.parentId = view.conversation.id.value();
    auto meeting = readFirst<Meeting>(store, context, meetings);
    if (!meeting)
        return fail(meeting.error());
    if (!*meeting)
        return {};
    view.meeting = std::move(**meeting);
    Query parts;
    parts.parentId = view.meeting->id.value();
    parts.sort = SortKey::rank;
    auto transcripts = readEntities<Transcript>(store, context, parts);
    if (!transcripts)
        return fail(transcripts.error());
    auto workspace = readWorkspace(store, context);
    if (!workspace)
        return fail(workspace.error());
    const auto ours = workspace->ownSide();
    const auto isOurs = [&](const std::string& speaker) {
        for (const auto& participant : view.meeting->participants)
            if (participant.name == speaker)
                return participant.role != ParticipantRole::external;
        return ours.isOursName(speaker);
    };
    for (auto& transcript : *transcripts) {
        if (transcript.part == 0)
            view.transcriptId = transcript.id.value();
        for (auto& utterance : transcript.utterances) {
            view.utteranceOurs.push_back(isOurs(utterance.speaker));
            view.utterances.push_back(std::move(utterance));
        }
    }
    return {};
}

ConversationRow rowOf(const Document& document, const std::unordered_map<Uuid, std::string>& accounts)
{
    ConversationRow row;
    auto conversation = entityOf<Conversation>(document);
    if (!conversation)
        return row;
    row.id = conversation->id;
    row.subject = conversation->subject;
    row.preview = conversation->preview;
    row.channel = conversation->channel;
    row.turn = conversation->turn;
    row.state = conversation->state;
    row.lastAt = conversation->lastAt;
    row.messageCount = conversation->messageCount;
    if (conversation->accountId) {
        row.accountId = *conversation->accountId;
        if (const auto name = accounts.find(row.accountId.value()); name != accounts.end())
            row.accountName = name->second;
    }
    return row;
}
}

Result<ConversationPageInfo> listConversations(Store& store, const Context& context, const Query& filter)
{
    auto query = filter;
    query.type = Conversation::type;
    query.sort = SortKey::time;
    query.descending = true;
    auto page = store.query(context, query);
    if (!page)
        return fail(page.error());
    auto accounts = readNames(store, context, Account::type);
    if (!accounts)
        return fail(accounts.error());
    ConversationPageInfo info;
    info.nextCursor = page->nextCursor;
    for (const auto& document : page->items)
        info.rows.push_back(rowOf(document, *accounts));
    return info;
}

Result<ConversationView> loadConversation(Store& store, const Context& context, Id<Conversation> id)
{
    ConversationView view;
    auto conversation = readEntity(store, context, id);
    if (!conversation)
        return fail(conversation.error());
    view.conversation = std::move(*conversation);
    if (view.conversation.accountId)
        if (auto account = readEntity(store, context, *view.conversation.accountId))
            view.accountName = account->accountName;
    Query messages;
    messages.parentId = id.value();
    messages.sort = SortKey::time;
    auto read = readEntities<Message>(store, context, messages);
    if (!read)
        return fail(read.error());
    view.messages = std::move(*read);
    if (view.conversation.channel == Channel::meeting)
        if (auto done = loadTranscript(store, context, view); !done)
            return fail(done.error());
    Query drafts;
    drafts.parentId = id.value();
    drafts.states = {"pending"};
    drafts.sort = SortKey::time;
    drafts.descending = true;
    auto draft = readFirst<AgentAction>(store, context, drafts);
    if (!draft)
        return fail(draft.error());
    view.draft = std::move(*draft);
    if (view.conversation.accountId && !view.conversation.contactIds.empty()) {
        Query states;
        states.externalKey = view.conversation.accountId->text() + '/' + view.conversation.contactIds.front().text();
        auto state = readFirst<ConversationState>(store, context, states);
        if (!state)
            return fail(state.error());
        view.state = std::move(*state);
    }
    return view;
}
}
