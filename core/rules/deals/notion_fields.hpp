// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"

namespace agentarmy::deals {

/// Notion properties of our fields: field name -> value, `estimatedValue` as money. Unknown fields, nulls and values of
/// the wrong kind are left out; `clear` names fields to empty explicitly.
[[nodiscard]] Json toNotion(const Json& fields, const std::vector<std::string>& clear = {});
/// Our fields of Notion properties; empty and unknown ones are absent. `currency` is the tenant's.
[[nodiscard]] Json fromNotion(const Json& properties, const std::string& currency);
}
