// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/openai/openai_wire.hpp"
#include "core/base/clock.hpp"

#include <mutex>

namespace agentarmy::openai {

struct OpenAiOptions {
    std::string baseUrl = "https://api.openai.com/v1"; ///< of any server that speaks it; without a slash at its end
    std::string apiKey; ///< empty: none is sent (servers on the own machine)
};

/// OpenAI, or a compatible server such as one on this machine. What such a server does not know it says once.
class OpenAiProvider final : public ModelProvider {
public:
    OpenAiProvider(HttpClient& http, const Clock& clock, OpenAiOptions options);
    [[nodiscard]] std::string name() const override { return "openai"; }
    tl::expected<ModelReply, ModelFailure> complete(
        const Context& context, const ModelCall& call, const DeltaSink& sink) override;
    /// Half of the bytes plus ten, as for text of all languages that we have seen; no token is shorter than a byte.
    [[nodiscard]] std::int64_t countTokens(std::string_view model, std::string_view text) const override;
    [[nodiscard]] bool exactTokens(std::string_view /*model*/) const override { return false; }

private:
    tl::expected<ModelReply, ModelFailure> attempt(const Context& context, const ModelCall& call, const DeltaSink& sink,
        const Dialect& dialect, std::optional<Dialect>& wanted);

    HttpClient& m_http;
    const Clock& m_clock;
    OpenAiOptions m_options;
    std::mutex m_mutex;
    Dialect m_dialect;
};
}
