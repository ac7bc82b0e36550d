// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/view/deal_card.hpp"
#include <QDateTime>
#include <QLocale>
#include <map>

namespace agentarmy::app {

/// Sums of money by currency; never added across.
using MoneySums = std::map<QString, qint64>;
MoneySums sumsOf(const std::vector<MoneyView>& amounts);

/// Numbers, money and dates as people of this locale read them. Everything that depends on "now" is told the time.
class Formats {
public:
    explicit Formats(const QLocale& locale = defaultLocale());
    /// The locale of the program, at first the system's; English (UK) where there is none.
    static QLocale defaultLocale();

    QString money(const MoneyView& money) const; ///< "€ 62,000"; cents only where there are some
    QString shortMoney(const MoneyView& money) const; ///< "€ 386k", "€ 2.69m"
    QString figure(const MoneyView& money) const; ///< "62,000": the amount without sign and currency
    QString shortFigure(const MoneyView& money) const; ///< "386k"
    /// The greatest sum first; at most `limit` sums, then "+1".
    QString shortSums(const MoneySums& sums, int limit = 2) const;
    QString percent(double share) const; ///< "72 %"
    QString day(QDate date, QDate today) const; ///< "18 Dec"; with the year if more than eleven months off
    QString dayLong(QDate date) const; ///< for tooltips: "Friday, 18 December 2026"
    QString dayHeading(QDate date, QDate today) const; ///< "Today", "Yesterday", "Tuesday 15 September"
    QString weekday(QDate date) const; ///< "Tuesday 15 September"
    QString dayInput(QDate date) const; ///< "18 Dec 2026", to be edited; readDate() reads it
    QString time(const QDateTime& at) const; ///< "08:02"
    QString stamp(const QDateTime& at, const QDateTime& now) const; ///< "08:02", "Tue 17:20", "9 Sep"
    QString exact(const QDateTime& at) const; ///< date and time, for hover
    QString relativeDay(QDate date, QDate today) const; ///< "in 13 days", "3 days ago", "today"
    QString waited(qint64 milliseconds) const; ///< "50 min", "26 h", "4 days"
    QString clock(qint64 milliseconds) const; ///< position in a recording: "12:41", "1:02:03"
    const QLocale& locale() const { return m_locale; }

private:
    QString withSign(const QString& figure, const MoneyView& money) const;
    QString number(double value, int decimals) const;
    QLocale m_locale;
};

/// Digits after the point of a currency: 2 for most, 0 for yen, 3 for dinars.
int minorDigits(const QString& currency);

}
