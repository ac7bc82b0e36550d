// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/zone.hpp"
#include "core/domain/opportunity.hpp"

namespace agentarmy::deals {

/// Whole days of 24 h; a mark comes with strictly more. Indexed by active stage, prospecting .. negotiation.
struct MarkThresholds {
    std::array<int, 5> staleDays {14, 14, 14, 10, 7};
    std::array<int, 5> stuckDays {30, 30, 45, 45, 30};
};

/// What the marks of a deal depend on (R16); small, so that a board can ask for thousands.
struct MarkInput {
    DealStage stage = DealStage::prospecting;
    Timestamp
        lastActivityAt {}; ///< message either way, meeting held, human edit; not an agent's own send without answer
    Timestamp stageEnteredAt {};
    std::optional<Date> closeDate;
    int closeDatePushes = 0;
    bool economicBuyerKnown = false;
    bool championKnown = false;
    int activeStakeholders = 0; ///< with an interaction in the last 30 days
    bool activeBlocker = false; ///< a blocker with influence 7 or more
    bool hasNextStep = false; ///< an open task or anything scheduled
};

/// A set of RiskReason or DealMark in one word.
template <class E> class EnumSet {
public:
    void add(E value) { m_bits |= 1U << unsigned(value); }
    [[nodiscard]] bool has(E value) const { return (m_bits >> unsigned(value) & 1U) != 0; }
    [[nodiscard]] bool empty() const { return m_bits == 0; }
    [[nodiscard]] int count() const { return __builtin_popcount(m_bits); }
    [[nodiscard]] std::vector<E> list() const ///< in the enum's order
    {
        std::vector<E> out;
        for (const auto& [value, text] : EnumTexts<E>::values)
            if (has(value))
                out.push_back(value);
        return out;
    }
    bool operator==(const EnumSet&) const = default;

private:
    unsigned m_bits = 0;
};

struct DealMarks {
    EnumSet<RiskReason> reasons;
    EnumSet<DealMark> marks; ///< never needs_review: that is kept with the deal
    [[nodiscard]] bool atRisk() const { return marks.has(DealMark::atRisk); }
};

/// `today` is the day in the tenant's zone at `now` (Zone::localDate, once for the whole board). No allocation.
[[nodiscard]] DealMarks marksOf(
    const MarkInput& input, Timestamp now, Date today, const MarkThresholds& thresholds = {});
/// From the stored deal; adds needs_review where it is set. Without activity the creation counts as activity.
[[nodiscard]] MarkInput markInputOf(const Opportunity& opportunity);
[[nodiscard]] DealMarks marksOf(
    const Opportunity& opportunity, Timestamp now, Date today, const MarkThresholds& thresholds = {});
}
