// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/catalogue/params.hpp"

#include <algorithm>
#include <limits>

namespace agentarmy::catalogue {

const Json* given(const Json& params, const char* key)
{
    if (!params.is_object())
        return nullptr;
    const auto found = params.find(key);
    return found == params.end() || found->is_null() ? nullptr : &*found;
}

std::optional<std::string> optionalText(const Json& params, const char* key)
{
    const auto* found = given(params, key);
    return found && found->is_string() ? std::optional(found->get<std::string>()) : std::nullopt;
}

std::string textOf(const Json& params, const char* key) { return optionalText(params, key).value_or(""); }

std::vector<std::string> textsOf(const Json& params, const char* key)
{
    std::vector<std::string> out;
    if (const auto* list = given(params, key); list && list->is_array())
        for (const auto& item : *list)
            if (item.is_string())
                out.push_back(item.get<std::string>());
    return out;
}

bool flagOf(const Json& params, const char* key, bool otherwise)
{
    const auto* found = given(params, key);
    return found && found->is_boolean() ? found->get<bool>() : otherwise;
}

double numberOf(const Json& params, const char* key, double otherwise)
{
    const auto* found = given(params, key);
    return found && found->is_number() ? found->get<double>() : otherwise;
}

std::int64_t integerOf(const Json& params, const char* key, std::int64_t otherwise)
{
    constexpr double bound = 9007199254740992.0; // 2^53
    const auto* found = given(params, key);
    if (!found || !found->is_number())
        return otherwise;
    return static_cast<std::int64_t>(std::clamp(found->get<double>(), -bound, bound));
}

int intOf(const Json& params, const char* key, int otherwise)
{
    const auto value = integerOf(params, key, otherwise);
    return int(std::clamp<std::int64_t>(value, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

std::optional<Date> dateOf(const Json& params, const char* key)
{
    const auto text = optionalText(params, key);
    const auto date = text ? parseDate(*text) : parseDate("");
    return date ? std::optional(*date) : std::nullopt;
}

std::optional<Timestamp> timeOf(const Json& params, const char* key)
{
    const auto text = optionalText(params, key);
    const auto time = text ? parseTimestamp(*text) : parseTimestamp("");
    return time ? std::optional(*time) : std::nullopt;
}

std::optional<Money> moneyOf(const Json& params, const char* key)
{
    const auto* found = given(params, key);
    if (!found || !found->is_object())
        return std::nullopt;
    return Money {integerOf(*found, "amountMinor"), textOf(*found, "currency")};
}

Json moneyJson(const Money& money) { return {{"amountMinor", money.amountMinor}, {"currency", money.currency}}; }

Json moneyJson(const std::vector<Money>& list)
{
    Json out = Json::array();
    for (const auto& money : list)
        out.push_back(moneyJson(money));
    return out;
}

Json refusal(std::string_view code) { return {{"error", {{"code", std::string(code)}}}}; }
Json refusal(const Error& error) { return {{"error", toJson(error)}}; }
}
