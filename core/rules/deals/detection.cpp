// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/detection.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <cmath>

namespace agentarmy::deals {
namespace {
std::string hundredths(double confidence)
{
    const int value = int(std::floor(confidence * 100 + 1e-9)); // cut, so that 0.799 is not shown as reaching 0.80
    return std::to_string(value / 100) + '.' + std::to_string(value / 10 % 10) + std::to_string(value % 10);
}

bool isAmong(std::span<const OpenOpportunity> open, const Id<Opportunity>& id)
{
    return std::ranges::any_of(open, [&](const auto& deal) { return deal.id == id; });
}

DetectionDecision updateOrNothing(double confidence, const Id<Opportunity>& id, const std::string& why)
{
    if (shouldUpdate(confidence, false, true))
        return {DetectionAction::update, id, why + "; confidence " + hundredths(confidence) + " reaches 0.70"};
    return {DetectionAction::nothing, id, why + ", but confidence " + hundredths(confidence) + " is below 0.70"};
}

DetectionDecision createOrNothing(double confidence, const std::string& why)
{
    if (shouldCreate(confidence, true))
        return {
            DetectionAction::create, std::nullopt, why + "; confidence " + hundredths(confidence) + " reaches 0.80"};
    return {
        DetectionAction::nothing, std::nullopt, why + ", and confidence " + hundredths(confidence) + " is below 0.80"};
}
}

bool shouldCreate(double confidence, bool isNew) { return isNew && confidence >= createThreshold; }
bool shouldUpdate(double confidence, bool isNew, bool hasMatch)
{
    return !isNew && hasMatch && confidence >= updateThreshold;
}

bool sameProductLine(const std::optional<std::string>& a, const std::optional<std::string>& b)
{
    return !a || !b || nameKey(*a) == nameKey(*b);
}

bool closeDatesMeet(const std::optional<Date>& a, const std::optional<Date>& b)
{
    return !a || !b || addMonths(std::min(*a, *b), sameDealMonths) >= std::max(*a, *b);
}

DetectionDecision judgeDetection(const OpportunitySignals& signals, std::span<const OpenOpportunity> openOpportunities)
{
    const double confidence = signals.dealPotentialConfidence;
    const auto& named = signals.matchingOpportunityId;
    if (!signals.isNewOpportunity && named && isAmong(openOpportunities, *named))
        return updateOrNothing(confidence, *named, "an open opportunity is named");
    if (const auto match = matchOpportunity(openOpportunities, signals.productLine, signals.closeDate))
        return updateOrNothing(confidence, *match, "same product line and close date as an open opportunity");
    if (!signals.isNewOpportunity && !named)
        return {DetectionAction::nothing, std::nullopt, "not new, and no open opportunity is meant"};
    return createOrNothing(confidence,
        signals.isNewOpportunity ? "no open opportunity matches"
                                 : "the named opportunity is not an open one of this account");
}

std::string detectedDealName(const std::optional<std::string>& productLine, std::string_view contactName)
{
    const auto product = trimView(productLine ? std::string_view(*productLine) : std::string_view());
    const auto name = std::string(product.empty() ? "Opportunity" : product) + " - " + trim(contactName);
    return std::string(cutAtCodePoint(name, 300));
}
}
