// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/error.hpp"
#include "core/base/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agentarmy::readers {

enum class ChatSide { customer, us };

struct ChatLine {
    std::size_t index = 0; ///< in the file's list, from 0
    std::string sender; ///< 1..300 bytes
    std::string senderAddress; ///< lower case, from `email`, or from a sender that is an address; may be empty
    std::string text; ///< at most 64 KiB, not blank
    bool truncated = false;
    std::optional<Timestamp> at;
    std::optional<ChatSide>
        senderSide; ///< from `senderRole`: customer|us; also rep, agent, seller, client, buyer, prospect ...
};

struct ChatParticipant {
    std::string name, address; ///< address lower case, may be empty
    std::optional<ChatSide> side;
};

struct ChatProblem {
    std::optional<std::size_t> index; ///< of the message; none: the file as a whole
    std::string reason;
};

struct ChatFile {
    std::string title; ///< `title`, `topic`, `subject` or `name`
    std::string id; ///< `id`, `conversationId`, `threadId`: stable across exports of the same chat
    std::string channel; ///< as written: "whatsapp"
    std::string account; ///< name of the customer company if the file says one
    std::vector<ChatParticipant> participants;
    std::vector<ChatLine> lines; ///< in the file's order
    std::vector<ChatProblem> problems; ///< messages that were left out and why, at most 100
    std::size_t leftOut = 0; ///< how many in all
};

struct ChatLimits {
    std::size_t fileBytes = std::size_t(64) << 20;
    std::size_t lines = 50000;
    std::size_t textBytes = std::size_t(64) << 10;
};

/// Chat JSON: a list of `{sender, text, at?, senderRole?}` or an object with that list under `messages`. A message that
/// cannot be read is left out and reported. Errors: `invalid_json` (with position), `not_a_chat` (no list of messages,
/// or none that can be read), `file_too_large`.
[[nodiscard]] Result<ChatFile> readChat(std::string_view json, const ChatLimits& limits = {});
}
