// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/time.hpp"

#include <optional>

namespace agentarmy::sales {

/// What one person knows of a conversation.
struct SeenState {
    std::optional<Timestamp> lastInboundAt; ///< none: the customer never wrote
    std::optional<Timestamp> seenInboundAt; ///< the newest of theirs when it was last opened; none: never opened here
    bool marked = false; ///< the person marked it as unread; holds until it is opened
};
/// A customer wrote after the person last opened it. What lies two weeks back is history, like everywhere: an import of
/// old mail makes nothing unread.
[[nodiscard]] bool isUnread(const SeenState& state, Timestamp now);
constexpr std::chrono::hours unreadFor {14 * 24};
}
