// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/readers/date_column.hpp"

#include <QtTest>

using namespace agentarmy;
using namespace agentarmy::readers;

class DateColumnTest : public QObject {
    Q_OBJECT

    static QString shown(const std::optional<DateValue>& value)
    {
        if (!value)
            return QStringLiteral("none");
        return QString::fromStdString(value->timeOfDay ? formatTimestamp(value->utc()) : formatDate(value->date));
    }

private Q_SLOTS:
    void readsADateInAnyUsualForm_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("date");
        const auto row = [](const char* value, const char* date) {
            QTest::newRow(value) << QString::fromUtf8(value) << QString::fromLatin1(date);
        };
        row("2026-04-03", "2026-04-03");
        row("2026/4/3", "2026-04-03");
        row("2026.04.03", "2026-04-03");
        row("20260403", "2026-04-03");
        row("03.04.2026", "2026-04-03");
        row("3.4.26", "2026-04-03");
        row("3/4/2026", "2026-04-03");
        row("3-4-2026", "2026-04-03");
        row("3 Apr 2026", "2026-04-03");
        row("3-Apr-26", "2026-04-03");
        row("Apr 3 2026", "2026-04-03");
        row("April 3rd, 2026", "2026-04-03");
        row("Fri, 3 Apr 2026", "2026-04-03");
        row("3. April 2026", "2026-04-03");
        row("Freitag, 3. M\u00E4rz 2026", "2026-03-03");
        row("3. Dez. 2026", "2026-12-03");
        row("2026-Apr-03", "2026-04-03");
        row("46115", "2026-04-03");
        row("46115.5", "2026-04-03T12:00:00.000Z");
        row("2026-04-03T10:15:00Z", "2026-04-03T10:15:00.000Z");
        row("2026-04-03 10:15:20.123", "2026-04-03T10:15:00.000Z");
        row("2026-04-03T10:15:00+02:00", "2026-04-03T08:15:00.000Z");
        row("2026-04-03 10:15 -0500", "2026-04-03T15:15:00.000Z");
        row("3.4.2026 10:15 Uhr", "2026-04-03T10:15:00.000Z");
        row("Apr 3, 2026 1:05 PM", "2026-04-03T13:05:00.000Z");
        row("3/4/2026 12:00 AM", "2026-04-03T00:00:00.000Z");
        row("Fri Apr 03 2026 10:00:00 GMT+0200 (CEST)", "2026-04-03T08:00:00.000Z");
        row("1775210400", "2026-04-03T10:00:00.000Z");
        row("1775210400123", "2026-04-03T10:00:00.000Z");
        row("0775210400", "none");
        row("999999999999", "none");
        row("", "none");
        row("TBD", "none");
        row("0000-00-00", "none");
        row("2026-02-30", "none");
        row("31.02.2026", "none");
        row("12345", "none");
        row("3/4", "none");
        row("1.2.3.4", "none");
        row("2026-04-03 25:00", "none");
    }
    void readsADateInAnyUsualForm()
    {
        QFETCH(QString, value);
        QFETCH(QString, date);
        QCOMPARE(shown(DateColumn(DateOrder::dmy).read(value.toStdString())), date);
    }
    void readsMonthsAndQuartersAsTheirDays_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        const auto row = [](const char* value, const char* first, const char* last) {
            QTest::newRow(value) << QString::fromUtf8(value) << QString::fromLatin1(first) << QString::fromLatin1(last);
        };
        row("2026-04", "2026-04-01", "2026-04-30");
        row("04/2026", "2026-04-01", "2026-04-30");
        row("2.2028", "2028-02-01", "2028-02-29");
        row("Apr 2026", "2026-04-01", "2026-04-30");
        row("2026 April", "2026-04-01", "2026-04-30");
        row("M\u00E4rz 2026", "2026-03-01", "2026-03-31");
        row("Q2 2026", "2026-04-01", "2026-06-30");
        row("2026-Q4", "2026-10-01", "2026-12-31");
        row("1. Quartal 2026", "2026-01-01", "2026-03-31");
        for (const char* none :
            {"Q5 2026", "13/2026", "Apr 26", "Q2", "2026", "2026-2027", "Q2 Apr 2026", "3.5", "Q2/26"})
            row(none, "none", "none");
    }
    void readsMonthsAndQuartersAsTheirDays()
    {
        QFETCH(QString, value);
        QFETCH(QString, first);
        QFETCH(QString, last);
        const auto read = DateColumn().read(value.toStdString());
        QCOMPARE(shown(read), first);
        QCOMPARE(
            read && read->periodEnd ? QString::fromStdString(formatDate(*read->periodEnd)) : QStringLiteral("none"),
            last);
    }
    void oneDayAboveTwelveDecidesTheColumn()
    {
        const std::vector<std::string_view> american {"3/4/2026", "3/14/2026", ""};
        QCOMPARE(DateColumn::decide(american, "Close")->order(), DateOrder::mdy);
        const std::vector<std::string_view> british {"3/4/2026", "14/3/2026"};
        QCOMPARE(DateColumn::decide(british, "Close")->order(), DateOrder::dmy);
    }
    void anAmbiguousColumnIsAnErrorThatNamesColumnAndOption()
    {
        const std::vector<std::string_view> values {"03/03/2026", "3/4/2026"};
        const auto column = DateColumn::decide(values, "Close Date");
        QVERIFY(!column);
        QCOMPARE(column.error().code, "ambiguous_dates");
        QCOMPARE(std::get<std::string>(column.error().details.at("column")), "Close Date");
        QCOMPARE(std::get<std::string>(column.error().details.at("example")), "3/4/2026");
        QVERIFY(std::get<std::string>(column.error().details.at("option")).find("--date-order") == 0);
        QCOMPARE(DateColumn::decide(values, "Close Date", DateOrder::mdy)->order(), DateOrder::mdy);
    }
    void aDayEqualToItsMonthIsNotAmbiguous()
    {
        const std::vector<std::string_view> values {"03/03/2026", "4/4/2026", "2026-05-06"};
        QVERIFY(DateColumn::decide(values, "Close").has_value());
    }
    void dotsMeanDayFirst()
    {
        const std::vector<std::string_view> values {"03.04.2026"};
        const auto column = DateColumn::decide(values, "Abschluss");
        QVERIFY(column.has_value());
        QCOMPARE(shown(column->read("03.04.2026")), QStringLiteral("2026-04-03"));
        QCOMPARE(shown(DateColumn(DateOrder::mdy).read("03.04.2026")), QStringLiteral("2026-04-03"));
    }
    void ofContradictingValuesTheMajorityDecides()
    {
        const std::vector<std::string_view> values {"3/14/2026", "3/15/2026", "16/3/2026"};
        const auto column = DateColumn::decide(values, "Close");
        QCOMPARE(column->order(), DateOrder::mdy);
        QCOMPARE(shown(column->read("16/3/2026")), QStringLiteral("none"));
    }
};

QTEST_APPLESS_MAIN(DateColumnTest)
#include "date_column_test.moc"
