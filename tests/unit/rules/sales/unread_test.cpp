// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/unread.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::sales;

class UnreadTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isUnread_data()
    {
        QTest::addColumn<int>("wroteDaysAgo"); // negative: never
        QTest::addColumn<int>("seenDaysAgo"); // what was newest when it was opened; negative: never opened
        QTest::addColumn<bool>("marked");
        QTest::addColumn<bool>("unread");
        QTest::newRow("new and never opened") << 1 << -1 << false << true;
        QTest::newRow("opened with this message") << 1 << 1 << false << false;
        QTest::newRow("wrote again since") << 1 << 3 << false << true;
        QTest::newRow("they never wrote") << -1 << -1 << false << false;
        QTest::newRow("an import of old mail") << 200 << -1 << false << false;
        QTest::newRow("old, and newer than what was seen") << 20 << 30 << false << false;
        QTest::newRow("just within two weeks") << 13 << -1 << false << true;
        QTest::newRow("two weeks to the minute") << 14 << -1 << false << false;
        QTest::newRow("marked by hand, however old") << 200 << 200 << true << true;
        QTest::newRow("marked where they never wrote") << -1 << -1 << true << true;
    }
    void isUnread()
    {
        QFETCH(int, wroteDaysAgo);
        QFETCH(int, seenDaysAgo);
        QFETCH(bool, marked);
        const auto now = *parseTimestamp("2026-09-15T10:00:00Z");
        const auto ago
            = [&](int days) { return days < 0 ? std::nullopt : std::optional(now - std::chrono::days(days)); };
        QTEST(sales::isUnread({ago(wroteDaysAgo), ago(seenDaysAgo), marked}, now), "unread");
    }
};

QTEST_APPLESS_MAIN(UnreadTest)
#include "unread_test.moc"
