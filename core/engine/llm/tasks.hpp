// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/llm/model_task.hpp"

namespace agentarmy {

/// The tasks of resources/prompts/tasks. Read once; thread safe.
[[nodiscard]] const std::vector<ModelTask>& shippedTasks();
/// What is wrong with the files that were compiled in; empty: they are sound. An unsound task is left out.
[[nodiscard]] const std::vector<Error>& shippedTaskErrors();
/// A task of that name; one without a name if there is none.
[[nodiscard]] const ModelTask& taskNamed(std::string_view name);
}
