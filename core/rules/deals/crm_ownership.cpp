// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/crm_ownership.hpp"

namespace agentarmy::deals {
namespace {
using namespace std::chrono_literals;
constexpr auto outsidePrecision = 60s; ///< the outside clock shows minutes

constexpr std::array<std::pair<std::string_view, FieldOwnership>, 13> owners {{
    {"qualificationSnapshot", FieldOwnership::agentOwned},
    {"detectionConfidence", FieldOwnership::agentOwned},
    {"probability", FieldOwnership::agentOwned},
    {"qualificationTracking", FieldOwnership::agentOwned},
    {"stakeholderMap", FieldOwnership::agentOwned},
    {"scoreEvidence", FieldOwnership::agentOwned},
    {"customNotes", FieldOwnership::humanOwned},
    {"manualTags", FieldOwnership::humanOwned},
    {"overrideStage", FieldOwnership::humanOwned},
    {"dealStage", FieldOwnership::shared},
    {"estimatedValue", FieldOwnership::shared},
    {"closeDate", FieldOwnership::shared},
    {"name", FieldOwnership::shared},
}};

ThreeWayResult keepOurs(const ThreeWayInput& input, const char* rule)
{
    return {.value = input.ours->value, .conflict = true, .changed = false, .lost = input.theirs, .rule = rule};
}

ThreeWayResult takeTheirs(const ThreeWayInput& input, const char* rule)
{
    return {.value = input.theirs, .conflict = true, .changed = true, .lost = input.ours->value, .rule = rule};
}
}

FieldOwnership ownershipOf(std::string_view field)
{
    for (const auto& [name, owner] : owners)
        if (name == field)
            return owner;
    return FieldOwnership::unknown;
}

Json filterOutbound(const Json& changedFields)
{
    Json out = Json::object();
    for (const auto& [field, value] : changedFields.items())
        if (ownershipOf(field) != FieldOwnership::humanOwned)
            out[field] = value;
    return out;
}

ThreeWayResult threeWay(const ThreeWayInput& input)
{
    const auto kept = [&] {
        return ThreeWayResult {.value = input.ours ? input.ours->value : input.theirs,
            .conflict = false,
            .changed = false,
            .lost = {},
            .rule = {}};
    };
    const auto taken = [&](const char* rule) {
        return ThreeWayResult {.value = input.theirs, .conflict = false, .changed = true, .lost = {}, .rule = rule};
    };
    if (!input.ours)
        return input.base == input.theirs ? kept() : taken("only_theirs_changed");
    if (input.ours->value == input.theirs)
        return kept(); // both came to the same value
    if (!input.base)
        return takeTheirs(input, "never_agreed");
    if (input.theirs == *input.base)
        return kept();
    if (input.ours->value == *input.base)
        return taken("only_theirs_changed");
    const auto apart = input.theirsAt - input.ours->at;
    if (apart > outsidePrecision)
        return takeTheirs(input, "later_wins");
    if (apart < -outsidePrecision)
        return keepOurs(input, "later_wins");
    if (input.ours->byPerson != input.theirsByPerson)
        return input.ours->byPerson ? keepOurs(input, "person_over_agent") : takeTheirs(input, "person_over_agent");
    return takeTheirs(input, "same_time_outside_wins");
}

InboundResult resolveInbound(const InboundChange& change)
{
    InboundResult result;
    bool dropped = false;
    for (const auto& [field, value] : change.changedFields.items()) {
        const auto owner = ownershipOf(field);
        if (owner == FieldOwnership::agentOwned && change.source != "human_override") {
            dropped = true;
            result.lost.push_back({field, value, Json(), "agent_owned"});
            continue;
        }
        if (owner == FieldOwnership::agentOwned || owner == FieldOwnership::humanOwned) {
            result.applied[field] = value;
            continue;
        }
        ThreeWayInput sides {.base = std::nullopt, .ours = std::nullopt, .theirs = value, .theirsAt = change.theirsAt};
        if (change.base)
            if (const auto agreed = change.base->find(field); agreed != change.base->end())
                sides.base = *agreed;
        if (const auto ours = change.ours.find(field); ours != change.ours.end())
            sides.ours = ours->second;
        const auto merged = threeWay(sides);
        if (merged.changed)
            result.applied[field] = merged.value;
        if (merged.conflict) {
            dropped = true;
            result.lost.push_back({field, merged.lost, merged.value, merged.rule});
        }
    }
    result.pulled = result.applied.empty() ? 0 : 1;
    result.conflicts = result.pulled == 1 && dropped ? 1 : 0;
    return result;
}
}
