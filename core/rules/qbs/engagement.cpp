// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/qbs/engagement.hpp"

#include "core/base/text.hpp"
#include "core/rules/qbs/cues.hpp"

namespace agentarmy::qbs {
namespace {
constexpr std::size_t manyWords = 60;
constexpr std::size_t someWords = 25;
constexpr std::size_t fewWords = 4;
}

EngagementSignal detectEngagement(std::string_view text)
{
    const auto newest = newestPart(text);
    if (trimView(newest).empty())
        return EngagementSignal::factual;
    const text::Tokens tokens(newest);
    if (findCue(tokens, CueKind::refusal, Denial::ignored))
        return EngagementSignal::resistant;
    if (findCue(tokens, CueKind::emotion, Denial::counts))
        return EngagementSignal::emotionalLanguage;
    if (findCue(tokens, CueKind::topicShift, Denial::ignored))
        return EngagementSignal::topicShift;
    const auto words = text::words(newest).size();
    if (words >= manyWords || (words >= someWords && (text::containsQuestion(newest) || hasNumber(tokens))))
        return EngagementSignal::highEnergy;
    return words <= fewWords ? EngagementSignal::resistant : EngagementSignal::factual;
}

VossDelivery deliveryFor(EngagementSignal signal)
{
    switch (signal) {
    case EngagementSignal::highEnergy:
        return VossDelivery::mirror;
    case EngagementSignal::emotionalLanguage:
        return VossDelivery::label;
    case EngagementSignal::resistant:
        return VossDelivery::accusationAudit;
    case EngagementSignal::factual:
    case EngagementSignal::topicShift:
        return VossDelivery::calibratedQuestion;
    }
    return VossDelivery::calibratedQuestion;
}
}
