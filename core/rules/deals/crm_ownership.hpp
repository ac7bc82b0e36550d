// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"
#include "core/domain/enums.hpp"

namespace agentarmy::deals {

/// Who has the last word about a field shared with an outside CRM (R14).
enum class FieldOwnership { agentOwned, humanOwned, shared, unknown };
[[nodiscard]] FieldOwnership ownershipOf(std::string_view field);

/// Fields that may go out: all but human-owned ones. An empty object: nothing is sent.
[[nodiscard]] Json filterOutbound(const Json& changedFields);

/// A local edit since the last agreement.
struct LocalEdit {
    Json value;
    Timestamp at {};
    bool byPerson = true;
};

/// Sides of a shared field. No `base`: never agreed before. No `ours`: not edited here since.
struct ThreeWayInput {
    std::optional<Json> base;
    std::optional<LocalEdit> ours;
    Json theirs;
    Timestamp theirsAt {};
    bool theirsByPerson = true;
};
/// `conflict`: a value was lost, `lost` holds it. `changed`: theirs is to be written here. `rule` says why, for the
/// conflict's record.
struct ThreeWayResult {
    Json value;
    bool conflict = false;
    bool changed = false;
    Json lost;
    std::string rule;
};
[[nodiscard]] ThreeWayResult threeWay(const ThreeWayInput& input);

struct InboundChange {
    Json changedFields = Json::object();
    std::string source; ///< "notion", "human_override", ...
    Timestamp theirsAt {};
    std::optional<Json> base; ///< CrmShadow: field -> value at the last agreement; null: never agreed
    std::map<std::string, LocalEdit> ours; ///< field -> local edit since
};
struct LostValue {
    std::string field;
    Json value; ///< the one that lost
    Json winner;
    std::string rule;
};
struct InboundResult {
    Json applied = Json::object(); ///< field -> value to write
    int pulled = 0; ///< 1 if anything is applied
    int conflicts = 0; ///< 1 if a field was dropped or a value lost, and something is applied
    std::vector<LostValue> lost;
};
[[nodiscard]] InboundResult resolveInbound(const InboundChange& change);
}

namespace agentarmy {
AGENTARMY_ENUM_TEXTS(deals::FieldOwnership, {deals::FieldOwnership::agentOwned, "agent_owned"sv},
    {deals::FieldOwnership::humanOwned, "human_owned"sv}, {deals::FieldOwnership::shared, "shared"sv},
    {deals::FieldOwnership::unknown, "unknown"sv});
}
