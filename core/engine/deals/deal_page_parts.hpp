// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/deals/deal_page.hpp"

namespace agentarmy {

/// Threads and meetings of the deal; `about`: its conversations, newest first.
[[nodiscard]] Result<void> addTalks(
    Store& store, const Context& context, const std::vector<Conversation>& about, DealPage& page);
/// To-dos and the account's plan.
[[nodiscard]] Result<void> addPlan(Store& store, const Context& context, DealPage& page);
}
