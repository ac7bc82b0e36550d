// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/agent_action.hpp"
#include "core/engine/sales/turn.hpp"

namespace agentarmy {

/// A draft and whether it was written now.
struct DraftShown {
    AgentAction action;
    bool fresh = false;
};

/// The agent's draft in a conversation: the newest that waits, else a new one to the contact (null: who wrote last,
/// else the first), which is stored as `pending`. An answer if their message is the last, else a follow-up. Nothing is
/// sent. `not_found`, `no_recipient`, `opted_out`, errors of the model.
[[nodiscard]] Result<DraftShown> draftFor(EngineParts parts, const Context& context, const WorkspaceInfo& workspace,
    Id<Conversation> conversation, std::optional<Id<Contact>> contact = {});
/// The same for a person without saying the conversation: the newest with them, by mail or chat. Without any:
/// `no_conversation`.
[[nodiscard]] Result<DraftShown> draftForContact(
    EngineParts parts, const Context& context, const WorkspaceInfo& workspace, Id<Contact> contact);
/// What a person writes themselves: an answer in a conversation, or a first mail to somebody.
struct OwnMessage {
    std::optional<Id<Conversation>> conversationId;
    std::optional<Id<Contact>> contactId; ///< null: who wrote last in the conversation
    std::optional<std::string> subject; ///< null in a conversation: as it is called there
    std::string body;
};
struct OwnDraft {
    AgentAction action;
    Uuid mutationId; ///< for undo
};
/// Kept as a draft that waits, so that nothing written is lost; approving it sends it. The answer quotes nothing and
/// has the headers of its thread. `not_found`, `no_recipient`, `opted_out`, `validation_failed` (body, subject).
[[nodiscard]] Result<OwnDraft> writeOwn(
    Store& store, const Context& context, IdSource& ids, const OwnMessage& message, Timestamp now);
/// What a review finds in the text that would leave: again after a person changed it. `not_found`, `no_recipient`,
/// `opted_out`.
[[nodiscard]] Result<std::vector<DraftFinding>> reviewAgain(
    Store& store, const Context& context, const AgentAction& action);
}
