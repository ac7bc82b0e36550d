// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/marks.hpp"

namespace agentarmy::deals {
namespace {
constexpr int pushesOfRisk = 2;
constexpr int reasonsOfRisk = 2;
constexpr int fewestThreads = 2;

bool longerThan(Timestamp from, Timestamp now, int wholeDaysBound) { return wholeDays(from, now) > wholeDaysBound; }
}

DealMarks marksOf(const MarkInput& input, Timestamp now, Date today, const MarkThresholds& thresholds)
{
    DealMarks out;
    if (!isActive(input.stage))
        return out;
    const auto stage = std::size_t(input.stage); // active stages come first
    const auto reason = [&](RiskReason which, bool there) {
        if (there)
            out.reasons.add(which);
    };
    reason(RiskReason::overdue, input.closeDate && *input.closeDate < today);
    reason(RiskReason::stale, longerThan(input.lastActivityAt, now, thresholds.staleDays[stage]));
    reason(RiskReason::stuck, longerThan(input.stageEnteredAt, now, thresholds.stuckDays[stage]));
    reason(RiskReason::closeDatePushed, input.closeDatePushes >= pushesOfRisk);
    if (input.stage >= DealStage::evaluation) {
        reason(RiskReason::noEconomicBuyer, !input.economicBuyerKnown);
        reason(RiskReason::noChampion, !input.championKnown);
        reason(RiskReason::singleThreaded, input.activeStakeholders < fewestThreads);
        reason(RiskReason::activeBlocker, input.activeBlocker);
    }
    reason(RiskReason::noNextStep, !input.hasNextStep);

    const auto mark = [&](DealMark which, bool there) {
        if (there)
            out.marks.add(which);
    };
    const bool overdue = out.reasons.has(RiskReason::overdue);
    mark(DealMark::stale, out.reasons.has(RiskReason::stale));
    mark(DealMark::atRisk, out.reasons.count() >= reasonsOfRisk || (overdue && input.stage == DealStage::negotiation));
    mark(DealMark::overdue, overdue);
    mark(DealMark::stuck, out.reasons.has(RiskReason::stuck));
    return out;
}

MarkInput markInputOf(const Opportunity& opportunity)
{
    const auto& known = opportunity.qualificationSnapshot;
    return {
        .stage = opportunity.dealStage,
        .lastActivityAt = opportunity.lastActivityAt.value_or(opportunity.createdAt),
        .stageEnteredAt = opportunity.stageEnteredAt,
        .closeDate = opportunity.closeDate,
        .closeDatePushes = opportunity.closeDatePushes,
        .economicBuyerKnown = known[Dimension::economicBuyer].identified,
        .championKnown = known[Dimension::champion].identified,
        .activeStakeholders = opportunity.activeStakeholders,
        .activeBlocker = opportunity.activeBlocker,
        .hasNextStep = opportunity.nextStep.has_value(),
    };
}

DealMarks marksOf(const Opportunity& opportunity, Timestamp now, Date today, const MarkThresholds& thresholds)
{
    auto out = marksOf(markInputOf(opportunity), now, today, thresholds);
    if (opportunity.needsReview)
        out.marks.add(DealMark::needsReview);
    return out;
}
}
