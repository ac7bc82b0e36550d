// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/qbs/joining.hpp"

#include "core/rules/qbs/expansion.hpp"
#include "core/rules/qbs/funnel.hpp"
#include "core/rules/qbs/pain_topics.hpp"

#include <algorithm>

namespace agentarmy::qbs {
namespace {
constexpr std::size_t maxRead = 8;
constexpr std::size_t maxCorrections = 20;
constexpr std::int64_t mostCounted = 1'000'000'000;

int sum(int a, int b) { return int(std::min(mostCounted, std::int64_t(a) + b)); }

template <class T> void addEach(std::vector<T>& list, const std::vector<T>& more, std::size_t most)
{
    for (const auto& each : more)
        if (std::find(list.begin(), list.end(), each) == list.end())
            list.push_back(each);
    if (list.size() > most)
        list.erase(list.begin(), list.end() - std::ptrdiff_t(most));
}

PainFunnelState joinedState(PainFunnelState keep, const PainFunnelState& other, Newer newer)
{
    if (newer == Newer::other) {
        keep.resistanceDetected = other.resistanceDetected;
        keep.turnsSinceResistance = other.turnsSinceResistance;
        keep.lastProbedTopic = other.lastProbedTopic;
        keep.probeCountCurrentTopic = other.probeCountCurrentTopic;
        keep.elaborationsCurrentTopic = other.elaborationsCurrentTopic;
    }
    keep.depthLevel = std::max(keep.depthLevel, other.depthLevel);
    keep.emotionalRecognitionDetected = keep.emotionalRecognitionDetected || other.emotionalRecognitionDetected;
    keep.selfElaborationCount = sum(keep.selfElaborationCount, other.selfElaborationCount);
    for (const auto& topic : other.painTopics) {
        const auto same = std::find_if(keep.painTopics.begin(), keep.painTopics.end(),
            [&](const PainTopic& each) { return topicKey(each.topic) == topicKey(topic.topic); });
        if (same != keep.painTopics.end()) {
            *same = joined(*same, topic);
            continue;
        }
        const PainMention mention {topic.topic, topic.depth, {}, topic.businessImpact, topic.emotionalIndicator};
        keep.painTopics = addPainTopic(std::move(keep.painTopics), mention, topic.lastProbedAt);
        for (auto& each : keep.painTopics)
            if (topicKey(each.topic) == topicKey(topic.topic))
                each = joined(std::move(each), topic);
    }
    for (const auto& topic : other.revisitLater)
        addRevisit(keep, topic);
    return keep;
}

std::vector<ExpansionTrigger> joinedContacts(
    std::vector<ExpansionTrigger> keep, const std::vector<ExpansionTrigger>& other)
{
    for (const auto& trigger : other) {
        const auto same = std::find_if(keep.begin(), keep.end(), [&](const ExpansionTrigger& each) {
            return mentionKey(each.mentionedNameOrRole) == mentionKey(trigger.mentionedNameOrRole);
        });
        if (same == keep.end()) {
            keep = mergeExpansion(std::move(keep), {trigger}, {}, trigger.lastMentionedAt.value_or(Timestamp()));
            for (auto& each : keep)
                if (each.mentionedNameOrRole == trigger.mentionedNameOrRole)
                    each = trigger;
            continue;
        }
        same->mentionCount = sum(same->mentionCount, trigger.mentionCount);
        if (same->status == ExpansionStatus::detected)
            same->status = trigger.status;
        if (!same->contactId)
            same->contactId = trigger.contactId;
        if (trigger.lastMentionedAt > same->lastMentionedAt) {
            same->lastMentionedAt = trigger.lastMentionedAt;
            same->contextQuote = trigger.contextQuote;
            same->urgency = trigger.urgency;
        }
    }
    return keep;
}
}

PainTopic joined(PainTopic keep, const PainTopic& other)
{
    keep.depth = std::max(keep.depth, other.depth);
    keep.firstMentionedAt = std::min(keep.firstMentionedAt, other.firstMentionedAt);
    keep.lastProbedAt = std::max(keep.lastProbedAt, other.lastProbedAt);
    if (!keep.businessImpact)
        keep.businessImpact = other.businessImpact;
    if (!keep.emotionalIndicator)
        keep.emotionalIndicator = other.emotionalIndicator;
    std::vector<PainTopic> alone {std::move(keep)};
    const auto name = alone.front().topic;
    const auto probed = alone.front().lastProbedAt;
    for (const auto& quote : other.evidence) {
        const PainMention mention {name, alone.front().depth, quote, {}, {}};
        alone = addPainTopic(std::move(alone), mention, probed);
    }
    return std::move(alone.front());
}

QbsData joined(QbsData keep, const QbsData& other, Newer newer)
{
    keep.painState = joinedState(std::move(keep.painState), other.painState, newer);
    keep.contacts = joinedContacts(std::move(keep.contacts), other.contacts);
    auto read = keep.asked.read;
    addEach(read, other.asked.read, maxRead);
    if (newer == Newer::other)
        keep.asked = other.asked;
    keep.asked.read = std::move(read);
    addEach(keep.corrections.renamed, other.corrections.renamed, maxCorrections);
    addEach(keep.corrections.removed, other.corrections.removed, maxCorrections);
    return keep;
}
}
