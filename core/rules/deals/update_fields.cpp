// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/update_fields.hpp"

namespace agentarmy::deals {
namespace {
/// Puts the agent's value where it belongs; a value that the person has already is no suggestion.
template <class T>
void place(const std::optional<T>& signal, const std::optional<T>& current, bool person, std::optional<T>& write,
    std::optional<T>& suggestion)
{
    if (!signal)
        return;
    if (!person)
        write = signal;
    else if (signal != current)
        suggestion = signal;
}

Json fields(const std::optional<std::string>& productLine, const std::optional<Money>& value)
{
    Json out = Json::object();
    if (productLine)
        out["productLine"] = *productLine;
    if (value)
        out["estimatedValue"] = Json {{"amountMinor", value->amountMinor}, {"currency", value->currency}};
    return out;
}
}

Json FieldUpdate::writes() const
{
    auto out = fields(productLine, estimatedValue);
    out["detectionConfidence"] = detectionConfidence;
    return out;
}

Json FieldUpdate::suggestions() const { return fields(suggestedProductLine, suggestedValue); }

FieldUpdate updateFields(const OpportunitySignals& signals, const std::optional<std::string>& currentProductLine,
    const std::optional<Money>& currentValue, PersonWrote person)
{
    FieldUpdate update;
    update.detectionConfidence = signals.dealPotentialConfidence;
    place(signals.productLine, currentProductLine, person.productLine, update.productLine, update.suggestedProductLine);
    place(signals.estimatedValue, currentValue, person.estimatedValue, update.estimatedValue, update.suggestedValue);
    return update;
}
}
