// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/anthropic/anthropic_wire.hpp"

#include "core/ports/model_wire.hpp"

#include <algorithm>

namespace agentarmy::anthropic {
namespace {
using modelwire::at;
using modelwire::countAt;
using modelwire::textAt;

FinishReason finishOf(const std::string& reason)
{
    if (reason == "max_tokens" || reason == "model_context_window_exceeded")
        return FinishReason::length;
    return reason == "refusal" ? FinishReason::refusal : FinishReason::stop;
}

void takeUsage(const Json& usage, ModelReply& reply)
{
    if (!usage.is_object())
        return;
    const auto read = countAt(usage, "cache_read_input_tokens");
    const auto made = countAt(usage, "cache_creation_input_tokens");
    if (usage.contains("input_tokens")) {
        reply.cachedTokens = read;
        reply.promptTokens = countAt(usage, "input_tokens") + read + made;
    }
    if (usage.contains("output_tokens"))
        reply.completionTokens = countAt(usage, "output_tokens");
}
}

Json requestBody(const ModelCall& call, bool stream)
{
    std::string system;
    Json messages = Json::array();
    for (const auto& turn : call.turns) {
        if (turn.role == ModelRole::system) {
            if (!system.empty())
                system += "\n\n";
            system += turn.content;
            continue;
        }
        const std::string role = turn.role == ModelRole::user ? "user" : "assistant";
        if (!messages.empty() && messages.back()["role"] == role)
            messages.back()["content"] = messages.back()["content"].get<std::string>() + "\n\n" + turn.content;
        else
            messages.push_back({{"role", role}, {"content", turn.content}});
    }
    if (messages.empty() || messages.front()["role"] != "user") // the service wants a person to begin
        messages.insert(messages.begin(), {{"role", "user"}, {"content", system.empty() ? "Go on." : "Do as told."}});
    Json body {{"model", call.model}, {"max_tokens", call.maxTokens}, {"messages", std::move(messages)},
        {"temperature", std::clamp(call.temperature, 0.0, 1.0)}};
    if (!system.empty())
        body["system"] = system;
    if (stream)
        body["stream"] = true;
    if (call.schema) {
        auto schema = *call.schema;
        schema["type"] = "object";
        body["tools"]
            = {{{"name", call.schemaName}, {"description", "The answer."}, {"input_schema", std::move(schema)}}};
        body["tool_choice"] = {{"type", "tool"}, {"name", call.schemaName}};
    }
    return body;
}

tl::expected<ModelReply, ModelFailure> readAnswer(std::string_view body, const ModelCall& call)
{
    const auto json = parseJson(std::string(body));
    if (!json || !at(*json, "content").is_array())
        return tl::unexpected(modelwire::malformed());
    ModelReply reply;
    reply.model = textAt(*json, "model");
    if (reply.model.empty())
        reply.model = call.model;
    reply.finish = finishOf(textAt(*json, "stop_reason"));
    takeUsage(at(*json, "usage"), reply);
    for (const auto& block : at(*json, "content")) {
        const auto type = textAt(block, "type");
        if (call.schema && type == "tool_use" && at(block, "input").is_object())
            reply.content = at(block, "input").dump(-1, ' ', false, Json::error_handler_t::replace);
        else if (!call.schema && type == "text")
            reply.content += textAt(block, "text");
        else if (call.schema && type == "text" && reply.content.empty())
            reply.content = textAt(block, "text"); // said instead of used: the reader looks for JSON in it
    }
    if (reply.content.empty() && reply.finish == FinishReason::stop)
        return tl::unexpected(modelwire::malformed());
    return reply;
}

ModelFailure readFailure(const HttpResponse& response, Timestamp now)
{
    ModelFailure failure;
    failure.status = response.status;
    failure.retryAfterSeconds = modelwire::retryAfter(response.header("retry-after"), now);
    failure.code = "http_" + std::to_string(response.status);
    failure.message = "The service answered with status " + std::to_string(response.status) + '.';
    if (const auto json = parseJson(response.body)) {
        const auto& error = at(*json, "error");
        if (const auto type = textAt(error, "type"); !type.empty())
            failure.code = type;
        if (const auto message = textAt(error, "message"); !message.empty())
            failure.message = message.substr(0, 500);
    }
    return failure;
}

bool StreamReader::take(std::string_view data, const DeltaSink& sink)
{
    const auto json = parseJson(std::string(data));
    if (!json) {
        m_failure = modelwire::malformed(m_reply.content);
        return false;
    }
    const auto type = textAt(*json, "type");
    if (type == "message_start") {
        m_reply.model = textAt(at(*json, "message"), "model");
        takeUsage(at(at(*json, "message"), "usage"), m_reply);
    } else if (type == "content_block_delta") {
        const auto& delta = at(*json, "delta");
        const auto text = textAt(delta, textAt(delta, "type") == "input_json_delta" ? "partial_json" : "text");
        m_reply.content += text;
        if (!text.empty() && sink && !sink(text)) {
            m_stopped = true;
            return false;
        }
    } else if (type == "message_delta") {
        m_reply.finish = finishOf(textAt(at(*json, "delta"), "stop_reason"));
        takeUsage(at(*json, "usage"), m_reply);
    } else if (type == "message_stop") {
        m_done = true;
    } else if (type == "error") {
        ModelFailure failure;
        failure.code = textAt(at(*json, "error"), "type");
        failure.message = textAt(at(*json, "error"), "message").substr(0, 500);
        failure.status = failure.code == "overloaded_error" ? 529 : 500;
        failure.received = m_reply.content;
        m_failure = std::move(failure);
        return false;
    }
    return true;
}

tl::expected<ModelReply, ModelFailure> StreamReader::finish() const
{
    if (m_failure)
        return tl::unexpected(*m_failure);
    if (!m_done) {
        auto failure = modelwire::malformed(m_reply.content);
        failure.code = "llm_cut";
        failure.message = "The answer broke off.";
        return tl::unexpected(std::move(failure));
    }
    auto reply = m_reply;
    if (reply.model.empty())
        reply.model = m_call.model;
    if (reply.content.empty() && reply.finish == FinishReason::stop)
        return tl::unexpected(modelwire::malformed());
    return reply;
}
}
