// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/agent_action.hpp"

namespace agentarmy::sales {

struct DraftReviewInput {
    std::optional<std::string> subject;
    std::string body; ///< plain text
    PersonaType persona = PersonaType::manager;
    Channel channel = Channel::email;
    bool isReply = false;
    std::string contactName; ///< blank: greetings are not checked
    std::string grounds; ///< context, sources and task as text: figures there are grounded
    std::vector<std::string> knownHosts; ///< of the tenant and its sources
};
/// R8: every finding of the table in its order, English and German, at most one a code; the range points at the first
/// place, the text says what to do. "block" sends the draft to a person.
[[nodiscard]] std::vector<DraftFinding> reviewDraft(const DraftReviewInput& input);
/// The most words that this reader gets.
[[nodiscard]] int wordLimit(PersonaType persona, Channel channel, bool isReply);
[[nodiscard]] bool blocks(const std::vector<DraftFinding>& findings);
}
