// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/intelligence/attention.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::intelligence {
namespace {
constexpr double unknownValue = 1000, furtherReason = 0.2;

double weight(DealMark mark)
{
    switch (mark) {
    case DealMark::atRisk:
        return 3;
    case DealMark::overdue:
        return 2.5;
    case DealMark::stale:
    case DealMark::stuck:
        return 2;
    case DealMark::needsReview:
        return 1.5;
    }
    return 1;
}
}

double attentionScore(const std::vector<DealMark>& marks, const std::vector<RiskReason>& reasons, double expectedValue)
{
    if (marks.empty())
        return 0;
    double worst = 0;
    for (const auto mark : marks)
        worst = std::max(worst, weight(mark));
    const double further = reasons.size() > 1 ? double(reasons.size() - 1) * furtherReason : 0;
    return worst * (1 + further) * (expectedValue > 0 ? expectedValue : unknownValue);
}

std::optional<RiskReason> firstReason(const std::vector<RiskReason>& reasons)
{
    constexpr std::array order {RiskReason::overdue, RiskReason::activeBlocker, RiskReason::stale,
        RiskReason::noEconomicBuyer, RiskReason::singleThreaded, RiskReason::noChampion, RiskReason::closeDatePushed,
        RiskReason::stuck, RiskReason::noNextStep};
    for (const auto reason : order)
        if (std::find(reasons.begin(), reasons.end(), reason) != reasons.end())
            return reason;
    return std::nullopt;
}
}
