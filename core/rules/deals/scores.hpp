// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/extraction.hpp"
#include "core/rules/text/title_tier.hpp"

#include <span>

namespace agentarmy::deals {

using ScoreSources = std::map<std::string, ScoreSource>; ///< by score name; only scores that have a source
using ScoreTexts = std::map<std::string, std::string>; ///< by score name

/// JSON names of the three scores, in order.
inline constexpr std::array<std::string_view, 3> scoreNames {"decisionPower", "influenceLevel", "relationshipStrength"};
[[nodiscard]] int* scoreByName(StakeholderScores& scores, std::string_view name); ///< null: no such score
[[nodiscard]] const int* scoreByName(const StakeholderScores& scores, std::string_view name);

/// What a title says of somebody's power (R4).
struct TitleScores {
    TitleTier tier = TitleTier::ic;
    StakeholderScores scores;
};
[[nodiscard]] TitleScores titleScores(const std::optional<std::string>& title);
/// Scores of a new stakeholder: of the title with source `heuristic`; without one 5 / 5 / 3 and no source.
[[nodiscard]] StakeholderPart newStakeholder(const std::optional<std::string>& title);

/// What a conversation proposes; any number, clamped to 0..10 when it is merged.
struct ScoreProposal {
    std::optional<int> decisionPower, influenceLevel, relationshipStrength;
    ScoreTexts evidence;
};

struct MergedScores {
    StakeholderScores scores;
    ScoreSources sources;
    ScoreTexts evidence; ///< only of scores that rose now
    std::vector<std::string> keyEvents; ///< evidence of proposals that raised nothing
};

/// Scores after a conversation (R5): never lower, never a score that a person set. A rise without evidence keeps its
/// source.
[[nodiscard]] MergedScores mergeScores(
    const StakeholderScores& current, const ScoreProposal& proposed, const ScoreSources& sources);

/// mergeScores on the whole part, plus what a reading adds: roles (in order, once each) and, beneath a person's
/// override, the computed value that returns when the override is removed.
struct StakeholderUpdate {
    StakeholderPart part;
    std::vector<std::string> keyEvents;
    bool changed = false;
};
[[nodiscard]] StakeholderUpdate applyReading(
    const StakeholderPart& part, const ScoreProposal& proposed, std::span<const StakeholderRole> roles);

/// By score name; null removes the override. Unknown names are ignored.
using ScoreOverrides = std::map<std::string, std::optional<int>>;
/// The bare numbers (R6): each value clamped to 0..10, null takes the value from `computed`.
[[nodiscard]] StakeholderScores applyOverride(
    const StakeholderScores& current, const ScoreOverrides& overrides, const StakeholderScores& computed);
/// The same on the whole part: sources, evidence ("set by {user}") and `computed` too. A removed override gets its
/// source back: `heuristic` where the value is the title's, else `conversation_signal`.
[[nodiscard]] StakeholderPart applyOverride(const StakeholderPart& part, const ScoreOverrides& overrides,
    std::string_view user, const std::optional<std::string>& title);

/// How somebody behaves towards us; rates 0..1, 0 if nothing was sent or held.
struct Behaviour {
    int interactionCount = 0;
    double replyRate = 0;
    double meetingAttendance = 0;
    int trustSignals = 0;
};
/// 0..10, a proposal for mergeScores (R7).
[[nodiscard]] int relationshipStrength(const Behaviour& behaviour);
}
