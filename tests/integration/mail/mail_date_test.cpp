// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/mail_date.hpp"

#include <QtTest>

using namespace agentarmy;
using namespace agentarmy::mail;

class MailDateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsDatesAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("time");
        const auto row = [](const char* text, const char* time) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(time);
        };
        row("Tue, 10 Feb 2026 09:00:00 +0100", "2026-02-10T08:00:00.000Z");
        row("10 Feb 2026 09:00 +0100", "2026-02-10T08:00:00.000Z");
        row("Tue, 3 Feb 26 9:00 EST", "2026-02-03T14:00:00.000Z");
        row("Tue, 03 Feb 2026 09:00:00", "2026-02-03T09:00:00.000Z");
        row("Tuesday, 03-Feb-26 09:00:00 GMT", "2026-02-03T09:00:00.000Z");
        row("Tue Feb  3 09:00:00 2026", "2026-02-03T09:00:00.000Z");
        row("Tue Feb  3 09:00:00 PST 2026", "2026-02-03T17:00:00.000Z");
        row("Tue Feb 10 08:00:00 +0000 2026", "2026-02-10T08:00:00.000Z");
        row("2026-02-10T09:00:00+01:00", "2026-02-10T08:00:00.000Z");
        row("2026-02-10 09:00:00.123Z", "2026-02-10T09:00:00.000Z");
        row("Tue, 10 Feb 2026 09:00:00 GMT+1", "2026-02-10T08:00:00.000Z");
        row("Tue, 10 Feb 2026 09:00:00 +0100 (CET)", "2026-02-10T08:00:00.000Z");
        row("Tue, 10 Feb 2026 09:00:00 \"CET\"", "2026-02-10T08:00:00.000Z");
        row("Di, 10 Feb. 2026 09:00:00 MEZ", "2026-02-10T08:00:00.000Z");
        row("10 M\u00E4rz 2026 09:00", "2026-03-10T09:00:00.000Z");
        row("Feb 10, 2026 1:05 PM", "2026-02-10T13:05:00.000Z");
        row("Tue,10 Feb 2026 09:00:00-0500", "2026-02-10T14:00:00.000Z");
        row("Mon, 3 Jan 100 09:00:00 +0000", "2000-01-03T09:00:00.000Z");
        row("Fri, 31 Dec 99 23:59:60 +0000", "1999-12-31T23:59:59.000Z");
        row("Tue, 10 Feb 2026 24:00:00 +0000", "2026-02-10T00:00:00.000Z");
        row("10.02.2026 09:00", "2026-02-10T09:00:00.000Z");
        row("20260210", "2026-02-10T00:00:00.000Z");
        row("Tue, 10 Feb 2026 09:00:00 +9900", "2026-02-10T09:00:00.000Z");
        row("", "none");
        row("yesterday", "none");
        row("Tue, 32 Feb 2026 09:00:00", "none");
        row("Tue, 30 Feb 2026 09:00:00", "none");
        row("Feb 2026", "none");
        row("((((((((((", "none");
        row("Tue, 10 Feb 12026 09:00:00", "none");
        row(": : : 99999999999999999999", "none");
    }
    void readsDatesAsTheyAreWritten()
    {
        QFETCH(QString, text);
        QFETCH(QString, time);
        const auto read = parseMailDate(text.toStdString());
        QCOMPARE(read ? QString::fromStdString(formatTimestamp(*read)) : QStringLiteral("none"), time);
    }
};

QTEST_APPLESS_MAIN(MailDateTest)
#include "mail_date_test.moc"
