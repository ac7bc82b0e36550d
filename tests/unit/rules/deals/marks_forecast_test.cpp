// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/forecast.hpp"
#include "core/rules/deals/marks.hpp"

#include <QTest>

#include <ctime>

using namespace agentarmy;
using namespace agentarmy::deals;

namespace {
using namespace std::chrono_literals;
Date day(const char* text) { return *parseDate(text); }
Timestamp at(const char* text) { return *parseTimestamp(text); }
const Timestamp now = at("2026-02-12T08:00:00Z");
const Date today = day("2026-02-12");

MarkInput healthy(DealStage stage)
{
    return {.stage = stage,
        .lastActivityAt = now - 24h,
        .stageEnteredAt = now - 24h,
        .closeDate = day("2026-03-31"),
        .closeDatePushes = 0,
        .economicBuyerKnown = true,
        .championKnown = true,
        .activeStakeholders = 2,
        .activeBlocker = false,
        .hasNextStep = true};
}
std::vector<std::string> reasons(const MarkInput& input)
{
    std::vector<std::string> out;
    for (const auto reason : marksOf(input, now, today).reasons.list())
        out.emplace_back(enumText(reason));
    return out;
}
using Texts = std::vector<std::string>;
const Period quarter {day("2026-01-01"), day("2026-03-31")};
ForecastDeal deal(DealStage stage, std::int64_t amount, double probability)
{
    ForecastDeal out {.stage = stage,
        .estimatedValue = Money {amount, "EUR"},
        .probability = probability,
        .closeDate = day("2026-03-15"),
        .createdAt = at("2026-01-01T00:00:00Z"),
        .closedAt = {},
        .closedOn = {},
        .closedValue = {},
        .atRisk = false,
        .override = {}};
    return out;
}
}

class MarksForecastTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aHealthyDealHasNoMarks()
    {
        for (const auto stage : {DealStage::prospecting, DealStage::evaluation, DealStage::negotiation})
            QVERIFY(marksOf(healthy(stage), now, today).reasons.empty());
    }

    void daysCountStrictly()
    {
        auto input = healthy(DealStage::evaluation);
        input.lastActivityAt = now - 24h * 11 + 1ms; // ten whole days
        QVERIFY(reasons(input).empty());
        input.lastActivityAt = now - 24h * 11;
        QCOMPARE(reasons(input), (Texts {"stale"}));
        input = healthy(DealStage::negotiation);
        input.stageEnteredAt = now - 24h * 31;
        QCOMPARE(reasons(input), (Texts {"stuck"}));
        input.stageEnteredAt = now - 24h * 30;
        QVERIFY(reasons(input).empty());
    }

    void twoReasonsAreARisk()
    {
        auto input = healthy(DealStage::evaluation);
        input.lastActivityAt = at("2026-02-01T08:00:00Z");
        input.championKnown = false;
        const auto marks = marksOf(input, now, today);
        QCOMPARE(marks.marks.list(), (std::vector {DealMark::stale, DealMark::atRisk}));
        input.championKnown = true;
        QVERIFY(!marksOf(input, now, today).atRisk());
    }

    void overdueInNegotiationIsARiskAlone()
    {
        auto input = healthy(DealStage::negotiation);
        input.closeDate = today;
        QVERIFY(reasons(input).empty());
        input.closeDate = addDays(today, -1);
        QCOMPARE(marksOf(input, now, today).marks.list(), (std::vector {DealMark::atRisk, DealMark::overdue}));
        input.stage = DealStage::discovery;
        QCOMPARE(marksOf(input, now, today).marks.list(), (std::vector {DealMark::overdue}));
    }

    void peopleMatterFromEvaluationOn()
    {
        auto input = healthy(DealStage::qualification);
        input.economicBuyerKnown = input.championKnown = false;
        input.activeStakeholders = 0;
        input.activeBlocker = true;
        QVERIFY(reasons(input).empty());
        input.stage = DealStage::evaluation;
        QCOMPARE(reasons(input), (Texts {"no_economic_buyer", "no_champion", "single_threaded", "active_blocker"}));
    }

    void pushesAndNextStepsMatterEverywhere()
    {
        auto input = healthy(DealStage::prospecting);
        input.closeDatePushes = 1;
        QVERIFY(reasons(input).empty());
        input.closeDatePushes = 2;
        input.hasNextStep = false;
        QCOMPARE(reasons(input), (Texts {"close_date_pushed", "no_next_step"}));
    }

    void stalledAndClosedDealsHaveNone()
    {
        for (const auto stage : {DealStage::stalled, DealStage::closedWon, DealStage::closedLost})
            QVERIFY(marksOf(MarkInput {.stage = stage}, now, today).reasons.empty());
    }

    void todayDependsOnTheZone()
    {
        const auto lateEvening = at("2026-02-12T23:30:00Z");
        auto input = healthy(DealStage::discovery);
        input.closeDate = day("2026-02-12");
        QVERIFY(!marksOf(input, lateEvening, Zone().localDate(lateEvening)).marks.has(DealMark::overdue));
        const auto berlin = Zone::find("Europe/Berlin");
        QVERIFY(berlin);
        QVERIFY(marksOf(input, lateEvening, berlin->localDate(lateEvening)).marks.has(DealMark::overdue));
    }

    void reviewIsAddedFromTheDeal()
    {
        Opportunity stored;
        stored.createdAt = stored.stageEnteredAt = now;
        stored.needsReview = true;
        const auto marks = marksOf(stored, now, today);
        QCOMPARE(marks.marks.list(), (std::vector {DealMark::needsReview}));
        QCOMPARE(marks.reasons.list(), (std::vector {RiskReason::noNextStep}));
    }

    void tenThousandDealsTakeMilliseconds()
    {
        std::vector<MarkInput> board(10'000, healthy(DealStage::evaluation));
        for (std::size_t i = 0; i < board.size(); ++i)
            board[i].lastActivityAt = now - std::chrono::hours(i % 2000);
        const auto began = std::clock();
        int risky = 0;
        for (const auto& input : board)
            risky += marksOf(input, now, today).marks.empty() ? 0 : 1;
        QVERIFY(risky > 0);
        QVERIFY(std::clock() - began < CLOCKS_PER_SEC / 100); // under a microsecond each
    }

    void categoriesFollowTheRuleInOrder()
    {
        auto open = deal(DealStage::negotiation, 1, 0.85);
        QCOMPARE(forecastCategory(open, quarter), ForecastCategory::commit);
        open.atRisk = true;
        QCOMPARE(forecastCategory(open, quarter), ForecastCategory::bestCase);
        open.atRisk = false;
        open.probability = 0.79;
        QCOMPARE(forecastCategory(open, quarter), ForecastCategory::bestCase);
        open.probability = 0.49;
        QCOMPARE(forecastCategory(open, quarter), ForecastCategory::pipeline);
        open.probability = 0.9;
        open.stage = DealStage::evaluation;
        QCOMPARE(forecastCategory(open, quarter), ForecastCategory::bestCase);
        open.closeDate = day("2026-04-01");
        QCOMPARE(forecastCategory(open, quarter), ForecastCategory::pipeline);
        open.closeDate = std::nullopt;
        QCOMPARE(forecastCategory(open, quarter), ForecastCategory::pipeline);
        open.override = ForecastCategory::commit;
        QCOMPARE(forecastCategory(open, quarter), ForecastCategory::commit);
        open.stage = DealStage::stalled;
        QCOMPARE(forecastCategory(open, quarter), ForecastCategory::omitted);
        open.stage = DealStage::closedWon;
        QCOMPARE(forecastCategory(open, quarter), ForecastCategory::omitted); // closed when?
        open.closedOn = day("2026-03-31");
        QCOMPARE(forecastCategory(open, quarter), ForecastCategory::closed);
        open.closedOn = day("2026-04-01");
        QCOMPARE(forecastCategory(open, quarter), ForecastCategory::omitted);
    }

    void currenciesAreNeverAdded()
    {
        const std::vector<ValuedDeal> deals {
            {Money {10'000'000, "USD"}, 0.4}, {Money {5'000'000, "EUR"}, 0.8}, {std::nullopt, 0.5}};
        QCOMPARE(weightedValue(deals), (std::vector<Money> {{4'000'000, "EUR"}, {4'000'000, "USD"}}));
    }

    void productsAreRoundedHalfUpBeforeTheyAreAdded()
    {
        QCOMPARE(weightedValue(Money {5, "EUR"}, 0.5).amountMinor, std::int64_t(3));
        QCOMPARE(weightedValue(Money {1000, "EUR"}, 0.1235).amountMinor, std::int64_t(124)); // 123.5
        const std::vector<ValuedDeal> deals {{Money {1, "EUR"}, 0.5}, {Money {1, "EUR"}, 0.5}};
        QCOMPARE(weightedValue(deals), (std::vector<Money> {{2, "EUR"}}));
    }

    void aRollupCountsWhatClosedInThePeriod()
    {
        auto won = deal(DealStage::closedWon, 1'000'000, 1);
        won.closedAt = at("2026-01-31T00:00:00Z");
        won.closedOn = day("2026-01-31");
        auto lost = deal(DealStage::closedLost, 1, 0);
        lost.closedAt = at("2026-02-01T00:00:00Z");
        lost.closedOn = day("2026-02-01");
        auto earlier = lost;
        earlier.closedOn = day("2025-12-31");
        auto bare = deal(DealStage::discovery, 0, 0.2);
        bare.estimatedValue = std::nullopt;
        const std::vector all {won, lost, earlier, bare, deal(DealStage::evaluation, 500'000, 0.4)};
        const auto rollup = forecastRollup(all, quarter);
        QCOMPARE(*rollup.winRate, 0.5);
        QCOMPARE(*rollup.avgCycleDays, 30.0);
        QCOMPARE(rollup.withoutValue, 1);
        QCOMPARE(rollup.openValue, (std::vector<Money> {{500'000, "EUR"}}));
        QCOMPARE(rollup.weightedValue, (std::vector<Money> {{200'000, "EUR"}}));
        QVERIFY(!forecastRollup({}, quarter).winRate);

        QCOMPARE(*coverage(all, quarter, Money {2'000'000, "EUR"}), 0.5);
        QVERIFY(!coverage(all, quarter, Money {1'000'000, "EUR"})); // met
    }

    void aDealSlipsWhenItsCloseDateLeavesThePeriod()
    {
        auto open = deal(DealStage::evaluation, 1'000'000, 0.6);
        open.closeDateAtStart = day("2026-02-15");
        open.closeDate = day("2026-03-31");
        QVERIFY(!slipped(open, quarter)); // later, but inside
        open.closeDate = day("2026-04-01");
        QVERIFY(slipped(open, quarter));
        open.closeDate.reset();
        QVERIFY(slipped(open, quarter));
        open.closeDateAtStart = day("2026-05-01"); // was never meant for it
        QVERIFY(!slipped(open, quarter));
        open.closeDateAtStart.reset();
        QVERIFY(!slipped(open, quarter));
        auto won = deal(DealStage::closedWon, 1'000'000, 1);
        won.closeDateAtStart = day("2026-02-15");
        won.closeDate = day("2026-04-15");
        won.closedOn = day("2026-03-01");
        QVERIFY(!slipped(won, quarter)); // won in time, whatever the date says
        won.closedOn = day("2026-04-02");
        QVERIFY(slipped(won, quarter));
    }

    void sumsAreConvertedByTheTenantsRatesOrNotAtAll()
    {
        const std::vector<Money> sums {{100'000, "EUR"}, {20'000, "JPY"}, {50'000, "USD"}};
        RateTable table {"EUR", {{"USD", 0.9}, {"JPY", 0.006}}};
        QCOMPARE(*converted(sums, table), (Money {100'000 + 12'000 + 45'000, "EUR"})); // 20,000 yen are 120 euros
        table.rates.erase("JPY");
        QVERIFY(!converted(sums, table)); // nothing is left out in silence
        table.rates["JPY"] = 0;
        QVERIFY(!converted(sums, table));
        QCOMPARE(*converted({}, table), (Money {0, "EUR"}));
    }

    void aWonDealCountsWhatItWasClosedAt()
    {
        auto won = deal(DealStage::closedWon, 1'000'000, 1);
        won.closedOn = day("2026-01-31");
        won.closedValue = Money {900'000, "EUR"};
        QCOMPARE(forecastRollup(std::vector {won}, quarter).categories.at(ForecastCategory::closed),
            (std::vector<Money> {{900'000, "EUR"}}));
    }

    void aPipelineSumsWhatIsOpen()
    {
        const std::vector<PipelineDeal> deals {{DealStage::closedWon, Money {500'000, "EUR"}},
            {DealStage::stalled, Money {70'000, "EUR"}}, {DealStage::discovery, std::nullopt}};
        const auto all = pipeline(deals);
        QCOMPARE(all.stageCounts.size(), std::size_t(3));
        QCOMPARE(all.totalValue, (std::vector<Money> {{70'000, "EUR"}}));
    }

    void periodsAreQuartersOrMonths()
    {
        const auto q3 = parsePeriod("2026-Q3");
        QVERIFY(q3 && q3->first == day("2026-07-01") && q3->last == day("2026-09-30"));
        const auto february = parsePeriod("2028-02");
        QVERIFY(february && february->last == day("2028-02-29"));
        for (const auto* bad : {"2026-Q5", "2026-Q0", "2026-13", "2026", "2026-00", "26-Q1xx", ""})
            QVERIFY2(!parsePeriod(bad), bad);
        QVERIFY(quarterOf(day("2026-12-01")).first == day("2026-10-01"));
    }
};

QTEST_APPLESS_MAIN(MarksForecastTest)
#include "marks_forecast_test.moc"
