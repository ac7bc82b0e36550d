// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/conversation.hpp"
#include "core/domain/qbs.hpp"

namespace agentarmy {

/// What a review found in a draft; `remedy` says in words how to mend it.
struct DraftFinding {
    std::string code;
    std::string severity; ///< "block" or "warn"
    std::string text; ///< for people
    std::int64_t begin = 0, end = 0; ///< byte range in the body that it speaks of; 0, 0 = the whole
};
template <class F> void describe(F& f, DraftFinding& d)
{
    f("code", d.code);
    f("severity", d.severity);
    f("text", d.text);
    f.sparse("begin", d.begin);
    f.sparse("end", d.end);
}
AGENTARMY_DECLARE_JSON(DraftFinding);

struct DraftPayload {
    std::optional<std::string> subject;
    std::string body; ///< plain text
    std::vector<Party> to;
    std::optional<std::string> inReplyTo;
    std::vector<std::string> references;
};
template <class F> void describe(F& f, DraftPayload& p)
{
    f("subject", p.subject);
    f("body", p.body, {0, 65536});
    f("to", p.to);
    f("inReplyTo", p.inReplyTo);
    f("references", p.references);
}
AGENTARMY_DECLARE_JSON(DraftPayload);

/// What a person decided about an action that waited for one.
struct ActionApproval {
    std::optional<ApprovalDecision> decision; ///< none: waits
    std::optional<Timestamp> resolvedAt;
    std::optional<Id<User>> resolvedBy;
    std::optional<DraftPayload> editedPayload; ///< what the person made of it; the agent's own stays in `payload`
    std::optional<std::string> reason; ///< of a rejection, <= 1000 bytes
    std::optional<Timestamp> undoUntil; ///< nothing leaves before
    std::optional<Timestamp> sendAt; ///< send later: nor before this
};
template <class F> void describe(F& f, ActionApproval& a)
{
    f("decision", a.decision);
    f("resolvedAt", a.resolvedAt);
    f("resolvedBy", a.resolvedBy);
    f("editedPayload", a.editedPayload);
    f("reason", a.reason, {0, 1000});
    f("undoUntil", a.undoUntil);
    f("sendAt", a.sendAt);
}
AGENTARMY_DECLARE_JSON(ActionApproval);

/// How sending it went so far.
struct ActionExecution {
    Uuid mailboxId; ///< by which it leaves
    int tries = 0; ///< since it was approved
    std::optional<Timestamp> startedAt; ///< of the last try
    std::optional<Timestamp> nextTryAt; ///< none: as soon as it can
    std::string errorCode, error; ///< why the last try failed; empty: it did not
    bool again = false; ///< a person had it tried again, knowing that it may have left before
};
template <class F> void describe(F& f, ActionExecution& e)
{
    f("mailboxId", e.mailboxId);
    f("tries", e.tries, {0, 1000});
    f("startedAt", e.startedAt);
    f("nextTryAt", e.nextTryAt);
    f("errorCode", e.errorCode, {0, 100});
    f("error", e.error, {0, 1000});
    f.sparse("again", e.again);
}
AGENTARMY_DECLARE_JSON(ActionExecution);

/// Something the agent did or wants to do, or a message that a person writes. A draft that only waits to be read is
/// `pending`.
struct AgentAction {
    static constexpr const char* type = "agent_action";
    Id<AgentAction> id;
    std::string actionType; ///< "send_email", "send_chat", ...
    std::optional<Id<Account>> accountId;
    std::optional<Id<Opportunity>> opportunityId;
    std::optional<Id<Conversation>> conversationId;
    std::optional<Id<Contact>> contactId;
    std::optional<Id<User>> ownerId;
    std::optional<Id<User>> writtenBy; ///< the text is a person's own; null: the agent's
    DraftPayload payload;
    std::string rationale; ///< 1..1000 bytes
    std::vector<DraftFinding> findings;
    double confidence = 0;
    Origin origin = Origin::template_;
    std::vector<Evidence> evidence;
    std::optional<AskedQuestion> question; ///< that the agent's text asks by a recommendation; none: none of these
    std::string idempotencyKey;
    AgentActionStatus status = AgentActionStatus::pending;
    PersonaType personaType = PersonaType::manager;
    std::optional<ActionApproval> approval;
    std::optional<ActionExecution> execution; ///< sending by one of our mailboxes
    std::optional<Timestamp> executedAt; ///< set by the execution alone
    std::optional<std::string> executionResult; ///< "sent", "mail_program", "file"
    Timestamp proposedAt {};
    Timestamp createdAt {};
    Timestamp updatedAt {};

    /// What leaves if it is approved.
    [[nodiscard]] const DraftPayload& effective() const
    {
        return approval && approval->editedPayload ? *approval->editedPayload : payload;
    }
};
template <class F> void describe(F& f, AgentAction& a)
{
    f("id", a.id);
    f.required("actionType", a.actionType, {1, 50});
    f("accountId", a.accountId);
    f("opportunityId", a.opportunityId);
    f("conversationId", a.conversationId);
    f("contactId", a.contactId);
    f("ownerId", a.ownerId);
    f("writtenBy", a.writtenBy);
    f("payload", a.payload);
    f("rationale", a.rationale, {0, 1000});
    f("findings", a.findings);
    f("confidence", a.confidence, {0, 1});
    f("origin", a.origin);
    f("evidence", a.evidence);
    f("question", a.question);
    f("idempotencyKey", a.idempotencyKey, {0, 300});
    f("status", a.status);
    f("personaType", a.personaType);
    f("approval", a.approval);
    f("execution", a.execution);
    f("executedAt", a.executedAt);
    f("executionResult", a.executionResult, {0, 1000});
    f("proposedAt", a.proposedAt);
    f("createdAt", a.createdAt);
    f("updatedAt", a.updatedAt);
}
AGENTARMY_DECLARE_JSON(AgentAction);
}
