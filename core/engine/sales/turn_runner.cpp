// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/sales/turn.hpp"

#include "core/base/text.hpp"
#include "core/engine/sales/question_reading.hpp"
#include "core/rules/sales/acceptance.hpp"
#include "core/rules/sales/confidence.hpp"
#include "core/rules/sales/escalation.hpp"
#include "core/rules/sales/follow_up.hpp"
#include "core/rules/sales/inbound.hpp"
#include "core/rules/sales/local_qualification.hpp"
#include "core/rules/sales/merge.hpp"
#include "core/rules/sales/next_actions.hpp"
#include "core/rules/sales/persona.hpp"
#include "core/rules/text/scan.hpp"

namespace agentarmy {
namespace {
constexpr std::size_t maxExtractionBytes = 60'000;

int counter(const Json& metadata, const char* key)
{
    return metadata.is_object() && metadata.contains(key) && metadata[key].is_number_integer()
        ? metadata[key].get<int>()
        : 0;
}

Result<ConversationState*> stateFor(UnitOfWork& work, const ConversationTurn& turn, const Contact& contact)
{
    auto known = work.findByKey<ConversationState>(turn.accountId.text() + '/' + contact.id.text());
    if (!known)
        return fail(known.error());
    if (*known)
        return work.edit((*known)->id);
    ConversationState state;
    state.accountId = turn.accountId;
    state.contactId = contact.id;
    state.conversationId = turn.conversationId;
    state.contactEmail = contact.contactEmail;
    state.contactName = contact.contactName;
    state.personaType
        = sales::personaFromTitle(contact.title ? std::optional<std::string_view>(*contact.title) : std::nullopt);
    state.createdAt = state.updatedAt = turn.at;
    return &work.add(std::move(state));
}

std::string allText(const ContactWords& words)
{
    std::string text;
    for (const auto& piece : words.pieces) {
        if (!text.empty())
            text += '\n';
        text += piece.text;
    }
    return text;
}
}

TurnRunner::TurnRunner(EngineParts parts, const WorkspaceInfo& workspace)
    : m_parts(parts)
    , m_workspace(workspace)
{
    if (auto zone = Zone::find(workspace.settings.timeZone))
        m_zone = *zone;
}

Result<std::vector<TurnReading>> TurnRunner::run(
    UnitOfWork& work, const ConversationTurn& turn, std::vector<std::string>& errors)
{
    std::vector<TurnReading> readings;
    Cause cause;
    cause.what = "turn";
    cause.messageId = turn.sourceId;
    cause.rule = "sales.processTurn";
    work.because(cause);
    for (const auto& words : turn.words) {
        auto found = work.find(words.contactId);
        if (!found)
            return fail(found.error());
        if (!*found)
            continue;
        auto reading = readContact(work, turn, words, **found, errors);
        if (!reading)
            return fail(reading.error());
        readings.push_back(std::move(*reading));
    }
    return readings;
}

Result<TurnReading> TurnRunner::readContact(UnitOfWork& work, const ConversationTurn& turn, const ContactWords& words,
    const Contact& contact, std::vector<std::string>& errors)
{
    auto prepared = stateFor(work, turn, contact);
    if (!prepared)
        return fail(prepared.error());
    auto& state = **prepared;
    TurnReading reading;
    const bool newest = !state.lastInteraction || turn.at >= *state.lastInteraction;
    if (newest)
        state.conversationId = turn.conversationId;
    if (turn.inbound) {
        for (const auto& piece : words.pieces) {
            QualificationRequest request;
            request.text = cutAtCodePoint(piece.text, maxExtractionBytes);
            request.contactName = contact.contactName;
            request.before = piece.before;
            request.existing = &state.qualification;
            auto extraction = m_parts.model.qualify(work.context(), request);
            if (!extraction) {
                errors.push_back("qualification: " + extraction.error().message);
                continue;
            }
            const sales::EvidenceSource source {piece.text, turn.sourceId, turn.sourceType, piece.utterance, turn.at};
            auto accepted = sales::acceptExtraction(*extraction, source);
            auto outcome
                = sales::applyExtraction(state.qualification, accepted.extraction, accepted.retractions, turn.at);
            state.qualification = std::move(outcome.state);
            reading.changed.insert(reading.changed.end(), outcome.changed.begin(), outcome.changed.end());
            if (reading.accepted.found.lastUpdated) {
                auto both = sales::applyExtraction(reading.accepted.found, accepted.extraction, {}, turn.at);
                reading.accepted.found = std::move(both.state);
            } else {
                reading.accepted = std::move(accepted.extraction);
                reading.accepted.found.lastUpdated = turn.at;
            }
            reading.retractions.insert(
                reading.retractions.end(), accepted.retractions.begin(), accepted.retractions.end());
        }
    }
    ++state.interactionCount;
    state.lastInteraction = std::max(turn.at, state.lastInteraction.value_or(turn.at));
    if (newest)
        state.lastChannel = turn.channel;
    state.updatedAt = turn.at;
    if (!state.metadata.is_object())
        state.metadata = Json::object();
    const char* side = turn.channel == Channel::meeting ? "meetings" : turn.inbound ? "inbound" : "outbound";
    state.metadata[side] = counter(state.metadata, side) + 1;
    if (turn.inbound) {
        state.followUpScheduled.reset();
        state.qualification.recommendedNextQuestions = sales::nextQuestions(state.qualification,
            turn.language.empty() ? std::string(text::guessLanguage(allText(words))) : turn.language);
        if (turn.fresh)
            if (auto done = escalate(work, turn, state, words); !done)
                return fail(done.error());
    } else if (auto done = resolveByOurAnswer(work, turn, state); !done)
        return fail(done.error());
    readForQuestions(work, turn, words, reading, state, errors);
    return reading;
}

Result<void> TurnRunner::escalate(
    UnitOfWork& work, const ConversationTurn& turn, ConversationState& state, const ContactWords& words)
{
    const auto text = allText(words);
    const auto decision
        = sales::evaluateEscalation(sales::escalationInput(state, text, m_workspace.settings.escalationThreshold));
    if (!decision.trigger)
        return {};
    auto report = sales::escalationReport(state, decision, text, turn.at);
    auto account = work.find(turn.accountId);
    if (!account)
        return fail(account.error());
    const auto* owner = m_workspace.user(*account ? (*account)->ownerId : std::nullopt);
    const auto* manager = owner ? m_workspace.user(owner->managerId) : nullptr;
    report.notificationTargets = sales::notificationTargets(state.metadata,
        owner ? std::optional(owner->email) : std::nullopt, manager ? std::optional(manager->email) : std::nullopt);
    report.conversationId = turn.conversationId;
    report.accountId = turn.accountId;
    report.contactId = state.contactId;
    if (turn.sourceType == SourceType::message)
        report.messageId = Id<Message>(turn.sourceId);
    state.escalated = true;
    state.escalationReason = decision.trigger;
    Query query;
    query.parentId = turn.conversationId.value();
    query.states = {"open", "acknowledged"};
    auto open = work.list<Escalation>(query);
    if (!open)
        return fail(open.error());
    if (!open->empty()) {
        auto edited = work.edit(open->front()->id);
        if (!edited)
            return fail(edited.error());
        report.id = (*edited)->id;
        report.createdAt = (*edited)->createdAt;
        report.status = (*edited)->status;
        report.assignee = (*edited)->assignee;
        **edited = std::move(report);
        return {};
    }
    work.add(std::move(report));
    auto conversation = work.edit(turn.conversationId);
    if (!conversation)
        return fail(conversation.error());
    if (*conversation && (*conversation)->state == ConversationStatus::open)
        (*conversation)->state = ConversationStatus::escalated;
    return {};
}

Result<void> TurnRunner::resolveByOurAnswer(UnitOfWork& work, const ConversationTurn& turn, ConversationState& state)
{
    if (!turn.byPerson || !state.escalated)
        return {};
    Query query;
    query.parentId = turn.conversationId.value();
    query.states = {"open", "acknowledged"};
    auto open = work.list<Escalation>(query);
    if (!open)
        return fail(open.error());
    for (const auto* each : *open) {
        if (each->createdAt > turn.at)
            continue;
        auto edited = work.edit(each->id);
        if (!edited)
            return fail(edited.error());
        (*edited)->status = EscalationStatus::resolved;
        (*edited)->resolution = "human_owns";
        (*edited)->resolvedBy = turn.ownUser ? turn.ownUser->text() : std::string();
        (*edited)->updatedAt = turn.at;
        state.escalated = false;
        state.escalationReason.reset();
        auto conversation = work.edit(turn.conversationId);
        if (!conversation)
            return fail(conversation.error());
        if (*conversation && (*conversation)->state == ConversationStatus::escalated)
            (*conversation)->state = ConversationStatus::open;
    }
    return {};
}
}
