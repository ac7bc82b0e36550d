// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/sales/turn.hpp"
#include "core/engine/workspace/workspace.hpp"

namespace agentarmy {

/// What silence alone changes: next actions, follow-up times and who is still active, of every account. Runs when the
/// tenant's calendar day is another than at the last run, and notes the day last, so that a stopped run is done again.
/// Returns whether it ran. Safe beside other writers: an account that somebody writes meanwhile is read again.
[[nodiscard]] Result<bool> refreshDaily(EngineParts parts, Context context, const WorkspaceInfo& workspace);
}
