// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/qbs.hpp"

namespace agentarmy::qbs {

/// One time that a pain was spoken of.
struct PainMention {
    std::string topic; ///< cut at 120 characters
    PainDepth depth = PainDepth::surface;
    std::optional<std::string> evidence; ///< the quote
    std::optional<std::string> businessImpact, emotionalIndicator;
};

/// Q7: an equal topic (topicKey) goes deeper, never back, and gains the quote; another is appended. At most 10 topics
/// stay: the one probed longest ago leaves first, emotional ones last. At most 10 quotes a topic, the newest, each
/// once. A topic without a word in it changes nothing. What leaves is found in the change log.
[[nodiscard]] std::vector<PainTopic> addPainTopic(
    std::vector<PainTopic> topics, const PainMention& mention, int interactionCount);

/// What makes two topics equal: folded words without articles and other small words, the last one in the singular.
[[nodiscard]] std::string topicKey(std::string_view topic);
/// As it is stored: trimmed, single spaces, at most 120 characters.
[[nodiscard]] std::string topicText(std::string_view topic);

/// The pains of an inbound text by rules: one for each sentence that assessDepth() finds anything in, at most 10, named
/// by the noun phrase beside its cue ("slow exports", "month end close"). `alsoPain`: sentences that some other reading
/// found to be pain.
[[nodiscard]] std::vector<PainMention> painMentions(
    std::string_view text, const std::vector<std::string>& alsoPain = {});
}
