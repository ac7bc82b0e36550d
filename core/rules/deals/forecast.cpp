// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/forecast.hpp"

#include <cmath>

namespace agentarmy::deals {
namespace {
constexpr double commitProbability = 0.80;
constexpr double bestCaseProbability = 0.50;
constexpr double millisPerDay = 86'400'000.0;

int number(std::string_view digits)
{
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

Date firstOf(int year, unsigned month)
{
    return Date {std::chrono::year(year), std::chrono::month(month), std::chrono::day(1)};
}

/// What a deal is worth in a forecast: of a won deal what it was closed at.
const std::optional<Money>& worth(const ForecastDeal& deal)
{
    return deal.stage == DealStage::closedWon && deal.closedValue ? deal.closedValue : deal.estimatedValue;
}

bool closedIn(const ForecastDeal& deal, const Period& period)
{
    return deal.closedOn && period.contains(*deal.closedOn);
}
}

Result<Period> parsePeriod(std::string_view text)
{
    const auto bad = [] { return fail(invalidField("period", "a quarter (2026-Q3) or a month (2026-08)")); };
    if (text.size() != 7 || text[4] != '-')
        return bad();
    const int year = number(text.substr(0, 4));
    if (year < 1970)
        return bad();
    if (text[5] == 'Q' || text[5] == 'q') {
        const int quarter = number(text.substr(6));
        if (quarter < 1 || quarter > 4)
            return bad();
        return Period {firstOf(year, unsigned(quarter) * 3 - 2), lastOfMonth(year, unsigned(quarter) * 3)};
    }
    const int month = number(text.substr(5));
    if (month < 1 || month > 12)
        return bad();
    return Period {firstOf(year, unsigned(month)), lastOfMonth(year, unsigned(month))};
}

Period quarterOf(Date day)
{
    const unsigned last = (unsigned(day.month()) + 2) / 3 * 3;
    return {firstOf(int(day.year()), last - 2), lastOfMonth(int(day.year()), last)};
}

ForecastDeal forecastDealOf(const Opportunity& opportunity, bool atRisk, const Zone& zone)
{
    return {
        .stage = opportunity.dealStage,
        .estimatedValue = opportunity.estimatedValue,
        .probability = opportunity.probability,
        .closeDate = opportunity.closeDate,
        .createdAt = opportunity.createdAt,
        .closedAt = opportunity.closedAt,
        .closedOn = opportunity.closedAt ? std::optional(zone.localDate(*opportunity.closedAt)) : std::nullopt,
        .closedValue = opportunity.closedValue,
        .atRisk = atRisk,
        .override = opportunity.forecastOverride ? std::optional(opportunity.forecastOverride->category) : std::nullopt,
    };
}

ForecastCategory forecastCategory(const ForecastDeal& deal, const Period& period)
{
    if (deal.stage == DealStage::closedWon)
        return closedIn(deal, period) ? ForecastCategory::closed : ForecastCategory::omitted;
    if (!isActive(deal.stage))
        return ForecastCategory::omitted;
    if (deal.override)
        return *deal.override;
    if (!deal.closeDate || *deal.closeDate > period.last)
        return ForecastCategory::pipeline;
    if (deal.probability >= commitProbability && deal.stage == DealStage::negotiation && !deal.atRisk)
        return ForecastCategory::commit;
    return deal.probability >= bestCaseProbability ? ForecastCategory::bestCase : ForecastCategory::pipeline;
}

ForecastRollup forecastRollup(std::span<const ForecastDeal> deals, const Period& period)
{
    MoneySums open;
    MoneySums weighted;
    std::map<ForecastCategory, MoneySums> categories;
    ForecastRollup out;
    int won = 0;
    int lost = 0;
    double cycleDays = 0;
    for (const auto& deal : deals) {
        if (isClosed(deal.stage) && closedIn(deal, period)) {
            (deal.stage == DealStage::closedWon ? won : lost) += 1;
            if (deal.stage == DealStage::closedWon && deal.closedAt)
                cycleDays += double(toMillis(*deal.closedAt) - toMillis(deal.createdAt)) / millisPerDay;
        }
        const auto& value = worth(deal);
        if (!value) {
            ++out.withoutValue;
            continue;
        }
        if (isOpen(deal.stage)) {
            open.add(*value);
            weighted.add(weightedValue(*value, deal.probability));
        }
        categories[forecastCategory(deal, period)].add(*value);
    }
    out.openValue = open.list();
    out.weightedValue = weighted.list();
    for (const auto& [category, sums] : categories)
        out.categories[category] = sums.list();
    if (won + lost > 0)
        out.winRate = double(won) / (won + lost);
    if (won > 0)
        out.avgCycleDays = cycleDays / won;
    return out;
}

std::optional<double> coverage(std::span<const ForecastDeal> deals, const Period& period, const Money& target)
{
    std::int64_t open = 0;
    std::int64_t left = target.amountMinor;
    for (const auto& deal : deals) {
        const auto& value = worth(deal);
        if (!value || value->currency != target.currency)
            continue;
        if (deal.stage == DealStage::closedWon && closedIn(deal, period))
            left -= value->amountMinor;
        else if (isOpen(deal.stage) && deal.closeDate && period.contains(*deal.closeDate))
            open += value->amountMinor;
    }
    if (left <= 0)
        return std::nullopt;
    return double(open) / double(left);
}

bool slipped(const ForecastDeal& deal, const Period& period)
{
    if (!deal.closeDateAtStart || !period.contains(*deal.closeDateAtStart))
        return false;
    if (isClosed(deal.stage) && closedIn(deal, period))
        return false;
    return !deal.closeDate || !period.contains(*deal.closeDate);
}

std::optional<Money> converted(std::span<const Money> sums, const RateTable& table)
{
    Money out {0, table.to};
    for (const auto& sum : sums) {
        double rate = 1;
        if (sum.currency != table.to) {
            const auto found = table.rates.find(sum.currency);
            if (found == table.rates.end() || !(found->second > 0) || !std::isfinite(found->second))
                return std::nullopt;
            rate = found->second * std::pow(10.0, minorDigits(table.to) - minorDigits(sum.currency));
        }
        out.amountMinor += scaleHalfUp(sum.amountMinor, rate);
    }
    return out;
}

Money weightedValue(const Money& value, double probability)
{
    return {scaleHalfUp(value.amountMinor, probability), value.currency};
}

std::vector<Money> weightedValue(std::span<const ValuedDeal> deals)
{
    MoneySums sums;
    for (const auto& deal : deals)
        if (deal.value)
            sums.add(weightedValue(*deal.value, deal.probability));
    return sums.list();
}

Pipeline pipeline(std::span<const PipelineDeal> deals)
{
    MoneySums open;
    Pipeline out;
    for (const auto& deal : deals) {
        ++out.stageCounts[deal.stage];
        if (deal.value && isOpen(deal.stage))
            open.add(*deal.value);
    }
    out.totalValue = open.list();
    return out;
}
}
