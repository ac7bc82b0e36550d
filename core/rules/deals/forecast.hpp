// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/zone.hpp"
#include "core/domain/opportunity.hpp"

#include <span>

namespace agentarmy::deals {

/// First and last day, both inside.
struct Period {
    Date first;
    Date last;
    [[nodiscard]] bool contains(Date day) const { return first <= day && day <= last; }
};
/// `2026-Q3` or `2026-08`; `validation_failed`.
[[nodiscard]] Result<Period> parsePeriod(std::string_view text);
[[nodiscard]] Period quarterOf(Date day);

/// What a forecast needs to know of a deal. `closedOn` is the day of closedAt in the tenant's zone.
struct ForecastDeal {
    DealStage stage = DealStage::prospecting;
    std::optional<Money> estimatedValue;
    double probability = 0;
    std::optional<Date> closeDate;
    Timestamp createdAt {};
    std::optional<Timestamp> closedAt;
    std::optional<Date> closedOn;
    std::optional<Money> closedValue; ///< of a won deal; without it the estimate stands
    bool atRisk = false;
    std::optional<ForecastCategory> override;
    std::optional<Date> closeDateAtStart; ///< what it was when the period began, from the log
};
[[nodiscard]] ForecastDeal forecastDealOf(const Opportunity& opportunity, bool atRisk, const Zone& zone);

[[nodiscard]] ForecastCategory forecastCategory(const ForecastDeal& deal, const Period& period); ///< R17

/// Per currency, by currency code. Deals without value count in `withoutValue` and nowhere else.
struct ForecastRollup {
    std::vector<Money> openValue;
    std::vector<Money> weightedValue; ///< each product rounded half up, then added
    std::map<ForecastCategory, std::vector<Money>> categories; ///< only those with a sum
    std::optional<double> winRate; ///< of what closed in the period; none: nothing closed
    std::optional<double> avgCycleDays; ///< of what was won in the period
    int withoutValue = 0;
};
[[nodiscard]] ForecastRollup forecastRollup(std::span<const ForecastDeal> deals, const Period& period);

/// Open value closing in the period over what is still to win; none if the target is met or in another currency.
[[nodiscard]] std::optional<double> coverage(
    std::span<const ForecastDeal> deals, const Period& period, const Money& target);

/// Whether the deal was to close in the period when it began, and no longer is. Won or lost in it is no slip.
[[nodiscard]] bool slipped(const ForecastDeal& deal, const Period& period);

/// The tenant's rates: what one unit of a currency is worth in `to`.
struct RateTable {
    std::string to;
    std::map<std::string, double> rates;
};
/// The second line beside sums per currency: all of them in one. None if a rate is missing or is not above 0, so that
/// no part is left out in silence. Minor units are rounded half up once for each currency.
[[nodiscard]] std::optional<Money> converted(std::span<const Money> sums, const RateTable& table);

[[nodiscard]] Money weightedValue(const Money& value, double probability);
struct ValuedDeal {
    std::optional<Money> value;
    double probability = 0;
};
/// Weighted sums, one per currency.
[[nodiscard]] std::vector<Money> weightedValue(std::span<const ValuedDeal> deals);

struct PipelineDeal {
    DealStage stage = DealStage::prospecting;
    std::optional<Money> value;
};
/// Counts of the stages that occur and the value of what is open, per currency.
struct Pipeline {
    std::map<DealStage, int> stageCounts;
    std::vector<Money> totalValue;
};
[[nodiscard]] Pipeline pipeline(std::span<const PipelineDeal> deals);
}
