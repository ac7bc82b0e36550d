// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/extraction.hpp"

#include <span>

namespace agentarmy::deals {

inline constexpr double createThreshold = 0.80; ///< of detection confidence, inclusive
inline constexpr double updateThreshold = 0.70;
inline constexpr int sameDealMonths = 3; ///< close dates further apart mean two deals

/// The bare thresholds (R1), before de-duplication looks at them.
[[nodiscard]] bool shouldCreate(double confidence, bool isNew);
[[nodiscard]] bool shouldUpdate(double confidence, bool isNew, bool hasMatch);

/// What de-duplication needs to know of a deal; `Key` is its id and breaks ties.
template <class Key> struct OpenDeal {
    Key id {};
    std::optional<std::string> productLine;
    std::optional<Date> closeDate;
    Timestamp createdAt {};
};
using OpenOpportunity = OpenDeal<Id<Opportunity>>;

[[nodiscard]] bool sameProductLine(const std::optional<std::string>& a, const std::optional<std::string>& b);
[[nodiscard]] bool closeDatesMeet(const std::optional<Date>& a, const std::optional<Date>& b);

/// The open deal of the account that is meant (R2): product lines equal after folding, or one unknown; close dates at
/// most three calendar months apart, or one unknown. Of several the one created last, then the one with the greater id.
template <class Key>
[[nodiscard]] std::optional<Key> matchOpportunity(std::span<const OpenDeal<Key>> open,
    const std::optional<std::string>& productLine, const std::optional<Date>& closeDate)
{
    const OpenDeal<Key>* best = nullptr;
    for (const auto& deal : open) {
        if (!sameProductLine(deal.productLine, productLine) || !closeDatesMeet(deal.closeDate, closeDate))
            continue;
        if (!best || deal.createdAt > best->createdAt || (deal.createdAt == best->createdAt && deal.id > best->id))
            best = &deal;
    }
    return best ? std::optional<Key>(best->id) : std::nullopt;
}

enum class DetectionAction { nothing, create, update };

/// `opportunityId` is set for an update, and for `nothing` where a deal was meant but the confidence is too low: R10
/// asks which deal a turn is about.
struct DetectionDecision {
    DetectionAction action = DetectionAction::nothing;
    std::optional<Id<Opportunity>> opportunityId;
    std::string reason; ///< for people and logs, in English
};

/// R1 and R2 together: the rule's match overrules a model that thinks a known deal new; an id that is not among
/// `openOpportunities` (of the same account) is ignored.
[[nodiscard]] DetectionDecision judgeDetection(
    const OpportunitySignals& signals, std::span<const OpenOpportunity> openOpportunities);

/// `"{productLine or 'Opportunity'} - {contactName}"`, at most 300 bytes.
[[nodiscard]] std::string detectedDealName(const std::optional<std::string>& productLine, std::string_view contactName);
}
