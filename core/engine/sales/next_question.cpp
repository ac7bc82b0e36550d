// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/sales/next_question.hpp"

#include "core/domain/conversation.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/sales/pain_desk.hpp"
#include "core/rules/sales/completeness.hpp"
#include "core/rules/sales/merge.hpp"
#include "core/rules/text/scan.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
constexpr int newestMessages = 20; ///< among which their last one is looked for

/// The newest words of this person in the conversation; empty if there are none.
Result<std::string> newestWordsOf(
    Store& store, const Context& context, Id<Conversation> conversation, Id<Contact> contact)
{
    Query query;
    query.type = Message::type;
    query.parentId = conversation.value();
    query.states = {"person"};
    query.sort = SortKey::time;
    query.descending = true;
    query.limit = newestMessages;
    auto page = store.query(context, query);
    if (!page)
        return fail(page.error());
    for (const auto& document : page->items) {
        auto message = entityOf<Message>(document);
        if (!message)
            return fail(message.error());
        if (message->direction == Direction::inbound && message->from.contactId == std::optional(contact))
            return std::move(message->text);
    }
    return std::string();
}

/// What the deal of a conversation has proven; nothing without one.
Result<std::optional<QualificationState>> dealOf(Store& store, const Context& context, Id<Conversation> id)
{
    auto conversation = readEntity(store, context, id);
    if (!conversation) {
        if (conversation.error().kind == ErrorKind::notFound)
            return std::nullopt;
        return fail(conversation.error());
    }
    if (!conversation->opportunityId)
        return std::nullopt;
    auto deal = readEntity(store, context, *conversation->opportunityId);
    if (!deal) {
        if (deal.error().kind == ErrorKind::notFound)
            return std::nullopt;
        return fail(deal.error());
    }
    return std::move(deal->qualificationSnapshot);
}
}

Result<qbs::NextQuestion> findNextQuestion(Store& store, const Context& context, Id<Account> account,
    Id<Contact> contactId, const std::optional<std::string>& latestMessage)
{
    auto state = readState(store, context, account, contactId);
    if (!state)
        return fail(state.error());
    auto contact = readEntity(store, context, contactId);
    if (!contact)
        return fail(contact.error());
    std::string words;
    if (latestMessage) {
        words = *latestMessage;
    } else {
        auto newest = newestWordsOf(store, context, state->conversationId, contactId);
        if (!newest)
            return fail(newest.error());
        words = std::move(*newest);
    }
    auto deal = dealOf(store, context, state->conversationId);
    if (!deal)
        return fail(deal.error());
    const auto known = *deal ? sales::knownFor(state->qualification, **deal) : state->qualification;
    qbs::QuestionMoment moment;
    moment.dealStage = state->dealStage;
    moment.interactionCount = state->interactionCount;
    moment.identified = sales::identifiedDimensions(known);
    moment.latestInboundText = words;
    moment.unread = latestMessage.has_value();
    moment.language = text::guessLanguage(words);
    moment.optedOut = contact->optedOut;
    moment.escalated = state->escalated;
    return qbs::nextQuestion(qbs::loadQbs(state->metadata).data, moment);
}

Json nextQuestionJson(const qbs::NextQuestion& next)
{
    Json json = next.recommendation ? toJson(*next.recommendation) : Json {{"reason", next.reason}};
    json["backOff"] = next.backOff;
    return json;
}
}
