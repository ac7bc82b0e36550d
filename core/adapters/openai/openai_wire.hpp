// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/http_client.hpp"
#include "core/ports/model_provider.hpp"

/// OpenAI Chat Completions, and servers that speak it, as bytes: pure.
namespace agentarmy::openai {

/// What a compatible server does not know, found out by its answers.
struct Dialect {
    bool oldMaxTokens = false; ///< `max_tokens` instead of `max_completion_tokens`
    bool plainJson = false; ///< `json_object` instead of `json_schema`; the schema stands in the prompt
    bool noStreamUsage = false; ///< no `stream_options`
    bool noTemperature = false; ///< models that reason take only their own
};

/// The body of POST /chat/completions.
[[nodiscard]] Json requestBody(const ModelCall& call, bool stream, const Dialect& dialect);
/// A schema as strict mode takes it: every property required, those that were not may be null, nothing else allowed,
/// keywords that it refuses left out.
[[nodiscard]] Json strictSchema(const Json& schema);
/// An answer as the schema meant it: properties that are null and were not required are left out.
[[nodiscard]] Json withoutNulls(const Json& value, const Json& schema);
[[nodiscard]] tl::expected<ModelReply, ModelFailure> readAnswer(std::string_view body, const ModelCall& call);
[[nodiscard]] ModelFailure readFailure(const HttpResponse& response, Timestamp now);
/// The dialect that the server's complaint of status 400 asks for; nothing: it complains of something else.
[[nodiscard]] std::optional<Dialect> dialectFor(const HttpResponse& response, const Dialect& spoken);

/// Puts a streamed answer together.
class StreamReader {
public:
    explicit StreamReader(const ModelCall& call)
        : m_call(call)
    {
    }
    bool take(std::string_view data, const DeltaSink& sink);
    [[nodiscard]] tl::expected<ModelReply, ModelFailure> finish() const; ///< `llm_cut` unless its end came
    [[nodiscard]] const std::string& received() const { return m_reply.content; }
    [[nodiscard]] bool stopped() const { return m_stopped; }

private:
    const ModelCall& m_call;
    ModelReply m_reply;
    std::optional<ModelFailure> m_failure;
    std::string m_refusal;
    bool m_done = false, m_stopped = false;
};
}
