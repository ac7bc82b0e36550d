// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/agenda.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::sales;

namespace {
const Timestamp now = parseTimestamp("2026-09-17T09:00:00Z").value();

AgendaInput waiting(int hours)
{
    AgendaInput input;
    input.waitingSince = now - std::chrono::hours(hours);
    return input;
}
}

class AgendaTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoWaitsLongerIsMoreUrgentUntilItIsHistory()
    {
        QCOMPARE(agendaUrgency({}, now), 1.0);
        QCOMPARE(agendaUrgency(waiting(0), now), 1.5);
        QCOMPARE(agendaUrgency(waiting(36), now), 2.25);
        QCOMPARE(agendaUrgency(waiting(72), now), 3.0);
        QCOMPARE(agendaUrgency(waiting(14 * 24), now), 3.0);
        QCOMPARE(agendaUrgency(waiting(14 * 24 + 1), now), 1.0);
        QCOMPARE(agendaUrgency(waiting(-5), now), 1.5); // a clock that is ahead
    }
    void priorityDueAndCloseDateCountAsFactors()
    {
        AgendaInput input;
        input.priority = Priority::urgent;
        QCOMPARE(agendaUrgency(input, now), 3.0);
        input.priority = Priority::low;
        QCOMPARE(agendaUrgency(input, now), 0.5);
        input.priority = Priority::medium;
        input.due = parseTimestamp("2026-09-17T23:00:00Z").value(); // later today
        QCOMPARE(agendaUrgency(input, now), 1.5);
        input.due = parseTimestamp("2026-09-18T00:00:00Z").value();
        QCOMPARE(agendaUrgency(input, now), 1.0);
        input.closeDate = parseDate("2026-10-01").value();
        QCOMPARE(agendaUrgency(input, now), 1.5);
        input.closeDate = parseDate("2026-10-02").value();
        QCOMPARE(agendaUrgency(input, now), 1.0);
        input.closeDate = parseDate("2026-01-01").value(); // it should have closed
        QCOMPARE(agendaUrgency(input, now), 1.5);
    }
    void moneyAndUrgencyMultiply()
    {
        auto small = waiting(72);
        small.expectedValue = 20'000;
        AgendaInput large;
        large.expectedValue = 50'000;
        QVERIFY(agendaScore(small, now) > agendaScore(large, now));
        large.expectedValue = 70'000;
        QVERIFY(agendaScore(small, now) < agendaScore(large, now));
        QCOMPARE(agendaScore({}, now), 1000.0); // an unknown value is a small one, not none
    }
};
QTEST_APPLESS_MAIN(AgendaTest)
#include "agenda_test.moc"
