// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/completeness.hpp"

#include "core/base/text.hpp"

#include <cmath>

namespace agentarmy::sales {

Completion completeness(const std::set<Dimension>& identified)
{
    int bant = 0;
    int meddic = 0;
    for (const auto dimension : identified)
        (isBant(dimension) ? bant : meddic) += 1;
    return {bant / 4.0, meddic / 6.0};
}

std::set<Dimension> identifiedDimensions(const QualificationState& state)
{
    std::set<Dimension> identified;
    for (const auto& [dimension, key] : EnumTexts<Dimension>::values)
        if (state[dimension].identified)
            identified.insert(dimension);
    return identified;
}

int wholePercent(double share) { return int(std::floor(share * 100 + 0.5 + 1e-9)); }

std::string_view plainName(Dimension dimension)
{
    switch (dimension) {
    case Dimension::budget:
        return "budget";
    case Dimension::authority:
        return "authority";
    case Dimension::need:
        return "need";
    case Dimension::timeline:
        return "timeline";
    case Dimension::metrics:
        return "success metrics";
    case Dimension::economicBuyer:
        return "economic buyer";
    case Dimension::decisionCriteria:
        return "decision criteria";
    case Dimension::decisionProcess:
        return "decision process";
    case Dimension::pain:
        return "pain points";
    case Dimension::champion:
        return "champion";
    }
    return "";
}

std::string valueText(Dimension dimension, const Signal& signal)
{
    switch (dimension) {
    case Dimension::budget:
        return signal.range.value_or("");
    case Dimension::authority:
        if (signal.contact && signal.role && !signal.role->empty() && *signal.role != *signal.contact)
            return *signal.contact + " (" + *signal.role + ")";
        return signal.contact ? *signal.contact : signal.role.value_or("");
    case Dimension::economicBuyer:
    case Dimension::champion:
        return signal.contact.value_or("");
    case Dimension::decisionCriteria:
        return join(signal.items, ", ");
    case Dimension::need:
    case Dimension::timeline:
    case Dimension::metrics:
    case Dimension::decisionProcess:
    case Dimension::pain:
        return signal.description.value_or("");
    }
    return "";
}
}
