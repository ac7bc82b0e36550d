// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/scores.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <cmath>

namespace agentarmy::deals {
namespace {
constexpr std::size_t maxEvidence = 500;

StakeholderScores scoresOf(TitleTier tier)
{
    switch (tier) {
    case TitleTier::cSuite:
        return {9, 8, 3};
    case TitleTier::vp:
        return {8, 7, 3};
    case TitleTier::director:
        return {6, 6, 3};
    case TitleTier::manager:
        return {4, 5, 3};
    case TitleTier::ic:
        break;
    }
    return {2, 3, 3};
}

const std::optional<int>& proposedScore(const ScoreProposal& proposal, std::string_view name)
{
    if (name == scoreNames[0])
        return proposal.decisionPower;
    return name == scoreNames[1] ? proposal.influenceLevel : proposal.relationshipStrength;
}

int clampScore(int value) { return std::clamp(value, 0, 10); }

bool isOverridden(const ScoreSources& sources, const std::string& name)
{
    const auto found = sources.find(name);
    return found != sources.end() && found->second == ScoreSource::humanOverride;
}
}

int* scoreByName(StakeholderScores& scores, std::string_view name)
{
    return const_cast<int*>(scoreByName(std::as_const(scores), name));
}

const int* scoreByName(const StakeholderScores& scores, std::string_view name)
{
    if (name == scoreNames[0])
        return &scores.decisionPower;
    if (name == scoreNames[1])
        return &scores.influenceLevel;
    return name == scoreNames[2] ? &scores.relationshipStrength : nullptr;
}

TitleScores titleScores(const std::optional<std::string>& title)
{
    const auto tier = titleTier(title ? std::optional<std::string_view>(*title) : std::nullopt);
    return {tier, scoresOf(tier)};
}

StakeholderPart newStakeholder(const std::optional<std::string>& title)
{
    StakeholderPart part;
    if (!title || trimView(*title).empty())
        return part;
    part.scores = titleScores(title).scores;
    for (const auto name : scoreNames)
        part.scoreSources[std::string(name)] = ScoreSource::heuristic;
    return part;
}

MergedScores mergeScores(const StakeholderScores& current, const ScoreProposal& proposed, const ScoreSources& sources)
{
    MergedScores merged {.scores = current, .sources = sources, .evidence = {}, .keyEvents = {}};
    for (const auto nameView : scoreNames) {
        const std::string name(nameView);
        const auto& proposal = proposedScore(proposed, nameView);
        if (!proposal || isOverridden(sources, name))
            continue;
        int& score = *scoreByName(merged.scores, nameView);
        const bool rises = clampScore(*proposal) > score;
        score = std::max(score, clampScore(*proposal));
        const auto evidence = proposed.evidence.find(name);
        if (evidence == proposed.evidence.end() || trimView(evidence->second).empty())
            continue;
        const std::string text(cutAtCodePoint(evidence->second, maxEvidence));
        if (rises) {
            merged.sources[name] = ScoreSource::conversationSignal;
            merged.evidence[name] = text;
        } else if (std::ranges::find(merged.keyEvents, text) == merged.keyEvents.end())
            merged.keyEvents.push_back(text);
    }
    return merged;
}

StakeholderUpdate applyReading(
    const StakeholderPart& part, const ScoreProposal& proposed, std::span<const StakeholderRole> roles)
{
    StakeholderUpdate update {.part = part, .keyEvents = {}, .changed = false};
    auto merged = mergeScores(part.scores, proposed, part.scoreSources);
    update.part.scores = merged.scores;
    update.part.scoreSources = std::move(merged.sources);
    for (auto& [name, text] : merged.evidence)
        update.part.scoreEvidence[name] = std::move(text);
    if (update.part.computed) // beneath an override the computed value goes on learning
        update.part.computed = mergeScores(*update.part.computed, proposed, {}).scores;
    for (const auto role : roles)
        if (std::ranges::find(update.part.roles, role) == update.part.roles.end())
            update.part.roles.push_back(role);
    update.keyEvents = std::move(merged.keyEvents);
    update.changed = update.part.scores != part.scores || update.part.scoreSources != part.scoreSources
        || update.part.scoreEvidence != part.scoreEvidence || update.part.computed != part.computed
        || update.part.roles != part.roles;
    return update;
}

StakeholderScores applyOverride(
    const StakeholderScores& current, const ScoreOverrides& overrides, const StakeholderScores& computed)
{
    auto scores = current;
    for (const auto& [name, value] : overrides)
        if (int* score = scoreByName(scores, name))
            *score = value ? clampScore(*value) : *scoreByName(computed, name);
    return scores;
}

StakeholderPart applyOverride(const StakeholderPart& part, const ScoreOverrides& overrides, std::string_view user,
    const std::optional<std::string>& title)
{
    auto out = part;
    const auto untouched = newStakeholder(title);
    auto computed = part.computed.value_or(part.scores);
    for (const auto nameView : scoreNames) // a score that no person has set is its own computed value
        if (!isOverridden(part.scoreSources, std::string(nameView)))
            *scoreByName(computed, nameView) = *scoreByName(part.scores, nameView);
    out.scores = applyOverride(part.scores, overrides, computed);
    bool anyOverride = false;
    for (const auto nameView : scoreNames) {
        const std::string name(nameView);
        if (const auto given = overrides.find(name); given != overrides.end() && given->second) {
            out.scoreSources[name] = ScoreSource::humanOverride;
            out.scoreEvidence[name] = std::string(cutAtCodePoint("set by " + std::string(user), maxEvidence));
        } else if (given != overrides.end() && isOverridden(part.scoreSources, name)) {
            out.scoreEvidence.erase(name);
            if (*scoreByName(computed, nameView) != *scoreByName(untouched.scores, nameView))
                out.scoreSources[name] = ScoreSource::conversationSignal;
            else if (const auto source = untouched.scoreSources.find(name); source != untouched.scoreSources.end())
                out.scoreSources[name] = source->second;
            else
                out.scoreSources.erase(name);
        }
        anyOverride = anyOverride || isOverridden(out.scoreSources, name);
    }
    out.computed = anyOverride ? std::optional(computed) : std::nullopt;
    return out;
}

int relationshipStrength(const Behaviour& behaviour)
{
    const double frequency = std::min(behaviour.interactionCount / 10.0, 1.0);
    const double engagement = 0.6 * behaviour.replyRate + 0.4 * behaviour.meetingAttendance;
    const double trust = std::min(behaviour.trustSignals / 4.0, 1.0);
    const double strength = 10 * (0.40 * frequency + 0.35 * engagement + 0.25 * trust);
    return clampScore(int(std::floor(strength + 0.5 + 1e-9))); // 4.5 made of tenths is a hair below itself
}
}
