// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QLocale>
#include <vector>

namespace agentarmy::app {

/// A moment to come back to something, or to send it.
struct LaterTime {
    QString text; ///< "Tomorrow"
    QDateTime at;
};

/// Those that people choose most: later today, tomorrow, the next week's first day, in a week, in a month; each at the
/// beginning of the working day but the first. Weekends are skipped. In order; each moment once.
std::vector<LaterTime> laterTimes(const QDateTime& now);
/// What a person typed: "3 Dec", "3 Dec 9:30", "16:00"; a day without a time is at the beginning of the working day.
/// Invalid: not a moment after `now` within a year.
QDateTime readMoment(const QString& text, const QLocale& locale, const QDateTime& now);

}
