// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/deals/quote_sources.hpp"

#include "core/base/text.hpp"
#include "core/engine/records/reading.hpp"

namespace agentarmy {
namespace {
/// "12:41", "1:02:07".
std::string clockText(std::int64_t ms)
{
    const auto seconds = ms / 1000;
    const auto two = [](std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    const auto minutes = seconds / 60 % 60;
    return seconds >= 3600 ? std::to_string(seconds / 3600) + ':' + two(minutes) + ':' + two(seconds % 60)
                           : std::to_string(minutes) + ':' + two(seconds % 60);
}

std::string channelName(Channel channel)
{
    switch (channel) {
    case Channel::email:
        return "Mail";
    case Channel::chat:
        return "Chat";
    case Channel::meeting:
        return "Meeting";
    case Channel::phone:
        return "Call";
    case Channel::web:
        break;
    }
    return "Web";
}
}

QuoteSources::Source QuoteSources::readMessage(const Uuid& id)
{
    Source out;
    auto message = readEntity(m_store, m_context, Id<Message>(id));
    if (!message)
        return out;
    out.conversationId = message->conversationId;
    out.channel = message->channel;
    out.at = message->sentAt;
    out.from = message->from.name.empty() ? message->from.address : message->from.name;
    out.preview = ellipsized(collapseSpaces(cutAtCodePoint(message->text, 400)), 120);
    return out;
}

QuoteSources::Source QuoteSources::readTranscript(const Uuid& id)
{
    Source out;
    out.channel = Channel::meeting;
    auto head = readEntity(m_store, m_context, Id<Transcript>(id));
    if (!head)
        return out;
    auto meeting = readEntity(m_store, m_context, head->meetingId);
    if (!meeting)
        return out;
    out.conversationId = meeting->conversationId;
    out.at = meeting->scheduledStart;
    out.from = meeting->title;
    Query parts;
    parts.parentId = head->meetingId.value();
    parts.sort = SortKey::rank;
    if (auto all = readEntities<Transcript>(m_store, m_context, parts))
        for (const auto& part : *all)
            for (const auto& utterance : part.utterances)
                out.utteranceMs.push_back(utterance.timestampMs);
    return out;
}

const QuoteSources::Source& QuoteSources::source(const Uuid& id, SourceType type)
{
    const auto known = m_sources.find(id);
    if (known != m_sources.end())
        return known->second;
    return m_sources[id] = type == SourceType::message ? readMessage(id)
        : type == SourceType::utterance                ? readTranscript(id)
                                                       : Source {};
}

QuoteLink QuoteSources::link(const Evidence& evidence)
{
    QuoteLink link;
    link.quote = evidence.quote;
    link.sourceType = evidence.sourceType;
    link.sourceId = evidence.sourceId;
    link.utterance = evidence.utterance;
    link.begin = evidence.begin;
    link.end = evidence.end;
    link.at = evidence.at;
    link.retracts = evidence.retracts;
    const auto& from = source(evidence.sourceId, evidence.sourceType);
    link.channel = from.channel;
    link.conversationId = from.conversationId;
    if (!link.at)
        link.at = from.at;
    const auto day = link.at ? m_words.day(*link.at) : std::string();
    if (evidence.sourceType == SourceType::manual)
        link.sourceText = day.empty() ? "Noted by hand" : "Noted by hand, " + day;
    else if (evidence.sourceType == SourceType::utterance && evidence.utterance
        && std::size_t(*evidence.utterance) < from.utteranceMs.size())
        link.sourceText = clockText(from.utteranceMs[std::size_t(*evidence.utterance)]) + " in meeting";
    else
        link.sourceText = channelName(evidence.sourceType == SourceType::utterance ? Channel::meeting : from.channel)
            + (day.empty() ? "" : ", " + day);
    return link;
}

std::string QuoteSources::describe(const Uuid& messageId)
{
    const auto& from = source(messageId, SourceType::message);
    if (!from.at)
        return {};
    return from.from + " wrote on " + m_words.day(*from.at) + ": " + from.preview;
}
}
