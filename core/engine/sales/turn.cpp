// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/sales/turn.hpp"

#include "core/base/text.hpp"

namespace agentarmy {
namespace {
constexpr auto newsWindow = std::chrono::days(14); // domain vocabulary: history is not news
constexpr std::size_t maxBefore = 600; // of our words before a short answer, more proves nothing
constexpr std::size_t shortAnswer = 300; // bytes; a longer message says itself what it is about

/// What we said just before a short message: "Yes, 80k" is read with the question it answers.
Result<std::string> ourWordsBefore(UnitOfWork& work, const Message& message)
{
    if (message.text.size() > shortAnswer)
        return std::string();
    Query query;
    query.parentId = message.conversationId.value();
    query.states = {"person"};
    query.timeTo = toMillis(message.sentAt) - 1;
    query.sort = SortKey::time;
    query.descending = true;
    auto previous = work.first<Message>(query);
    if (!previous)
        return fail(previous.error());
    const bool ours = *previous && (*previous)->direction == Direction::outbound;
    return ours ? std::string(cutAtCodePoint((*previous)->text, maxBefore)) : std::string();
}

Result<std::optional<ConversationTurn>> turnOfMessage(UnitOfWork& work, Id<Message> id, Timestamp now)
{
    auto found = work.find(id);
    if (!found)
        return fail(found.error());
    const auto* message = *found;
    if (!message || message->kind != MessageKind::person || !message->accountId)
        return std::nullopt;
    ConversationTurn turn;
    turn.conversationId = message->conversationId;
    turn.accountId = *message->accountId;
    turn.channel = message->channel;
    turn.inbound = message->direction == Direction::inbound;
    turn.byPerson = !message->agentActionId;
    turn.at = message->sentAt;
    turn.sourceId = message->id.value();
    turn.subject = message->subject;
    turn.language = message->language.value_or("");
    if (turn.subject.empty()) { // lines of a chat have none of their own
        auto conversation = work.find(message->conversationId);
        if (!conversation)
            return fail(conversation.error());
        if (*conversation)
            turn.subject = (*conversation)->subject;
    }
    turn.fresh = now - message->sentAt <= newsWindow;
    turn.spoken.push_back({message->from.name, message->from.contactId, !turn.inbound, message->text});
    if (turn.inbound) {
        auto before = ourWordsBefore(work, *message);
        if (!before)
            return fail(before.error());
        if (message->from.contactId)
            turn.words.push_back({*message->from.contactId, {{message->text, std::move(*before), {}}}});
        for (const auto& party : message->to)
            if (party.userId && !turn.ownUser)
                turn.ownUser = party.userId;
    } else {
        turn.ownUser = message->from.userId;
        for (const auto& party : message->to)
            if (party.contactId)
                turn.words.push_back({*party.contactId, {}});
    }
    if (turn.words.empty())
        return std::nullopt;
    return turn;
}

Result<std::optional<ConversationTurn>> turnOfMeeting(UnitOfWork& work, Id<Meeting> id, Timestamp now)
{
    auto found = work.find(id);
    if (!found)
        return fail(found.error());
    const auto* meeting = *found;
    if (!meeting || !meeting->accountId || !meeting->conversationId)
        return std::nullopt;
    ConversationTurn turn;
    turn.conversationId = *meeting->conversationId;
    turn.accountId = *meeting->accountId;
    turn.channel = Channel::meeting;
    turn.inbound = true;
    turn.at = meeting->scheduledStart;
    turn.sourceType = SourceType::utterance;
    turn.subject = meeting->title;
    turn.fresh = now - turn.at <= newsWindow;
    std::map<std::string, const Participant*> bySpeaker;
    for (const auto& participant : meeting->participants) {
        bySpeaker[participant.name] = &participant;
        if (participant.userId && !turn.ownUser)
            turn.ownUser = participant.userId;
    }
    Query query;
    query.parentId = id.value();
    query.sort = SortKey::rank;
    auto parts = work.list<Transcript>(query);
    if (!parts)
        return fail(parts.error());
    std::map<Id<Contact>, std::size_t> wordsOf;
    std::string before;
    for (const auto* part : *parts) {
        if (part->part == 0)
            turn.sourceId = part->id.value();
        for (std::size_t i = 0; i < part->utterances.size(); ++i) {
            const auto& utterance = part->utterances[i];
            const auto speaker = bySpeaker.find(utterance.speaker);
            const bool theirs = speaker != bySpeaker.end() && speaker->second->role == ParticipantRole::external
                && speaker->second->contactId;
            turn.spoken.push_back(
                {utterance.speaker, theirs ? speaker->second->contactId : std::nullopt, !theirs, utterance.text});
            if (!theirs) {
                before = utterance.text;
                continue;
            }
            const auto contact = *speaker->second->contactId;
            const auto [slot, fresh] = wordsOf.emplace(contact, turn.words.size());
            if (fresh)
                turn.words.push_back({contact, {}});
            turn.words[slot->second].pieces.push_back(
                {utterance.text, std::string(cutAtCodePoint(before, maxBefore)), part->firstUtterance + int(i)});
            before.clear();
        }
    }
    if (turn.words.empty())
        return std::nullopt;
    return turn;
}
}

Result<std::optional<ConversationTurn>> loadTurn(UnitOfWork& work, const Json& payload, Timestamp now)
{
    const auto idOf = [&](const char* key) {
        return Uuid::parse(payload.is_object() ? payload.value(key, std::string()) : std::string());
    };
    if (const auto meeting = idOf("meetingId"))
        return turnOfMeeting(work, Id<Meeting>(*meeting), now);
    if (const auto message = idOf("messageId"))
        return turnOfMessage(work, Id<Message>(*message), now);
    return std::nullopt;
}
}
