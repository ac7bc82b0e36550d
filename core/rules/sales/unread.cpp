// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/unread.hpp"

namespace agentarmy::sales {

bool isUnread(const SeenState& state, Timestamp now)
{
    if (state.marked)
        return true;
    if (!state.lastInboundAt || *state.lastInboundAt <= now - unreadFor)
        return false;
    return !state.seenInboundAt || *state.lastInboundAt > *state.seenInboundAt;
}
}
