// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/clock.hpp"
#include "core/ports/model_provider.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <mutex>

namespace agentarmy::tests {

/// A model service that answers what a test scripts, in order; the last answer again and again.
class ScriptedProvider final : public ModelProvider {
public:
    using Answer = tl::expected<ModelReply, ModelFailure>;
    explicit ScriptedProvider(std::string name = "anthropic")
        : m_name(std::move(name))
    {
    }

    std::function<void(const ModelCall&)> onCall; ///< before each answer: lets time pass, looks at the call
    std::vector<std::string> pieces; ///< of a stream, passed to the sink before the answer

    void script(std::vector<Answer> answers)
    {
        const std::lock_guard lock(m_mutex);
        m_answers.assign(answers.begin(), answers.end());
    }
    /// The answer of each task from now on, whatever is scripted.
    void answer(const std::string& schemaName, std::string content)
    {
        const std::lock_guard lock(m_mutex);
        m_byTask[schemaName] = std::move(content);
    }
    [[nodiscard]] std::vector<ModelCall> calls() const
    {
        const std::lock_guard lock(m_mutex);
        return m_calls;
    }

    [[nodiscard]] std::string name() const override { return m_name; }
    [[nodiscard]] Answer complete(const Context& context, const ModelCall& call, const DeltaSink& sink) override
    {
        if (onCall)
            onCall(call);
        if (context.stop.stop_requested())
            return tl::unexpected(ModelFailure {0, "stopped", "", {}, false, {}});
        Answer answer = reply("{}");
        {
            const std::lock_guard lock(m_mutex);
            m_calls.push_back(call);
            if (const auto found = m_byTask.find(call.schemaName); found != m_byTask.end()) {
                answer = reply(found->second);
            } else if (!m_answers.empty()) {
                answer = m_answers.front();
                if (m_answers.size() > 1)
                    m_answers.pop_front();
            }
        }
        if (sink)
            for (const auto& piece : pieces)
                if (!sink(piece))
                    return tl::unexpected(ModelFailure {0, "stopped", "", {}, false, {}});
        return answer;
    }
    [[nodiscard]] std::int64_t countTokens(std::string_view, std::string_view text) const override
    {
        return std::int64_t(text.size()) / 4 + 1;
    }
    [[nodiscard]] bool exactTokens(std::string_view) const override { return false; }

    static Answer reply(std::string content, FinishReason finish = FinishReason::stop)
    {
        ModelReply out;
        out.content = std::move(content);
        out.model = "as-the-service-names-it";
        out.finish = finish;
        out.promptTokens = 1000;
        out.completionTokens = 100;
        return out;
    }
    static Answer failure(int status, std::string code = {}, std::optional<double> retryAfter = {}, bool final = false)
    {
        return tl::unexpected(
            ModelFailure {status, std::move(code), "sk-secret-key and the prompt", retryAfter, final, {}});
    }

private:
    std::string m_name;
    mutable std::mutex m_mutex;
    std::deque<Answer> m_answers;
    std::map<std::string, std::string> m_byTask;
    std::vector<ModelCall> m_calls;
};

/// A ledger in memory. Thread safe.
class MemoryLedger final : public ModelLedger {
public:
    [[nodiscard]] Result<void> add(const Context&, const ModelCallRecord& record) override
    {
        const std::lock_guard lock(m_mutex);
        if (error)
            return fail(*error);
        m_rows.push_back(record);
        return {};
    }
    [[nodiscard]] Result<std::int64_t> spent(const Context&, Timestamp from, Timestamp to) override
    {
        const std::lock_guard lock(m_mutex);
        if (error)
            return fail(*error);
        std::int64_t sum = 0;
        for (const auto& row : m_rows)
            if (row.createdAt >= from && row.createdAt < to)
                sum += row.costNanoUsd.value_or(0);
        return sum;
    }
    [[nodiscard]] Result<std::vector<ModelUsageRow>> usage(
        const Context&, Timestamp from, Timestamp to, const std::vector<UsageGroup>& groups) override
    {
        const std::lock_guard lock(m_mutex);
        std::map<std::array<std::string, 3>, ModelUsageRow> rows;
        const auto has
            = [&](UsageGroup group) { return std::find(groups.begin(), groups.end(), group) != groups.end(); };
        for (const auto& each : m_rows) {
            if (each.createdAt < from || each.createdAt >= to)
                continue;
            const std::array<std::string, 3> key {has(UsageGroup::day) ? formatDate(utcDate(each.createdAt)) : "",
                has(UsageGroup::task) ? each.task : "", has(UsageGroup::model) ? each.model : ""};
            auto& row = rows[key];
            row.day = key[0];
            row.task = key[1];
            row.model = key[2];
            ++row.calls;
            row.promptTokens += each.promptTokens;
            row.completionTokens += each.completionTokens;
            row.costNanoUsd += each.costNanoUsd.value_or(0);
            row.unpriced += each.costNanoUsd ? 0 : 1;
            row.degraded += each.outcome == "degraded" ? 1 : 0;
        }
        std::vector<ModelUsageRow> out;
        for (auto& [key, row] : rows)
            out.push_back(std::move(row));
        return out;
    }
    [[nodiscard]] std::vector<ModelCallRecord> rows() const
    {
        const std::lock_guard lock(m_mutex);
        return m_rows;
    }
    std::optional<Error> error; ///< of every call from now on

private:
    mutable std::mutex m_mutex;
    std::vector<ModelCallRecord> m_rows;
};
}
