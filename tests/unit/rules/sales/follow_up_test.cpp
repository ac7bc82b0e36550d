// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/follow_up.hpp"
#include "core/rules/sales/working_hours.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::sales;

namespace {
FollowUp followUp(FollowUpIntent intent, PersonaType persona, int n, const char* at, const char* zone = "UTC",
    std::vector<Date> holidays = {})
{
    return nextFollowUpAt({.intent = intent,
        .persona = persona,
        .unansweredOutbound = n,
        .lastOutboundAt = parseTimestamp(at).value(),
        .zone = Zone::find(zone).value(),
        .holidays = std::move(holidays)});
}
std::string text(const FollowUp& next) { return next.at ? formatTimestamp(*next.at) : "none"; }
}

class FollowUpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsBusinessDaysInTheContactsZone()
    {
        const auto next
            = followUp(FollowUpIntent::normal, PersonaType::manager, 2, "2026-06-04T12:00:00Z", "Europe/Berlin");
        QCOMPARE(*next.businessDays, 4);
        QCOMPARE(text(next), std::string("2026-06-10T07:30:00.000Z"));
        QCOMPARE(text(followUp(FollowUpIntent::low, PersonaType::ic, 1, "2026-02-02T10:00:00Z", "Asia/Tokyo",
                     {parseDate("2026-02-04").value()})),
            std::string("2026-02-09T00:30:00.000Z"));
    }
    void leadersWaitHalfAsLongAgain()
    {
        QCOMPARE(*followUp(FollowUpIntent::high, PersonaType::cSuite, 1, "2026-06-04T12:00:00Z").businessDays, 2);
        QCOMPARE(*followUp(FollowUpIntent::normal, PersonaType::cSuite, 3, "2026-06-04T12:00:00Z").businessDays, 11);
    }
    void proposesStalledAfterTheLastStep()
    {
        const auto next = followUp(FollowUpIntent::low, PersonaType::ic, 4, "2026-06-04T12:00:00Z");
        QVERIFY(next.proposeStalled && !next.at && !next.businessDays);
    }
    void readsTheIntent()
    {
        QCOMPARE(followUpIntent(DealStage::prospecting, std::nullopt), FollowUpIntent::low);
        QCOMPARE(followUpIntent(DealStage::prospecting, "Hello"), FollowUpIntent::normal);
        QCOMPARE(followUpIntent(DealStage::discovery, "A Demo, please"), FollowUpIntent::high);
        QCOMPARE(followUpIntent(DealStage::discovery, "the demonstration was democratic"), FollowUpIntent::normal);
        QCOMPARE(followUpIntent(DealStage::evaluation, std::nullopt), FollowUpIntent::high);
        QCOMPARE(followUpIntent(DealStage::discovery, std::nullopt), FollowUpIntent::normal);
    }
    void anAbsenceMovesToTheNextBusinessMorning()
    {
        QCOMPARE(formatTimestamp(nextBusinessMorning(parseDate("2026-08-07").value(), Zone(), {})),
            std::string("2026-08-10T09:30:00.000Z"));
    }
    void countsOnlyWorkingHours()
    {
        TenantSettings settings;
        const auto hours = [&](const char* from, const char* to) {
            return workingHoursBetween(settings, Zone(), parseTimestamp(from).value(), parseTimestamp(to).value());
        };
        QCOMPARE(hours("2026-06-05T16:00:00Z", "2026-06-08T10:30:00Z"), 2.5); // Friday afternoon to Monday morning
        QCOMPARE(hours("2026-06-06T08:00:00Z", "2026-06-07T20:00:00Z"), 0.0);
        QCOMPARE(hours("2026-06-05T10:00:00Z", "2026-06-05T09:00:00Z"), 0.0);
        settings.holidays = {parseDate("2026-06-08").value()};
        QCOMPARE(hours("2026-06-05T16:00:00Z", "2026-06-08T10:30:00Z"), 1.0);
    }
};
QTEST_APPLESS_MAIN(FollowUpTest)
#include "follow_up_test.moc"
