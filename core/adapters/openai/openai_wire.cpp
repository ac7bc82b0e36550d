// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/openai/openai_wire.hpp"

#include "core/ports/model_wire.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::openai {
namespace {
using modelwire::at;
using modelwire::countAt;
using modelwire::textAt;

FinishReason finishOf(const std::string& reason)
{
    if (reason == "length")
        return FinishReason::length;
    return reason == "content_filter" ? FinishReason::refusal : FinishReason::stop;
}

void takeUsage(const Json& usage, ModelReply& reply)
{
    if (!usage.is_object())
        return;
    reply.promptTokens = countAt(usage, "prompt_tokens");
    reply.completionTokens = countAt(usage, "completion_tokens");
    reply.cachedTokens = countAt(at(usage, "prompt_tokens_details"), "cached_tokens");
}

bool isRequired(const Json& schema, const std::string& name)
{
    const auto& required = at(schema, "required");
    return required.is_array() && std::ranges::find(required, Json(name)) != required.end();
}

/// The same, null allowed.
Json orNull(Json schema)
{
    if (schema.contains("$ref") || schema.contains("anyOf"))
        return {{"anyOf", {std::move(schema), {{"type", "null"}}}}};
    auto& type = schema["type"];
    if (type.is_string() && type != "null")
        type = Json::array({type, "null"});
    if (schema.contains("enum") && std::ranges::find(schema["enum"], Json()) == schema["enum"].end())
        schema["enum"].push_back(nullptr);
    return schema;
}

std::string withoutNullsText(const std::string& content, const Json& schema)
{
    const auto json = parseJson(content);
    return json ? withoutNulls(*json, schema).dump(-1, ' ', false, Json::error_handler_t::replace) : content;
}
}

Json strictSchema(const Json& schema)
{
    if (!schema.is_object())
        return schema;
    // Refused by strict mode, or checked by us anyway.
    static constexpr std::array<std::string_view, 14> refused {"minLength", "maxLength", "pattern", "format", "minimum",
        "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems", "uniqueItems", "default",
        "propertyNames", "$schema"};
    Json out = Json::object();
    for (const auto& [key, value] : schema.items()) {
        if (std::ranges::find(refused, key) != refused.end())
            continue;
        if (key == "properties" || key == "$defs") {
            for (const auto& [name, inner] : value.items()) {
                auto strict = strictSchema(inner);
                out[key][name]
                    = key == "$defs" || isRequired(schema, name) ? std::move(strict) : orNull(std::move(strict));
            }
        } else if (key == "items") {
            out[key] = strictSchema(value);
        } else if (key == "anyOf") {
            for (const auto& inner : value)
                out[key].push_back(strictSchema(inner));
        } else {
            out[key] = value;
        }
    }
    if (out.contains("properties") || at(out, "type") == "object") {
        out["type"] = "object";
        Json all = Json::array();
        if (out.contains("properties"))
            for (const auto& [name, inner] : out["properties"].items())
                all.push_back(name);
        else
            out["properties"] = Json::object();
        out["required"] = std::move(all);
        out["additionalProperties"] = false;
    }
    return out;
}

Json withoutNulls(const Json& value, const Json& schema)
{
    if (value.is_array()) {
        Json out = Json::array();
        for (const auto& item : value)
            out.push_back(withoutNulls(item, at(schema, "items")));
        return out;
    }
    if (!value.is_object())
        return value;
    Json out = Json::object();
    for (const auto& [name, item] : value.items()) {
        const auto& inner = at(at(schema, "properties"), name.c_str());
        if (item.is_null() && inner.is_object() && !isRequired(schema, name))
            continue;
        out[name] = withoutNulls(item, inner);
    }
    return out;
}

Json requestBody(const ModelCall& call, bool stream, const Dialect& dialect)
{
    Json messages = Json::array();
    for (const auto& turn : call.turns)
        messages.push_back({{"role",
                                turn.role == ModelRole::system     ? "system"
                                    : turn.role == ModelRole::user ? "user"
                                                                   : "assistant"},
            {"content", turn.content}});
    Json body {{"model", call.model}};
    body[dialect.oldMaxTokens ? "max_tokens" : "max_completion_tokens"] = call.maxTokens;
    if (!dialect.noTemperature)
        body["temperature"] = std::clamp(call.temperature, 0.0, 2.0);
    if (call.schema && dialect.plainJson) {
        body["response_format"] = {{"type", "json_object"}};
        messages.insert(messages.begin(),
            {{"role", "system"},
                {"content",
                    "Answer with one JSON object that fits this JSON Schema, and nothing else:\n"
                        + call.schema->dump()}});
    } else if (call.schema) {
        body["response_format"] = {{"type", "json_schema"},
            {"json_schema", {{"name", call.schemaName}, {"strict", true}, {"schema", strictSchema(*call.schema)}}}};
    }
    body["messages"] = std::move(messages);
    if (stream) {
        body["stream"] = true;
        if (!dialect.noStreamUsage)
            body["stream_options"] = {{"include_usage", true}};
    }
    return body;
}

tl::expected<ModelReply, ModelFailure> readAnswer(std::string_view body, const ModelCall& call)
{
    const auto json = parseJson(std::string(body));
    if (!json || !at(*json, "choices").is_array() || at(*json, "choices").empty())
        return tl::unexpected(modelwire::malformed());
    const auto& choice = at(*json, "choices").front();
    const auto& message = at(choice, "message");
    if (!message.is_object())
        return tl::unexpected(modelwire::malformed());
    ModelReply reply;
    reply.model = textAt(*json, "model");
    if (reply.model.empty())
        reply.model = call.model;
    reply.finish = finishOf(textAt(choice, "finish_reason"));
    takeUsage(at(*json, "usage"), reply);
    reply.content = textAt(message, "content");
    if (const auto refusal = textAt(message, "refusal"); !refusal.empty()) {
        reply.finish = FinishReason::refusal;
        reply.content = refusal;
        return reply;
    }
    if (reply.content.empty() && reply.finish == FinishReason::stop)
        return tl::unexpected(modelwire::malformed());
    if (call.schema)
        reply.content = withoutNullsText(reply.content, *call.schema);
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
        const auto code = textAt(error, "code");
        const auto type = textAt(error, "type");
        if (!code.empty() || !type.empty())
            failure.code = code.empty() ? type : code;
        if (const auto message = textAt(error, "message"); !message.empty())
            failure.message = message.substr(0, 500);
        failure.final = code == "insufficient_quota" || type == "insufficient_quota";
    }
    return failure;
}

std::optional<Dialect> dialectFor(const HttpResponse& response, const Dialect& spoken)
{
    if (response.status != 400 && response.status != 422)
        return std::nullopt;
    const auto complains = [&](const char* field) { return response.body.find(field) != std::string::npos; };
    auto dialect = spoken;
    if (complains("max_completion_tokens") && !spoken.oldMaxTokens)
        dialect.oldMaxTokens = true;
    else if ((complains("response_format") || complains("json_schema")) && !spoken.plainJson)
        dialect.plainJson = true;
    else if (complains("stream_options") && !spoken.noStreamUsage)
        dialect.noStreamUsage = true;
    else if (complains("temperature") && !spoken.noTemperature)
        dialect.noTemperature = true;
    else
        return std::nullopt;
    return dialect;
}

bool StreamReader::take(std::string_view data, const DeltaSink& sink)
{
    if (data == "[DONE]") {
        m_done = true;
        return true;
    }
    const auto json = parseJson(std::string(data));
    if (!json) {
        m_failure = modelwire::malformed(m_reply.content);
        return false;
    }
    if (const auto& error = at(*json, "error"); error.is_object()) {
        ModelFailure failure;
        failure.status = 500;
        failure.code = textAt(error, "type").empty() ? "api_error" : textAt(error, "type");
        failure.message = textAt(error, "message").substr(0, 500);
        failure.received = m_reply.content;
        m_failure = std::move(failure);
        return false;
    }
    if (m_reply.model.empty())
        m_reply.model = textAt(*json, "model");
    takeUsage(at(*json, "usage"), m_reply);
    const auto& choices = at(*json, "choices");
    if (!choices.is_array() || choices.empty())
        return true;
    const auto& choice = choices.front();
    if (const auto reason = textAt(choice, "finish_reason"); !reason.empty()) {
        m_reply.finish = finishOf(reason);
    }
    m_refusal += textAt(at(choice, "delta"), "refusal");
    const auto text = textAt(at(choice, "delta"), "content");
    m_reply.content += text;
    if (!text.empty() && sink && !sink(text)) {
        m_stopped = true;
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
    if (!m_refusal.empty()) {
        reply.finish = FinishReason::refusal;
        reply.content = m_refusal;
        return reply;
    }
    if (reply.content.empty() && reply.finish == FinishReason::stop)
        return tl::unexpected(modelwire::malformed());
    if (m_call.schema)
        reply.content = withoutNullsText(reply.content, *m_call.schema);
    return reply;
}
}
