// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/bench/qualification/labelled.hpp"

#include "core/rules/sales/inbound.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace agentarmy::qualification {
namespace {
Conversation conversationFrom(const Json& json, std::string name)
{
    Conversation conversation;
    conversation.name = json.value("id", std::move(name));
    conversation.complete = json.value("complete", false);
    for (const auto* key : {"labels", "retracted"})
        if (json.contains(key))
            for (const auto& label : json.at(key))
                for (const auto& [dimension, text] : EnumTexts<Dimension>::values)
                    if (label.at("dimension") == text)
                        conversation.labels.push_back(
                            {dimension, label.at("quote").get<std::string>(), std::string_view(key) == "retracted"});
    const bool mail = json.at("channel") == "email";
    std::string before;
    for (const auto& message : json.at("messages")) {
        const auto words = message.at("text").get<std::string>();
        const auto text = mail ? sales::cleanInbound(words).text : words;
        if (message.at("senderRole") == "us") {
            before = text;
            continue;
        }
        conversation.messages.push_back({.text = text,
            .sender = message.at("sender").get<std::string>(),
            .before = std::move(before),
            .at = parseTimestamp(message.value("at", "2026-01-01T00:00:00Z")).value_or(Timestamp {})});
        before.clear();
    }
    return conversation;
}

void add(std::vector<Conversation>& all, std::string_view text, const std::string& name)
{
    const auto json = parseJson(text);
    if (!json)
        throw std::runtime_error(name + ": " + json.error().message);
    all.push_back(conversationFrom(*json, name));
}
}

std::vector<std::string> Conversation::quotesOf(Dimension dimension) const
{
    std::vector<std::string> quotes;
    for (const auto& label : labels)
        if (label.dimension == dimension && !label.retracted)
            quotes.push_back(label.quote);
    return quotes;
}

std::vector<Conversation> readConversations(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json" || entry.path().extension() == ".jsonl")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Conversation> all;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        if (file.extension() == ".jsonl") {
            std::string line;
            for (int number = 1; std::getline(in, line); ++number)
                if (!line.empty())
                    add(all, line, file.string() + ':' + std::to_string(number));
        } else {
            std::stringstream bytes;
            bytes << in.rdbuf();
            add(all, bytes.str(), file.stem().string());
        }
    }
    return all;
}
}
