// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/platform/health.hpp"
#include "core/rules/platform/model_routing.hpp"
#include "core/rules/platform/shipped_models.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::platform;

namespace {
using namespace std::chrono_literals;
const Timestamp now = *parseTimestamp("2026-02-03T10:00:00Z");
}

class ModelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plansByPriorityThenName()
    {
        std::vector<Deployment> all {{ModelGroup::fast, "b", 1, true, false, {}},
            {ModelGroup::fast, "a", 1, true, false, {}}, {ModelGroup::fast, "z", 0 + 2, true, false, now},
            {ModelGroup::reasoning, "r", 1, true, false, {}}, {ModelGroup::fast, "dead", 1, true, true, {}},
            {ModelGroup::fast, "off", 1, false, false, {}}, {ModelGroup::fast, "cooling", 1, true, false, now + 1ms}};
        QCOMPARE(planAttempts(ModelGroup::fast, all, now), (std::vector<std::string> {"a", "b", "z"}));
        QCOMPARE(planAttempts(ModelGroup::fast, std::span(all).subspan(4), now), (std::vector<std::string> {"local"}));
    }

    void theFourthFailureInAMinuteCools()
    {
        const auto third = onFailure({now - 60s, now - 1s}, now);
        QVERIFY(third.failures.size() == 3 && !third.cooldownUntil);
        const auto fourth = onFailure({now - 60s, now - 2s, now - 1s}, now);
        QVERIFY(fourth.failures.empty() && *fourth.cooldownUntil == now + 30s);
        const auto old = onFailure({now - 60s - 1ms, now - 2s, now - 1s}, now);
        QVERIFY(old.failures.size() == 3 && !old.cooldownUntil);
    }

    void statusesMeanOneOfThree()
    {
        for (const int status : {408, 409, 429, 500, 502, 503, 504, 529})
            QCOMPARE(classifyStatus(status), StatusMeaning::retry);
        for (const int status : {401, 403, 404})
            QCOMPARE(classifyStatus(status), StatusMeaning::markDead);
        for (const int status : {400, 413, 422})
            QCOMPARE(classifyStatus(status), StatusMeaning::callerError);
    }

    void retriesWaitLongerEachTime()
    {
        QCOMPARE(*retryDelayMs(3, {}, 0.5), std::int64_t(1750));
        QCOMPARE(*retryDelayMs(2, {}, 0.4), std::int64_t(850));
        QCOMPARE(*retryDelayMs(9, {}, 0, 9), std::int64_t(6000));
        QCOMPARE(*retryDelayMs(1, 10.0, 0.5), std::int64_t(10000));
        QVERIFY(!retryDelayMs(1, 10.001, 0.5));
        QVERIFY(!retryDelayMs(4, {}, 0.5));
    }

    void callsCostWhatTheListSays()
    {
        QCOMPARE(*costNanoUsd("gpt-4o-mini", 1200, 350), std::int64_t(390'000));
        QCOMPARE(*costNanoUsd("local", 1000, 1000), std::int64_t(0));
        QVERIFY(!costNanoUsd("gpt-9", 1, 1));
        QVERIFY(*costNanoUsd("gpt-4o", std::int64_t(1) << 53, std::int64_t(1) << 53) > 0);
    }

    void theShippedListIsSoundAndPricesEveryModel()
    {
        if (const auto& error = shippedModelsError())
            QFAIL((error->code + ": " + error->message).c_str());
        const auto& shipped = shippedModels();
        std::set<std::pair<ModelGroup, int>> places;
        for (const auto& each : shipped.deployments) {
            QVERIFY2(priceOf(shipped.prices, each.model), each.model.c_str());
            QVERIFY2(places.emplace(each.group, each.priority).second, "two models of one group and priority");
        }
        QCOMPARE(places.size(), std::size_t(4));
        for (const auto& each : shipped.embeddings)
            QVERIFY2(priceOf(shipped.prices, each.model), each.model.c_str());
        QCOMPARE(shipped.deployments.front().model, std::string("claude-sonnet-4-20250514"));
        QCOMPARE(*costNanoUsd("claude-sonnet-4-20250514", 1000, 100), std::int64_t(4'500'000));
    }

    void cachedTokensCostTheirOwnPriceIfOneIsListed()
    {
        QCOMPARE(*costNanoUsd("gpt-4o-mini", 1200, 350, 200), std::int64_t(1000 * 150 + 200 * 75 + 350 * 600));
        QCOMPARE(costNanoUsd(ModelPrice {"m", {}, 10, 20, {}}, {100, 5, 40}), std::int64_t(1100));
        QCOMPARE(costNanoUsd(ModelPrice {"m", {}, 10, 20, 1}, {100, 5, 400}), std::int64_t(200));
    }

    void aPriceHoldsFromItsDayOn()
    {
        using namespace std::chrono;
        const std::vector<ModelPrice> prices {
            {"m", 2026y / 3 / 1, 5, 6, {}}, {"m", 2025y / 1 / 1, 9, 9, {}}, {"n", 2025y / 1 / 1, 1, 1, {}}};
        QCOMPARE(priceOf(prices, "m", 2026y / 2 / 28)->in, std::int64_t(9));
        QCOMPARE(priceOf(prices, "m", 2026y / 3 / 1)->in, std::int64_t(5));
        QCOMPARE(priceOf(prices, "m")->in, std::int64_t(5));
        QCOMPARE(priceOf(prices, "m", 2020y / 1 / 1)->in, std::int64_t(9));
        QVERIFY(!priceOf(prices, "x"));
    }

    void budgetsWarnAndDeny()
    {
        QCOMPARE(budgetDecision(700'000, 90'000, 1'000'000), BudgetDecision::allow);
        QCOMPARE(budgetDecision(700'000, 100'000, 1'000'000), BudgetDecision::allowWithWarning);
        QCOMPARE(budgetDecision(700'000, 300'000, 1'000'000), BudgetDecision::allowWithWarning);
        QCOMPARE(budgetDecision(700'000, 300'001, 1'000'000), BudgetDecision::deny);
        QCOMPARE(budgetDecision(0, 0, 0), BudgetDecision::deny);
        QCOMPARE(budgetDecision(9, 9, std::nullopt), BudgetDecision::allow);
    }

    void onlyTheDatabaseTakesAServerOut()
    {
        const auto degraded = aggregateHealth({"ok", "ok", "error", "down", "no_keys"}, Probe::ready);
        QVERIFY(degraded.status == "ready" && degraded.http == 200);
        QCOMPARE(degraded.degraded, (std::vector<std::string> {"redis", "vectorIndex"}));
        const auto starting = aggregateHealth({"ok", "pending", "not_configured", "local", "error"}, Probe::startup);
        QVERIFY(starting.status == "starting" && starting.http == 503);
        QCOMPARE(starting.degraded, (std::vector<std::string> {"llm"}));
    }

    void logLevels()
    {
        QCOMPARE(logLevel(399), std::string_view("info"));
        QCOMPARE(logLevel(400), std::string_view("warning"));
        QCOMPARE(logLevel(500), std::string_view("error"));
    }
};

QTEST_APPLESS_MAIN(ModelsTest)
#include "models_test.moc"
