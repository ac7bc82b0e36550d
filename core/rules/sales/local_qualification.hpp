// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/extraction.hpp"

namespace agentarmy::sales {

/// What the rule-based reader gets: one message, chat line or utterance of the customer.
struct LocalReading {
    std::string_view text; ///< clean inbound text; at most 60,000 bytes are read, the newest
    std::string_view contactName; ///< who "I" is; may be blank
    std::string_view before; ///< our words just before, so that a short answer can be understood; may be empty
    const QualificationState* existing
        = nullptr; ///< what is known: "scrap that" takes back what was said last; may be null
};
/// Reads all ten dimensions and retractions sentence by sentence, English and German, without a language model:
/// patterns propose, a small trained model of sentences (reading/sentence_model.hpp) decides. Quotes are whole
/// sentences of the text, byte for byte. Negations, questions, conditions not met, hearsay about others and what is
/// over mark nothing.
[[nodiscard]] Extraction qualifyLocally(const LocalReading& reading);
/// A sentence as the sentence model sees it; for training and measuring.
struct SentenceSample {
    std::size_t begin = 0, end = 0; ///< bytes in the text
    std::array<double, dimensionCount> proposed {}; ///< weight of the patterns' claim, 0 = none
    std::vector<std::string> features; ///< their names
};
[[nodiscard]] std::vector<SentenceSample> sampleSentences(const LocalReading& reading);
/// The first 3 questions for missing dimensions, in the order pain, need, authority, timeline, budget, metrics, ...
[[nodiscard]] std::vector<std::string> nextQuestions(const QualificationState& state, std::string_view language = "en");
/// The one fixed how/what question of a dimension.
[[nodiscard]] std::string_view questionFor(Dimension dimension, std::string_view language = "en");
}
