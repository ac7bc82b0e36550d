// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/intelligence/attention.hpp"
#include "core/rules/intelligence/goals.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::intelligence;

namespace {
const Timestamp start = parseTimestamp("2026-01-01T00:00:00Z").value();
Timestamp day(int number) { return start + std::chrono::days(number); }
Goal goal(GoalType type, double target)
{
    Goal goal;
    goal.goalType = type;
    goal.targetValue = target;
    goal.periodStart = day(0);
    goal.periodEnd = day(90);
    return goal;
}
}

class GoalsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aGoalThatIsBehind()
    {
        const auto progress = goalProgress(GoalType::pipeline, 66'000, 240'000, day(0), day(90), day(45));
        QCOMPARE(progress.progressPct, 27.5);
        QCOMPARE(progress.timeFraction, 0.5);
        QVERIFY(!progress.onTrack && progress.behind);
        QCOMPARE(progress.daysRemaining, 45);
        QCOMPARE(*progress.paceRatio, 0.55);
        QCOMPARE(*progress.gauge, GoalProgress::Gauge::red);
        QCOMPARE(*progress.forecast, 132'000.0);
    }
    void paceIsJudgedByTheDay()
    {
        const auto even = goalProgress(GoalType::revenue, 100, 400, day(0), day(120), day(30));
        QCOMPARE(even.progressPct, 25.0);
        QVERIFY(even.onTrack);
        QCOMPARE(even.daysRemaining, 90);
        QCOMPARE(*even.gauge, GoalProgress::Gauge::green);
        const auto late = goalProgress(GoalType::revenue, 100, 400, day(0), day(120), day(50));
        QCOMPARE(*late.paceRatio, 0.6);
        QCOMPARE(*late.gauge, GoalProgress::Gauge::red);
        QCOMPARE(
            *goalProgress(GoalType::revenue, 130, 400, day(0), day(120), day(48)).gauge, GoalProgress::Gauge::amber);
    }
    void beforeTheStartNothingIsLateAndEarlyNothingIsForecast()
    {
        const auto before = goalProgress(GoalType::revenue, 0, 100, day(10), day(20), day(5));
        QVERIFY(before.onTrack && !before.behind && !before.paceRatio && !before.gauge && !before.forecast);
        QVERIFY(!goalProgress(GoalType::revenue, 0, 100, day(0), day(100), day(9)).forecast);
        QVERIFY(goalProgress(GoalType::revenue, 0, 100, day(0), day(100), day(10)).forecast);
    }
    void valuesBeyondTheEdgesStayInTheGauge()
    {
        QCOMPARE(goalProgress(GoalType::revenue, -5, 100, day(0), day(90), day(1)).progressPct, 0.0);
        QCOMPARE(goalProgress(GoalType::revenue, 500, 100, day(0), day(90), day(1)).progressPct, 100.0);
        QCOMPARE(goalProgress(GoalType::revenue, 500, 100, day(0), day(90), day(200)).daysRemaining, 0);
        QCOMPARE(goalProgress(GoalType::revenue, 500, 0, day(0), day(90), day(20)).progressPct, 0.0);
    }
    void qualityIsALevel()
    {
        QVERIFY(!goalProgress(GoalType::quality, 0.6, 0.7, day(0), day(90), day(1)).onTrack);
        QVERIFY(goalProgress(GoalType::quality, 0.7, 0.7, day(0), day(90), day(89)).onTrack);
    }
    void aGoalEndsOnce()
    {
        QCOMPARE(updatedStatus(GoalStatus::active, 99, 100, day(90), day(91)), GoalStatus::missed);
        QCOMPARE(updatedStatus(GoalStatus::active, 100, 100, day(90), day(10)), GoalStatus::completed);
        QCOMPARE(updatedStatus(GoalStatus::active, 99, 100, day(90), day(90)), GoalStatus::active);
        QCOMPARE(updatedStatus(GoalStatus::missed, 100, 100, day(90), day(91)), GoalStatus::missed);
        QCOMPARE(updatedStatus(GoalStatus::completed, 1, 100, day(90), day(91)), GoalStatus::completed);
    }
    void badGoalsAreNamed_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<double>("target");
        QTest::addColumn<QString>("field");
        QTest::newRow("zero") << int(GoalType::revenue) << 0.0 << "targetValue";
        QTest::newRow("negative") << int(GoalType::revenue) << -1.0 << "targetValue";
        QTest::newRow("not a number") << int(GoalType::revenue) << qQNaN() << "targetValue";
        QTest::newRow("quality above one") << int(GoalType::quality) << 1.5 << "targetValue";
        QTest::newRow("fine") << int(GoalType::quality) << 1.0 << "";
    }
    void badGoalsAreNamed()
    {
        QFETCH(int, type);
        QFETCH(double, target);
        QFETCH(QString, field);
        const auto valid = validateGoal(goal(GoalType(type), target));
        QCOMPARE(valid.has_value(), field.isEmpty());
        if (!valid)
            QCOMPARE(std::get<std::string>(valid.error().details.at("field")), field.toStdString());
        auto backwards = goal(GoalType::revenue, 1);
        backwards.periodEnd = backwards.periodStart;
        QVERIFY(!validateGoal(backwards));
    }
    void whatIsWorseAndWorthMoreComesFirst()
    {
        using M = DealMark;
        using R = RiskReason;
        QCOMPARE(attentionScore({}, {R::noNextStep}, 1e6), 0.0); // a reason alone is no mark
        QVERIFY(attentionScore({M::atRisk}, {R::stale, R::stuck}, 100) > attentionScore({M::stale}, {R::stale}, 100));
        QVERIFY(attentionScore({M::atRisk}, {R::stale, R::stuck, R::overdue}, 100)
            > attentionScore({M::atRisk}, {R::stale, R::stuck}, 100));
        QVERIFY(attentionScore({M::stale}, {R::stale}, 9000) > attentionScore({M::atRisk}, {R::stale, R::stuck}, 1500));
        QVERIFY(attentionScore({M::stale}, {R::stale}, 0) > 0); // an unknown amount still counts
        QCOMPARE(firstReason({R::noNextStep, R::stale}), std::optional(R::stale));
        QCOMPARE(firstReason({R::stuck, R::overdue}), std::optional(R::overdue));
        QCOMPARE(firstReason({}), std::optional<R>());
    }
};

QTEST_GUILESS_MAIN(GoalsTest)
#include "goals_test.moc"
