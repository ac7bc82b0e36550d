// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/anthropic/anthropic_provider.hpp"

#include "core/adapters/anthropic/anthropic_wire.hpp"
#include "core/base/sse_lines.hpp"
#include "core/ports/model_wire.hpp"

namespace agentarmy::anthropic {

AnthropicProvider::AnthropicProvider(HttpClient& http, const Clock& clock, AnthropicOptions options)
    : m_http(http)
    , m_clock(clock)
    , m_options(std::move(options))
{
}

tl::expected<ModelReply, ModelFailure> AnthropicProvider::complete(
    const Context& context, const ModelCall& call, const DeltaSink& sink)
{
    HttpRequest request;
    request.method = "POST";
    request.url = m_options.baseUrl + "/v1/messages";
    request.headers
        = {{"Content-Type", "application/json"}, {"anthropic-version", "2023-06-01"}, {"x-api-key", m_options.apiKey}};
    request.body = requestBody(call, bool(sink)).dump(-1, ' ', false, Json::error_handler_t::replace);
    request.timeout = call.timeout;
    if (!sink) {
        auto response = m_http.send(context, request);
        if (!response)
            return tl::unexpected(modelwire::failureOf(response.error()));
        if (response->status != 200)
            return tl::unexpected(readFailure(*response, m_clock.now()));
        return readAnswer(response->body, call);
    }
    StreamReader reader(call);
    SseLines lines;
    const auto response = m_http.stream(context, request, [&](std::string_view piece) {
        return lines.feed(piece, [&](std::string_view data) { return reader.take(data, sink); });
    });
    if (!response) {
        const bool ours = response.error().code == "stopped" && !context.stop.stop_requested() && !reader.stopped();
        if (ours) // we ended it for what it said
            return reader.finish();
        return tl::unexpected(modelwire::failureOf(response.error(), reader.received()));
    }
    if (response->status != 200)
        return tl::unexpected(readFailure(*response, m_clock.now()));
    return reader.finish();
}

std::int64_t AnthropicProvider::countTokens(std::string_view /*model*/, std::string_view text) const
{
    return std::int64_t(text.size() / 2) + 10;
}
}
