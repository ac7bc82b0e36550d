// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/enums.hpp"

#include <span>
#include <string_view>

namespace agentarmy::deals {

/// Tone of one text by a small lexicon (English and German); "not" and its like turn a word round. Neutral where the
/// words balance or there are none. Reads at most the first 20,000 bytes.
[[nodiscard]] Sentiment sentimentOf(std::string_view text);
/// Majority of the newest five (the list is oldest first); a tie is neutral.
[[nodiscard]] Sentiment overallSentiment(std::span<const Sentiment> oldestFirst);
}
