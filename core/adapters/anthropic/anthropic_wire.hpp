// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/http_client.hpp"
#include "core/ports/model_provider.hpp"

/// The Anthropic Messages API (version 2023-06-01) as bytes: pure.
namespace agentarmy::anthropic {

/// The body of POST /v1/messages. System turns become `system`; neighbours of one role are joined, so that user and
/// assistant alternate; the temperature is clamped to 0..1; a schema becomes a tool that must be used.
[[nodiscard]] Json requestBody(const ModelCall& call, bool stream);
/// An answer of status 200.
[[nodiscard]] tl::expected<ModelReply, ModelFailure> readAnswer(std::string_view body, const ModelCall& call);
/// Any other answer.
[[nodiscard]] ModelFailure readFailure(const HttpResponse& response, Timestamp now);

/// Puts a streamed answer together.
class StreamReader {
public:
    explicit StreamReader(const ModelCall& call)
        : m_call(call)
    {
    }
    /// The data of one event; the text that it adds goes to `sink`. False: the stream is over, or the sink had enough.
    bool take(std::string_view data, const DeltaSink& sink);
    [[nodiscard]] tl::expected<ModelReply, ModelFailure> finish() const; ///< `llm_cut` unless message_stop came
    [[nodiscard]] const std::string& received() const { return m_reply.content; }
    [[nodiscard]] bool stopped() const { return m_stopped; }

private:
    const ModelCall& m_call;
    ModelReply m_reply;
    std::optional<ModelFailure> m_failure;
    bool m_done = false, m_stopped = false;
};
}
