// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/agent_action.hpp"
#include "core/domain/conversation.hpp"
#include "core/domain/conversation_state.hpp"
#include "core/domain/meeting.hpp"
#include "core/ports/store.hpp"

namespace agentarmy {

struct ConversationRow {
    Id<Conversation> id;
    std::string subject, preview;
    Channel channel = Channel::email;
    Turn turn = Turn::none;
    ConversationStatus state = ConversationStatus::open;
    Id<Account> accountId;
    std::string accountName;
    std::optional<Timestamp> lastAt;
    int messageCount = 0;
};

struct ConversationPageInfo {
    std::vector<ConversationRow> rows; ///< newest activity first
    std::string nextCursor;
};

/// A thread, or a meeting with its transcript.
struct ConversationView {
    Conversation conversation;
    std::string accountName;
    std::vector<Message> messages; ///< oldest first; automatic mail too, with its kind
    std::optional<Meeting> meeting;
    std::vector<Utterance> utterances; ///< of all parts
    Uuid transcriptId; ///< head part: what evidence refers to
    std::vector<bool> utteranceOurs; ///< beside utterances
    std::optional<AgentAction> draft;
    std::optional<ConversationState> state;
};

[[nodiscard]] Result<ConversationPageInfo> listConversations(Store& store, const Context& context, const Query& filter);
[[nodiscard]] Result<ConversationView> loadConversation(Store& store, const Context& context, Id<Conversation> id);
}
