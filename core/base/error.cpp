// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/error.hpp"

#include <nlohmann/json.hpp>

namespace agentarmy {

Error invalidField(std::string field, std::string rule)
{
    std::string message = field + ": " + rule;
    return {ErrorKind::invalid, "validation_failed", std::move(message),
        {{"field", std::move(field)}, {"rule", std::move(rule)}}};
}

Error notFound(std::string type, std::string id)
{
    return {ErrorKind::notFound, "not_found", "There is no " + type + " " + id + ".",
        {{"type", std::move(type)}, {"id", std::move(id)}}};
}

nlohmann::json toJson(const Error& error)
{
    nlohmann::json details = nlohmann::json::object();
    for (const auto& [key, value] : error.details)
        std::visit([&, name = key](const auto& held) { details[name] = held; }, value);
    return {{"code", error.code}, {"message", error.message}, {"details", std::move(details)}};
}
}
