// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/opportunity.hpp"
#include "core/ports/store.hpp"
#include "core/rules/qbs/next_question.hpp"

namespace agentarmy {

/// Which question to ask somebody next, by what is known of them and their deal: for a message of theirs that nobody
/// has read yet, or without one for the newest that was. Nothing is stored. `conversation_not_found`.
[[nodiscard]] Result<qbs::NextQuestion> findNextQuestion(Store& store, const Context& context, Id<Account> account,
    Id<Contact> contact, const std::optional<std::string>& latestMessage = {});

/// `{..., "backOff"}`: the recommendation as JSON; without one only `backOff` and `reason`.
[[nodiscard]] Json nextQuestionJson(const qbs::NextQuestion& next);
}
