// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/platform/model_routing.hpp"

#include "core/rules/platform/shipped_models.hpp"

#include <algorithm>
#include <cmath>

namespace agentarmy::platform {
namespace {
using namespace std::chrono_literals;
constexpr auto failureWindow = 60s;
constexpr auto cooldown = 30s;
constexpr std::size_t bearableFailures = 3;
constexpr double firstDelayMs = 500;
constexpr double longestDelayMs = 8000;
constexpr double longestRetryAfterSeconds = 10;
constexpr std::int64_t largest = std::int64_t(1) << 53;

std::int64_t timesSaturating(std::int64_t a, std::int64_t b)
{
    std::int64_t product = 0;
    return __builtin_mul_overflow(a, b, &product) ? largest : std::min(product, largest);
}
}

std::vector<std::string> planAttempts(ModelGroup group, std::span<const Deployment> deployments, Timestamp now)
{
    std::vector<const Deployment*> ready;
    for (const auto& each : deployments)
        if (each.group == group && each.enabled && !each.dead && (!each.cooldownUntil || *each.cooldownUntil <= now))
            ready.push_back(&each);
    std::ranges::sort(ready,
        [](const auto* a, const auto* b) { return std::tie(a->priority, a->model) < std::tie(b->priority, b->model); });
    std::vector<std::string> out;
    out.reserve(ready.size() + 1);
    for (const auto* each : ready)
        out.push_back(each->model);
    if (out.empty())
        out.emplace_back("local");
    return out;
}

FailureMemory onFailure(std::vector<Timestamp> failures, Timestamp now)
{
    std::erase_if(failures, [&](Timestamp failure) { return now - failure > failureWindow; });
    failures.push_back(now);
    if (failures.size() > bearableFailures)
        return {{}, now + cooldown};
    return {std::move(failures), std::nullopt};
}

StatusMeaning classifyStatus(int status)
{
    switch (status) {
    case 401:
    case 403:
    case 404:
        return StatusMeaning::markDead;
    case 408:
    case 409:
    case 429:
        return StatusMeaning::retry;
    default:
        return status >= 500 ? StatusMeaning::retry : StatusMeaning::callerError;
    }
}

std::optional<std::int64_t> retryDelayMs(
    int attempt, std::optional<double> retryAfterSeconds, double random, int maxRetries)
{
    if (attempt > maxRetries || (retryAfterSeconds && *retryAfterSeconds > longestRetryAfterSeconds))
        return std::nullopt;
    if (retryAfterSeconds)
        return std::llround(*retryAfterSeconds * 1000);
    const double base = std::min(longestDelayMs, firstDelayMs * std::exp2(double(std::min(attempt, 16) - 1)));
    return std::llround(base * (0.75 + 0.25 * random));
}

std::int64_t costNanoUsd(const ModelPrice& price, const TokenCounts& tokens)
{
    const auto cached = std::clamp<std::int64_t>(tokens.cachedPrompt, 0, tokens.prompt);
    const auto sum = timesSaturating(tokens.prompt - cached, price.in)
        + timesSaturating(cached, price.cachedIn.value_or(price.in)) + timesSaturating(tokens.completion, price.out);
    return std::min(sum, largest);
}

std::optional<std::int64_t> costNanoUsd(
    std::string_view model, std::int64_t promptTokens, std::int64_t completionTokens, std::int64_t cachedTokens)
{
    const auto* price = priceOf(shippedModels().prices, model);
    if (!price)
        return std::nullopt;
    return costNanoUsd(*price, {promptTokens, completionTokens, cachedTokens});
}

BudgetDecision budgetDecision(
    std::int64_t spent, std::int64_t estimate, std::optional<std::int64_t> budget, int softPercent)
{
    if (!budget)
        return BudgetDecision::allow;
    if (spent >= *budget || spent + estimate > *budget)
        return BudgetDecision::deny;
    return (spent + estimate) * 100 >= *budget * softPercent ? BudgetDecision::allowWithWarning : BudgetDecision::allow;
}
}
