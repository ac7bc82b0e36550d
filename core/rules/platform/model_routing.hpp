// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/time.hpp"
#include "core/domain/enums.hpp"

#include <span>
#include <vector>

namespace agentarmy::platform {

enum class ModelGroup { reasoning, fast };

/// A model that may be called, and how it has been lately.
struct Deployment {
    ModelGroup group = ModelGroup::reasoning;
    std::string model;
    int priority = 1; ///< 1 is tried first
    bool enabled = true;
    bool dead = false;
    std::optional<Timestamp> cooldownUntil;
};
/// P10: models to try, by priority, then name; `local` alone if none is left.
[[nodiscard]] std::vector<std::string> planAttempts(
    ModelGroup group, std::span<const Deployment> deployments, Timestamp now);

struct FailureMemory {
    std::vector<Timestamp> failures; ///< of the last 60 s
    std::optional<Timestamp> cooldownUntil;
};
/// One more failure: the fourth within 60 s starts a cooldown of 30 s and empties the memory. A success empties it too.
[[nodiscard]] FailureMemory onFailure(std::vector<Timestamp> failures, Timestamp now);

enum class StatusMeaning { retry, markDead, callerError };
/// What a provider's HTTP status means; unknown 5xx are retried, other unknown ones are the caller's.
[[nodiscard]] StatusMeaning classifyStatus(int status);

/// P11: milliseconds before retry `attempt` (from 1); nothing: the next deployment. `random` in [0, 1).
[[nodiscard]] std::optional<std::int64_t> retryDelayMs(
    int attempt, std::optional<double> retryAfterSeconds, double random, int maxRetries = 3);

struct ModelPrice;
struct TokenCounts {
    std::int64_t prompt = 0, completion = 0; ///< each up to 2^53
    std::int64_t cachedPrompt = 0; ///< of the prompt's, those that the service read from its cache
};
/// P12 with a given price, in nanoUSD; saturating at 2^53.
[[nodiscard]] std::int64_t costNanoUsd(const ModelPrice& price, const TokenCounts& tokens);
/// P12: nanoUSD with the newest shipped price; nothing for a model without one. Cached tokens are part of the prompt's.
[[nodiscard]] std::optional<std::int64_t> costNanoUsd(
    std::string_view model, std::int64_t promptTokens, std::int64_t completionTokens, std::int64_t cachedTokens = 0);

enum class BudgetDecision { allow, allowWithWarning, deny };
/// P13: amounts in nanoUSD, each at most 2^53; no budget allows everything.
[[nodiscard]] BudgetDecision budgetDecision(
    std::int64_t spent, std::int64_t estimate, std::optional<std::int64_t> budget, int softPercent = 80);
}

namespace agentarmy {
AGENTARMY_ENUM_TEXTS(
    platform::ModelGroup, {platform::ModelGroup::reasoning, "reasoning"sv}, {platform::ModelGroup::fast, "fast"sv});
AGENTARMY_ENUM_TEXTS(platform::StatusMeaning, {platform::StatusMeaning::retry, "retry"sv},
    {platform::StatusMeaning::markDead, "mark_dead"sv}, {platform::StatusMeaning::callerError, "caller_error"sv});
AGENTARMY_ENUM_TEXTS(platform::BudgetDecision, {platform::BudgetDecision::allow, "allow"sv},
    {platform::BudgetDecision::allowWithWarning, "allow_with_warning"sv}, {platform::BudgetDecision::deny, "deny"sv});
}
