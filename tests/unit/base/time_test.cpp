// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/zone.hpp"

#include <QTest>

using namespace agentarmy;
using namespace std::chrono;

class TimeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void timeIsUtcWithMilliseconds()
    {
        QCOMPARE(formatTimestamp(fromMillis(1770710400000)), std::string("2026-02-10T08:00:00.000Z"));
        QCOMPARE(toMillis(*parseTimestamp("2026-02-10T08:00:00.000Z")), std::int64_t(1770710400000));
        QCOMPARE(formatTimestamp(fromMillis(0)), std::string("1970-01-01T00:00:00.000Z"));
        QCOMPARE(formatTimestamp(fromMillis(-1)), std::string("1969-12-31T23:59:59.999Z"));
        QCOMPARE(formatTimestamp(fromMillis(253402300799999)), std::string("9999-12-31T23:59:59.999Z"));
        QCOMPARE(formatTimestamp(fromMillis(253402300800000)), std::string("10000-01-01T00:00:00.000Z"));
        QCOMPARE(formatTimestamp(fromMillis(-62135596800000)), std::string("0001-01-01T00:00:00.000Z"));
    }
    void readsOffsetsAndFractions()
    {
        for (const char* text : {"2026-02-10T08:00:00Z", "2026-02-10t08:00:00z", "2026-02-10 08:00:00Z",
                 "2026-02-10T09:00:00+01:00", "2026-02-10T09:00:00+0100", "2026-02-10T02:30:00.0-05:30",
                 "2026-02-10T08:00:00,000Z", "2026-02-10T08:00:00.000999Z"}) {
            const auto time = parseTimestamp(text);
            if (std::string_view(text).find('t') != std::string_view::npos) {
                QVERIFY(!time); // the letter is a capital
                continue;
            }
            QVERIFY2(time, text);
            QCOMPARE(toMillis(*time), std::int64_t(1770710400000));
        }
        QCOMPARE(toMillis(*parseTimestamp("2026-02-10T08:00:00.5Z")) % 1000, std::int64_t(500));
    }
    void refusesWhatIsNoTime()
    {
        for (const char* text : {"", "2026-02-10", "2026-02-10T08:00:00", "2026-02-30T08:00:00Z",
                 "2026-13-10T08:00:00Z", "2026-02-10T24:00:00Z", "2026-02-10T08:60:00Z", "1969-12-31T23:59:59Z",
                 "2026-02-10T08:00:00+1", "2026-02-10T08:00:00.Z", "2026-02-10T08:00:00Zx", "yesterday, at eight ok"}) {
            const auto time = parseTimestamp(text);
            QVERIFY2(!time, text);
            QCOMPARE(time.error().code, std::string("invalid_time"));
        }
    }
    void dates()
    {
        QCOMPARE(formatDate(*parseDate("2024-02-29")), std::string("2024-02-29"));
        for (const char* text : {"", "2026-02-29", "2026-2-1", "2026-00-10", "26-01-01", "2026/01/01", "2026-01-01 "}) {
            QVERIFY2(!parseDate(text), text);
            QCOMPARE(parseDate(text).error().code, std::string("invalid_date"));
        }
    }
    void monthsAreClampedToTheirLastDay()
    {
        QCOMPARE(formatDate(addMonths(*parseDate("2026-01-31"), 3)), std::string("2026-04-30"));
        QCOMPARE(formatDate(addMonths(*parseDate("2024-01-31"), 1)), std::string("2024-02-29"));
        QCOMPARE(formatDate(addMonths(*parseDate("2026-03-31"), -1)), std::string("2026-02-28"));
        QCOMPARE(formatDate(addMonths(*parseDate("2026-11-15"), 14)), std::string("2028-01-15"));
    }
    void daysBetweenDatesAndTimes()
    {
        QCOMPARE(daysBetween(*parseDate("2026-02-27"), *parseDate("2026-03-01")), 2);
        QCOMPARE(daysBetween(*parseDate("2026-03-01"), *parseDate("2026-02-27")), -2);
        QCOMPARE(formatDate(addDays(*parseDate("2026-12-31"), 1)), std::string("2027-01-01"));
        QCOMPARE(formatDate(lastOfMonth(2024, 2)), std::string("2024-02-29"));
        const auto time = *parseTimestamp("2026-02-10T08:00:00Z");
        QCOMPARE(wholeDays(time, time + hours(47)), 1);
        QCOMPARE(wholeDays(time, time + hours(48)), 2);
        QCOMPARE(wholeDays(time, time - hours(48)), 0);
        QVERIFY(isWeekend(*parseDate("2026-02-14")));
        QVERIFY(isWeekend(*parseDate("2026-02-15")));
        QVERIFY(!isWeekend(*parseDate("2026-02-16")));
    }
    void zoneTellsTheLocalDay()
    {
        const auto berlin = Zone::find("Europe/Berlin");
        QVERIFY(berlin);
        QCOMPARE(formatDate(berlin->localDate(*parseTimestamp("2026-02-10T23:30:00Z"))), std::string("2026-02-11"));
        QCOMPARE(berlin->localMinuteOfDay(*parseTimestamp("2026-07-10T22:15:00Z")).count(), 15);
        QCOMPARE(formatDate(Zone().localDate(*parseTimestamp("2026-02-10T23:30:00Z"))), std::string("2026-02-10"));
        const auto kolkata = Zone::find("Asia/Kolkata");
        QVERIFY(kolkata);
        QCOMPARE(kolkata->localMinuteOfDay(*parseTimestamp("2026-02-10T00:00:00Z")).count(), 330);
    }
    void wallClockAtTheChangeOfTime()
    {
        const auto berlin = Zone::find("Europe/Berlin");
        QVERIFY(berlin);
        const auto at = [&](const char* day, int minutesOfDay) {
            return formatTimestamp(berlin->toUtc(*parseDate(day), minutes(minutesOfDay)));
        };
        QCOMPARE(at("2026-02-10", 540), std::string("2026-02-10T08:00:00.000Z"));
        QCOMPARE(at("2026-07-10", 540), std::string("2026-07-10T07:00:00.000Z"));
        QCOMPARE(
            at("2026-03-29", 150), std::string("2026-03-29T01:00:00.000Z")); // 02:30 does not exist: 03:00 summer time
        QCOMPARE(at("2026-10-25", 150), std::string("2026-10-25T00:30:00.000Z")); // 02:30 twice: the earlier
    }
    void unknownZoneIsRefused()
    {
        const auto zone = Zone::find("Mars/Olympus");
        QVERIFY(!zone);
        QCOMPARE(zone.error().code, std::string("invalid_time_zone"));
        QCOMPARE(Zone::find("")->name(), std::string("UTC"));
    }
};
QTEST_APPLESS_MAIN(TimeTest)
#include "time_test.moc"
