// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/extraction.hpp"

namespace agentarmy::sales {

/// What a merge changed, for the change log and for people.
struct MergeOutcome {
    QualificationState state;
    std::vector<Dimension> changed; ///< value, identified, confidence or evidence differ from before
    std::vector<Dimension> confirm; ///< taken back or contested: a next action "confirm DIMENSION" is due
};

/// R2 for one dimension. Ties go to `existing`; merging the same input twice gives the same result. A locked signal
/// keeps its value, identified and confidence and only collects evidence. Evidence: the first and the newest 19,
/// `evidenceCount` counts all.
[[nodiscard]] Signal mergeSignal(Dimension dimension, const Signal& existing, const Signal& incoming);

/// R2 for the whole state: ten dimensions, insights (newest 20), questions, overall confidence, `lastUpdated = now`.
[[nodiscard]] QualificationState mergeQualification(
    const QualificationState& existing, const QualificationState& incoming, Timestamp now);

/// What a draft to one person need not ask: their own words, and what colleagues told about the same deal.
[[nodiscard]] QualificationState knownFor(const QualificationState& person, const QualificationState& deal);

/// The points that words not older than `since` have proven, each with the newest of these quotes.
[[nodiscard]] std::vector<KnownPoint> knownPoints(const QualificationState& state, Timestamp since);

/// R2b on a signal of `dimension`; the evidence stands in the signal marked `retracts`. A locked signal becomes
/// contested only.
[[nodiscard]] Signal applyRetraction(const Signal& existing, const Evidence& retraction);
/// "The customer took back the budget: \"the budget was frozen\""
[[nodiscard]] std::string retractionInsight(Dimension dimension, std::string_view quote);

/// An accepted extraction (acceptance.hpp) in the order of one turn: merge, then retractions with their insights. A
/// retraction whose words stand before a claim of the same turn about the same dimension, in the same source, is
/// outdone by the claim and skipped.
[[nodiscard]] MergeOutcome applyExtraction(const QualificationState& existing, const Extraction& accepted,
    const std::vector<Evidence>& retractions, Timestamp now);
}
