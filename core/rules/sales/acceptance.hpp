// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/extraction.hpp"
#include "core/rules/text/quote.hpp"

namespace agentarmy::sales {

/// An inbound text that extractions are checked against.
struct EvidenceSource {
    std::string_view text; ///< clean text of a customer's message or utterance; never our own words
    Uuid sourceId; ///< message, or transcript for utterances
    SourceType sourceType = SourceType::message;
    std::optional<int> utterance; ///< index in the transcript, for utterances
    std::optional<Timestamp> at;
};

/// What of an extraction counts, with its retractions as evidence.
struct AcceptedExtraction {
    Extraction extraction; ///< evidence in the source's own words, with byte offsets, source, time and dimension
    std::vector<Evidence> retractions; ///< those whose quote stands in the source, marked `retracts`
    int droppedQuotes = 0; ///< not found in the source
};

/// R3 for one signal. Quotes that are not in the source are dropped; without one left: not identified, confidence at
/// most 0.3. NaN confidence becomes 0, others are clamped; below 0.4 not identified. Values at most 500 bytes, 20
/// criteria of 120 bytes.
[[nodiscard]] Signal acceptSignal(
    const text::QuoteFinder& finder, Dimension dimension, Signal signal, const EvidenceSource& source);

/// R3 for a whole extraction. Idempotent.
[[nodiscard]] AcceptedExtraction acceptExtraction(const Extraction& extraction, const EvidenceSource& source);
}
