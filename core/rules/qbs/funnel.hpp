// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/qbs.hpp"

namespace agentarmy::qbs {

/// What a reply tells about the funnel.
struct ReplySignals {
    std::optional<AskedQuestion> sent; ///< the question that really left before it; none: no probe is counted
    EngagementSignal engagement = EngagementSignal::factual;
    PainDepth depth = PainDepth::notExplored; ///< already checked by checkDepth()
};

/// Q5: first the key of the question that was sent, then depth (never back) and signal. Resistance ends with energy,
/// emotion, or the second reply in a row without it.
[[nodiscard]] PainFunnelState updateFunnel(PainFunnelState state, const ReplySignals& reply);
/// Q6: resistance, or three probes of one topic that brought neither elaboration nor emotion.
[[nodiscard]] bool shouldBackOff(const PainFunnelState& state);
/// Adds a topic to return to: each once by its key (pain_topics.hpp), the newest 10.
void addRevisit(PainFunnelState& state, std::string_view topic);
/// What a back-off is about, in words: the pain topic that was probed last, else the target of the last question.
/// Empty: nothing was probed.
[[nodiscard]] std::string backedOffTopic(const PainFunnelState& state);
}
