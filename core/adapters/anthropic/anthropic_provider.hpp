// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/clock.hpp"
#include "core/ports/http_client.hpp"
#include "core/ports/model_provider.hpp"

namespace agentarmy::anthropic {

struct AnthropicOptions {
    std::string baseUrl = "https://api.anthropic.com"; ///< without a slash at its end
    std::string apiKey;
};

/// Claude by the Messages API.
class AnthropicProvider final : public ModelProvider {
public:
    AnthropicProvider(HttpClient& http, const Clock& clock, AnthropicOptions options);
    [[nodiscard]] std::string name() const override { return "anthropic"; }
    tl::expected<ModelReply, ModelFailure> complete(
        const Context& context, const ModelCall& call, const DeltaSink& sink) override;
    /// The service does not publish its tokens: never fewer than it counts, since no token is shorter than a byte;
    /// about a third of the bytes is usual, and half of them plus ten covers text of all languages that we have seen.
    [[nodiscard]] std::int64_t countTokens(std::string_view model, std::string_view text) const override;
    [[nodiscard]] bool exactTokens(std::string_view /*model*/) const override { return false; }

private:
    HttpClient& m_http;
    const Clock& m_clock;
    AnthropicOptions m_options;
};
}
