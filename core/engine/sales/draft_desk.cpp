// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/sales/draft_desk.hpp"

#include "core/base/text.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/sales/draft_writing.hpp"
#include "core/rules/sales/approval.hpp"
#include "core/rules/sales/persona.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
/// All that a draft is written from.
struct Subject {
    Conversation conversation;
    Contact contact;
    ConversationState state; ///< an empty one if nothing was read yet
    std::optional<Message> last; ///< of a person
    std::string accountName;
    std::optional<QualificationState> deal; ///< what the deal of the conversation has proven
};

Result<Subject> subjectOf(Store& store, const Context& context, Id<Conversation> id, std::optional<Id<Contact>> contact)
{
    Subject subject;
    auto conversation = readEntity(store, context, id);
    if (!conversation)
        return fail(conversation.error());
    subject.conversation = std::move(*conversation);
    Query newest;
    newest.parentId = id.value();
    newest.states = {"person"};
    newest.sort = SortKey::time;
    newest.descending = true;
    auto last = readFirst<Message>(store, context, newest);
    if (!last)
        return fail(last.error());
    subject.last = std::move(*last);
    if (!contact && subject.last && subject.last->from.contactId)
        contact = subject.last->from.contactId;
    if (!contact && !subject.conversation.contactIds.empty())
        contact = subject.conversation.contactIds.front();
    if (!contact)
        return fail({ErrorKind::invalid, "no_recipient", "Nobody of the customer takes part in this conversation.",
            {{"conversationId", id.text()}}});
    auto person = readEntity(store, context, *contact);
    if (!person)
        return fail(person.error());
    subject.contact = std::move(*person);
    if (subject.contact.optedOut)
        return fail({ErrorKind::denied, "opted_out", subject.contact.contactName + " asked for no more messages.",
            {{"contactId", contact->text()}}});
    subject.state.contactName = subject.contact.contactName;
    subject.state.contactEmail = subject.contact.contactEmail;
    subject.state.personaType = sales::personaFromTitle(
        subject.contact.title ? std::optional<std::string_view>(*subject.contact.title) : std::nullopt);
    const auto account = subject.conversation.accountId ? subject.conversation.accountId : subject.contact.accountId;
    if (!account)
        return subject;
    Query states;
    states.externalKey = account->text() + '/' + contact->text();
    auto state = readFirst<ConversationState>(store, context, states);
    if (!state)
        return fail(state.error());
    if (*state)
        subject.state = std::move(**state);
    subject.state.accountId = *account;
    if (auto found = readEntity(store, context, *account))
        subject.accountName = found->accountName;
    if (subject.conversation.opportunityId)
        if (auto deal = readEntity(store, context, *subject.conversation.opportunityId))
            subject.deal = std::move(deal->qualificationSnapshot);
    return subject;
}

DraftSubject subjectFor(const Subject& subject)
{
    return {subject.conversation, subject.contact, subject.state, subject.last ? &*subject.last : nullptr,
        subject.accountName, subject.deal ? &*subject.deal : nullptr};
}
}

Result<DraftShown> draftFor(EngineParts parts, const Context& context, const WorkspaceInfo& workspace,
    Id<Conversation> id, std::optional<Id<Contact>> contact)
{
    Query waiting;
    waiting.parentId = id.value();
    waiting.states = {"pending"};
    waiting.sort = SortKey::time;
    waiting.descending = true;
    auto drafts = readEntities<AgentAction>(parts.store, context, waiting);
    if (!drafts)
        return fail(drafts.error());
    for (auto& draft : *drafts)
        if (!draft.writtenBy && (!contact || draft.contactId == contact))
            return DraftShown {std::move(draft), false};
    auto subject = subjectOf(parts.store, context, id, contact);
    if (!subject)
        return fail(subject.error());
    auto written = writeDraft(parts, context, workspace, subjectFor(*subject));
    if (!written)
        return fail(written.error());
    auto& action = written->action;
    if (subject->state.nextActions.empty())
        action.rationale = "Asked for by a person.";
    // The agent writes it; that a person asked for it stands in the cause.
    auto agent = context;
    agent.actor.kind = ActorKind::agent;
    UnitOfWork work(parts.store, agent, parts.ids);
    Cause cause;
    cause.what = "draft";
    cause.rule = "sales.processTurn";
    if (subject->last)
        cause.messageId = subject->last->id.value();
    work.because(std::move(cause));
    action.idempotencyKey = "draft:asked:" + id.text() + ':'
        + (subject->last ? subject->last->id.text() : std::string("start")) + ':'
        + std::to_string(toMillis(action.proposedAt));
    auto stored = work.add(std::move(action));
    if (auto done = work.commit(); !done)
        return fail(done.error());
    return DraftShown {std::move(stored), true};
}

Result<DraftShown> draftForContact(
    EngineParts parts, const Context& context, const WorkspaceInfo& workspace, Id<Contact> id)
{
    auto contact = readEntity(parts.store, context, id);
    if (!contact)
        return fail(contact.error());
    Query query;
    if (contact->accountId)
        query.accountId = contact->accountId->value();
    query.sort = SortKey::time;
    query.descending = true;
    auto conversations = readEntities<Conversation>(parts.store, context, query);
    if (!conversations)
        return fail(conversations.error());
    for (const auto& conversation : *conversations)
        if (conversation.channel != Channel::meeting
            && std::find(conversation.contactIds.begin(), conversation.contactIds.end(), id)
                != conversation.contactIds.end())
            return draftFor(parts, context, workspace, conversation.id, id);
    return fail({ErrorKind::notFound, "no_conversation",
        "There is no conversation by mail or chat with " + contact->contactName + " yet.", {{"contactId", id.text()}}});
}

Result<OwnDraft> writeOwn(Store& store, const Context& context, IdSource& ids, const OwnMessage& message, Timestamp now)
{
    if (!context.actor.userId)
        return fail({ErrorKind::denied, "not_allowed", "Only a person writes in their own name.", {}});
    AgentAction action;
    action.writtenBy = action.ownerId = context.actor.userId;
    action.rationale = "Written by a person.";
    action.confidence = 1;
    action.payload.body = message.body;
    if (message.conversationId) {
        auto subject = subjectOf(store, context, *message.conversationId, message.contactId);
        if (!subject)
            return fail(subject.error());
        const bool chat = subject->conversation.channel == Channel::chat;
        action.actionType = chat ? "send_chat" : "send_email";
        action.accountId
            = subject->state.accountId.isNull() ? subject->conversation.accountId : subject->state.accountId;
        action.opportunityId = subject->conversation.opportunityId;
        action.conversationId = subject->conversation.id;
        action.contactId = subject->contact.id;
        action.personaType = subject->state.personaType;
        addressDraft(action.payload, subjectFor(*subject), message.subject);
        if (message.subject && !chat)
            action.payload.subject = message.subject;
        action.findings = findingsOf(action, subjectFor(*subject));
    } else {
        if (!message.contactId)
            return fail(invalidField("contactId", "must name a person"));
        auto contact = readEntity(store, context, *message.contactId);
        if (!contact)
            return fail(contact.error());
        if (contact->optedOut)
            return fail({ErrorKind::denied, "opted_out", contact->contactName + " asked for no more messages.",
                {{"contactId", contact->id.text()}}});
        if (contact->contactEmail.empty())
            return fail({ErrorKind::invalid, "no_recipient",
                "No mail address of " + contact->contactName + " is known. Add one first.",
                {{"contactId", contact->id.text()}}});
        action.actionType = "send_email";
        action.accountId = contact->accountId;
        action.contactId = contact->id;
        action.payload.to = {Party {contact->contactName, contact->contactEmail, contact->id, {}}};
        action.payload.subject = message.subject;
    }
    if (auto good = sales::checkMessage(action.payload); !good)
        return fail(good.error());
    action.proposedAt = action.createdAt = action.updatedAt = now;
    UnitOfWork work(store, context, ids);
    work.because({.what = "draft"});
    const auto mutation = ids.next();
    action.idempotencyKey = "own:" + mutation.text();
    work.setMutation(mutation);
    auto stored = work.add(std::move(action));
    if (auto done = work.commit(); !done)
        return fail(done.error());
    return OwnDraft {std::move(stored), mutation};
}

Result<std::vector<DraftFinding>> reviewAgain(Store& store, const Context& context, const AgentAction& action)
{
    if (!action.conversationId)
        return fail(notFound(Conversation::type, {}));
    auto subject = subjectOf(store, context, *action.conversationId, action.contactId);
    if (!subject)
        return fail(subject.error());
    return findingsOf(action, subjectFor(*subject));
}
}
