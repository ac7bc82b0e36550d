// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/platform/model_answer.hpp"

#include "core/base/json_schema.hpp"
#include "core/base/text.hpp"

namespace agentarmy::platform {
namespace {
Error invalidAnswer(std::string why) { return {ErrorKind::internal, "llm_invalid_answer", std::move(why), {}}; }

std::string detail(const Error& error, const char* key)
{
    const auto found = error.details.find(key);
    const auto* text = found == error.details.end() ? nullptr : std::get_if<std::string>(&found->second);
    return text ? *text : std::string();
}

std::string_view between(std::string_view text, char open, char close)
{
    const auto from = text.find(open);
    const auto to = text.rfind(close);
    return from == std::string_view::npos || to == std::string_view::npos || to < from
        ? std::string_view()
        : text.substr(from, to - from + 1);
}

/// The name of the one required property if that is a list.
std::optional<std::string> onlyList(const Json& schema)
{
    const auto required = schema.find("required");
    if (required == schema.end() || !required->is_array() || required->size() != 1 || !required->front().is_string())
        return std::nullopt;
    const auto name = required->front().get<std::string>();
    const auto properties = schema.find("properties");
    const bool list = properties != schema.end() && properties->contains(name)
        && (*properties)[name].value("type", Json()) == Json("array");
    return list ? std::optional(name) : std::nullopt;
}

Result<Json> fit(Json value, const Json& schema)
{
    if (value.is_array())
        if (const auto name = onlyList(schema))
            value = Json::object({{*name, std::move(value)}});
    value = withoutUnknownFields(std::move(value), schema);
    if (const auto problem = validateJson(value, schema)) {
        const auto path = detail(*problem, "field");
        const auto rule = detail(*problem, "rule");
        return fail(
            invalidAnswer(rule.empty() ? problem->message : (path.empty() ? "the answer" : path) + ": " + rule));
    }
    return value;
}
}

Json withoutUnknownFields(Json value, const Json& schema)
{
    if (!schema.is_object())
        return value;
    if (value.is_object()) {
        const auto properties = schema.find("properties");
        const bool closed = schema.contains("additionalProperties") && schema["additionalProperties"] == Json(false);
        for (auto it = value.begin(); it != value.end();) {
            const bool known = properties != schema.end() && properties->contains(it.key());
            if (!known && closed) {
                it = value.erase(it);
                continue;
            }
            if (known)
                it.value() = withoutUnknownFields(std::move(it.value()), (*properties)[it.key()]);
            ++it;
        }
    } else if (value.is_array()) {
        if (const auto items = schema.find("items"); items != schema.end())
            for (auto& each : value)
                each = withoutUnknownFields(std::move(each), *items);
    }
    return value;
}

Result<Json> readModelAnswer(std::string_view text, const Json& schema)
{
    std::optional<Error> first;
    for (const auto part : {trimView(text), between(text, '{', '}'), between(text, '[', ']')}) {
        if (part.empty())
            continue;
        auto json = parseJson(part);
        if (!json)
            continue;
        auto fitting = fit(std::move(*json), schema);
        if (fitting)
            return fitting;
        if (!first)
            first = fitting.error();
    }
    return fail(first ? std::move(*first) : invalidAnswer("the answer is not JSON"));
}
}
