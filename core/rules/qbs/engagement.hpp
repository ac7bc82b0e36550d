// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/qbs.hpp"

namespace agentarmy::qbs {

/// Q3: the signal of an inbound text, English or German, by the first that matches: refusal, emotion, change of topic,
/// length (60 words, or 25 with a question or a number), shortness (4 words). An empty text is factual: nothing was
/// said. Of more than 20,000 characters the newest are read.
[[nodiscard]] EngagementSignal detectEngagement(std::string_view text);
/// Q4: how the next question is put.
[[nodiscard]] VossDelivery deliveryFor(EngagementSignal signal);
}
