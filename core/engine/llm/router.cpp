// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/llm/router.hpp"

#include "core/base/hash.hpp"
#include "core/base/text.hpp"
#include "core/engine/llm/answer_cache.hpp"
#include "core/rules/platform/completion_request.hpp"
#include "core/rules/platform/model_answer.hpp"
#include "core/rules/platform/untrusted_block.hpp"

#include <algorithm>
#include <condition_variable>
#include <set>

namespace agentarmy {
namespace {
using namespace platform;
using Ticks = std::chrono::steady_clock::time_point;
using std::chrono::milliseconds;
constexpr milliseconds longestAttempt {30'000};
constexpr std::size_t boundaryBytes = 16;
constexpr std::size_t quotedAnswerBytes = 20'000; // of an answer that did not fit, shown to the model again

bool waitReally(const Context& context, milliseconds time)
{
    std::mutex mutex;
    std::condition_variable_any nobody;
    std::unique_lock lock(mutex);
    nobody.wait_for(lock, context.stop, time, [] { return false; });
    return !context.stop.stop_requested();
}

ModelRole roleOf(MessageRole role)
{
    switch (role) {
    case MessageRole::system:
        return ModelRole::system;
    case MessageRole::assistant:
        return ModelRole::assistant;
    case MessageRole::user:
        break;
    }
    return ModelRole::user;
}

/// The guarded copy of the messages as turns; system ones first, in their order.
std::vector<ModelTurn> fencedTurns(const std::vector<PromptMessage>& messages, Random& random, std::string& boundary)
{
    for (;;) {
        boundary = blockBoundary(random.next());
        std::vector<ModelTurn> turns;
        turns.reserve(messages.size());
        bool clean = true;
        for (const auto& message : messages) {
            auto content = message.content;
            if (message.trust == Trust::external) {
                auto fenced = fenceExternal(content, boundary);
                clean = clean && fenced.has_value();
                content = fenced ? std::move(*fenced) : std::string();
            }
            turns.push_back({roleOf(message.role), std::move(content)});
        }
        if (!clean)
            continue; // somebody guessed 64 random bits: draw again
        std::stable_partition(
            turns.begin(), turns.end(), [](const ModelTurn& turn) { return turn.role == ModelRole::system; });
        return turns;
    }
}

std::string cacheKeyOf(const std::string& tenant, const std::string& model, const RoutedRequest& request,
    const std::vector<PromptMessage>& messages)
{
    Sha256Stream hash;
    const auto add = [&](std::string_view part) {
        hash.add(std::to_string(part.size()));
        hash.add(":");
        hash.add(part);
    };
    for (const auto& message : messages) {
        add(enumText(message.role));
        add(enumText(message.trust));
        add(message.content);
    }
    add(request.task.schema ? canonicalJson(*request.task.schema) : std::string());
    add(std::to_string(request.task.maxTokens));
    return tenant + '\n' + model + '\n' + hexText(hash.finish());
}

std::string healthKey(ModelGroup group, const std::string& model) { return std::string(enumText(group)) + '/' + model; }

Error errorFor(const std::string& code)
{
    if (code == "stopped")
        return {ErrorKind::unavailable, code, "This was stopped before it was done.", {}};
    if (code == "llm_budget_used_up")
        return {ErrorKind::unavailable, code, "The month's budget for language models is used up.", {}};
    if (code == "llm_bad_request")
        return {ErrorKind::invalid, code, "The model's service did not accept the request.", {}};
    if (code == "llm_refused")
        return {ErrorKind::internal, code, "The model did not want to answer this.", {}};
    if (code == "llm_invalid_answer" || code == "llm_cut_off" || code == "llm_rejected_answer")
        return {ErrorKind::internal, code, "The model's answer could not be used.", {}};
    if (code == "llm_timeout")
        return {ErrorKind::unavailable, code, "The model took too long to answer.", {}};
    if (code == "llm_key_refused")
        return {ErrorKind::unavailable, code, "The model's service did not accept the key.", {}};
    if (code == "llm_unknown_model")
        return {ErrorKind::unavailable, code, "The model's service does not know this model.", {}};
    if (code == "llm_quota_used_up")
        return {ErrorKind::unavailable, code, "The account at the model's service has no credit left.", {}};
    if (code == "llm_rate_limited" || code == "llm_overloaded")
        return {ErrorKind::unavailable, code, "The model's service has too much to do. Try again later.", {}};
    if (code == "llm_unreachable")
        return {ErrorKind::unavailable, code, "The model's service could not be reached.", {}};
    return {ErrorKind::unavailable, code, "No language model can be asked at the moment.", {}};
}

/// Passes a stream on, but for what could be the beginning of the boundary.
class GuardedSink {
public:
    GuardedSink(const DeltaSink& sink, std::string boundary)
        : m_sink(sink)
        , m_boundary(std::move(boundary))
    {
    }
    bool add(std::string_view piece)
    {
        m_held += piece;
        if (judgeOutput({m_held, {}, {}}, {m_boundary, {}, {}})) {
            m_rejected = true;
            return false;
        }
        return m_held.size() < boundaryBytes
            || pass(cutAtCodePoint(m_held, m_held.size() - (boundaryBytes - 1)).size());
    }
    bool flush() { return m_held.empty() || pass(m_held.size()); }
    [[nodiscard]] bool rejected() const { return m_rejected; }
    [[nodiscard]] std::string received() const { return m_passed + m_held; }
    [[nodiscard]] bool began() const { return !m_passed.empty() || !m_held.empty(); }

private:
    bool pass(std::size_t bytes)
    {
        if (bytes == 0)
            return true;
        m_passed.append(m_held, 0, bytes);
        const bool more = m_sink(std::string_view(m_held).substr(0, bytes));
        m_held.erase(0, bytes);
        return more;
    }
    const DeltaSink& m_sink;
    std::string m_boundary, m_held, m_passed;
    bool m_rejected = false;
};
}

struct ModelRouter::State {
    std::string tenant;
    RouterParts parts;
    mutable std::mutex mutex; ///< of all below
    std::shared_ptr<const RouterSetup> setup;
    std::uint64_t generation = 0; ///< of the setup: late news of an older one does not count
    std::map<std::string, ModelHealth> health;
    AnswerCache cache;
    RouterCounters counters;
    std::int64_t reserved = 0; ///< estimates of the calls that run
    std::set<std::string> told;
    std::mutex budget; ///< one call at a time asks whether there is money for it

    State(std::string name, RouterParts given, RouterSetup first)
        : tenant(std::move(name))
        , parts(std::move(given))
        , setup(std::make_shared<const RouterSetup>(std::move(first)))
    {
        if (!parts.ticks)
            parts.ticks = [] { return std::chrono::steady_clock::now(); };
        if (!parts.sleep)
            parts.sleep = waitReally;
    }
    void tell(const RouterNotice& notice, const std::string& once)
    {
        {
            const std::lock_guard lock(mutex);
            if (!told.insert(once).second)
                return;
        }
        if (parts.notice)
            parts.notice(notice);
    }
    template <class Change> void count(Change change)
    {
        const std::lock_guard lock(mutex);
        change(counters);
    }
};

/// One call from its beginning to its row in the ledger; used by one thread.
class ModelRouter::Call {
public:
    Call(State& state, const Context& context, const RoutedRequest& request, const DeltaSink* sink)
        : m_state(state)
        , m_context(context)
        , m_request(request)
        , m_sink(sink)
        , m_begun(state.parts.ticks())
    {
        const std::lock_guard lock(state.mutex);
        m_setup = state.setup;
        m_generation = state.generation;
    }
    ~Call() { giveBack(); }
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    Result<RoutedAnswer> run();

private:
    struct Usable {
        std::string content;
        Json json;
        FinishReason finish = FinishReason::stop;
    };
    using Tried = tl::expected<Usable, std::string>; ///< the code of what is wrong
    /// What asking one model came to. Neither: the next one is to be asked.
    struct Outcome {
        std::optional<Usable> usable;
        std::string end; ///< code with which the call ends; empty: the next model
    };

    std::vector<const ModelChoice*> choices() const;
    std::vector<const ModelChoice*> planned() const;
    bool isUp(const ModelChoice& choice) const;
    BudgetDecision afford(const ModelChoice& choice);
    void giveBack();
    void guard();
    milliseconds left() const;
    Outcome ask(const ModelChoice& choice);
    tl::expected<ModelReply, ModelFailure> attempt(const ModelChoice& choice, const std::vector<ModelTurn>& turns);
    FailureDecision failed(const ModelChoice& choice, const ModelFailure& failure, int retry);
    void succeeded(const ModelChoice& choice, const ModelReply& reply);
    Tried read(const ModelReply& reply, std::string& wrong) const;
    Tried repair(const ModelChoice& choice, const ModelReply& reply, const std::string& wrong);
    Result<RoutedAnswer> answered(const ModelChoice& choice, Usable usable);
    Result<RoutedAnswer> degraded(std::string code);
    void enter(const ModelChoice* choice, std::string_view outcome, std::string code);
    void setHealth(const ModelChoice& choice, const std::function<ModelHealth(ModelHealth)>& change);
    void tellBudget(RouterNotice::Kind kind);

    State& m_state;
    const Context& m_context;
    const RoutedRequest& m_request;
    const DeltaSink* m_sink;
    const Ticks m_begun;
    std::shared_ptr<const RouterSetup> m_setup;
    std::uint64_t m_generation = 0;
    std::int64_t m_reserved = 0;
    std::vector<PromptMessage> m_guarded;
    std::vector<ModelTurn> m_turns;
    std::string m_boundary;
    RoutedAnswer m_answer;
    const ModelChoice* m_paid = nullptr; ///< the last one that was answered and so costs something
    std::string m_lastCode = "llm_unavailable";
    std::optional<GuardedSink> m_guardedSink;
};

std::vector<const ModelChoice*> ModelRouter::Call::choices() const
{
    std::vector<const ModelChoice*> out;
    for (const auto& choice : m_setup->models)
        if (choice.group == m_request.task.group && m_setup->providers.contains(choice.provider))
            out.push_back(&choice);
    std::ranges::sort(out,
        [](const auto* a, const auto* b) { return std::tie(a->priority, a->model) < std::tie(b->priority, b->model); });
    return out;
}

std::vector<const ModelChoice*> ModelRouter::Call::planned() const
{
    const auto all = choices();
    std::vector<Deployment> deployments;
    {
        const std::lock_guard lock(m_state.mutex);
        for (const auto* choice : all) {
            const auto found = m_state.health.find(healthKey(choice->group, choice->model));
            const auto health = found == m_state.health.end() ? ModelHealth {} : found->second;
            deployments.push_back(
                {choice->group, choice->model, choice->priority, true, health.dead, health.cooldownUntil});
        }
    }
    std::vector<const ModelChoice*> out;
    for (const auto& model : planAttempts(m_request.task.group, deployments, m_state.parts.clock.now()))
        for (const auto* choice : all)
            if (choice->model == model) {
                out.push_back(choice);
                break;
            }
    return out;
}

bool ModelRouter::Call::isUp(const ModelChoice& choice) const
{
    const std::lock_guard lock(m_state.mutex);
    const auto found = m_state.health.find(healthKey(choice.group, choice.model));
    if (m_generation != m_state.generation || found == m_state.health.end())
        return true;
    const auto& cooldown = found->second.cooldownUntil;
    return !found->second.dead && (!cooldown || *cooldown <= m_state.parts.clock.now());
}

void ModelRouter::Call::tellBudget(RouterNotice::Kind kind)
{
    const auto month = formatDate(utcDate(monthOf(m_state.parts.clock.now()).from));
    m_state.tell({kind, {}, {}, "llm_budget_used_up"}, std::to_string(int(kind)) + '/' + month);
}

BudgetDecision ModelRouter::Call::afford(const ModelChoice& choice)
{
    giveBack();
    const auto now = m_state.parts.clock.now();
    const auto* price = priceOf(m_setup->prices, choice.model, utcDate(now));
    if (!price) {
        m_state.tell(
            {RouterNotice::Kind::unpricedModel, choice.provider, choice.model, {}}, "unpriced/" + choice.model);
    }
    if (!m_setup->monthlyBudgetNanoUsd)
        return BudgetDecision::allow;
    std::int64_t tokens = 0;
    const auto& provider = *m_setup->providers.at(choice.provider);
    for (const auto& message : m_request.messages)
        tokens += provider.countTokens(choice.model, message.content);
    const auto estimate = price ? costNanoUsd(*price, {tokens, m_request.task.maxTokens, 0}) : 0;
    const auto month = monthOf(now);
    const std::lock_guard oneAtATime(m_state.budget);
    const auto spent = m_state.parts.ledger.spent(m_context, month.from, month.to);
    if (!spent) {
        m_lastCode = spent.error().code;
        return BudgetDecision::deny; // what cannot be counted is not spent
    }
    const std::lock_guard lock(m_state.mutex);
    const auto decision
        = budgetDecision(*spent + m_state.reserved, estimate, m_setup->monthlyBudgetNanoUsd, m_setup->softLimitPercent);
    if (decision == BudgetDecision::deny) {
        m_lastCode = "llm_budget_used_up";
        return decision;
    }
    m_reserved = estimate;
    m_state.reserved += estimate;
    return decision;
}

void ModelRouter::Call::giveBack()
{
    if (m_reserved == 0)
        return;
    const std::lock_guard lock(m_state.mutex);
    m_state.reserved -= std::exchange(m_reserved, 0);
}

void ModelRouter::Call::guard()
{
    for (std::size_t i = 0; i < m_request.messages.size(); ++i) {
        const auto& message = m_request.messages[i];
        if (message.role == MessageRole::system && message.trust == Trust::trusted)
            continue;
        for (const auto& finding : detectPromptInjection(message.content).findings)
            m_answer.findings.emplace_back(i, finding);
    }
    m_guarded = m_answer.findings.empty() ? m_request.messages : sanitize(m_request.messages);
    if (!m_answer.findings.empty())
        m_state.count([&](RouterCounters& counters) {
            for (const auto& found : m_answer.findings)
                ++counters.findings[{found.second.category, found.second.severity}];
        });
}

milliseconds ModelRouter::Call::left() const
{
    const auto now = m_state.parts.ticks();
    auto until = m_begun + milliseconds(m_request.task.longestMs);
    if (m_context.deadline)
        until = std::min(until, *m_context.deadline);
    return std::chrono::duration_cast<milliseconds>(until - now);
}

void ModelRouter::Call::setHealth(const ModelChoice& choice, const std::function<ModelHealth(ModelHealth)>& change)
{
    const std::lock_guard lock(m_state.mutex);
    if (m_generation != m_state.generation)
        return;
    auto& health = m_state.health[healthKey(choice.group, choice.model)];
    health = change(std::move(health));
}

tl::expected<ModelReply, ModelFailure> ModelRouter::Call::attempt(
    const ModelChoice& choice, const std::vector<ModelTurn>& turns)
{
    ModelCall call;
    call.model = choice.model;
    call.turns = turns;
    call.maxTokens = m_request.task.maxTokens;
    call.temperature = m_request.task.temperature;
    call.schema = m_request.task.schema;
    call.schemaName = m_request.task.name;
    call.timeout = std::min(longestAttempt, left());
    ++m_answer.attempts;
    auto& provider = *m_setup->providers.at(choice.provider);
    if (!m_sink)
        return provider.complete(m_context, call);
    m_guardedSink.emplace(*m_sink, m_boundary);
    return provider.complete(m_context, call, [this](std::string_view piece) { return m_guardedSink->add(piece); });
}

FailureDecision ModelRouter::Call::failed(const ModelChoice& choice, const ModelFailure& failure, int retry)
{
    const bool began = m_guardedSink && m_guardedSink->began();
    const double random = double(m_state.parts.random.next() >> 11) * 0x1p-53;
    const auto decision
        = decideAfterFailure({failure.status, failure.code, failure.retryAfterSeconds, failure.final, began}, retry,
            m_request.task.retries, random);
    setHealth(choice,
        [&](ModelHealth health) { return afterFailure(std::move(health), decision, m_state.parts.clock.now()); });
    m_lastCode = decision.code;
    m_state.count([&](RouterCounters& counters) { ++counters.attempts[{choice.model, false}]; });
    if (decision.dead)
        m_state.tell({RouterNotice::Kind::modelDead, choice.provider, choice.model, m_lastCode},
            "dead/" + healthKey(choice.group, choice.model));
    return decision;
}

void ModelRouter::Call::succeeded(const ModelChoice& choice, const ModelReply& reply)
{
    setHealth(choice, afterSuccess);
    m_paid = &choice;
    m_answer.promptTokens += reply.promptTokens;
    m_answer.completionTokens += reply.completionTokens;
    const auto* price = priceOf(m_setup->prices, choice.model, utcDate(m_state.parts.clock.now()));
    if (price && m_answer.costNanoUsd)
        *m_answer.costNanoUsd += costNanoUsd(*price, {reply.promptTokens, reply.completionTokens, reply.cachedTokens});
    else
        m_answer.costNanoUsd.reset();
    m_state.count([&](RouterCounters& counters) {
        ++counters.attempts[{choice.model, true}];
        counters.promptTokens[choice.model] += reply.promptTokens;
        counters.completionTokens[choice.model] += reply.completionTokens;
        counters.unpriced += price ? 0 : 1;
    });
}

/// `wrong` is filled, in words for the model, if asking once more may help.
ModelRouter::Call::Tried ModelRouter::Call::read(const ModelReply& reply, std::string& wrong) const
{
    if (reply.finish == FinishReason::refusal)
        return tl::unexpected<std::string>("llm_refused");
    if (judgeOutput({reply.content, {}, {}}, {m_boundary, {}, {}}))
        return tl::unexpected<std::string>("llm_rejected_answer");
    if (!m_request.task.schema)
        return Usable {reply.content, {}, reply.finish};
    auto json = readModelAnswer(reply.content, *m_request.task.schema);
    std::optional<std::string> problem;
    if (!json)
        problem = json.error().message;
    else if (m_request.check)
        problem = m_request.check(*json);
    if (!problem)
        return Usable {reply.content, std::move(*json), reply.finish};
    if (reply.finish == FinishReason::length) {
        wrong = "it was cut off; write less";
        return tl::unexpected<std::string>("llm_cut_off");
    }
    wrong = *problem;
    return tl::unexpected<std::string>("llm_invalid_answer");
}

ModelRouter::Call::Tried ModelRouter::Call::repair(
    const ModelChoice& choice, const ModelReply& reply, const std::string& wrong)
{
    if (left() <= milliseconds(0))
        return tl::unexpected<std::string>("llm_timeout");
    m_state.count([](RouterCounters& counters) { ++counters.repairs; });
    auto turns = m_turns;
    turns.push_back({ModelRole::assistant, sanitizeText(cutAtCodePoint(reply.content, quotedAnswerBytes))});
    turns.push_back({ModelRole::user,
        "That answer cannot be used: " + wrong + ". Answer again with JSON only, of the form that was asked for."});
    auto again = attempt(choice, turns);
    if (!again) {
        const auto decision = failed(choice, again.error(), m_request.task.retries + 1);
        return tl::unexpected<std::string>(std::string(decision.code));
    }
    succeeded(choice, *again);
    std::string stillWrong;
    return read(*again, stillWrong);
}

ModelRouter::Call::Outcome ModelRouter::Call::ask(const ModelChoice& choice)
{
    for (int retry = 1;; ++retry) {
        if (m_context.stop.stop_requested())
            return {{}, "stopped"};
        if (left() <= milliseconds(0))
            return {{}, "llm_timeout"};
        if (!isUp(choice)) // other calls found out meanwhile
            return {};
        auto reply = attempt(choice, m_turns);
        if (reply) {
            succeeded(choice, *reply);
            std::string wrong;
            auto usable = read(*reply, wrong);
            if (!usable && !wrong.empty())
                usable = repair(choice, *reply, wrong);
            if (!usable)
                return {{}, usable.error()};
            if (m_guardedSink && !m_guardedSink->flush())
                return {{}, "stopped"};
            return {std::move(*usable), {}};
        }
        if (m_guardedSink && m_guardedSink->rejected())
            return {{}, "llm_rejected_answer"};
        const auto decision = failed(choice, reply.error(), retry);
        if (decision.step == FailureStep::end)
            return {{}, std::string(decision.code)};
        const milliseconds delay(decision.delayMs);
        if (decision.step == FailureStep::nextModel || delay >= left() || !isUp(choice))
            return {};
        if (!m_state.parts.sleep(m_context, delay))
            return {{}, "stopped"};
    }
}

void ModelRouter::Call::enter(const ModelChoice* choice, std::string_view outcome, std::string code)
{
    ModelCallRecord record;
    record.id = m_state.parts.ids.next();
    record.traceId = m_context.trace;
    record.agentId = m_request.agentId;
    record.task = m_request.task.name;
    record.provider = choice ? choice->provider : "local";
    record.model = choice ? choice->model : "local";
    record.group = enumText(m_request.task.group);
    record.promptTokens = m_answer.promptTokens;
    record.completionTokens = m_answer.completionTokens;
    record.costNanoUsd = m_answer.costNanoUsd;
    record.latencyMs = m_answer.latencyMs;
    record.outcome = outcome;
    record.errorCode = std::move(code);
    record.attempts = m_answer.attempts;
    record.createdAt = m_state.parts.clock.now();
    auto quiet = m_context; // what was spent is written down, even if nobody waits for the answer any more
    quiet.stop = {};
    quiet.deadline.reset();
    if (const auto added = m_state.parts.ledger.add(quiet, record); !added)
        m_state.tell({RouterNotice::Kind::ledgerFailed, record.provider, record.model, added.error().code},
            "ledger/" + added.error().code);
}

Result<RoutedAnswer> ModelRouter::Call::answered(const ModelChoice& choice, Usable usable)
{
    m_answer.content = std::move(usable.content);
    m_answer.json = std::move(usable.json);
    m_answer.finish = usable.finish;
    m_answer.provider = choice.provider;
    m_answer.model = choice.model;
    m_answer.latencyMs = std::chrono::duration_cast<milliseconds>(m_state.parts.ticks() - m_begun).count();
    const auto* best = choices().front();
    const bool fallback = best != &choice;
    m_state.count([&](RouterCounters& counters) {
        ++counters.answered;
        if (fallback)
            ++counters.fallbacks[{std::string(enumText(choice.group)), best->model, choice.model}];
    });
    enter(&choice, fallback ? "fallback" : "success", {});
    return std::move(m_answer);
}

Result<RoutedAnswer> ModelRouter::Call::degraded(std::string code)
{
    m_answer.latencyMs = std::chrono::duration_cast<milliseconds>(m_state.parts.ticks() - m_begun).count();
    const bool stands = m_request.localRule == LocalRule::caller && code != "stopped" && code != "llm_stream_broke";
    m_state.count([&](RouterCounters& counters) { ++(stands ? counters.degraded : counters.failed); });
    // Where no model is set up there is nothing to account for: an import of 10,000 mails writes no 10,000 rows.
    if (!choices().empty() && (code != "stopped" || m_answer.attempts > 0))
        enter(m_paid, stands ? "degraded" : "error", code);
    if (!stands) {
        auto error = errorFor(code);
        if (code == "llm_stream_broke") {
            error.message = "The answer broke off.";
            error.details["received"] = m_guardedSink->received();
        }
        return fail(std::move(error));
    }
    m_answer.degraded = true;
    m_answer.why = std::move(code);
    return std::move(m_answer);
}

Result<RoutedAnswer> ModelRouter::Call::run()
{
    const auto plan = planned();
    if (plan.empty())
        return degraded("llm_unavailable");
    bool first = true;
    std::string key;
    for (const auto* choice : plan) {
        const auto decision = afford(*choice);
        if (decision == BudgetDecision::deny) {
            if (m_lastCode == "llm_budget_used_up")
                tellBudget(RouterNotice::Kind::budgetUsedUp);
            return degraded(m_lastCode);
        }
        if (decision == BudgetDecision::allowWithWarning) {
            m_answer.budgetWarning = true;
            tellBudget(RouterNotice::Kind::budgetNearlyUsedUp);
        }
        if (std::exchange(first, false)) {
            guard();
            m_turns = fencedTurns(m_guarded, m_state.parts.random, m_boundary);
        }
        if (m_request.task.temperature == 0) {
            key = cacheKeyOf(m_context.tenant, choice->model, m_request, m_guarded);
            std::optional<CachedAnswer> known;
            {
                const std::lock_guard lock(m_state.mutex);
                if (const auto* found = m_state.cache.find(key, m_state.parts.clock.now()))
                    known = *found;
            }
            if (known && (!m_request.check || !m_request.check(known->json))) {
                m_state.count([](RouterCounters& counters) { ++counters.cacheHits; });
                m_answer.content = std::move(known->content);
                m_answer.json = std::move(known->json);
                m_answer.provider = known->provider;
                m_answer.model = known->model;
                m_answer.finish = known->finish;
                m_answer.fromCache = true;
                if (m_sink && !(*m_sink)(m_answer.content))
                    return fail(errorFor("stopped"));
                return std::move(m_answer);
            }
        }
        auto outcome = ask(*choice);
        if (outcome.usable) {
            if (!key.empty() && outcome.usable->finish == FinishReason::stop) {
                const std::lock_guard lock(m_state.mutex);
                if (m_generation == m_state.generation)
                    m_state.cache.put(key,
                        {outcome.usable->content, outcome.usable->json, choice->provider, choice->model,
                            outcome.usable->finish},
                        m_state.parts.clock.now());
            }
            return answered(*choice, std::move(*outcome.usable));
        }
        if (!outcome.end.empty())
            return degraded(outcome.end);
    }
    return degraded(m_lastCode);
}

ModelRouter::ModelRouter(std::string tenant, RouterParts parts, RouterSetup setup)
    : m_state(std::make_unique<State>(std::move(tenant), std::move(parts), std::move(setup)))
{
}
ModelRouter::~ModelRouter() = default;

void ModelRouter::configure(RouterSetup setup)
{
    auto next = std::make_shared<const RouterSetup>(std::move(setup));
    const std::lock_guard lock(m_state->mutex);
    m_state->setup.swap(next);
    ++m_state->generation;
    m_state->health.clear();
    m_state->cache.clear();
    m_state->told.clear();
}

bool ModelRouter::hasModel(platform::ModelGroup group) const
{
    const std::lock_guard lock(m_state->mutex);
    return std::ranges::any_of(m_state->setup->models, [&](const ModelChoice& choice) {
        return choice.group == group && m_state->setup->providers.contains(choice.provider);
    });
}

Result<RoutedAnswer> ModelRouter::complete(const Context& context, const RoutedRequest& request)
{
    if (context.tenant != m_state->tenant)
        return fail({ErrorKind::denied, "tenant_mismatch", "This model router belongs to another workspace.", {}});
    if (auto bad = validateCompletion(request.messages, request.task.maxTokens, request.task.temperature))
        return fail(std::move(*bad));
    return Call(*m_state, context, request, nullptr).run();
}

Result<RoutedAnswer> ModelRouter::stream(const Context& context, const RoutedRequest& request, const DeltaSink& sink)
{
    if (context.tenant != m_state->tenant)
        return fail({ErrorKind::denied, "tenant_mismatch", "This model router belongs to another workspace.", {}});
    if (request.task.schema)
        return fail(invalidField("task.schema", "none where an answer is streamed"));
    if (auto bad = validateCompletion(request.messages, request.task.maxTokens, request.task.temperature))
        return fail(std::move(*bad));
    return Call(*m_state, context, request, &sink).run();
}

RouterCounters ModelRouter::counters() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->counters;
}

platform::ModelHealth ModelRouter::health(platform::ModelGroup group, const std::string& model) const
{
    const std::lock_guard lock(m_state->mutex);
    const auto found = m_state->health.find(healthKey(group, model));
    return found == m_state->health.end() ? platform::ModelHealth {} : found->second;
}
}
