// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/deals/change_words.hpp"
#include "core/engine/deals/deal_page.hpp"

namespace agentarmy {

inline constexpr int maxTimeline = 200;

/// What happened around a deal, newest first, at most `maxTimeline`: messages of people and meetings in the
/// conversations about it, drafts, and what people and the agent changed, each at the time when it happened in the
/// world; the deal was imported or detected at `createdAt`.
[[nodiscard]] Result<std::vector<TimelineItem>> timelineOf(Store& store, const Context& context,
    const std::vector<Conversation>& about, const std::vector<Change>& history, Timestamp createdAt,
    ChangeWords& words);
}
