// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"
#include "core/base/time.hpp"
#include "core/domain/enums.hpp"

#include <filesystem>

/// Labelled customer conversations: tests/data/qualification/README.md.
namespace agentarmy::qualification {

/// One message of the customer, as the engine would read it.
struct Message {
    std::string text; ///< cleaned
    std::string sender;
    std::string before; ///< our words just before; empty behind another message of the customer
    Timestamp at;
};
struct Label {
    Dimension dimension = Dimension::budget;
    std::string quote;
    bool retracted = false; ///< stated, and taken back later in the conversation
};
struct Conversation {
    std::string name;
    bool complete = false; ///< every sentence that is evidence has its label
    std::vector<Message> messages;
    std::vector<Label> labels;
    [[nodiscard]] std::vector<std::string> quotesOf(Dimension dimension) const; ///< of what is true at the end
};

/// All conversations of a folder, in the order of their file names: *.json with one each, *.jsonl with one in a line.
/// Throws std::runtime_error with the file's name if one cannot be read.
[[nodiscard]] std::vector<Conversation> readConversations(const std::filesystem::path& folder);
}
