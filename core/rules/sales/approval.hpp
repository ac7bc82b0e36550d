// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/agent_action.hpp"

/// What a person may decide about a draft of the agent, and when it leaves (intelligence rules R10). Pure.
namespace agentarmy::sales {

/// How long an approved message waits, so that it can be taken back.
inline constexpr auto undoWindow = std::chrono::seconds(10);
inline constexpr std::size_t longestReason = 1000; ///< bytes
inline constexpr auto longestDelay = std::chrono::days(366); ///< of a message that is sent later

/// Whether it can leave as it stands: `validation_failed` (body empty or more than 64 KiB, subject of more lines).
[[nodiscard]] Result<void> checkMessage(const DraftPayload& message);
/// The action, approved by `by`. The same decision again changes nothing. From any other state than `pending`:
/// `approval_already_resolved`. A message that names nobody to send it to: `no_recipient`. `sendAt` in the future and
/// at most a year ahead, else `validation_failed`; null: as soon as it can no longer be undone.
[[nodiscard]] Result<AgentAction> approved(
    AgentAction action, Id<User> by, Timestamp now, std::optional<Timestamp> sendAt = {});
/// Another time for an approved one to leave; null: now. `not_approved`, `validation_failed`.
[[nodiscard]] Result<AgentAction> rescheduled(AgentAction action, std::optional<Timestamp> sendAt, Timestamp now);
/// An approved one that has not left, or could not be sent, waits for a decision again. `not_approved`.
[[nodiscard]] Result<AgentAction> takenBack(AgentAction action, Timestamp now);
/// The same for a rejection; an empty reason is none. `validation_failed` (reason too long).
[[nodiscard]] Result<AgentAction> rejected(AgentAction action, Id<User> by, const std::string& reason, Timestamp now);
/// The action with another text; the agent's own stays beside it. A text like the agent's takes the edit back. What a
/// person wrote is simply changed.
/// `approval_already_resolved`; `validation_failed` (empty, or more than 64 KiB).
[[nodiscard]] Result<AgentAction> edited(
    AgentAction action, std::optional<std::string> subject, std::string body, Timestamp now);
/// The action after it left, `how` says by which way ("mail_program", "file"). Only what was approved:
/// `not_approved`. Before the time to undo it is over: `undo_window_open`; before it is to leave: `not_due`.
[[nodiscard]] Result<AgentAction> executed(AgentAction action, std::string how, Timestamp now);

/// Whether the customer wrote after the draft was proposed: it answers an older message.
[[nodiscard]] bool isStale(const AgentAction& action, const std::optional<Timestamp>& lastInbound);
}
