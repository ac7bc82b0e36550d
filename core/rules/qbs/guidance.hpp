// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/qbs.hpp"

namespace agentarmy::qbs {

/// The section of the system prompt that tells a model which question fits, and what it says in short.
struct Guidance {
    QuestionType questionType = QuestionType::painFunnel;
    QuestionTarget target = QuestionTarget::need;
    VossDelivery delivery = VossDelivery::calibratedQuestion;
    std::vector<QuestionTarget> gaps;
    std::vector<std::string> topics; ///< names of the 3 probed last, the newest first
    bool resistanceWarning = false;
    bool keepProbing = false; ///< else: move on
    std::vector<std::string> revisit; ///< the first 3
    std::vector<std::string> contacts; ///< the first 3 of the stored people
    std::string text; ///< English, as all prompts; customers' words in it are marked as such
};
/// Q9. With back-off (funnel.hpp) there is an acknowledgement instead of a question, and the advice is to move on. A
/// quote that looks like an order to the agent is left out.
[[nodiscard]] Guidance buildGuidance(const QuestionRecommendation& recommendation, const PainFunnelState& painState,
    const std::vector<ExpansionTrigger>& triggers);
}
