// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/context.hpp"

#include <functional>

namespace agentarmy {

enum class ModelRole { system, user, assistant };

struct ModelTurn {
    ModelRole role = ModelRole::user;
    std::string content; ///< UTF-8, at most 400,000 bytes
};

/// One call of one model, already guarded, budgeted and bounded by the router.
struct ModelCall {
    std::string model;
    std::vector<ModelTurn> turns; ///< 1..200; system ones come first
    int maxTokens = 4096; ///< 1..16384
    double temperature = 0.7; ///< 0..2; an adapter clamps it to what its service takes
    std::optional<Json> schema; ///< JSON Schema of the answer; none: free text
    std::string schemaName = "answer"; ///< [a-z_]{1,64}
    std::chrono::milliseconds timeout {30'000};
};

enum class FinishReason { stop, length, refusal };

struct ModelReply {
    std::string content; ///< with a schema: the JSON text
    std::string model; ///< as the service names it
    FinishReason finish = FinishReason::stop;
    std::int64_t promptTokens = 0, completionTokens = 0; ///< as the service counts; all prompt tokens, cached ones too
    std::int64_t cachedTokens = 0; ///< of the prompt tokens, those read from a cache
};

/// Why a call failed. `status` 0: no answer came.
struct ModelFailure {
    int status = 0; ///< HTTP status
    std::string code; ///< `http_timeout`, ..., or the service's own word: "overloaded_error", "insufficient_quota"
    std::string message; ///< for people, without keys
    std::optional<double> retryAfterSeconds;
    bool final = false; ///< not to be retried whatever the status says: `insufficient_quota`
    std::string received; ///< of a stream that broke: what had come
};

using DeltaSink = std::function<bool(std::string_view text)>;

/// A service that answers with a language model. Blocking, thread safe. One attempt: the router retries.
class ModelProvider {
public:
    virtual ~ModelProvider() = default;
    [[nodiscard]] virtual std::string name() const = 0; ///< "anthropic", "openai"
    /// With a sink the answer is streamed to it as it comes, and still returned whole; the sink's false ends the call
    /// with code `stopped`.
    [[nodiscard]] virtual tl::expected<ModelReply, ModelFailure> complete(
        const Context& context, const ModelCall& call, const DeltaSink& sink = {})
        = 0;
    /// Upper bound of the tokens of a text, exact where `exactTokens` says so.
    [[nodiscard]] virtual std::int64_t countTokens(std::string_view model, std::string_view text) const = 0;
    [[nodiscard]] virtual bool exactTokens(std::string_view model) const = 0;
};

/// A row of the ledger (platform rules, LlmCall): what a call cost. Never holds a prompt or an answer.
struct ModelCallRecord {
    Uuid id; ///< UUIDv7
    std::string traceId, agentId, task, provider, model, group;
    std::int64_t promptTokens = 0, completionTokens = 0;
    std::optional<std::int64_t> costNanoUsd; ///< none: the model has no known price
    std::int64_t latencyMs = 0;
    std::string outcome; ///< success, error, fallback, degraded
    std::string errorCode; ///< "" if none
    int attempts = 1;
    Timestamp createdAt {};
};

struct ModelUsageRow {
    std::string day, task, model; ///< the parts that were grouped by; others empty. `day`: YYYY-MM-DD in UTC
    std::int64_t calls = 0, promptTokens = 0, completionTokens = 0, costNanoUsd = 0, unpriced = 0, degraded = 0;
};

enum class UsageGroup { day, task, model };

/// The cost ledger of one tenant. Thread safe. Errors of the store.
class ModelLedger {
public:
    virtual ~ModelLedger() = default;
    [[nodiscard]] virtual Result<void> add(const Context& context, const ModelCallRecord& record) = 0;
    /// Sum of the costs with from <= createdAt < to.
    [[nodiscard]] virtual Result<std::int64_t> spent(const Context& context, Timestamp from, Timestamp to) = 0;
    /// Ordered by the grouped parts; sums equal the rows of the ledger.
    [[nodiscard]] virtual Result<std::vector<ModelUsageRow>> usage(
        const Context& context, Timestamp from, Timestamp to, const std::vector<UsageGroup>& groups)
        = 0;
};
}
