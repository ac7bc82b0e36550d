// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

namespace agentarmy {

/// Runs `attempt`, and again as long as somebody else wrote the same in between: at most `repeats` times more. It
/// starts from nothing each time, so that it decides on what stands now. The last result.
template <class Attempt> auto againOnConflict(Attempt attempt, int repeats = 5)
{
    auto result = attempt();
    for (; repeats > 0 && !result && result.error().code == "conflict"; --repeats)
        result = attempt();
    return result;
}
}
