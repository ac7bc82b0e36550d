// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/arguments.hpp"

#include "core/base/text.hpp"
#include "core/engine/import/readers/amount.hpp"
#include "core/engine/import/readers/date_column.hpp"
#include "core/engine/import/readers/stage_names.hpp"

namespace agentarmy::cli {

Result<Money> moneyArgument(const std::string& option, const std::string& text, const std::string& defaultCurrency)
{
    const std::string_view value(text);
    const auto read = readers::AmountColumn::decide({&value, 1}, defaultCurrency).read(value);
    if (!read || read->money.amountMinor < 0 || !isCurrencyCode(read->money.currency))
        return fail(invalidField(option, "an amount such as \"184000\", \"EUR 184,000\" or \"184k\""));
    return read->money;
}

Result<Date> dateArgument(const std::string& option, const std::string& text)
{
    if (auto date = parseDate(trimView(text)))
        return *date;
    const std::string_view value(text);
    const auto column = readers::DateColumn::decide({&value, 1}, option);
    if (!column)
        return fail(invalidField(option, "a date that can only be read one way, best YYYY-MM-DD"));
    const auto date = column->read(value);
    if (!date)
        return fail(invalidField(option, "a date, YYYY-MM-DD"));
    return date->date;
}

Result<DealStage> stageArgument(const std::string& option, const std::string& text)
{
    if (const auto stage = enumArgument<DealStage>(option, text))
        return *stage;
    if (const auto stage = readers::stageFromName(text))
        return *stage;
    return enumArgument<DealStage>(option, text);
}

Result<Timestamp> momentArgument(const std::string& option, const std::string& text, const Zone& zone, Timestamp now)
{
    using namespace std::chrono;
    constexpr hours morning {8};
    constexpr std::size_t mostDigits = 4, dateSize = 10, clockSize = 5;
    const auto value = trim(text);
    const auto refused = [&] {
        return fail(invalidField(option, "a moment to come: 4h, 3d, 2w, 2026-10-05 or \"2026-10-05 14:00\""));
    };
    const auto number = [&](std::size_t from, std::size_t count) -> std::optional<int> {
        int sum = 0;
        for (std::size_t i = from; i < from + count; ++i) {
            if (i >= value.size() || value[i] < '0' || value[i] > '9')
                return std::nullopt;
            sum = sum * 10 + (value[i] - '0');
        }
        return count == 0 ? std::nullopt : std::optional(sum);
    };
    std::optional<Timestamp> moment;
    if (value.size() >= 2 && value.size() <= mostDigits + 1) {
        const auto count = number(0, value.size() - 1);
        const char unit = value.back();
        if (count && unit == 'h')
            moment = now + hours(*count);
        else if (count && (unit == 'd' || unit == 'w')) // the same time of day, whatever summer time does
            moment = zone.toUtc(
                addDays(zone.localDate(now), unit == 'd' ? *count : *count * 7), zone.localMinuteOfDay(now));
    } else if (const auto day
        = value.size() >= dateSize ? parseDate(value.substr(0, dateSize)) : Result<Date>(refused())) {
        if (value.size() == dateSize)
            moment = zone.toUtc(*day, morning);
        else if (const auto hour = number(dateSize + 1, 2), minute = number(dateSize + 4, 2); hour && minute
                 && value.size() == dateSize + 1 + clockSize && value[dateSize + 3] == ':' && *hour < 24 && *minute < 60
                 && (value[dateSize] == ' ' || value[dateSize] == 'T'))
            moment = zone.toUtc(*day, hours(*hour) + minutes(*minute));
        else if (const auto exact = parseTimestamp(value))
            moment = *exact;
    }
    if (!moment || *moment <= now)
        return refused();
    return *moment;
}

Result<double> shareArgument(const std::string& option, const std::string& text)
{
    const auto share = readers::readShare(text);
    if (!share)
        return fail(invalidField(option, "a share such as 0.4 or 40%"));
    return *share;
}

bool meansNothing(const std::string& text)
{
    const auto folded = asciiLower(trimView(text));
    return folded.empty() || folded == "none" || folded == "-";
}

std::vector<std::string> listArgument(const std::vector<std::string>& values)
{
    std::vector<std::string> out;
    for (const auto& value : values)
        for (const auto part : splitView(value, ','))
            if (auto text = trim(part); !text.empty())
                out.push_back(std::move(text));
    return out;
}

Result<std::pair<std::string, std::string>> pairArgument(const std::string& option, const std::string& text)
{
    const auto at = text.find('=');
    if (at == std::string::npos || trimView(std::string_view(text).substr(0, at)).empty())
        return fail(invalidField(option, "NAME=VALUE"));
    return std::pair(trim(std::string_view(text).substr(0, at)), trim(std::string_view(text).substr(at + 1)));
}
}
