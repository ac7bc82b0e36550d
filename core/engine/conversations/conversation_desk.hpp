// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/conversation.hpp"
#include "core/ports/store.hpp"

namespace agentarmy {

/// Puts a conversation aside until `until`: it is no next action before that, unless the customer writes again. None:
/// it is open again. The answer is the mutation, for undo; null if nothing changed. `not_found`, `validation_failed`
/// (until: after now, at most a year ahead), `conflict`.
[[nodiscard]] Result<Uuid> snoozeConversation(Store& store, const Context& context, IdSource& ids, Id<Conversation> id,
    std::optional<Timestamp> until, Timestamp now);
/// Who answers in it: a person, or null for the agent, which drafts nothing where a person does.
[[nodiscard]] Result<Uuid> handConversation(Store& store, const Context& context, IdSource& ids, Id<Conversation> id,
    std::optional<Id<User>> to, Timestamp now);
}
