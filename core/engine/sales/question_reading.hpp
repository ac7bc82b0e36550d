// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/sales/turn.hpp"
#include "core/rules/qbs/metadata.hpp"

namespace agentarmy {

/// What question based selling takes from a turn (qbs rules Q10), kept in the state's `metadata.qbs`; all else in the
/// metadata stays. Of an inbound turn: how deep and in what mood they spoke, the question they answered, their pains,
/// the people they named. Of an outbound one: that the open question is no longer the last thing we said. A source that
/// was read before changes nothing. Never fails: what goes wrong is told in `errors`, and the state is as it was.
void readForQuestions(UnitOfWork& work, const ConversationTurn& turn, const ContactWords& words,
    const TurnReading& reading, ConversationState& state, std::vector<std::string>& errors);

/// A message of ours left: its question, if its text still asks it, is the one that the next reply answers. Without a
/// state for its contact nothing is kept. Errors of the store.
[[nodiscard]] Result<void> keepSentQuestion(UnitOfWork& work, const AgentAction& action);

/// Who is known at an account: names, and those titles of which there is one. `speaker`: whose title does not count,
/// for "my manager" is somebody else.
[[nodiscard]] Result<std::vector<std::string>> knownPeople(UnitOfWork& work, Id<Account> account, Id<Contact> speaker);
}
