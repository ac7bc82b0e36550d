// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/qbs/reply.hpp"

#include "core/base/hash.hpp"
#include "core/base/text.hpp"
#include "core/rules/qbs/depth.hpp"
#include "core/rules/qbs/engagement.hpp"
#include "core/rules/qbs/expansion.hpp"
#include "core/rules/qbs/funnel.hpp"
#include "core/rules/qbs/joining.hpp"
#include "core/rules/qbs/pain_topics.hpp"
#include "core/rules/text/quote.hpp"

#include <algorithm>

namespace agentarmy::qbs {
namespace {
constexpr std::size_t maxRead = 8;
constexpr std::size_t maxCorrections = 20;
constexpr std::size_t maxResting = 10;
constexpr std::size_t maxTopicChars = 120;
constexpr int restingInteractions = 2; ///< Q6
constexpr std::size_t markDigits = 16;

template <class T> void keepNewest(std::vector<T>& list, std::size_t most)
{
    if (list.size() > most)
        list.erase(list.begin(), list.end() - std::ptrdiff_t(most));
}

/// Tells quotes apart without keeping their words.
std::string markOf(std::string_view quote) { return hexText(sha256(text::quoteKey(quote))).substr(0, markDigits); }

/// The mention as people want it: under its new name; nothing if they took it out, quote and all.
std::optional<PainMention> corrected(PainMention mention, const PainCorrections& corrections)
{
    const auto key = topicKey(mention.topic);
    for (const auto& removed : corrections.removed)
        if (mention.evidence
            && std::find(removed.quotes.begin(), removed.quotes.end(), markOf(*mention.evidence))
                != removed.quotes.end())
            return std::nullopt;
    const auto renamed = std::find_if(corrections.renamed.rbegin(), corrections.renamed.rend(),
        [&](const RenamedTopic& each) { return topicKey(each.from) == key; });
    if (renamed != corrections.renamed.rend())
        mention.topic = renamed->to;
    return mention;
}

void dropRevisit(PainFunnelState& state, std::string_view topic)
{
    const auto key = topicKey(topic);
    std::erase_if(state.revisitLater, [&](const auto& each) { return topicKey(each) == key; });
}

void backOff(QbsData& data, int interactionCount)
{
    if (!shouldBackOff(data.painState))
        return;
    addRevisit(data.painState, backedOffTopic(data.painState));
    const auto& key = data.painState.lastProbedTopic;
    const auto colon = key ? key->find(':') : std::string::npos;
    if (colon == std::string::npos)
        return;
    const auto target = parseEnum<QuestionTarget>(std::string_view(*key).substr(colon + 1));
    if (!target)
        return;
    auto& resting = data.asked.resting;
    std::erase_if(resting, [&](const RestingTarget& each) { return each.target == *target; });
    resting.push_back({*target, interactionCount});
    keepNewest(resting, maxResting);
}
}

QbsData afterReply(QbsData data, const Reply& reply)
{
    auto& read = data.asked.read;
    if (std::find(read.begin(), read.end(), reply.source) != read.end())
        return data;
    read.push_back(reply.source);
    keepNewest(read, maxRead);

    ReplySignals signals;
    signals.engagement = detectEngagement(reply.text);
    signals.depth = assessDepth(reply.text);
    if (data.asked.open && data.asked.open->sentAt && *data.asked.open->sentAt <= reply.at) {
        signals.sent = data.asked.open;
        data.asked.open.reset();
    }
    data.painState = updateFunnel(std::move(data.painState), signals);
    for (auto& mention : painMentions(reply.text, reply.painQuotes)) {
        const auto wanted = corrected(std::move(mention), data.corrections);
        if (!wanted)
            continue;
        data.painState.painTopics = addPainTopic(std::move(data.painState.painTopics), *wanted, reply.interactionCount);
        dropRevisit(data.painState, wanted->topic); // they came back to it themselves
    }
    std::erase_if(data.asked.resting,
        [&](const RestingTarget& each) { return reply.interactionCount - each.since > restingInteractions; });
    backOff(data, reply.interactionCount);

    auto triggers = acceptTriggers(reply.text, localExpansion(reply.text, reply.knownPeople));
    for (auto& trigger : triggers)
        trigger.urgency = adjustUrgency(trigger.urgency, reply.interactionCount, signals.engagement);
    data.contacts = mergeExpansion(std::move(data.contacts), triggers, reply.knownPeople, reply.at);
    return data;
}

bool asks(std::string_view text, const AskedQuestion& question)
{
    return !question.question.empty() && text::findQuote(text, question.question).has_value();
}

QuestionLog afterSending(QuestionLog log, const SentMessage& message)
{
    if (log.open && log.open->sentAt && (message.at < *log.open->sentAt || asks(message.text, *log.open)))
        return log;
    log.open.reset();
    if (!message.question || !asks(message.text, *message.question))
        return log;
    log.open = message.question;
    log.open->sentAt = message.at;
    log.questionsSinceConfirmation = message.question->questionType == QuestionType::confirmation
        ? 0
        : std::min(log.questionsSinceConfirmation, 999'999'999) + 1;
    return log;
}

std::set<QuestionTarget> restingTargets(const QuestionLog& log, int interactionCount)
{
    std::set<QuestionTarget> targets;
    for (const auto& each : log.resting)
        if (interactionCount - each.since < restingInteractions)
            targets.insert(each.target);
    return targets;
}

Result<QbsData> edited(QbsData data, std::size_t index, const TopicEdit& edit)
{
    auto& topics = data.painState.painTopics;
    if (!edit.topic && !edit.revisit && !edit.remove)
        return fail(invalidField("topic", "give a new name, revisit or remove"));
    if (index >= topics.size())
        return fail({ErrorKind::notFound, "topic_not_found", "There is no such topic any more. Look at them again.",
            {{"index", std::int64_t(index)}}});
    if (edit.topic && (trimView(*edit.topic).empty() || codePointCount(trimView(*edit.topic)) > maxTopicChars))
        return fail(invalidField("topic", "1..120 characters"));
    auto topic = topics[index];
    if (edit.remove) {
        RemovedTopic removed;
        removed.topic = topic.topic;
        removed.quotes.reserve(topic.evidence.size());
        for (const auto& quote : topic.evidence)
            removed.quotes.push_back(markOf(quote));
        data.corrections.removed.push_back(std::move(removed));
        keepNewest(data.corrections.removed, maxCorrections);
        topics.erase(topics.begin() + std::ptrdiff_t(index));
        dropRevisit(data.painState, topic.topic);
        return data;
    }
    if (edit.topic && *edit.topic != topic.topic) {
        const auto name = topicText(*edit.topic);
        const bool revisited = std::any_of(data.painState.revisitLater.begin(), data.painState.revisitLater.end(),
            [&](const auto& each) { return topicKey(each) == topicKey(topic.topic); });
        auto& renamed = data.corrections.renamed;
        const auto key = topicKey(topic.topic);
        for (auto& each : renamed) // a chain of names leads to the last
            if (topicKey(each.to) == key)
                each.to = name;
        std::erase_if(renamed, [&](const RenamedTopic& each) { return topicKey(each.from) == topicKey(name); });
        if (topicKey(name) != key)
            renamed.push_back({topic.topic, name});
        keepNewest(renamed, maxCorrections);
        dropRevisit(data.painState, topic.topic);
        topic.topic = name;
        const auto same = std::find_if(topics.begin(), topics.end(),
            [&](const PainTopic& each) { return &each != &topics[index] && topicKey(each.topic) == topicKey(name); });
        if (same == topics.end()) {
            topics[index] = topic;
        } else { // two topics become one
            auto both = joined(*same, topic);
            both.topic = name;
            *same = std::move(both);
            topics.erase(topics.begin() + std::ptrdiff_t(index));
        }
        if (revisited)
            addRevisit(data.painState, name);
    }
    if (edit.revisit) {
        if (*edit.revisit)
            addRevisit(data.painState, topic.topic);
        else
            dropRevisit(data.painState, topic.topic);
    }
    return data;
}

Result<QbsData> edited(QbsData data, const ExpansionEdit& edit)
{
    const auto key = mentionKey(edit.mentionedNameOrRole);
    const auto found = std::find_if(data.contacts.begin(), data.contacts.end(),
        [&](const ExpansionTrigger& each) { return mentionKey(each.mentionedNameOrRole) == key; });
    if (found == data.contacts.end())
        return fail({ErrorKind::notFound, "contact_not_found", "Nobody of that name or role was mentioned.",
            {{"mentionedNameOrRole", edit.mentionedNameOrRole}}});
    found->status = edit.status;
    if (edit.contactId)
        found->contactId = edit.contactId;
    return data;
}
}
