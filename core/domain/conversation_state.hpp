// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/contact.hpp"
#include "core/domain/qualification.hpp"

namespace agentarmy {
struct Message;
struct Conversation;

/// One thing to do next, with its reason.
struct NextAction {
    ActionType actionType = ActionType::followUp;
    std::string description;
    Priority priority = Priority::medium;
    std::optional<std::string> suggestedTiming;
    std::string context; ///< why, in words
    Origin source = Origin::rule;
    std::vector<Id<Message>> evidence;
};
template <class F> void describe(F& f, NextAction& a)
{
    f("actionType", a.actionType);
    f.required("description", a.description, {0, 2000});
    f("priority", a.priority);
    f("suggestedTiming", a.suggestedTiming, {0, 100});
    f("context", a.context, {0, 2000});
    f("source", a.source);
    f("evidence", a.evidence, {0, 50});
}
AGENTARMY_DECLARE_JSON(NextAction);

/// What the agent knows for one contact at one account; unique on (accountId, contactId).
struct ConversationState {
    static constexpr const char* type = "conversation_state";
    Id<ConversationState> id;
    Id<Account> accountId;
    Id<Contact> contactId;
    Id<Conversation> conversationId; ///< the newest conversation with the contact: the root that scope goes by
    std::string contactEmail;
    std::string contactName;
    DealStage dealStage = DealStage::prospecting;
    PersonaType personaType = PersonaType::manager;
    QualificationState qualification;
    int interactionCount = 0;
    std::optional<Timestamp> lastInteraction;
    std::optional<Channel> lastChannel;
    bool escalated = false;
    std::optional<EscalationTrigger> escalationReason;
    std::optional<double> confidenceScore; ///< null: not yet known
    std::vector<NextAction> nextActions; ///< at most 3
    std::optional<Timestamp> followUpScheduled;
    Json metadata = Json::object();
    Timestamp createdAt {};
    Timestamp updatedAt {};
};
template <class F> void describe(F& f, ConversationState& s)
{
    f("id", s.id);
    f.required("accountId", s.accountId);
    f.required("contactId", s.contactId);
    f("conversationId", s.conversationId);
    f("contactEmail", s.contactEmail, {0, 255});
    f("contactName", s.contactName, {0, 200});
    f("dealStage", s.dealStage);
    f("personaType", s.personaType);
    f("qualification", s.qualification);
    f("interactionCount", s.interactionCount, {0, 1e9});
    f("lastInteraction", s.lastInteraction);
    f("lastChannel", s.lastChannel);
    f("escalated", s.escalated);
    f("escalationReason", s.escalationReason);
    f("confidenceScore", s.confidenceScore, {0, 1});
    f("nextActions", s.nextActions, {0, 3});
    f("followUpScheduled", s.followUpScheduled);
    f("metadata", s.metadata);
    f("createdAt", s.createdAt);
    f("updatedAt", s.updatedAt);
}
AGENTARMY_DECLARE_JSON(ConversationState);

/// The report that a person gets when the agent steps back.
struct Escalation {
    static constexpr const char* type = "escalation";
    Id<Escalation> id;
    Id<Conversation> conversationId;
    Id<Account> accountId;
    Id<Contact> contactId;
    std::string contactName;
    DealStage dealStage = DealStage::prospecting;
    EscalationTrigger escalationTrigger = EscalationTrigger::customerRequest;
    std::vector<EscalationTrigger> allTriggers;
    std::optional<std::string> matchedText;
    std::optional<double> confidenceScore;
    std::string accountContext;
    std::string whatAgentTried;
    std::string whyEscalating;
    std::string recommendedNextAction;
    std::vector<std::string> relevantConversationExcerpts; ///< at most 5
    std::vector<std::string> notificationTargets;
    EscalationStatus status = EscalationStatus::open;
    std::optional<std::string> assignee, resolvedBy, resolution;
    std::optional<Id<Message>> messageId;
    Timestamp createdAt {};
    Timestamp updatedAt {};
};
template <class F> void describe(F& f, Escalation& e)
{
    f("id", e.id);
    f("conversationId", e.conversationId);
    f("accountId", e.accountId);
    f("contactId", e.contactId);
    f("contactName", e.contactName);
    f("dealStage", e.dealStage);
    f("escalationTrigger", e.escalationTrigger);
    f("allTriggers", e.allTriggers);
    f("matchedText", e.matchedText);
    f("confidenceScore", e.confidenceScore);
    f("accountContext", e.accountContext);
    f("whatAgentTried", e.whatAgentTried);
    f("whyEscalating", e.whyEscalating);
    f("recommendedNextAction", e.recommendedNextAction);
    f("relevantConversationExcerpts", e.relevantConversationExcerpts);
    f("notificationTargets", e.notificationTargets);
    f("status", e.status);
    f("assignee", e.assignee);
    f("resolvedBy", e.resolvedBy);
    f("resolution", e.resolution);
    f("messageId", e.messageId);
    f("createdAt", e.createdAt);
    f("updatedAt", e.updatedAt);
}
AGENTARMY_DECLARE_JSON(Escalation);
}
