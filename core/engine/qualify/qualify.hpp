// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/qualify/file_conversation.hpp"
#include "core/ports/language_model.hpp"

namespace agentarmy {

/// What the agent reads in one conversation, all people of the customer together.
struct ConversationReading {
    QualificationState qualification;
    std::vector<Contact> people; ///< of the customer, who spoke most first
    OpportunitySignals opportunity;
    std::optional<Escalation> escalation; ///< the newest; `resolved` if we answered after it
    std::vector<NextAction> nextActions;
};
/// {"qualification", "people", "opportunity", "escalation": report or null, "nextActions"}
[[nodiscard]] Json toJson(const ConversationReading& reading);

struct QualifySettings {
    std::vector<std::string> products;
    std::string currency = "EUR";
    double escalationThreshold = 0.7;
};

/// Reads a conversation without any workspace, message by message as the turns of a workspace are read, at the time of
/// its last message. Errors of the model.
[[nodiscard]] Result<ConversationReading> qualifyConversation(LanguageModel& model, const Context& context,
    const FileConversation& conversation, const QualifySettings& settings, Timestamp now);
}
