// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"

#include <functional>

namespace agentarmy::catalogue {

/// Gets params that fit the rule's schema and returns the rule's result. A refusal that the schema knows as
/// `{"error": {"code"}}` is a normal result.
using RuleHandler = std::function<Result<Json>(const Json& params)>;

/// What `rules list` shows of a rule.
struct RuleInfo {
    std::string name; ///< "deals.marks"
    std::string spec; ///< where its text stands
    std::string summary;
    Json params; ///< JSON Schema
    Json result; ///< JSON Schema
    Json example; ///< {params, result}
};

/// The rules that can be called by name. Immutable once built, then thread safe.
class Registry {
public:
    /// Takes descriptions, as the files of resources/rules hold them: a list of entries. `validation_failed` names what
    /// is wrong.
    [[nodiscard]] Result<int> describe(std::string_view json);
    /// A rule that has no description is not callable.
    void add(std::string name, RuleHandler handler);
    [[nodiscard]] std::vector<const RuleInfo*> list() const; ///< callable ones, by name
    [[nodiscard]] const RuleInfo* find(std::string_view name) const;
    /// Checks params by the schema (`validation_failed`, unknown parameters too), then runs the rule. `unknown_rule`;
    /// never throws.
    [[nodiscard]] Result<Json> run(std::string_view name, const Json& params) const;

private:
    struct Entry {
        RuleInfo info;
        RuleHandler handler;
    };
    std::map<std::string, Entry, std::less<>> m_entries;
};

/// All rules that are built. Made at the first call, then shared.
[[nodiscard]] const Registry& catalogue();

/// One function an area, in <area>_handlers.cpp.
void registerSales(Registry& registry);
void registerQbs(Registry& registry);
void registerDeals(Registry& registry);
void registerPlatform(Registry& registry);
void registerRealtime(Registry& registry);
void registerIntelligence(Registry& registry);

/// A result as the command line prints it: `{"error": {"code", "message", "details"}}` for an error.
[[nodiscard]] Json outcome(const Result<Json>& result);
}
