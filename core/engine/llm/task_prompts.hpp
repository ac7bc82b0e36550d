// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/llm/model_task.hpp"
#include "core/ports/language_model.hpp"
#include "core/rules/platform/prompt_injection.hpp"

/// What goes to a model for each task. Pure: the same request gives the same messages, byte for byte. Whatever comes
/// from outside, names too, stands in messages that the router fences as data; the rest is ours.
namespace agentarmy::prompts {

using Messages = std::vector<platform::PromptMessage>;
constexpr std::size_t longestText = 60'000; ///< bytes of a text to be read; the newest stay

/// The system prompt of the sales rules R6, then the context, the message to be answered and the task.
[[nodiscard]] Messages draft(const ModelTask& task, const DraftRequest& request);
/// Pieces of one speaker; of more than `longestText` the first ones are left out. `first`: the first that is in it.
struct QualificationPrompt {
    Messages messages;
    std::size_t first = 0;
};
[[nodiscard]] QualificationPrompt qualification(const ModelTask& task, const std::vector<QualificationRequest>& pieces);
[[nodiscard]] Messages detection(const ModelTask& task, const DetectionRequest& request);
[[nodiscard]] Messages stakeholders(const ModelTask& task, const StakeholderRequest& request);
[[nodiscard]] Messages nextActions(const ModelTask& task, const ConversationState& state);
[[nodiscard]] Messages escalation(const ModelTask& task, const EscalationRequest& request);
/// Any other task: blocks of text, each below its heading.
struct Block {
    std::string heading, text;
};
[[nodiscard]] Messages ask(const ModelTask& task, const std::vector<Block>& blocks);

/// What a conversation says, the newest of at most `longestText` bytes, cut between two pieces.
[[nodiscard]] std::string spokenText(const std::vector<SpokenText>& turns, std::size_t mostBytes = longestText);
/// The ids of the sources that a draft may rest its claims on, with their texts: what the customer said.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> sourcesOf(const QualificationState& state);
}
