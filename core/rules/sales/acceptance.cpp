// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/acceptance.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <cmath>

namespace agentarmy::sales {
namespace {
constexpr double minIdentified = 0.4;
constexpr double maxUnproven = 0.3;
constexpr std::size_t maxQuoteBytes = 500;

std::string_view firstChars(std::string_view text, std::size_t count)
{
    if (text.size() <= count)
        return text;
    std::size_t at = 0;
    for (std::size_t n = 0; n < count && at < text.size(); ++n)
        (void)nextCodePoint(text, at);
    return text.substr(0, at);
}
void shorten(std::optional<std::string>& value, std::size_t chars)
{
    if (value)
        value->resize(firstChars(*value, chars).size());
}

/// Puts the evidence into the source's own words; false if they are not there.
bool locate(Evidence& evidence, const text::QuoteFinder& finder, Dimension dimension, const EvidenceSource& source)
{
    text::Range range;
    const auto quote = trimView(evidence.quote);
    if (quote.empty())
        return false;
    const auto exact = evidence.begin >= 0 && std::size_t(evidence.begin) <= source.text.size()
            && source.text.substr(std::size_t(evidence.begin), quote.size()) == quote
        ? std::size_t(evidence.begin)
        : source.text.find(quote);
    if (exact != std::string_view::npos)
        range = {exact, exact + quote.size()};
    else if (const auto found = finder.find(quote))
        range = *found;
    else
        return false;
    range.end = range.begin + cutAtCodePoint(range.in(source.text), maxQuoteBytes).size();
    while (range.end > range.begin && isAsciiSpace(source.text[range.end - 1]))
        --range.end;
    evidence.quote = std::string(range.in(source.text));
    evidence.begin = std::int64_t(range.begin);
    evidence.end = std::int64_t(range.end);
    evidence.dimension = dimension;
    evidence.sourceType = source.sourceType;
    evidence.sourceId = source.sourceId;
    evidence.utterance = source.utterance;
    if (source.at)
        evidence.at = source.at;
    return true;
}
}

Signal acceptSignal(const text::QuoteFinder& finder, Dimension dimension, Signal signal, const EvidenceSource& source)
{
    if (std::isnan(signal.confidence)) {
        signal.confidence = 0;
        signal.identified = false;
    }
    signal.confidence = std::clamp(signal.confidence, 0.0, 1.0);
    std::erase_if(signal.evidence, [&](Evidence& each) { return !locate(each, finder, dimension, source); });
    for (auto& each : signal.evidence)
        if (!(each.confidence > 0)) // NaN too
            each.confidence = signal.confidence;
    if (signal.evidence.empty()) {
        signal.identified = false;
        signal.confidence = std::min(signal.confidence, maxUnproven);
    }
    if (signal.confidence < minIdentified)
        signal.identified = false;
    for (auto* value : {&signal.range, &signal.contact, &signal.role, &signal.description})
        shorten(*value, 500);
    if (signal.items.size() > 20)
        signal.items.resize(20);
    for (auto& item : signal.items)
        item.resize(firstChars(item, 120).size());
    signal.evidenceCount = int(signal.evidence.size());
    return signal;
}

AcceptedExtraction acceptExtraction(const Extraction& extraction, const EvidenceSource& source)
{
    AcceptedExtraction accepted {.extraction = extraction, .retractions = {}, .droppedQuotes = 0};
    std::optional<text::QuoteFinder> lazy; // only built if a quote is not there byte for byte
    const auto finderFor = [&](const std::string& quote) {
        if (!lazy && source.text.find(trimView(quote)) == std::string_view::npos)
            lazy.emplace(source.text);
    };
    static const text::QuoteFinder none("");
    for (const auto& [dimension, key] : EnumTexts<Dimension>::values) {
        auto& signal = accepted.extraction.found[dimension];
        if (signal == Signal {})
            continue;
        for (const auto& each : signal.evidence)
            finderFor(each.quote);
        const auto before = signal.evidence.size();
        signal = acceptSignal(lazy ? *lazy : none, dimension, std::move(signal), source);
        accepted.droppedQuotes += int(before - signal.evidence.size());
    }
    auto& overall = accepted.extraction.found.overallConfidence;
    overall = std::isnan(overall) ? 0.5 : std::clamp(overall, 0.0, 1.0);
    if (accepted.extraction.found.recommendedNextQuestions.size() > 3)
        accepted.extraction.found.recommendedNextQuestions.resize(3);
    for (const auto& retraction : extraction.retractions) {
        finderFor(retraction.quote);
        Evidence evidence;
        evidence.quote = retraction.quote;
        evidence.begin = -1;
        evidence.confidence = std::isnan(retraction.confidence) ? 0 : std::clamp(retraction.confidence, 0.0, 1.0);
        evidence.retracts = true;
        if (locate(evidence, lazy ? *lazy : none, retraction.dimension, source))
            accepted.retractions.push_back(std::move(evidence));
        else
            ++accepted.droppedQuotes;
    }
    return accepted;
}
}
