// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/sales/draft_writing.hpp"

#include "core/base/text.hpp"
#include "core/rules/intelligence/persona.hpp"
#include "core/rules/qbs/guidance.hpp"
#include "core/rules/qbs/next_question.hpp"
#include "core/rules/qbs/reply.hpp"
#include "core/rules/qbs/wording.hpp"
#include "core/rules/sales/completeness.hpp"
#include "core/rules/sales/confidence.hpp"
#include "core/rules/sales/draft_review.hpp"
#include "core/rules/sales/merge.hpp"
#include "core/rules/sales/templates.hpp"
#include "core/rules/sales/thread_headers.hpp"
#include "core/rules/text/scan.hpp"

namespace agentarmy {
namespace {
constexpr std::size_t longestRationale = 1000;

/// Texts whose figures a draft may repeat.
std::string groundsOf(const DraftSubject& subject)
{
    auto grounds = subject.conversation.subject + '\n' + subject.contact.contactName + '\n' + subject.accountName;
    if (subject.last)
        grounds += '\n' + subject.last->text + '\n' + subject.last->quotedText;
    for (const auto& signal : subject.state.qualification.signals)
        for (const auto& evidence : signal.evidence)
            grounds += '\n' + evidence.quote;
    return grounds;
}

/// The question of a recommendation that a text asks: in our words, or, where a model words it, the only one there is.
std::optional<AskedQuestion> askedIn(const std::string& body, const qbs::NextQuestion& next, DetectedBy writer)
{
    if (!next.recommendation || next.backOff)
        return std::nullopt;
    AskedQuestion asked;
    asked.questionType = next.recommendation->questionType;
    asked.meddicBantTarget = next.recommendation->meddicBantTarget;
    asked.question = qbs::questionIn(next.recommendation->suggestedQuestion);
    if (qbs::asks(body, asked))
        return asked;
    if (writer != DetectedBy::model)
        return std::nullopt;
    int questions = 0;
    for (const auto& sentence : text::sentences(body))
        if (text::isQuestion(sentence.in(body))) {
            asked.question = std::string(sentence.in(body));
            ++questions;
        }
    return questions == 1 ? std::optional(asked) : std::nullopt;
}
}

qbs::NextQuestion questionOf(const DraftSubject& subject, const QualificationState& known, std::string_view language)
{
    qbs::QuestionMoment moment;
    moment.dealStage = subject.state.dealStage;
    moment.interactionCount = subject.state.interactionCount;
    moment.identified = sales::identifiedDimensions(known);
    if (subject.answers())
        moment.latestInboundText = subject.last->text;
    moment.language = language;
    moment.optedOut = subject.contact.optedOut;
    moment.escalated = subject.state.escalated;
    return qbs::nextQuestion(qbs::loadQbs(subject.state.metadata).data, moment);
}

void addressDraft(DraftPayload& payload, const DraftSubject& subject, const std::optional<std::string>& newSubject)
{
    const auto& contact = subject.contact;
    const bool theyWrote = subject.answers() && subject.last->from.contactId == std::optional(contact.id);
    payload.to = {theyWrote ? subject.last->from : Party {contact.contactName, contact.contactEmail, contact.id, {}}};
    if (subject.conversation.channel == Channel::chat)
        return;
    if (subject.last) {
        const auto& ids = subject.last->externalIds;
        if (const auto messageId = ids.find("messageId"); messageId != ids.end()) {
            const auto headers = sales::threadHeaders(
                {messageId->second, subject.last->references, subject.last->inReplyTo, subject.last->subject});
            payload.inReplyTo = headers.inReplyTo;
            payload.references = headers.references;
            payload.subject = headers.subject;
        }
    }
    if (!payload.subject)
        payload.subject = newSubject;
}

std::vector<DraftFinding> findingsOf(const AgentAction& action, const DraftSubject& subject)
{
    sales::DraftReviewInput review;
    review.subject = action.effective().subject;
    review.body = action.effective().body;
    review.persona = action.personaType;
    review.channel = subject.conversation.channel == Channel::chat ? Channel::chat : Channel::email;
    review.isReply = subject.answers();
    review.contactName = subject.contact.contactName;
    review.grounds = groundsOf(subject);
    return sales::reviewDraft(review);
}

Result<WrittenDraft> writeDraft(
    EngineParts parts, const Context& context, const WorkspaceInfo& workspace, const DraftSubject& subject)
{
    const auto& state = subject.state;
    const bool chat = subject.conversation.channel == Channel::chat;
    DraftRequest request;
    request.channel = chat ? Channel::chat : Channel::email;
    request.persona = state.personaType;
    request.stage = state.dealStage;
    request.contactName = subject.contact.contactName;
    const auto* user = workspace.user(subject.conversation.ownerId);
    user = user ? user : workspace.user(workspace.self);
    request.ourName = user ? user->name : std::string();
    request.ourCompany = workspace.settings.ownCompanyName;
    request.accountName = subject.accountName;
    if (subject.answers())
        request.lastInboundText = subject.last->text;
    request.subject = subject.conversation.subject;
    request.task = state.nextActions.empty() ? std::string() : state.nextActions.front().description;
    const auto known = subject.deal ? sales::knownFor(state.qualification, *subject.deal) : state.qualification;
    request.qualification = &known;
    request.language = subject.last ? text::guessLanguage(subject.last->text) : std::string_view("en");
    request.voice = intelligence::axesOf(workspace.settings.persona, workspace.settings.region);
    request.customInstructions = workspace.settings.persona.customInstructions;
    const auto next = questionOf(subject, known, request.language);
    if (next.recommendation) {
        request.question = next.recommendation->suggestedQuestion;
        request.qbsGuidance = qbs::buildGuidance(
            *next.recommendation, next.painState, qbs::openContacts(qbs::loadQbs(state.metadata).data.contacts))
                                  .text;
    } else {
        request.question = sales::templateText(request.language, "question.all"); // probes nothing
    }
    auto answer = parts.model.draft(context, request);
    if (!answer)
        return fail(answer.error());

    WrittenDraft draft;
    auto& action = draft.action;
    action.actionType = chat ? "send_chat" : "send_email";
    action.accountId = subject.conversation.accountId ? subject.conversation.accountId : subject.contact.accountId;
    action.opportunityId = subject.conversation.opportunityId;
    action.conversationId = subject.conversation.id;
    action.contactId = subject.contact.id;
    action.ownerId = subject.conversation.ownerId;
    action.payload.body = answer->body;
    addressDraft(action.payload, subject, answer->subject);
    action.question = askedIn(answer->body, next, parts.model.kind());
    action.personaType = request.persona;
    action.findings = findingsOf(action, subject);
    const auto confidence = sales::turnConfidence({answer->confidence, answer->claims, answer->claimsWithSource,
        answer->questionsAsked, answer->questionsAnswered, state.confidenceScore});
    action.confidence = confidence.turn;
    draft.confidenceScore = confidence.score;
    action.origin = answer->origin;
    action.rationale = request.task.empty() ? subject.contact.contactName + " waits for an answer."
                                            : std::string(cutAtCodePoint(request.task, longestRationale));
    action.proposedAt = action.createdAt = action.updatedAt = parts.clock.now();
    return draft;
}
}
