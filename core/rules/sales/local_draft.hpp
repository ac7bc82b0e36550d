// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/persona.hpp"
#include "core/domain/qualification.hpp"

namespace agentarmy::sales {

struct LocalDraftInput {
    Channel channel = Channel::email; ///< email or chat
    PersonaType persona = PersonaType::manager;
    DealStage stage = DealStage::prospecting;
    std::string_view contactName, ourName, ourCompany, accountName;
    std::string_view lastInboundText; ///< empty: outreach
    std::string_view subject; ///< of the thread, for replies
    const QualificationState* qualification = nullptr;
    std::string_view language = "en"; ///< "en" or "de"; others are answered in English
    std::string_view question; ///< the words that end the talk, instead of the question for the first gap; may be empty
    PersonaAxes voice; ///< greeting and closing, length, depth and offer; in the middle it is the reader who decides
};
struct LocalDraft {
    std::optional<std::string> subject; ///< mail only
    std::string body; ///< plain text, passes reviewDraft() with its own input as grounds
    double confidence = 0.75; ///< 0.5 if a question of the customer could not be answered
    int questionsAsked = 0, questionsAnswered = 0;
};
/// A draft from resources/templates by stage, persona and channel: name, mirrored words, one question. Never invents a
/// fact.
[[nodiscard]] LocalDraft draftLocally(const LocalDraftInput& input);
/// The customer's last words worth repeating (1..3 words of the newest need, pain or question); empty if none.
[[nodiscard]] std::string mirroredWords(std::string_view inboundText);
}
