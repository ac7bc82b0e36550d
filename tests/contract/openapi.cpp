// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/contract/openapi.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>

namespace agentarmy::tests {
namespace {
bool hasType(const Json& value, const std::string& type)
{
    if (type == "integer")
        return value.is_number_integer()
            || (value.is_number() && value.get<double>() == double(value.get<std::int64_t>()));
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array())
        || (type == "string" && value.is_string()) || (type == "number" && value.is_number())
        || (type == "boolean" && value.is_boolean()) || (type == "null" && value.is_null());
}
}

OpenApi::OpenApi(const std::string& file)
{
    std::ostringstream text;
    text << std::ifstream(std::string(AGENTARMY_SOURCE_DIR) + "/tests/contract/contracts/" + file).rdbuf();
    auto json = parseJson(text.str());
    if (!json)
        std::abort();
    m_document = std::move(*json);
}

const Json& OpenApi::resolved(const Json& schema) const
{
    if (!schema.is_object() || !schema.contains("$ref"))
        return schema;
    const auto path = schema["$ref"].get<std::string>(); // "#/components/schemas/X"
    return resolved(m_document.at(Json::json_pointer(path.substr(1))));
}

bool OpenApi::declares(const Json& unresolved, const std::string& property) const
{
    const auto& schema = resolved(unresolved);
    if (schema.contains("properties") && schema["properties"].contains(property))
        return true;
    for (const auto* group : {"allOf", "oneOf", "anyOf"})
        if (schema.contains(group))
            for (const auto& part : schema[group])
                if (declares(part, property))
                    return true;
    return false;
}

std::string OpenApi::problem(const Json& value, const Json& unresolved, const std::string& at) const
{
    const auto& schema = resolved(unresolved);
    if (!schema.is_object())
        return {};
    if (value.is_null() && schema.value("nullable", false))
        return {};
    if (schema.contains("type")) {
        const auto& type = schema["type"];
        const bool fits = type.is_array()
            ? std::ranges::any_of(type, [&](const Json& each) { return hasType(value, each.get<std::string>()); })
            : hasType(value, type.get<std::string>());
        if (!fits)
            return at + ": is no " + type.dump();
    }
    if (schema.contains("enum") && std::ranges::find(schema["enum"], value) == schema["enum"].end())
        return at + ": is none of " + schema["enum"].dump().substr(0, 200);
    if (schema.contains("const") && value != schema["const"])
        return at + ": is not " + schema["const"].dump();
    if (schema.contains("allOf"))
        for (const auto& part : schema["allOf"])
            if (auto wrong = problem(value, part, at); !wrong.empty())
                return wrong;
    for (const auto* group : {"oneOf", "anyOf"}) {
        if (!schema.contains(group))
            continue;
        std::string all;
        bool fits = false;
        for (const auto& part : schema[group]) {
            const auto wrong = problem(value, part, at);
            fits = fits || wrong.empty();
            all += (all.empty() ? "" : " | ") + wrong;
        }
        if (!fits)
            return at + ": fits no form (" + all.substr(0, 600) + ')';
    }
    if (value.is_number()) {
        if (schema.contains("minimum") && value.get<double>() < schema["minimum"].get<double>())
            return at + ": is below " + schema["minimum"].dump();
        if (schema.contains("maximum") && value.get<double>() > schema["maximum"].get<double>())
            return at + ": is above " + schema["maximum"].dump();
    }
    if (value.is_string()) {
        const auto length = codePointCount(value.get<std::string>());
        if (length < schema.value("minLength", std::size_t(0))
            || length > schema.value("maxLength", std::size_t(-1) / 2))
            return at + ": has a wrong length";
        if (schema.contains("pattern")
            && !std::regex_search(value.get<std::string>(), std::regex(schema["pattern"].get<std::string>())))
            return at + ": does not match " + schema["pattern"].get<std::string>();
    }
    if (value.is_array()) {
        if (value.size() < schema.value("minItems", std::size_t(0))
            || value.size() > schema.value("maxItems", std::size_t(1) << 30))
            return at + ": has a wrong number of items";
        if (schema.contains("items"))
            for (std::size_t i = 0; i < value.size(); ++i)
                if (auto wrong = problem(value[i], schema["items"], at + '[' + std::to_string(i) + ']'); !wrong.empty())
                    return wrong;
    }
    if (value.is_object()) {
        if (schema.contains("required"))
            for (const auto& name : schema["required"])
                if (!value.contains(name.get<std::string>()))
                    return at + ": lacks " + name.get<std::string>();
        const Json none = Json::object();
        const auto& properties = schema.contains("properties") ? schema["properties"] : none;
        for (const auto& [name, inner] : value.items()) {
            if (properties.contains(name)) {
                if (auto wrong = problem(inner, properties[name], at + '.' + name); !wrong.empty())
                    return wrong;
            } else if (schema.contains("additionalProperties")) {
                const auto& more = schema["additionalProperties"];
                if (more == false)
                    return at + ": knows no " + name;
                if (more.is_object())
                    if (auto wrong = problem(inner, more, at + '.' + name); !wrong.empty())
                        return wrong;
            }
        }
    }
    return {};
}

std::string OpenApi::requestProblem(const std::string& path, const Json& body) const
{
    const auto& operation = m_document.at("paths").at(path).at("post");
    const auto& schema = operation.at("requestBody").at("content").at("application/json").at("schema");
    for (const auto& [name, value] : body.items())
        if (!declares(schema, name))
            return "body: the contract knows no " + name;
    return problem(body, schema, "body");
}

std::string OpenApi::responseProblem(const std::string& path, int status, const Json& body) const
{
    const auto& responses = m_document.at("paths").at(path).at("post").at("responses");
    const auto key = std::to_string(status);
    if (!responses.contains(key))
        return {};
    const auto& response = resolved(responses.at(key));
    if (!response.contains("content") || !response["content"].contains("application/json"))
        return {};
    return problem(body, response["content"]["application/json"]["schema"], "answer");
}
}
