// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"
#include "core/ports/http_client.hpp"
#include "core/ports/model_provider.hpp"

#include <charconv>

/// What adapters of model services share: how failures of HTTP become failures of a model.
namespace agentarmy::modelwire {

inline ModelFailure failureOf(const Error& error, std::string received = {})
{
    ModelFailure failure;
    failure.code = error.code;
    failure.message = error.message;
    failure.received = std::move(received);
    return failure;
}

inline ModelFailure malformed(std::string received = {})
{
    ModelFailure failure;
    failure.code = "llm_malformed_answer";
    failure.message = "The service's answer makes no sense.";
    failure.received = std::move(received);
    return failure;
}

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7; the forms before it are not sent any more).
inline std::optional<Timestamp> parseHttpDate(std::string_view text)
{
    static constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (text.size() != 29 || text.substr(3, 2) != ", " || text.substr(25) != " GMT")
        return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = -1;
        const auto read = std::from_chars(text.data() + at, text.data() + at + size, value);
        return read.ec == std::errc() && read.ptr == text.data() + at + size ? value : -1;
    };
    const auto month = months.find(text.substr(8, 3));
    const int day = number(5, 2);
    const int year = number(12, 4);
    const int hour = number(17, 2);
    const int minute = number(20, 2);
    const int second = number(23, 2);
    if (month == std::string_view::npos || month % 3 != 0 || day < 1 || year < 1970 || hour < 0 || hour > 23
        || minute < 0 || minute > 59 || second < 0 || second > 60)
        return std::nullopt;
    const std::chrono::year_month_day date {
        std::chrono::year(year), std::chrono::month(unsigned(month / 3 + 1)), std::chrono::day(unsigned(day))};
    if (!date.ok())
        return std::nullopt;
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::sys_days(date))
        + std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second);
}

/// Seconds of a Retry-After header, which holds seconds or a date; nothing: neither.
inline std::optional<double> retryAfter(std::string_view header, Timestamp now)
{
    if (header.empty())
        return std::nullopt;
    double seconds = 0;
    const auto number = std::from_chars(header.data(), header.data() + header.size(), seconds);
    if (number.ec == std::errc() && number.ptr == header.data() + header.size())
        return seconds >= 0 ? std::optional(seconds) : std::nullopt;
    if (const auto date = parseHttpDate(header))
        return std::max(0.0, double(toMillis(*date) - toMillis(now)) / 1000);
    return std::nullopt;
}

/// A field of an object, or null where there is none or it is no object.
inline const Json& at(const Json& object, const char* key)
{
    static const Json none;
    if (!object.is_object())
        return none;
    const auto found = object.find(key);
    return found == object.end() ? none : *found;
}
inline std::string textAt(const Json& object, const char* key)
{
    const auto& value = at(object, key);
    return value.is_string() ? value.get<std::string>() : std::string();
}
inline std::int64_t countAt(const Json& object, const char* key)
{
    const auto& value = at(object, key);
    return value.is_number_integer() ? std::max<std::int64_t>(0, value.get<std::int64_t>()) : 0;
}
}
