// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"

#include <span>

namespace agentarmy::platform {

struct PromptMessage;

/// Bounds of a request to a model (P9): 1..200 messages of at most 400,000 bytes with a known role, maxTokens 1..16384
/// (absent: 4096), temperature 0..2 (absent: 0.7). Nothing: it is within them; else `validation_failed` names the
/// field.
[[nodiscard]] std::optional<Error> validateCompletionRequest(const Json& request);
/// The same bounds for a request that is no JSON any more.
[[nodiscard]] std::optional<Error> validateCompletion(
    std::span<const PromptMessage> messages, int maxTokens, double temperature);
}
