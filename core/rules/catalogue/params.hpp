// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"

namespace agentarmy::catalogue {

/// Readers of parameters that have passed their schema: a value of the wrong kind cannot come, an absent one gives the
/// default.
[[nodiscard]] const Json* given(const Json& params, const char* key); ///< null: absent or null
[[nodiscard]] std::string textOf(const Json& params, const char* key);
[[nodiscard]] std::optional<std::string> optionalText(const Json& params, const char* key);
[[nodiscard]] std::vector<std::string> textsOf(const Json& params, const char* key);
[[nodiscard]] bool flagOf(const Json& params, const char* key, bool otherwise = false);
[[nodiscard]] double numberOf(const Json& params, const char* key, double otherwise = 0);
[[nodiscard]] std::int64_t integerOf(const Json& params, const char* key, std::int64_t otherwise = 0);
/// Clamped to the range of int.
[[nodiscard]] int intOf(const Json& params, const char* key, int otherwise = 0);
[[nodiscard]] std::optional<Date> dateOf(const Json& params, const char* key);
[[nodiscard]] std::optional<Timestamp> timeOf(const Json& params, const char* key);
[[nodiscard]] std::optional<Money> moneyOf(
    const Json& params, const char* key); ///< any three capital letters are a currency
[[nodiscard]] Json moneyJson(const Money& money);
[[nodiscard]] Json moneyJson(const std::vector<Money>& list);

template <TextEnum E> [[nodiscard]] std::optional<E> enumOf(const Json& params, const char* key)
{
    const auto* found = given(params, key);
    return found && found->is_string() ? parseEnum<E>(found->get_ref<const std::string&>()) : std::nullopt;
}
template <TextEnum E> [[nodiscard]] E enumOf(const Json& params, const char* key, E otherwise)
{
    return enumOf<E>(params, key).value_or(otherwise);
}

/// `{"error": {"code": ...}}`, a refusal that a schema knows as a result.
[[nodiscard]] Json refusal(std::string_view code);
[[nodiscard]] Json refusal(const Error& error); ///< code, message and details
}
