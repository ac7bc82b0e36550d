// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/platform/model_attempts.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::platform {
namespace {
/// Without an answer these may be gone in a moment; anything else (a wrong address, a bad certificate) is not.
constexpr std::array<std::string_view, 4> passing {"http_timeout", "http_unreachable", "http_cut", "llm_timeout"};

bool mayPass(const AttemptFailure& failure)
{
    if (failure.final)
        return false;
    if (failure.status != 0)
        return classifyStatus(failure.status) == StatusMeaning::retry;
    return std::ranges::find(passing, failure.code) != passing.end();
}

std::string_view codeOf(const AttemptFailure& failure)
{
    switch (failure.status) {
    case 0:
        return failure.code == "http_timeout" || failure.code == "llm_timeout" ? "llm_timeout" : "llm_unreachable";
    case 401:
    case 403:
        return "llm_key_refused";
    case 404:
        return "llm_unknown_model";
    case 429:
        return failure.final ? "llm_quota_used_up" : "llm_rate_limited";
    default:
        return classifyStatus(failure.status) == StatusMeaning::retry ? "llm_overloaded" : "llm_bad_request";
    }
}
}

FailureDecision decideAfterFailure(const AttemptFailure& failure, int retry, int maxRetries, double random)
{
    if (failure.code == "stopped")
        return {FailureStep::end, 0, false, false, "stopped"};
    const auto meaning = failure.status == 0 ? StatusMeaning::retry : classifyStatus(failure.status);
    if (failure.answerBegan)
        return {FailureStep::end, 0, true, false, "llm_stream_broke"};
    if (meaning == StatusMeaning::markDead)
        return {FailureStep::nextModel, 0, false, true, codeOf(failure)};
    if (meaning == StatusMeaning::callerError)
        return {FailureStep::end, 0, false, false, codeOf(failure)};
    const auto delay
        = mayPass(failure) ? retryDelayMs(retry, failure.retryAfterSeconds, random, maxRetries) : std::nullopt;
    if (!delay)
        return {FailureStep::nextModel, 0, true, false, codeOf(failure)};
    return {FailureStep::retry, *delay, true, false, codeOf(failure)};
}

ModelHealth afterFailure(ModelHealth health, const FailureDecision& decision, Timestamp now)
{
    health.dead = health.dead || decision.dead;
    if (!decision.counts)
        return health;
    auto memory = onFailure(std::move(health.failures), now);
    health.failures = std::move(memory.failures);
    if (memory.cooldownUntil)
        health.cooldownUntil = memory.cooldownUntil;
    return health;
}

ModelHealth afterSuccess(ModelHealth health)
{
    health.failures.clear();
    health.cooldownUntil.reset();
    return health;
}

MonthSpan monthOf(Timestamp now)
{
    const auto day = utcDate(now);
    const Date first(day.year(), day.month(), std::chrono::day(1));
    return {startOfDayUtc(first), startOfDayUtc(addMonths(first, 1))};
}
}
