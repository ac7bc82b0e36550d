// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/intelligence/alerts.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::intelligence;

namespace {
AlertInput input(DealStage stage, std::vector<RiskReason> reasons)
{
    AlertInput input;
    input.stage = stage;
    input.reasons = std::move(reasons);
    input.stageEnteredAt = *parseTimestamp("2026-08-01T09:00:00Z");
    input.lastActivityAt = *parseTimestamp("2026-09-01T10:00:00Z");
    input.closeDate = *parseDate("2026-09-10");
    return input;
}
}

class AlertsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theyCameWhenTheMarkCame()
    {
        const auto zone = *Zone::find("Europe/Berlin");
        const auto since = [&](RiskReason reason) {
            return formatTimestamp(alertsOf(input(DealStage::negotiation, {reason}), zone).front().since);
        };
        QCOMPARE(since(RiskReason::overdue), std::string("2026-09-10T22:00:00.000Z"));
        QCOMPARE(since(RiskReason::stale), std::string("2026-09-09T10:00:00.000Z")); // 7 days and one more
        QCOMPARE(since(RiskReason::stuck), std::string("2026-09-01T09:00:00.000Z")); // 30 days and one more
        QCOMPARE(since(RiskReason::noChampion), std::string("2026-08-01T09:00:00.000Z"));
    }
    void theWorstComesFirst()
    {
        const auto alerts = alertsOf(
            input(DealStage::negotiation, {RiskReason::stale, RiskReason::singleThreaded, RiskReason::overdue}),
            Zone());
        QCOMPARE(alerts[0].reason, RiskReason::overdue);
        QCOMPARE(alerts[0].severity, AlertSeverity::critical);
        QCOMPARE(alerts[2].severity, AlertSeverity::info);
        QCOMPARE(alertsOf(input(DealStage::discovery, {RiskReason::overdue}), Zone()).front().severity,
            AlertSeverity::warning);
    }
    void theSameCauseIsTheSameAlert()
    {
        auto one = input(DealStage::evaluation, {RiskReason::stale, RiskReason::overdue, RiskReason::noChampion});
        auto two = one;
        const auto causes = [](const AlertInput& each) {
            std::set<std::string> list;
            for (const auto& alert : alertsOf(each, Zone()))
                list.insert(alert.cause);
            return list;
        };
        QCOMPARE(causes(one), causes(two));
        two.lastActivityAt = *parseTimestamp("2026-09-02T10:00:00Z");
        QVERIFY(causes(one) != causes(two));
        two = one;
        two.closeDate = *parseDate("2026-09-11");
        QVERIFY(causes(one) != causes(two));
        two.reasons.clear();
        QVERIFY(alertsOf(two, Zone()).empty());
    }
};

QTEST_APPLESS_MAIN(AlertsTest)
#include "alerts_test.moc"
