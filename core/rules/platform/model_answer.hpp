// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"

/// Reading of what a model wrote as JSON.
namespace agentarmy::platform {

/// The whole text, else what stands between the first `{` and the last `}`, else between the first `[` and the last
/// `]`: the first of them that is JSON and fits the schema. Fields that the schema does not know are dropped. A bare
/// list is taken for the one required list of an object. `llm_invalid_answer`: the message says what is wrong and
/// where, for the model to read; it never quotes the answer.
[[nodiscard]] Result<Json> readModelAnswer(std::string_view text, const Json& schema);
/// The value without the fields that `additionalProperties: false` excludes, at any depth.
[[nodiscard]] Json withoutUnknownFields(Json value, const Json& schema);
}
