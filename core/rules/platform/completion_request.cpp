// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/platform/completion_request.hpp"

#include "core/rules/platform/prompt_injection.hpp"

namespace agentarmy::platform {
namespace {
constexpr std::size_t mostMessages = 200;
constexpr std::size_t mostBytes = 400'000;
constexpr double mostTokens = 16'384;
constexpr double hottest = 2;
}

std::optional<Error> validateCompletionRequest(const Json& request)
{
    const auto messages = request.find("messages");
    if (messages == request.end() || !messages->is_array() || messages->empty() || messages->size() > mostMessages)
        return invalidField("messages", "1..200 messages");
    for (std::size_t i = 0; i < messages->size(); ++i) {
        const auto& message = (*messages)[i];
        const auto path = "messages[" + std::to_string(i) + ']';
        if (!message.is_object() || !message.contains("role") || !message["role"].is_string()
            || !parseEnum<MessageRole>(message["role"].get_ref<const std::string&>()))
            return invalidField(path + ".role", "system, user or assistant");
        if (!message.contains("content") || !message["content"].is_string()
            || message["content"].get_ref<const std::string&>().size() > mostBytes)
            return invalidField(path + ".content", "a text of at most 400,000 bytes");
    }
    const auto within = [&](const char* field, double min, double max) {
        const auto found = request.find(field);
        return found == request.end()
            || (found->is_number() && found->get<double>() >= min && found->get<double>() <= max);
    };
    if (!within("maxTokens", 1, mostTokens))
        return invalidField("maxTokens", "1..16384");
    if (!within("temperature", 0, hottest))
        return invalidField("temperature", "0..2");
    return std::nullopt;
}

std::optional<Error> validateCompletion(std::span<const PromptMessage> messages, int maxTokens, double temperature)
{
    if (messages.empty() || messages.size() > mostMessages)
        return invalidField("messages", "1..200 messages");
    for (std::size_t i = 0; i < messages.size(); ++i)
        if (messages[i].content.size() > mostBytes)
            return invalidField("messages[" + std::to_string(i) + "].content", "a text of at most 400,000 bytes");
    if (maxTokens < 1 || maxTokens > int(mostTokens))
        return invalidField("maxTokens", "1..16384");
    if (!(temperature >= 0 && temperature <= hottest))
        return invalidField("temperature", "0..2");
    return std::nullopt;
}
}
