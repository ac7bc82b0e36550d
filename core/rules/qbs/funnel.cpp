// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/qbs/funnel.hpp"

#include "core/base/text.hpp"
#include "core/rules/qbs/pain_topics.hpp"
#include "core/rules/sales/completeness.hpp"

#include <algorithm>

namespace agentarmy::qbs {
namespace {
constexpr int probesBeforeBackOff = 3; ///< Q6
constexpr int turnsUntilForgotten = 2; ///< Q5 (iii)
constexpr std::size_t maxRevisits = 10;
constexpr int mostCounted = 1'000'000'000;

int oneMore(int count) { return std::min(count, mostCounted - 1) + 1; }
}

PainFunnelState updateFunnel(PainFunnelState state, const ReplySignals& reply)
{
    if (reply.sent) {
        const auto key = reply.sent->key();
        if (state.lastProbedTopic == key) {
            state.probeCountCurrentTopic = oneMore(state.probeCountCurrentTopic);
        } else {
            state.lastProbedTopic = key;
            state.probeCountCurrentTopic = 1;
            state.elaborationsCurrentTopic = 0;
        }
    }
    state.depthLevel = std::max(state.depthLevel, reply.depth);
    const bool opensUp
        = reply.engagement == EngagementSignal::highEnergy || reply.engagement == EngagementSignal::emotionalLanguage;
    if (reply.engagement == EngagementSignal::emotionalLanguage)
        state.emotionalRecognitionDetected = true;
    if (reply.engagement == EngagementSignal::highEnergy) {
        state.selfElaborationCount = oneMore(state.selfElaborationCount);
        state.elaborationsCurrentTopic = oneMore(state.elaborationsCurrentTopic.value_or(0));
    }
    if (reply.engagement == EngagementSignal::resistant) {
        state.resistanceDetected = true;
        state.turnsSinceResistance = 0;
    } else if (state.resistanceDetected) {
        state.turnsSinceResistance = oneMore(state.turnsSinceResistance.value_or(0));
        if (opensUp || *state.turnsSinceResistance >= turnsUntilForgotten) {
            state.resistanceDetected = false;
            state.turnsSinceResistance.reset();
        }
    }
    return state;
}

bool shouldBackOff(const PainFunnelState& state)
{
    return state.resistanceDetected
        || (state.probeCountCurrentTopic >= probesBeforeBackOff && !state.emotionalRecognitionDetected
            && state.elaborationsCurrentTopic.value_or(state.selfElaborationCount) == 0);
}

void addRevisit(PainFunnelState& state, std::string_view topic)
{
    const auto key = topicKey(topic);
    if (key.empty())
        return;
    auto& list = state.revisitLater;
    if (std::any_of(list.begin(), list.end(), [&](const auto& each) { return topicKey(each) == key; }))
        return;
    list.push_back(topicText(topic));
    if (list.size() > maxRevisits)
        list.erase(list.begin(), list.end() - maxRevisits);
}

std::string backedOffTopic(const PainFunnelState& state)
{
    const auto newest = std::max_element(state.painTopics.begin(), state.painTopics.end(),
        [](const PainTopic& a, const PainTopic& b) { return a.lastProbedAt < b.lastProbedAt; });
    const auto key = state.lastProbedTopic.value_or("");
    const auto colon = key.find(':');
    const auto target = colon == std::string::npos ? std::nullopt
                                                   : parseEnum<QuestionTarget>(std::string_view(key).substr(colon + 1));
    const bool aboutPain = !target || *target == QuestionTarget::pain || *target == QuestionTarget::metrics
        || *target == QuestionTarget::need;
    if (newest != state.painTopics.end() && aboutPain)
        return newest->topic;
    return target ? std::string(sales::plainName(dimensionOf(*target))) : std::string();
}
}
