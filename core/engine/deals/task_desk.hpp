// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/plan.hpp"
#include "core/ports/store.hpp"

namespace agentarmy {

/// To-dos of a deal by hand. Each is one mutation, which undo takes back; null: it was so already.

/// A new one, owned by who asks. `not_found` (deal), `validation_failed` (description: 1..2000 bytes).
[[nodiscard]] Result<Uuid> addTask(Store& store, const Context& context, IdSource& ids, Id<Opportunity> deal,
    const std::string& description, std::optional<Date> due, Timestamp now);
/// Done, or open again. `not_found`.
[[nodiscard]] Result<Uuid> setTaskDone(
    Store& store, const Context& context, IdSource& ids, Id<Task> id, bool done, Timestamp now);
}
