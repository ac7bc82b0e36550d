// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/conversation_state.hpp"

namespace agentarmy::sales {

struct PromptInput {
    PersonaType persona = PersonaType::manager;
    Channel channel = Channel::email;
    DealStage stage = DealStage::prospecting;
    std::optional<std::string> qbsGuidance; ///< only if given and not blank
    std::string cloneSection; ///< only if not blank
};
struct PromptPart {
    std::string_view name; ///< "role", "voss", "qbsMethod", ... in R6's order
    std::string text;
};

/// R6: the parts in order, hard rules always last. Texts come from resources/prompts.
[[nodiscard]] std::vector<PromptPart> systemPromptParts(const PromptInput& input);
/// The parts separated by one blank line.
[[nodiscard]] std::string buildSystemPrompt(const PromptInput& input);

struct PainTopicLine {
    std::string topic, depth, impact;
};
struct SummaryMessage {
    Direction direction = Direction::inbound;
    Timestamp at {};
    std::string text;
};
struct SummaryInput {
    const ConversationState* state = nullptr; ///< never null
    std::string accountName;
    std::string retrievedAnswer; ///< cut at 500 code points
    std::vector<std::pair<std::string, std::string>> sources; ///< id and text
    int earlierMessages = 0;
    std::vector<PainTopicLine> painTopics; ///< the first 3 are told
    int expansionContacts = 0;
    std::vector<SummaryMessage> lastMessages; ///< any order; the newest 10 are told, newest last
};
/// The user part's summary of the context, one line a fact in R6's order; customers' words stand fenced as data.
[[nodiscard]] std::string contextSummary(const SummaryInput& input);
/// Customer text between fences that it cannot close itself.
[[nodiscard]] std::string fencedCustomerText(std::string_view text);
/// Words that try to give the agent orders ("ignore previous instructions"): the insight `possible_prompt_injection` is
/// due.
[[nodiscard]] bool looksLikeInjection(std::string_view text);
}
