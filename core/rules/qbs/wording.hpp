// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/qbs.hpp"

namespace agentarmy::qbs {

struct WordingInput {
    std::string_view latestInboundText; ///< empty: there is none, nothing is mirrored
    std::string_view language = "en"; ///< "en" or "de", the customer's; others are asked in English
    bool backOff = false; ///< an acknowledgement instead of a question
};
/// Q2 e: the sentence of a recommendation in the customer's language, from resources/templates, with the last key words
/// of the customer where there are any, led in as the delivery asks; and the reason, in English, for the seller. The
/// sentence passes reviewDraft(): one question, no Why. With back-off it holds no question.
[[nodiscard]] QuestionRecommendation worded(QuestionRecommendation recommendation, const WordingInput& input);
/// The last sentence of a wording that is a question: what a sent text is searched for. Empty if none is.
[[nodiscard]] std::string questionIn(std::string_view wording);
}
