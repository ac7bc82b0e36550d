// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/mail_threads.hpp"

#include "core/base/text.hpp"
#include "core/rules/sales/thread_headers.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
constexpr auto subjectWindow = std::chrono::days(30);

std::string rootOf(const Message& message)
{
    if (!message.references.empty())
        return message.references.front();
    if (message.inReplyTo)
        return *message.inReplyTo;
    const auto own = message.externalIds.find("messageId");
    return own == message.externalIds.end() ? message.rawHash : own->second;
}
std::string threadKey(const std::string& root) { return "thread:" + root; }
}

void countMessage(Conversation& conversation, const Message& message)
{
    ++conversation.messageCount;
    conversation.firstAt = std::min(message.sentAt, conversation.firstAt.value_or(message.sentAt));
    const bool newest = !conversation.lastAt || message.sentAt >= *conversation.lastAt;
    const bool personal = message.kind == MessageKind::person;
    if (newest) {
        conversation.lastAt = message.sentAt;
        conversation.preview = std::string(cutAtCodePoint(collapseSpaces(cutAtCodePoint(message.text, 600)), 200));
    }
    if (personal && message.direction == Direction::inbound) {
        if (!conversation.lastOutboundAt || message.sentAt >= *conversation.lastOutboundAt)
            conversation.unansweredOutbound = 0;
        if (newest && conversation.snoozedUntil) { // they write again: no longer put aside
            conversation.snoozedUntil.reset();
            if (conversation.state == ConversationStatus::snoozed)
                conversation.state = ConversationStatus::open;
        }
        conversation.lastInboundAt = std::max(message.sentAt, conversation.lastInboundAt.value_or(message.sentAt));
    } else if (personal && message.direction == Direction::outbound) {
        if (!conversation.lastInboundAt || message.sentAt > *conversation.lastInboundAt)
            ++conversation.unansweredOutbound;
        conversation.lastOutboundAt = std::max(message.sentAt, conversation.lastOutboundAt.value_or(message.sentAt));
    }
    if (conversation.lastInboundAt || conversation.lastOutboundAt)
        conversation.turn = conversation.lastInboundAt
                && (!conversation.lastOutboundAt || *conversation.lastInboundAt >= *conversation.lastOutboundAt)
            ? Turn::ours
            : Turn::theirs;
    conversation.updatedAt = std::max(conversation.updatedAt, message.sentAt);
}

Result<void> recountConversation(UnitOfWork& work, Id<Conversation> id, const std::set<Uuid>& withoutMessages)
{
    Query query;
    query.parentId = id.value();
    query.sort = SortKey::time;
    auto messages = work.list<Message>(query);
    if (!messages)
        return fail(messages.error());
    auto edited = work.edit(id);
    if (!edited)
        return fail(edited.error());
    if (!*edited)
        return {};
    auto& conversation = **edited;
    const auto updatedAt = conversation.updatedAt;
    conversation.messageCount = conversation.unansweredOutbound = 0;
    conversation.firstAt.reset();
    conversation.lastAt.reset();
    conversation.lastInboundAt.reset();
    conversation.lastOutboundAt.reset();
    conversation.turn = Turn::none;
    conversation.preview.clear();
    for (const auto* message : *messages)
        if (!withoutMessages.contains(message->id.value()))
            countMessage(conversation, *message);
    conversation.updatedAt = updatedAt;
    conversation.archived = conversation.archived || conversation.messageCount == 0;
    return {};
}

Result<std::optional<Id<Conversation>>> MailThreads::known(const Message& message)
{
    std::vector<std::string> ids;
    if (message.inReplyTo)
        ids.push_back(*message.inReplyTo);
    for (auto reference = message.references.rbegin(); reference != message.references.rend() && ids.size() < 12;
         ++reference)
        ids.push_back(*reference);
    for (const auto& id : ids) {
        auto parent = m_run.work.findByKey<Message>("mid:" + id);
        if (!parent)
            return fail(parent.error());
        if (*parent)
            return (*parent)->conversationId;
    }
    // A root that was not read yet: its children opened the conversation under its id.
    std::vector<std::string> roots {rootOf(message)};
    if (const auto own = message.externalIds.find("messageId");
        own != message.externalIds.end() && own->second != roots.front())
        roots.push_back(own->second);
    for (const auto& root : roots) {
        auto conversation = m_run.work.findByKey<Conversation>(threadKey(root));
        if (!conversation)
            return fail(conversation.error());
        if (*conversation)
            return (*conversation)->id;
    }
    return std::nullopt;
}

Result<std::optional<Id<Account>>> MailThreads::accountOf(const Message& answer)
{
    auto id = known(answer);
    if (!id)
        return fail(id.error());
    if (!*id)
        return std::nullopt;
    auto conversation = m_run.work.find(**id);
    if (!conversation)
        return fail(conversation.error());
    return *conversation ? (*conversation)->accountId : std::nullopt;
}

Result<std::optional<Id<Conversation>>> MailThreads::bySubject(
    const Message& message, const std::vector<Id<Contact>>& contacts)
{
    const auto subject = sales::bareSubject(message.subject);
    const bool isAnswer = subject != message.subject;
    if (!isAnswer || message.inReplyTo || !message.references.empty() || subject.empty() || !message.accountId
        || contacts.empty())
        return std::nullopt;
    Query query;
    query.accountId = message.accountId->value();
    query.namePrefix = nameKey(subject);
    auto found = m_run.work.list<Conversation>(query);
    if (!found)
        return fail(found.error());
    const Conversation* best = nullptr;
    for (const auto* conversation : *found) {
        const bool shared = std::any_of(contacts.begin(), contacts.end(), [&](const auto& id) {
            return std::find(conversation->contactIds.begin(), conversation->contactIds.end(), id)
                != conversation->contactIds.end();
        });
        const auto last = conversation->lastAt.value_or(message.sentAt);
        const auto first = conversation->firstAt.value_or(message.sentAt);
        const bool near = message.sentAt <= last + subjectWindow && message.sentAt >= first - subjectWindow;
        if (conversation->channel == Channel::email
            && nameKey(sales::bareSubject(conversation->subject)) == nameKey(subject) && shared && near
            && (!best || conversation->lastAt > best->lastAt))
            best = conversation;
    }
    return best ? std::optional(best->id) : std::nullopt;
}

Result<Id<Conversation>> MailThreads::place(
    const Message& message, const std::vector<Id<Contact>>& contacts, const std::optional<Id<User>>& owner)
{
    auto found = known(message);
    if (!found)
        return fail(found.error());
    if (!*found) {
        found = bySubject(message, contacts);
        if (!found)
            return fail(found.error());
    }
    Conversation* conversation = nullptr;
    if (*found) {
        auto edited = m_run.work.edit(**found);
        if (!edited)
            return fail(edited.error());
        conversation = *edited;
    }
    if (!conversation) { // new, or deleted by a person meanwhile: then the thread starts again
        Conversation fresh;
        fresh.channel = Channel::email;
        fresh.subject = std::string(cutAtCodePoint(sales::bareSubject(message.subject), 1000));
        const auto key = threadKey(rootOf(message));
        fresh.externalIds["threadKey"] = *found ? key + "#" + message.id.text() : key;
        fresh.createdAt = fresh.updatedAt = message.sentAt;
        conversation = &m_run.work.add(std::move(fresh));
        ++m_run.report.created["conversation"];
    }
    if (!conversation->accountId && message.accountId)
        conversation->accountId = message.accountId;
    if (!conversation->ownerId && owner)
        conversation->ownerId = owner;
    for (const auto& contact : contacts)
        if (conversation->contactIds.size() < 500
            && std::find(conversation->contactIds.begin(), conversation->contactIds.end(), contact)
                == conversation->contactIds.end())
            conversation->contactIds.push_back(contact);
    countMessage(*conversation, message);
    return conversation->id;
}
}
