// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/agent_action.hpp"
#include "core/engine/sales/turn.hpp"
#include "core/rules/qbs/next_question.hpp"

namespace agentarmy {

/// All that a draft is written from; everything outlives the call.
struct DraftSubject {
    const Conversation& conversation;
    const Contact& contact;
    const ConversationState& state; ///< an empty one if nothing was read yet
    const Message* last = nullptr; ///< the newest of a person; null: none
    std::string accountName;
    const QualificationState* deal = nullptr; ///< what the deal of the conversation has proven; null: no deal

    /// Their message is the last one, so that the draft is an answer.
    [[nodiscard]] bool answers() const { return last && last->direction == Direction::inbound; }
};

struct WrittenDraft {
    AgentAction action; ///< pending; without idempotency key
    double confidenceScore = 0; ///< of the state from now on (R6)
};

/// R7, R8: the model's draft with its recipients, headers, findings and confidence. Nothing is stored. Errors of the
/// model.
[[nodiscard]] Result<WrittenDraft> writeDraft(
    EngineParts parts, const Context& context, const WorkspaceInfo& workspace, const DraftSubject& subject);
/// The question that fits a draft, by the rules of question based selling. Nothing is stored.
[[nodiscard]] qbs::NextQuestion questionOf(
    const DraftSubject& subject, const QualificationState& known, std::string_view language);
/// Who gets an answer or a follow-up, and the headers that keep it in its thread; `newSubject` where there is none yet.
void addressDraft(DraftPayload& payload, const DraftSubject& subject, const std::optional<std::string>& newSubject);
/// What the review finds in the text that would leave.
[[nodiscard]] std::vector<DraftFinding> findingsOf(const AgentAction& action, const DraftSubject& subject);
}
