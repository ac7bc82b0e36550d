// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/sales/question_reading.hpp"

#include "core/rules/qbs/expansion.hpp"
#include "core/rules/qbs/reply.hpp"

namespace agentarmy {
namespace {
std::string allText(const ContactWords& words)
{
    std::string text;
    for (const auto& piece : words.pieces)
        text += (text.empty() ? "" : "\n") + piece.text;
    return text;
}

std::string ourText(const ConversationTurn& turn)
{
    std::string text;
    for (const auto& spoken : turn.spoken)
        if (spoken.ours)
            text += (text.empty() ? "" : "\n") + spoken.text;
    return text;
}
}

Result<std::vector<std::string>> knownPeople(UnitOfWork& work, Id<Account> account, Id<Contact> speaker)
{
    Query query;
    query.accountId = account.value();
    auto contacts = work.list<Contact>(query);
    if (!contacts)
        return fail(contacts.error());
    std::vector<std::string> known;
    known.reserve(contacts->size());
    for (const auto* contact : *contacts) {
        if (!contact->contactName.empty())
            known.push_back(contact->contactName);
        if (contact->id != speaker && contact->title && qbs::isUniqueRole(*contact->title))
            known.push_back(*contact->title);
    }
    return known;
}

void readForQuestions(UnitOfWork& work, const ConversationTurn& turn, const ContactWords& words,
    const TurnReading& reading, ConversationState& state, std::vector<std::string>& errors)
{
    auto loaded = qbs::loadQbs(state.metadata);
    const auto before = loaded.data;
    if (turn.inbound) {
        auto known = knownPeople(work, turn.accountId, state.contactId);
        if (!known) {
            errors.push_back("questions: " + known.error().message);
            return;
        }
        const auto text = allText(words);
        qbs::Reply reply;
        reply.text = text;
        reply.source = turn.sourceId;
        reply.interactionCount = state.interactionCount;
        reply.at = turn.at;
        reply.knownPeople = std::move(*known);
        for (const auto& evidence : reading.accepted.found[Dimension::pain].evidence)
            reply.painQuotes.push_back(evidence.quote);
        loaded.data = qbs::afterReply(std::move(loaded.data), reply);
    } else {
        loaded.data.asked = qbs::afterSending(std::move(loaded.data.asked), {ourText(turn), turn.at, {}});
    }
    for (auto& warning : loaded.warnings)
        errors.push_back("questions: " + warning);
    if (loaded.data != before)
        state.metadata = qbs::savedQbs(std::move(state.metadata), loaded.data);
}

Result<void> keepSentQuestion(UnitOfWork& work, const AgentAction& action)
{
    if (!action.accountId || !action.contactId || !action.executedAt)
        return {};
    auto known = work.findByKey<ConversationState>(action.accountId->text() + '/' + action.contactId->text());
    if (!known)
        return fail(known.error());
    if (!*known)
        return {};
    auto loaded = qbs::loadQbs((*known)->metadata);
    auto asked = qbs::afterSending(loaded.data.asked, {action.effective().body, *action.executedAt, action.question});
    if (asked == loaded.data.asked)
        return {};
    auto state = work.edit((*known)->id);
    if (!state)
        return fail(state.error());
    loaded.data.asked = std::move(asked);
    (*state)->metadata = qbs::savedQbs(std::move((*state)->metadata), loaded.data);
    return {};
}
}
