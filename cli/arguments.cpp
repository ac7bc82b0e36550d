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
