// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/prompt.hpp"

#include "core/base/text.hpp"
#include "core/rules/sales/completeness.hpp"
#include "core/rules/sales/shipped_text.hpp"
#include "core/rules/text/scan.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::sales {
namespace {
constexpr std::size_t answerChars = 500;
constexpr std::size_t toldMessages = 10;
constexpr std::string_view fenceOpen = "<<<customer text";
constexpr std::string_view fenceClose = "customer text>>>";

std::string shipped(std::string_view name) { return trim(shippedText(name)); }
}

std::vector<PromptPart> systemPromptParts(const PromptInput& input)
{
    std::vector<PromptPart> parts;
    parts.push_back({"role", shipped("prompts/role.md")});
    parts.push_back({"voss", shipped("prompts/voss.md")});
    parts.push_back({"qbsMethod", shipped("prompts/qbs_method.md")});
    if (input.qbsGuidance && !trimView(*input.qbsGuidance).empty())
        parts.push_back({"qbsGuidance", trim(*input.qbsGuidance)});
    parts.push_back({"persona", shipped("prompts/persona_" + std::string(enumText(input.persona)) + ".md")});
    parts.push_back(
        {"channel", shipped(input.channel == Channel::chat ? "prompts/channel_chat.md" : "prompts/channel_email.md")});
    parts.push_back({"stage", shipped("prompts/stage_" + std::string(enumText(input.stage)) + ".md")});
    if (!trimView(input.cloneSection).empty())
        parts.push_back({"cloneSection", trim(input.cloneSection)});
    parts.push_back({"hardRules", shipped("prompts/hard_rules.md")});
    return parts;
}

std::string buildSystemPrompt(const PromptInput& input)
{
    std::string prompt;
    for (const auto& part : systemPromptParts(input))
        prompt += (prompt.empty() ? "" : "\n\n") + part.text;
    return prompt;
}

std::string fencedCustomerText(std::string_view text)
{
    std::string inner(text);
    for (const auto mark : {fenceOpen, fenceClose})
        for (auto at = inner.find(mark); at != std::string::npos; at = inner.find(mark, at + 1))
            inner.replace(at, mark.size(), "[...]");
    std::string fenced(fenceOpen);
    fenced += '\n';
    fenced += inner;
    fenced += '\n';
    fenced += fenceClose;
    return fenced;
}

bool looksLikeInjection(std::string_view text)
{
    const auto folded = foldCase(cutAtCodePoint(text, 60000));
    static constexpr std::array<std::string_view, 16> cues
        = {"ignore previous instructions", "ignore all previous", "ignore your instructions", "ignore the above",
            "disregard previous", "disregard all", "disregard your instructions", "you are now", "system prompt",
            "new instructions:", "as an ai language model", "reveal your instructions", "ignoriere alle",
            "ignoriere die bisherigen", "vergiss alle anweisungen", "print your prompt"};
    return std::any_of(cues.begin(), cues.end(), [&](auto cue) { return folded.find(cue) != std::string::npos; });
}

std::string contextSummary(const SummaryInput& input)
{
    const auto& state = *input.state;
    const auto completion = completionOf(state.qualification);
    std::vector<std::string> lines;
    const auto line
        = [&](std::string_view name, const std::string& value) { lines.push_back(std::string(name) + ": " + value); };
    line("Contact", state.contactName.empty() ? state.contactEmail : state.contactName);
    line("Account", input.accountName);
    line("Stage", std::string(enumText(state.dealStage)));
    line("Persona", std::string(enumText(state.personaType)));
    line("Interactions", std::to_string(state.interactionCount));
    line("BANT", std::to_string(wholePercent(completion.bant)) + " %");
    line("MEDDIC", std::to_string(wholePercent(completion.meddic)) + " %");
    for (std::size_t i = 0; i < std::min<std::size_t>(3, state.qualification.keyInsights.size()); ++i)
        line("Insight", state.qualification.keyInsights[i]);
    if (!trimView(input.retrievedAnswer).empty()) {
        std::size_t at = 0;
        for (std::size_t n = 0; n < answerChars && at < input.retrievedAnswer.size(); ++n)
            (void)nextCodePoint(input.retrievedAnswer, at);
        line("Knowledge", input.retrievedAnswer.substr(0, at));
    }
    line("Earlier messages", std::to_string(input.earlierMessages));
    for (std::size_t i = 0; i < std::min<std::size_t>(3, input.painTopics.size()); ++i) {
        const auto& topic = input.painTopics[i];
        line("Pain",
            topic.topic + " (" + topic.depth + (topic.impact.empty() ? std::string() : ", " + topic.impact) + ")");
    }
    line("Expansion contacts", std::to_string(input.expansionContacts));
    for (const auto& [id, text] : input.sources)
        line("Source " + id, text);
    auto messages = input.lastMessages;
    std::stable_sort(messages.begin(), messages.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    if (messages.size() > toldMessages)
        messages.erase(messages.begin(), messages.end() - toldMessages);
    for (const auto& message : messages)
        line((message.direction == Direction::inbound ? "Customer, " : "We, ") + formatTimestamp(message.at),
            message.direction == Direction::inbound ? fencedCustomerText(message.text) : message.text);
    return join(lines, "\n");
}
}
