// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/qbs/pain_topics.hpp"

#include "core/base/text.hpp"
#include "core/rules/qbs/cues.hpp"
#include "core/rules/qbs/depth.hpp"
#include "core/rules/text/amount.hpp"
#include "core/rules/text/quote.hpp"
#include "core/rules/text/stop_words.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::qbs {
namespace {
using text::TokenKind;
using text::Tokens;

constexpr std::size_t maxTopics = 10;
constexpr std::size_t maxQuotes = 10;
constexpr std::size_t maxTopicChars = 120;
constexpr std::size_t maxQuoteBytes = 240; // ten topics with their newest quotes fit into 10 KB
constexpr std::size_t maxImpactBytes = 160;

void addEvidence(std::vector<std::string>& evidence, const std::optional<std::string>& quote)
{
    if (!quote || trimView(*quote).empty())
        return;
    const auto key = text::quoteKey(*quote);
    if (std::any_of(evidence.begin(), evidence.end(), [&](const auto& each) { return text::quoteKey(each) == key; }))
        return;
    evidence.push_back(*quote);
    if (evidence.size() > maxQuotes)
        evidence.erase(evidence.begin(), evidence.end() - maxQuotes);
}

bool leavesBefore(const PainTopic& a, const PainTopic& b)
{
    const bool stays = a.depth == PainDepth::emotional;
    const bool otherStays = b.depth == PainDepth::emotional;
    return stays != otherStays ? otherStays : a.lastProbedAt < b.lastProbedAt;
}

/// Verbs that join a subject with what hurts, and words that name nothing.
bool isFiller(std::string_view word)
{
    static constexpr std::array<std::string_view, 56> fillers
        = {"take", "takes", "took", "taking", "get", "gets", "getting", "got", "run", "runs", "running", "feel",
            "feels", "become", "becomes", "seem", "seems", "remain", "remains", "still", "always", "often", "every",
            "each", "constantly", "keep", "keeps", "work", "works", "cause", "causes", "create", "creates", "lead",
            "leads", "with", "about", "again", "way", "far", "lot", "lots", "dauert", "dauern", "laeuft", "laufen",
            "immer", "oft", "staendig", "jede", "jeder", "jedes", "viel", "viele", "zu", "macht"};
    return std::find(fillers.begin(), fillers.end(), word) != fillers.end();
}

bool isContent(const Tokens& tokens, std::size_t at)
{
    return at < tokens.size() && tokens[at].kind == TokenKind::word && tokens.folded(at).size() > 1
        && !text::isStopWord(tokens.folded(at)) && !isFiller(tokens.folded(at)) && !text::numberAt(tokens, at);
}
bool isSmall(const Tokens& tokens, std::size_t at)
{
    return at < tokens.size() && tokens[at].kind == TokenKind::word && !isContent(tokens, at);
}

struct Run {
    std::size_t first = 0, last = 0; ///< tokens [first, last)
    [[nodiscard]] bool empty() const { return first == last; }
};

/// Where every noun has a capital, what stands behind the last one is a verb.
void dropVerbs(const Tokens& tokens, Run& run)
{
    while (!run.empty() && !tokens[run.last - 1].capital)
        --run.last;
}

/// Finds what a pain is called beside its cue.
class TopicNamer {
public:
    explicit TopicNamer(const Tokens& tokens)
        : m_tokens(tokens)
        , m_german(text::guessLanguage(tokens) == "de")
    {
    }

    /// Empty: nothing beside it is a name.
    [[nodiscard]] std::string name(const CueHit& cue) const
    {
        const Run itself {cue.first, cue.last};
        const auto before = runBefore(cue.first);
        const auto after = runAfter(cue.last);
        switch (cue.form) {
        case CueForm::adjective:
            if (!after.empty() && after.first == cue.last) // "slow exports"
                return words({itself.first, after.last});
            if (!before.empty())
                return m_german ? words(before) : words(itself) + ' ' + words(before);
            return words(after.empty() ? itself : after);
        case CueForm::noun:
            if (!before.empty() && before.last == cue.first) // "delivery delays"
                return words({before.first, itself.last});
            if (!after.empty() && after.first > cue.last && after.first - cue.last <= 2) // "problems with the close"
                return words({itself.first, after.last});
            return words(itself);
        case CueForm::verb:
            if (!before.empty() && isCosting(cue.first))
                return words(before); // what costs is the pain, not the sum
            return words(after); // "they hate it" names nothing: the sentence itself is the name
        case CueForm::phrase:
            return !before.empty() ? words(before) : isAbout(cue.last) ? words(after) : std::string();
        }
        return words(itself);
    }

    [[nodiscard]] std::string words(Run run) const
    {
        std::string out;
        for (auto at = run.first; at < run.last; ++at) {
            const auto& token = m_tokens[at];
            std::string word(m_tokens.source().substr(token.begin, token.end - token.begin));
            const bool shouting = word.size() > 1 && word[1] >= 'A' && word[1] <= 'Z';
            if (at == 0 && !shouting && !m_german)
                word = foldCase(word); // the capital is the sentence's
            out += (out.empty() ? "" : " ") + word;
        }
        return out;
    }

private:
    /// Up to three content words behind `at`, over up to three small words.
    [[nodiscard]] Run runAfter(std::size_t at) const
    {
        for (int skipped = 0; skipped < 3 && isSmall(m_tokens, at); ++skipped)
            ++at;
        Run run {at, at};
        while (run.last - run.first < 3 && isContent(m_tokens, run.last))
            ++run.last;
        if (m_german)
            dropVerbs(m_tokens, run);
        return run;
    }

    /// Up to three content words before `at`, over up to four small words.
    [[nodiscard]] Run runBefore(std::size_t at) const
    {
        for (int skipped = 0; skipped < 4 && at > 0 && isSmall(m_tokens, at - 1); ++skipped)
            --at;
        Run run {at, at};
        while (run.last - run.first < 3 && run.first > 0 && isContent(m_tokens, run.first - 1))
            --run.first;
        if (m_german)
            dropVerbs(m_tokens, run);
        return run;
    }

    /// "fed up with the audits", "keeps up with tickets": what follows is what hurts.
    [[nodiscard]] bool isAbout(std::size_t at) const
    {
        for (const std::string_view word : {"with", "about", "of", "by", "because", "um", "mit", "von", "vor", "wegen"})
            if (m_tokens.is(at, word))
                return true;
        return false;
    }

    [[nodiscard]] bool isCosting(std::size_t at) const
    {
        return m_tokens.folded(at).starts_with("cost") || m_tokens.is(at, "kostet") || m_tokens.is(at, "kosten");
    }

    const Tokens& m_tokens;
    bool m_german = false;
};

std::string cutBytes(std::string_view text, std::size_t most) { return std::string(cutAtCodePoint(text, most)); }

PainMention mentionIn(std::string_view sentence, PainDepth depth)
{
    const Tokens tokens(sentence);
    const TopicNamer namer(tokens);
    PainMention mention;
    mention.depth = depth;
    mention.evidence = cutBytes(sentence, maxQuoteBytes);
    const auto pain = findCue(tokens, CueKind::pain, Denial::counts);
    const auto loss = findCue(tokens, CueKind::loss, Denial::counts);
    const auto emotion = findCue(tokens, CueKind::emotion, Denial::counts);
    if (loss && depth >= PainDepth::businessImpact && (hasNumber(tokens) || hasPeriod(tokens)))
        mention.businessImpact = cutBytes(sentence, maxImpactBytes);
    if (emotion && depth == PainDepth::emotional)
        mention.emotionalIndicator = namer.words({emotion->first, emotion->last});
    for (const auto& cue : {pain, loss, emotion})
        if (cue && mention.topic.empty())
            mention.topic = topicText(namer.name(*cue));
    if (mention.topic.empty())
        mention.topic = topicText(ellipsized(sentence, 60));
    return mention;
}
}

std::string topicText(std::string_view topic)
{
    const auto collapsed = collapseSpaces(topic);
    std::size_t at = 0;
    for (std::size_t count = 0; count < maxTopicChars && at < collapsed.size(); ++count)
        (void)nextCodePoint(collapsed, at);
    return trim(std::string_view(collapsed).substr(0, at));
}

std::string topicKey(std::string_view topic)
{
    const Tokens tokens(topic);
    std::vector<std::string> words;
    words.reserve(tokens.size());
    for (std::size_t at = 0; at < tokens.size(); ++at)
        if (tokens[at].kind != TokenKind::punct && !text::isStopWord(tokens.folded(at)))
            words.emplace_back(tokens.folded(at));
    if (words.empty())
        return nameKey(trimView(topic));
    auto& last = words.back();
    if (last.size() > 3 && last.ends_with('s') && !last.ends_with("ss"))
        last.pop_back();
    return join(words, " ");
}

std::vector<PainTopic> addPainTopic(std::vector<PainTopic> topics, const PainMention& mention, int interactionCount)
{
    const auto key = topicKey(mention.topic);
    if (key.empty())
        return topics;
    const auto found = std::find_if(
        topics.begin(), topics.end(), [&](const PainTopic& each) { return topicKey(each.topic) == key; });
    if (found == topics.end()) {
        PainTopic topic;
        topic.topic = topicText(mention.topic);
        topic.depth = mention.depth;
        addEvidence(topic.evidence, mention.evidence);
        topic.businessImpact = mention.businessImpact;
        topic.emotionalIndicator = mention.emotionalIndicator;
        topic.firstMentionedAt = topic.lastProbedAt = interactionCount;
        topics.push_back(std::move(topic));
    } else {
        found->depth = std::max(found->depth, mention.depth);
        addEvidence(found->evidence, mention.evidence);
        if (mention.businessImpact)
            found->businessImpact = mention.businessImpact;
        if (mention.emotionalIndicator)
            found->emotionalIndicator = mention.emotionalIndicator;
        found->lastProbedAt = interactionCount;
    }
    while (topics.size() > maxTopics)
        topics.erase(std::min_element(topics.begin(), topics.end(), leavesBefore));
    return topics;
}

std::vector<PainMention> painMentions(std::string_view text, const std::vector<std::string>& alsoPain)
{
    const auto newest = newestPart(text);
    std::vector<std::string> keys;
    keys.reserve(alsoPain.size());
    for (const auto& quote : alsoPain)
        keys.push_back(text::quoteKey(quote));
    std::vector<PainMention> mentions;
    for (const auto& range : text::sentences(newest)) {
        const auto sentence = range.in(newest);
        auto depth = assessDepth(sentence);
        if (depth == PainDepth::notExplored && !keys.empty()
            && std::find(keys.begin(), keys.end(), text::quoteKey(sentence)) != keys.end())
            depth = PainDepth::surface;
        if (depth != PainDepth::notExplored && mentions.size() < maxTopics)
            mentions.push_back(mentionIn(sentence, depth));
    }
    return mentions;
}
}
