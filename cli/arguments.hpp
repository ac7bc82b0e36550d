// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/money.hpp"
#include "core/base/time.hpp"
#include "core/base/zone.hpp"
#include "core/domain/enums.hpp"

namespace agentarmy::cli {

/// "184000", "EUR 184,000", "184k"; without a currency `defaultCurrency`. `validation_failed` with the option's name.
[[nodiscard]] Result<Money> moneyArgument(
    const std::string& option, const std::string& text, const std::string& defaultCurrency);
/// "2026-09-30" or another usual form that can only be read one way.
[[nodiscard]] Result<Date> dateArgument(const std::string& option, const std::string& text);
/// "closed_won", "closed-won", "won", and the names that other systems use.
[[nodiscard]] Result<DealStage> stageArgument(const std::string& option, const std::string& text);
/// When, after `now`: "4h", "3d", "2w", "2026-10-05" (8 in the morning there), "2026-10-05 14:00", or ISO 8601 with its
/// zone.
[[nodiscard]] Result<Timestamp> momentArgument(
    const std::string& option, const std::string& text, const Zone& zone, Timestamp now);
/// "0.4" or "40%".
[[nodiscard]] Result<double> shareArgument(const std::string& option, const std::string& text);
/// "none", "-" or nothing: a field is to be cleared.
[[nodiscard]] bool meansNothing(const std::string& text);
/// Parts between commas, trimmed, blank ones left out.
[[nodiscard]] std::vector<std::string> listArgument(const std::vector<std::string>& values);
/// "X=discovery": what stands before and after the first "=".
[[nodiscard]] Result<std::pair<std::string, std::string>> pairArgument(
    const std::string& option, const std::string& text);

template <TextEnum E> [[nodiscard]] Result<E> enumArgument(const std::string& option, std::string text)
{
    for (auto& c : text)
        c = c == '-' || c == ' ' ? '_' : c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    if (const auto value = parseEnum<E>(text))
        return *value;
    std::string all;
    for (const auto& [value, name] : EnumTexts<E>::values)
        all += (all.empty() ? "" : ", ") + std::string(name);
    return fail(invalidField(option, "one of " + all));
}
}
