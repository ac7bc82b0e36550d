// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/rules/platform/model_routing.hpp"

/// P10 and P11 as one decision: what a router does after an attempt has failed.
namespace agentarmy::platform {

/// How an attempt failed, as the service or the network told it.
struct AttemptFailure {
    int status = 0; ///< HTTP status; 0: no answer came
    std::string_view code; ///< `http_timeout`, `stopped`, "insufficient_quota", ...
    std::optional<double> retryAfterSeconds;
    bool final = false; ///< not to be retried whatever the status says
    bool answerBegan = false; ///< of a stream: its first byte was already passed on
};

enum class FailureStep {
    retry, ///< the same model once more, after `delayMs`
    nextModel,
    end ///< neither retry nor another model: the caller's fault, stopped, or a stream that broke
};

struct FailureDecision {
    FailureStep step = FailureStep::end;
    std::int64_t delayMs = 0;
    bool counts = false; ///< towards the model's cooldown
    bool dead = false; ///< not to be asked again until its configuration changes
    std::string_view code; ///< what the ledger and the caller are told
    bool operator==(const FailureDecision&) const = default;
};

/// `retry` from 1; at most `maxRetries` of them; `random` in [0, 1).
[[nodiscard]] FailureDecision decideAfterFailure(
    const AttemptFailure& failure, int retry, int maxRetries, double random);

/// How a model has been lately; as a value, so that every change of it can be tested.
struct ModelHealth {
    std::vector<Timestamp> failures; ///< of the last 60 s
    std::optional<Timestamp> cooldownUntil;
    bool dead = false;
    bool operator==(const ModelHealth&) const = default;
};
[[nodiscard]] ModelHealth afterFailure(ModelHealth health, const FailureDecision& decision, Timestamp now);
[[nodiscard]] ModelHealth afterSuccess(ModelHealth health);

/// First moment of the calendar month in UTC, and of the one after it: the span of a budget.
struct MonthSpan {
    Timestamp from {}, to {};
};
[[nodiscard]] MonthSpan monthOf(Timestamp now);
}

namespace agentarmy {
AGENTARMY_ENUM_TEXTS(platform::FailureStep, {platform::FailureStep::retry, "retry"sv},
    {platform::FailureStep::nextModel, "next_model"sv}, {platform::FailureStep::end, "end"sv});
}
