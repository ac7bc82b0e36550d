// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/catalogue/registry.hpp"

#include "core/base/json_schema.hpp"
#include "core/rules/catalogue/descriptions.hpp"

namespace agentarmy::catalogue {

Result<int> Registry::describe(std::string_view json)
{
    const auto parsed = parseJson(json);
    if (!parsed)
        return fail(parsed.error());
    if (!parsed->is_array())
        return fail(invalidField("rules", "must be a list"));
    int count = 0;
    for (const auto& entry : *parsed) {
        const auto path = "rules[" + std::to_string(count) + ']';
        for (const auto* key : {"rule", "spec", "summary"})
            if (!entry.is_object() || !entry.contains(key) || !entry[key].is_string())
                return fail(invalidField(path + '.' + key, "must be a text"));
        for (const auto* key : {"params", "result", "example"})
            if (!entry.contains(key) || !entry[key].is_object())
                return fail(invalidField(path + '.' + key, "must be an object"));
        auto& info = m_entries[entry["rule"].get<std::string>()].info;
        info = {entry["rule"], entry["spec"], entry["summary"], entry["params"], entry["result"], entry["example"]};
        ++count;
    }
    return count;
}

void Registry::add(std::string name, RuleHandler handler) { m_entries[std::move(name)].handler = std::move(handler); }

std::vector<const RuleInfo*> Registry::list() const
{
    std::vector<const RuleInfo*> out;
    for (const auto& [name, entry] : m_entries)
        if (entry.handler && !entry.info.name.empty())
            out.push_back(&entry.info);
    return out;
}

const RuleInfo* Registry::find(std::string_view name) const
{
    const auto found = m_entries.find(name);
    return found != m_entries.end() && found->second.handler && !found->second.info.name.empty() ? &found->second.info
                                                                                                 : nullptr;
}

Result<Json> Registry::run(std::string_view name, const Json& params) const
{
    const auto* info = find(name);
    if (!info)
        return fail(
            {ErrorKind::notFound, "unknown_rule", "There is no rule " + std::string(name.substr(0, 100)) + ".", {}});
    if (auto problem = validateJson(params, info->params))
        return fail(std::move(*problem));
    try {
        return m_entries.find(name)->second.handler(params);
    } catch (const std::exception& problem) {
        return fail(
            {ErrorKind::internal, "rule_failed", std::string("The rule could not be run: ") + problem.what(), {}});
    }
}

const Registry& catalogue()
{
    static const Registry all = [] {
        Registry registry;
        for (const auto json : shippedDescriptions())
            if (const auto described = registry.describe(json); !described)
                std::terminate(); // only our own files can break this
        registerSales(registry);
        registerQbs(registry);
        registerDeals(registry);
        registerPlatform(registry);
        registerRealtime(registry);
        registerIntelligence(registry);
        return registry;
    }();
    return all;
}

Json outcome(const Result<Json>& result) { return result ? *result : Json {{"error", toJson(result.error())}}; }
}
