// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/llm/model_task.hpp"
#include "core/ports/model_provider.hpp"
#include "core/rules/platform/model_attempts.hpp"
#include "core/rules/platform/prompt_injection.hpp"
#include "core/rules/platform/shipped_models.hpp"

#include <map>
#include <mutex>

namespace agentarmy {

/// Which models may be asked, and for how much.
struct RouterSetup {
    std::map<std::string, std::shared_ptr<ModelProvider>> providers; ///< by name: those whose key is set
    std::vector<platform::ModelChoice> models; ///< of those providers; others are never asked
    std::vector<platform::ModelPrice> prices = platform::shippedModels().prices;
    std::optional<std::int64_t> monthlyBudgetNanoUsd; ///< none: without limit
    int softLimitPercent = 80;
};

/// Something that a person should hear of. Told once per cause: a model that is dead until the settings change; a
/// threshold of the budget once a month.
struct RouterNotice {
    enum class Kind { modelDead, budgetNearlyUsedUp, budgetUsedUp, unpricedModel, ledgerFailed };
    Kind kind = Kind::modelDead;
    std::string provider, model;
    std::string code; ///< `llm_key_refused`, `llm_unknown_model`, or of the ledger
};

/// What a router works with; outlives it.
struct RouterParts {
    ModelLedger& ledger;
    const Clock& clock;
    Random& random;
    IdSource& ids;
    std::function<std::chrono::steady_clock::time_point()> ticks = {}; ///< empty: the steady clock
    /// False: it was stopped before the time was over. Empty: waits.
    std::function<bool(const Context&, std::chrono::milliseconds)> sleep = {};
    std::function<void(const RouterNotice&)> notice = {}; ///< called from any thread, without a lock held
};

/// Who answers when no model does.
enum class LocalRule {
    none, ///< nobody: the call fails
    caller ///< the caller, by a rule, when the answer says `degraded`
};

struct RoutedRequest {
    ModelTask task;
    std::vector<platform::PromptMessage> messages; ///< 1..200; external ones are fenced as data
    LocalRule localRule = LocalRule::caller;
    std::string agentId;
    /// What a schema cannot say; the words are for the model. Nothing: the answer may be used.
    std::function<std::optional<std::string>(const Json&)> check = {};
};

struct RoutedAnswer {
    std::string content; ///< as the model wrote it; empty if degraded
    Json json; ///< with a schema: fitting it; null if degraded
    std::string provider = "local", model = "local";
    FinishReason finish = FinishReason::stop;
    std::int64_t promptTokens = 0, completionTokens = 0; ///< of all attempts that were answered
    std::optional<std::int64_t> costNanoUsd = 0; ///< none: a model without a price
    std::int64_t latencyMs = 0;
    int attempts = 0; ///< 0: from the cache, or nobody was asked
    bool degraded = false; ///< no model answered: a rule has to
    std::string why; ///< if degraded: the code of the reason
    bool fromCache = false;
    bool budgetWarning = false; ///< the soft limit of the month is reached
    std::vector<std::pair<std::size_t, platform::InjectionFinding>> findings; ///< by index of the message
};

/// Since the router was made.
struct RouterCounters {
    std::map<std::pair<std::string, bool>, std::int64_t> attempts; ///< by model and whether it answered
    std::map<std::string, std::int64_t> promptTokens, completionTokens; ///< by model
    std::map<std::array<std::string, 3>, std::int64_t> fallbacks; ///< by group, from, to
    std::map<std::pair<platform::InjectionCategory, platform::Severity>, std::int64_t> findings;
    std::int64_t answered = 0, degraded = 0, failed = 0, cacheHits = 0, repairs = 0, unpriced = 0;
};

/// The only way to a language model, of one tenant: within the budget, with outside text guarded, retried, checked
/// against the schema and entered in the ledger. Blocking; thread safe; calls of several threads run side by side.
///
/// Order of a call: budget - guard - cache (temperature 0 only, for an hour) - attempts - reading - schema, with one
/// repair - judging - ledger - answer. With `LocalRule::caller` whatever fails is an answer that says `degraded`.
///
/// Errors: `validation_failed` (the request is out of bounds), `tenant_mismatch` (denied), `stopped`,
/// `llm_stream_broke` (unavailable; details `received`); without a local rule also `llm_unavailable`,
/// `llm_budget_used_up`, `llm_timeout` (unavailable), `llm_bad_request` (invalid), `llm_invalid_answer`, `llm_cut_off`,
/// `llm_refused`, `llm_rejected_answer` (internal). None of them holds a prompt, an answer or a key, but `received`.
class ModelRouter {
public:
    ModelRouter(std::string tenant, RouterParts parts, RouterSetup setup = {});
    ~ModelRouter();
    ModelRouter(const ModelRouter&) = delete;
    ModelRouter& operator=(const ModelRouter&) = delete;

    /// From now on; calls that run keep what they began with. Forgets failures, dead models, the cache and notices.
    void configure(RouterSetup setup);
    /// Whether any model of the group is set up, however it is at the moment.
    [[nodiscard]] bool hasModel(platform::ModelGroup group) const;

    [[nodiscard]] Result<RoutedAnswer> complete(const Context& context, const RoutedRequest& request);
    /// Free text only (`validation_failed`: task.schema). Each piece goes to the sink as it comes; its false stops.
    /// What could be part of the boundary is held back until it is known not to be.
    [[nodiscard]] Result<RoutedAnswer> stream(
        const Context& context, const RoutedRequest& request, const DeltaSink& sink);

    [[nodiscard]] RouterCounters counters() const;
    /// How the models of a group are; those never asked are well.
    [[nodiscard]] platform::ModelHealth health(platform::ModelGroup group, const std::string& model) const;

private:
    class Call;
    struct State;
    std::unique_ptr<State> m_state;
};
}
