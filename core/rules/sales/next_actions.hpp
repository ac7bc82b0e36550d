// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/conversation_state.hpp"

#include <set>

namespace agentarmy::sales {

/// The last message is theirs, contains a question, and nobody answered yet.
struct UnansweredQuestion {
    Channel channel = Channel::email;
    Timestamp at {};
    double workingHours = 0; ///< since `at`, by workingHoursBetween()
    std::optional<Id<Message>> messageId;
};
struct ActionInput {
    DealStage dealStage = DealStage::prospecting;
    bool escalated = false;
    int interactionCount = 0;
    std::set<Dimension> identified;
    std::optional<Timestamp> lastInteraction;
    bool hasEmail = true;
    bool optedOut = false;
    std::optional<UnansweredQuestion> unansweredQuestion;
    std::string contactName; ///< for the wording only
};
[[nodiscard]] ActionInput actionInput(
    const ConversationState& state, bool optedOut, std::optional<UnansweredQuestion> question);

struct Recommendation {
    Origin source = Origin::rule; ///< rule, model or fallback
    std::vector<NextAction> actions; ///< 1..3, with descriptions in words
    std::optional<int> days; ///< rule 4: whole days of silence
    std::optional<std::string> gapText; ///< rule 5
};
/// R9 without a model's help: what the rules alone say; nothing if rule 6 applies and a model is to be asked.
[[nodiscard]] std::optional<Recommendation> recommendByRules(const ActionInput& input, Timestamp now);
/// R9 whole. `modelActions`: the model's answer to rule 6; nothing = it failed or there is none.
[[nodiscard]] Recommendation recommendActions(
    const ActionInput& input, const std::optional<std::vector<NextAction>>& modelActions, Timestamp now);
[[nodiscard]] NextAction fallbackAction(DealStage stage);
/// "budget, timeline and champion not yet identified"
[[nodiscard]] std::string gapText(const std::set<Dimension>& identified);

/// One action as a model wrote it: texts that may be unknown.
struct RawAction {
    std::string actionType, description, priority, context;
    std::optional<std::string> suggestedTiming;
};
/// The first 3; unknown types dropped, unknown priority medium; most urgent first, else in their order.
[[nodiscard]] std::vector<NextAction> acceptModelActions(const std::vector<RawAction>& raw);
/// The action due after a retraction or doubt: "Confirm the budget with Lea Moritz."
[[nodiscard]] NextAction confirmAction(Dimension dimension, std::string_view contactName, Channel channel);
}
