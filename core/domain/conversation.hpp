// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/contact.hpp"
#include "core/domain/opportunity.hpp"

namespace agentarmy {

/// A thread with a customer on one channel.
struct Conversation {
    static constexpr const char* type = "conversation";
    Id<Conversation> id;
    Channel channel = Channel::email;
    std::optional<Id<Account>> accountId;
    std::vector<Id<Contact>> contactIds;
    std::optional<Id<Opportunity>> opportunityId; ///< what it is about (deals rules R10)
    std::optional<Id<User>> ownerId;
    std::string subject;
    std::map<std::string, std::string> externalIds;
    int messageCount = 0;
    std::optional<Timestamp> firstAt;
    std::optional<Timestamp> lastAt;
    std::optional<Timestamp> lastInboundAt;
    std::optional<Timestamp> lastOutboundAt;
    int unansweredOutbound = 0; ///< our messages since their last one
    Turn turn = Turn::none;
    ConversationStatus state = ConversationStatus::open;
    std::optional<Timestamp> snoozedUntil;
    std::optional<Id<User>> ownedBy; ///< null: the agent
    std::string preview; ///< start of the newest message, at most 200 bytes
    bool archived = false;
    Timestamp createdAt {};
    Timestamp updatedAt {};
};
template <class F> void describe(F& f, Conversation& c)
{
    f("id", c.id);
    f("channel", c.channel);
    f("accountId", c.accountId);
    f("contactIds", c.contactIds, {0, 500});
    f("opportunityId", c.opportunityId);
    f("ownerId", c.ownerId);
    f("subject", c.subject, {0, 1000});
    f("externalIds", c.externalIds);
    f("messageCount", c.messageCount);
    f("firstAt", c.firstAt);
    f("lastAt", c.lastAt);
    f("lastInboundAt", c.lastInboundAt);
    f("lastOutboundAt", c.lastOutboundAt);
    f.sparse("unansweredOutbound", c.unansweredOutbound);
    f("turn", c.turn);
    f("state", c.state);
    f("snoozedUntil", c.snoozedUntil);
    f("ownedBy", c.ownedBy);
    f("preview", c.preview, {0, 400});
    f.sparse("archived", c.archived);
    f("createdAt", c.createdAt);
    f("updatedAt", c.updatedAt);
}
AGENTARMY_DECLARE_JSON(Conversation);

struct Party {
    std::string name;
    std::string address; ///< lower case; empty on chat
    std::optional<Id<Contact>> contactId;
    std::optional<Id<User>> userId;
};
template <class F> void describe(F& f, Party& p)
{
    f("name", p.name, {0, 300});
    f("address", p.address, {0, 320});
    f("contactId", p.contactId);
    f("userId", p.userId);
}
AGENTARMY_DECLARE_JSON(Party);

struct AttachmentRef {
    std::string name;
    std::string mediaType;
    std::int64_t size = 0; ///< bytes
    std::string hash; ///< SHA-256, 64 hex digits
};
template <class F> void describe(F& f, AttachmentRef& a)
{
    f("name", a.name, {0, 500});
    f("mediaType", a.mediaType, {0, 200});
    f("size", a.size);
    f("hash", a.hash, {0, 64});
}
AGENTARMY_DECLARE_JSON(AttachmentRef);

/// One mail, chat line or note in a conversation.
struct Message {
    static constexpr const char* type = "message";
    Id<Message> id;
    Id<Conversation> conversationId;
    std::optional<Id<Account>> accountId;
    std::optional<Id<Opportunity>> opportunityId;
    Direction direction = Direction::inbound;
    Channel channel = Channel::email;
    Party from;
    std::vector<Party> to, cc, bcc;
    Timestamp sentAt {};
    std::optional<Timestamp> receivedAt;
    bool dateGuessed = false; ///< the mail had no date of its own
    std::string subject;
    std::string text; ///< clean, without quote and signature, at most 64 KiB: what rules read
    std::string quotedText; ///< what was cut off, at most 64 KiB
    std::optional<std::string> language;
    MessageKind kind = MessageKind::person;
    std::map<std::string, std::string> externalIds; ///< messageId, threadId, ...
    std::optional<std::string> inReplyTo;
    std::vector<std::string> references;
    std::string rawHash; ///< SHA-256 of the source, 64 hex digits
    std::vector<AttachmentRef> attachments;
    MessageStatus status = MessageStatus::received;
    bool truncated = false; ///< the text was longer than we keep
    std::optional<Uuid> agentActionId;
    std::optional<std::string> source; ///< where it was imported from, for people ("inbox.mbox, message 12")
    Timestamp createdAt {};
};
template <class F> void describe(F& f, Message& m)
{
    f("id", m.id);
    f.required("conversationId", m.conversationId);
    f("accountId", m.accountId);
    f("opportunityId", m.opportunityId);
    f("direction", m.direction);
    f("channel", m.channel);
    f("from", m.from);
    f("to", m.to, {0, 500});
    f("cc", m.cc, {0, 500});
    f("bcc", m.bcc, {0, 500});
    f("sentAt", m.sentAt);
    f("receivedAt", m.receivedAt);
    f.sparse("dateGuessed", m.dateGuessed);
    f("subject", m.subject, {0, 2000});
    f("text", m.text, {0, 1048576});
    f("quotedText", m.quotedText, {0, 1048576});
    f("language", m.language, {0, 20});
    f("kind", m.kind);
    f("externalIds", m.externalIds);
    f("inReplyTo", m.inReplyTo, {0, 1000});
    f("references", m.references, {0, 200});
    f("rawHash", m.rawHash, {0, 64});
    f("attachments", m.attachments, {0, 200});
    f("status", m.status);
    f.sparse("truncated", m.truncated);
    f("agentActionId", m.agentActionId);
    f("source", m.source, {0, 500});
    f("createdAt", m.createdAt);
}
AGENTARMY_DECLARE_JSON(Message);
}
