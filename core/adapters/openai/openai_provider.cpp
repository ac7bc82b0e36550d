// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/openai/openai_provider.hpp"

#include "core/base/sse_lines.hpp"
#include "core/ports/model_wire.hpp"

namespace agentarmy::openai {
namespace {
constexpr int mostDialects = 4; // one for each thing that a server may not know
}

OpenAiProvider::OpenAiProvider(HttpClient& http, const Clock& clock, OpenAiOptions options)
    : m_http(http)
    , m_clock(clock)
    , m_options(std::move(options))
{
}

tl::expected<ModelReply, ModelFailure> OpenAiProvider::complete(
    const Context& context, const ModelCall& call, const DeltaSink& sink)
{
    Dialect dialect;
    {
        const std::lock_guard lock(m_mutex);
        dialect = m_dialect;
    }
    for (int tries = 0;; ++tries) {
        std::optional<Dialect> wanted;
        auto reply = attempt(context, call, sink, dialect, wanted);
        if (reply || !wanted || tries >= mostDialects)
            return reply;
        dialect = *wanted;
        const std::lock_guard lock(m_mutex);
        m_dialect = dialect;
    }
}

tl::expected<ModelReply, ModelFailure> OpenAiProvider::attempt(const Context& context, const ModelCall& call,
    const DeltaSink& sink, const Dialect& dialect, std::optional<Dialect>& wanted)
{
    HttpRequest request;
    request.method = "POST";
    request.url = m_options.baseUrl + "/chat/completions";
    request.headers = {{"Content-Type", "application/json"}};
    if (!m_options.apiKey.empty())
        request.headers.emplace_back("Authorization", "Bearer " + m_options.apiKey);
    request.body = requestBody(call, bool(sink), dialect).dump(-1, ' ', false, Json::error_handler_t::replace);
    request.timeout = call.timeout;
    const auto failed = [&](const HttpResponse& response) {
        wanted = dialectFor(response, dialect);
        return tl::unexpected(readFailure(response, m_clock.now()));
    };
    if (!sink) {
        auto response = m_http.send(context, request);
        if (!response)
            return tl::unexpected(modelwire::failureOf(response.error()));
        if (response->status != 200)
            return failed(*response);
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
        return failed(*response);
    return reader.finish();
}

std::int64_t OpenAiProvider::countTokens(std::string_view /*model*/, std::string_view text) const
{
    return std::int64_t(text.size() / 2) + 10;
}
}
