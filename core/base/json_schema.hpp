// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"

namespace agentarmy {

/// Checks a value by a JSON Schema of the subset that we use: type (also a list), properties, required,
/// additionalProperties (true, false or a schema), propertyNames, items, enum, const, anyOf, minimum, maximum,
/// exclusiveMinimum, exclusiveMaximum, minLength, maxLength (code points), pattern, minItems, maxItems, uniqueItems,
/// format date and date-time (bound texts only; null passes). Other keywords are ignored. Nothing: it fits; else
/// `validation_failed` names the first bad path. Never throws.
[[nodiscard]] std::optional<Error> validateJson(const Json& value, const Json& schema);
}
