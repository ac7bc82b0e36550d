// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/extraction.hpp"

#include <span>

namespace agentarmy::deals {

/// One piece of what was said; the text is borrowed. The fields of the port's SpokenText that rules read.
struct SpokenPiece {
    std::string_view text;
    bool ours = false;
    std::string_view speaker {};
    std::optional<Id<Contact>> contactId {};
};

/// Deal potential of the customer's words, 0..0.95 in hundredths. Each class of cues counts once; a negated cue does
/// not.
[[nodiscard]] double localDetection(std::string_view customerText);

/// What a model's detector would answer, by rules alone (English and German). Reads only what is not ours. Product
/// line: the first of `products` named. Value: the largest amount in a sentence with a word for budget or price, in
/// `currency` if none is named. Close date: counted from the day of `at` (UTC); a month or quarter is its last day.
/// `isNewOpportunity` is true: the match is R2's business. `points` count a class that no phrase of the turn found,
/// once: budget, timeline, authority (who decides or holds the money), need or pain, and a formal request where steps
/// or bodies of the purchase are known.
[[nodiscard]] OpportunitySignals detectLocally(std::span<const SpokenPiece> pieces, Timestamp at,
    std::span<const std::string> products, std::string_view currency, std::span<const KnownPoint> points = {});
}
