// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/conversation_state.hpp"
#include "core/domain/plan.hpp"

namespace agentarmy {

/// The kept record after a merge (platform rules P24): its own values stand, its empty fields are filled, what the
/// other one was called, wrote from and was numbered by elsewhere stays as alias. Pure.
[[nodiscard]] Account mergedAccount(Account keep, const Account& gaveUp);
/// The same; roles are joined, interactions added, of each score the higher unless a person set the kept one; an
/// opt-out of either counts for both.
[[nodiscard]] Contact mergedContact(Contact keep, const Contact& gaveUp);
/// Qualification merged as two readings of one person, the older one first; counts added.
[[nodiscard]] ConversationState mergedState(ConversationState keep, const ConversationState& gaveUp, Timestamp now);
[[nodiscard]] AccountPlan mergedPlan(AccountPlan keep, const AccountPlan& gaveUp);
}
