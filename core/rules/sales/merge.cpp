// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/merge.hpp"

#include "core/base/text.hpp"
#include "core/rules/sales/completeness.hpp"
#include "core/rules/text/quote.hpp"

#include <algorithm>

namespace agentarmy::sales {
namespace {
constexpr std::size_t maxEvidence = 20;
constexpr std::size_t maxAlternatives = 5;
constexpr std::size_t maxInsights = 20;
using Value = std::optional<std::string>;

/// A value that lost: kept once, never the value in force.
void addAlternative(std::vector<std::string>& alternatives, const Value& lost, const Value& inForce)
{
    if (lost && !lost->empty() && lost != inForce
        && std::find(alternatives.begin(), alternatives.end(), *lost) == alternatives.end())
        alternatives.push_back(*lost);
}

void keepNewestAlternatives(std::vector<std::string>& alternatives, const Value& inForce)
{
    if (inForce)
        std::erase(alternatives, *inForce);
    if (alternatives.size() > maxAlternatives)
        alternatives.erase(alternatives.begin(), alternatives.end() - maxAlternatives);
}

void mergeEvidence(Signal& merged, const Signal& incoming)
{
    merged.evidenceCount = std::max(merged.evidenceCount, int(merged.evidence.size()));
    if (incoming.evidence.empty())
        return;
    std::vector<std::pair<std::string, bool>> known;
    known.reserve(merged.evidence.size() + incoming.evidence.size());
    for (const auto& each : merged.evidence)
        known.emplace_back(text::quoteKey(each.quote), each.retracts);
    for (const auto& each : incoming.evidence) {
        auto key = text::quoteKey(each.quote);
        const bool contained = std::any_of(known.begin(), known.end(),
            [&](const auto& old) { return old.second == each.retracts && old.first.find(key) != std::string::npos; });
        if (contained)
            continue;
        known.emplace_back(std::move(key), each.retracts);
        merged.evidence.push_back(each);
        ++merged.evidenceCount;
    }
    if (merged.evidence.size() > maxEvidence)
        merged.evidence.erase(merged.evidence.begin() + 1, merged.evidence.end() - (maxEvidence - 1));
}

/// R2's choice for text values: whose value counts first.
bool incomingFirst(const Signal& existing, const Signal& incoming)
{
    if (incoming.identified != existing.identified)
        return incoming.identified;
    return incoming.confidence > existing.confidence;
}

void mergeText(Value Signal::*field, Signal& merged, const Signal& existing, const Signal& incoming)
{
    const bool first = incomingFirst(existing, incoming);
    const auto& chosen = first ? incoming.*field : existing.*field;
    const auto& other = first ? existing.*field : incoming.*field;
    merged.*field = chosen ? chosen : other;
    addAlternative(merged.alternatives, other, merged.*field);
    keepNewestAlternatives(merged.alternatives, merged.*field);
}

/// Contact and role move as a pair.
void mergeAuthority(Signal& merged, const Signal& existing, const Signal& incoming)
{
    const bool first = incomingFirst(existing, incoming);
    const auto& chosen = first ? incoming : existing;
    const auto& other = first ? existing : incoming;
    const bool samePerson = chosen.contact && other.contact && nameKey(*chosen.contact) == nameKey(*other.contact);
    merged.contact = chosen.contact ? chosen.contact : other.contact;
    merged.role = chosen.role;
    if (!merged.role && (samePerson || !chosen.contact))
        merged.role = other.role;
    const auto valueOf = [](const Signal& signal) { return signal.contact ? signal.contact : signal.role; };
    if (!samePerson)
        addAlternative(merged.alternatives, valueOf(other) == merged.role ? Value() : valueOf(other), valueOf(merged));
    keepNewestAlternatives(merged.alternatives, valueOf(merged));
}

void mergeContact(Signal& merged, const Signal& existing, const Signal& incoming)
{
    Value lost;
    if (existing.contact && incoming.contact) {
        const bool replace = incoming.confidence > existing.confidence;
        merged.contact = replace ? incoming.contact : existing.contact;
        lost = replace ? existing.contact : incoming.contact;
    } else
        merged.contact = existing.contact ? existing.contact : incoming.contact;
    addAlternative(merged.alternatives, lost, merged.contact);
    keepNewestAlternatives(merged.alternatives, merged.contact);
}

void mergeItems(Signal& merged, const Signal& incoming)
{
    std::vector<std::string> keys;
    for (const auto& item : merged.items)
        keys.push_back(foldCase(trim(item)));
    for (const auto& item : incoming.items) {
        auto key = foldCase(trim(item));
        if (key.empty() || std::find(keys.begin(), keys.end(), key) != keys.end())
            continue;
        keys.push_back(std::move(key));
        merged.items.push_back(item);
    }
}
}

Signal mergeSignal(Dimension dimension, const Signal& existing, const Signal& incoming)
{
    Signal merged = existing;
    mergeEvidence(merged, incoming);
    if (existing.locked)
        return merged;
    for (const auto& each : incoming.alternatives)
        if (std::find(merged.alternatives.begin(), merged.alternatives.end(), each) == merged.alternatives.end())
            merged.alternatives.push_back(each);
    switch (dimension) {
    case Dimension::budget:
        mergeText(&Signal::range, merged, existing, incoming);
        break;
    case Dimension::authority:
        mergeAuthority(merged, existing, incoming);
        break;
    case Dimension::need:
    case Dimension::timeline:
    case Dimension::metrics:
    case Dimension::decisionProcess:
    case Dimension::pain:
        mergeText(&Signal::description, merged, existing, incoming);
        break;
    case Dimension::economicBuyer:
    case Dimension::champion:
        mergeContact(merged, existing, incoming);
        break;
    case Dimension::decisionCriteria:
        mergeItems(merged, incoming);
        keepNewestAlternatives(merged.alternatives, std::nullopt);
        break;
    }
    merged.identified = existing.identified || incoming.identified;
    merged.confidence = std::max(existing.confidence, incoming.confidence);
    merged.contested = (existing.contested && !(incoming.identified && incoming.confidence >= existing.confidence))
        || incoming.contested;
    merged.locked = existing.locked || incoming.locked;
    return merged;
}

QualificationState mergeQualification(
    const QualificationState& existing, const QualificationState& incoming, Timestamp now)
{
    QualificationState merged = existing;
    for (const auto& [dimension, key] : EnumTexts<Dimension>::values)
        if (incoming[dimension] != Signal {})
            merged[dimension] = mergeSignal(dimension, existing[dimension], incoming[dimension]);
    merged.overallConfidence = std::max(existing.overallConfidence, incoming.overallConfidence);
    for (const auto& insight : incoming.keyInsights)
        if (std::find(merged.keyInsights.begin(), merged.keyInsights.end(), insight) == merged.keyInsights.end())
            merged.keyInsights.push_back(insight);
    if (merged.keyInsights.size() > maxInsights)
        merged.keyInsights.erase(merged.keyInsights.begin(), merged.keyInsights.end() - maxInsights);
    if (!incoming.recommendedNextQuestions.empty())
        merged.recommendedNextQuestions = incoming.recommendedNextQuestions;
    merged.lastUpdated = now;
    return merged;
}

QualificationState knownFor(const QualificationState& person, const QualificationState& deal)
{
    auto known = person;
    for (std::size_t i = 0; i < dimensionCount; ++i)
        if (!known.signals[i].identified && deal.signals[i].identified)
            known.signals[i] = deal.signals[i];
    return known;
}

std::vector<KnownPoint> knownPoints(const QualificationState& state, Timestamp since)
{
    std::vector<KnownPoint> points;
    for (const auto& [dimension, key] : EnumTexts<Dimension>::values) {
        const auto& signal = state[dimension];
        const Evidence* newest = nullptr;
        for (const auto& evidence : signal.evidence)
            if (!evidence.retracts && evidence.at.value_or(since) >= since
                && (!newest || evidence.at.value_or(since) >= newest->at.value_or(since)))
                newest = &evidence;
        if (signal.identified && newest)
            points.push_back({dimension, signal.range.value_or(std::string()), newest->quote});
    }
    return points;
}

Signal applyRetraction(const Signal& existing, const Evidence& retraction)
{
    Signal result = existing;
    const double confidence = std::clamp(retraction.confidence, 0.0, 1.0);
    if (existing.locked || confidence < std::max(0.7, existing.confidence)) {
        result.contested = true;
        return result;
    }
    result.identified = false;
    result.contested = false;
    result.confidence = 1 - confidence;
    Signal words;
    words.evidence.push_back(retraction);
    words.evidence.back().retracts = true;
    mergeEvidence(result, words);
    return result;
}

std::string retractionInsight(Dimension dimension, std::string_view quote)
{
    return "The customer took back the " + std::string(plainName(dimension)) + ": \""
        + ellipsized(collapseSpaces(quote), 160) + "\"";
}

MergeOutcome applyExtraction(const QualificationState& existing, const Extraction& accepted,
    const std::vector<Evidence>& retractions, Timestamp now)
{
    MergeOutcome outcome {.state = mergeQualification(existing, accepted.found, now), .changed = {}, .confirm = {}};
    for (const auto& retraction : retractions) {
        if (!retraction.dimension)
            continue;
        const auto dimension = *retraction.dimension;
        const auto& claims = accepted.found[dimension].evidence;
        const bool outdone = std::any_of(claims.begin(), claims.end(), [&](const Evidence& claim) {
            return !claim.retracts && claim.sourceId == retraction.sourceId && claim.utterance == retraction.utterance
                && claim.begin > retraction.begin;
        });
        auto& signal = outcome.state[dimension];
        if (outdone || (!signal.identified && signal.confidence < 0.4)) // nothing of it was believed
            continue;
        signal = applyRetraction(signal, retraction);
        outcome.confirm.push_back(dimension);
        auto insight = retractionInsight(dimension, retraction.quote);
        if (std::find(outcome.state.keyInsights.begin(), outcome.state.keyInsights.end(), insight)
            == outcome.state.keyInsights.end())
            outcome.state.keyInsights.push_back(std::move(insight));
        if (outcome.state.keyInsights.size() > maxInsights)
            outcome.state.keyInsights.erase(outcome.state.keyInsights.begin());
    }
    for (const auto& [dimension, key] : EnumTexts<Dimension>::values)
        if (outcome.state[dimension] != existing[dimension])
            outcome.changed.push_back(dimension);
    return outcome;
}
}
