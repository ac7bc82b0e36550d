// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/format/later_times.hpp"
#include "app/format/read_input.hpp"
#include <QCoreApplication>
#include <QRegularExpression>

namespace agentarmy::app {
namespace {

constexpr int dayBegins = 8, hoursLater = 3, lastHourToday = 18; // o'clock

QString tr(const char* words) { return QCoreApplication::translate("LaterTimes", words); }

QDate workday(QDate day)
{
    while (day.dayOfWeek() > Qt::Friday)
        day = day.addDays(1);
    return day;
}
}

std::vector<LaterTime> laterTimes(const QDateTime& now)
{
    std::vector<LaterTime> times;
    const auto today = now.date();
    const auto add = [&](const QString& text, const QDateTime& at) {
        if (at > now && (times.empty() || at > times.back().at))
            times.push_back({text, at});
    };
    const auto morning = [](QDate day) { return QDateTime(day, QTime(dayBegins, 0)); };
    if (now.time().hour() + hoursLater <= lastHourToday)
        add(tr("Later today"), QDateTime(today, QTime(now.time().hour() + hoursLater, 0)));
    const auto tomorrow = workday(today.addDays(1));
    add(tomorrow == today.addDays(1) ? tr("Tomorrow") : tr("On Monday"), morning(tomorrow));
    const auto monday = today.addDays(8 - today.dayOfWeek());
    add(tr("Next week"), morning(monday));
    add(tr("In a week"), morning(workday(today.addDays(7))));
    add(tr("In a month"), morning(workday(today.addMonths(1))));
    return times;
}

QDateTime readMoment(const QString& text, const QLocale& locale, const QDateTime& now)
{
    static const QRegularExpression clock(QStringLiteral("(?:^|[\\s,]+)(\\d{1,2})[:.](\\d{2})\\s*$"));
    auto words = text.simplified();
    QTime time(dayBegins, 0);
    auto day = now.date();
    const auto match = clock.match(words);
    if (match.hasMatch()) {
        const QTime read(match.captured(1).toInt(), match.captured(2).toInt());
        if (read.isValid()) {
            time = read;
            words = words.left(match.capturedStart()).trimmed();
        }
    }
    if (!words.isEmpty())
        day = readDate(words, locale, now.date());
    else if (!match.hasMatch())
        return {};
    const QDateTime at(day, time);
    return day.isValid() && at > now && at <= now.addYears(1) ? at : QDateTime();
}

}
