// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/format/formats.hpp"
#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace agentarmy::app {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("agentarmy::app::Formats", text); }

QString symbol(const QString& currency)
{
    static const std::map<QString, QString> symbols {{QStringLiteral("EUR"), QStringLiteral("€")},
        {QStringLiteral("USD"), QStringLiteral("$")}, {QStringLiteral("GBP"), QStringLiteral("£")},
        {QStringLiteral("JPY"), QStringLiteral("¥")}, {QStringLiteral("INR"), QStringLiteral("₹")},
        {QStringLiteral("KRW"), QStringLiteral("₩")}};
    const auto found = symbols.find(currency);
    return found == symbols.end() ? currency : found->second;
}

constexpr QChar space = QChar(0x00A0);

/// In German a point stands behind the number of a day.
QString dayPattern(const QLocale& locale, const QString& pattern)
{
    if (locale.language() != QLocale::German)
        return pattern;
    auto german = pattern;
    german.replace(QStringLiteral("dddd d "), QStringLiteral("dddd, d "))
        .replace(QStringLiteral("d M"), QStringLiteral("d. M"));
    return german;
}

/// Where this locale puts the sign of a currency: "€ 5" or "5 €".
bool signStandsLast(const QLocale& locale) { return locale.toCurrencyString(1, QStringLiteral("€")).endsWith(u'€'); }

}

int minorDigits(const QString& currency)
{
    for (const auto* none : {"JPY", "KRW", "CLP", "VND", "ISK"})
        if (currency == QLatin1String(none))
            return 0;
    for (const auto* three : {"KWD", "BHD", "OMR", "TND", "JOD"})
        if (currency == QLatin1String(three))
            return 3;
    return 2;
}

QLocale Formats::defaultLocale()
{
    const QLocale chosen;
    return chosen.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedKingdom) : chosen;
}

Formats::Formats(const QLocale& locale)
    : m_locale(locale)
{
}

QString Formats::number(double value, int decimals) const { return m_locale.toString(value, 'f', decimals); }

QString Formats::withSign(const QString& figure, const MoneyView& money) const
{
    const auto sign = symbol(money.currency);
    const auto text = signStandsLast(m_locale) ? figure + space + sign : sign + space + figure;
    return money.minor < 0 ? QChar(0x2212) + text : text;
}

QString Formats::money(const MoneyView& money) const
{
    return money.isSet() ? withSign(figure(money), money) : QString();
}

QString Formats::shortMoney(const MoneyView& money) const { return withSign(shortFigure(money), money); }

QString Formats::figure(const MoneyView& money) const
{
    if (!money.isSet())
        return {};
    const int digits = minorDigits(money.currency);
    const auto unit = qint64(std::pow(10, digits));
    const int decimals = money.minor % unit == 0 ? 0 : digits;
    return number(double(std::abs(money.minor)) / double(unit), decimals);
}

QString Formats::shortFigure(const MoneyView& money) const
{
    const double whole = double(std::abs(money.minor)) / std::pow(10, minorDigits(money.currency));
    const auto scaled = [&](double by, const QString& pattern) {
        const double value = whole / by;
        const int decimals = by < 1e6 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return QString(pattern).replace(QStringLiteral("%1"), number(value, decimals));
    };
    if (whole < 1000)
        return number(whole, 0);
    if (whole < 999500)
        return scaled(1e3, tr("%1k"));
    return whole < 999.5e6 ? scaled(1e6, tr("%1m")) : scaled(1e9, tr("%1bn"));
}

QString Formats::shortSums(const MoneySums& sums, int limit) const
{
    std::vector<MoneyView> sorted;
    for (const auto& [currency, minor] : sums)
        if (minor != 0)
            sorted.push_back({minor, currency});
    std::ranges::sort(sorted, [](const auto& a, const auto& b) {
        return double(a.minor) / std::pow(10, minorDigits(a.currency))
            > double(b.minor) / std::pow(10, minorDigits(b.currency));
    });
    QStringList parts;
    for (int i = 0; i < std::min(limit, int(sorted.size())); ++i)
        parts.push_back(shortMoney(sorted[size_t(i)]));
    const int more = int(sorted.size()) - limit;
    return parts.join(QStringLiteral(" · ")) + (more > 0 ? QStringLiteral(" +%1").arg(more) : QString());
}

QString Formats::percent(double share) const { return number(std::round(share * 100), 0) + space + u'%'; }

QString Formats::day(QDate date, QDate today) const
{
    if (!date.isValid())
        return {};
    const bool far = std::abs(today.daysTo(date)) > 335;
    return m_locale.toString(date, dayPattern(m_locale, far ? QStringLiteral("d MMM yyyy") : QStringLiteral("d MMM")));
}

QString Formats::dayLong(QDate date) const { return m_locale.toString(date, QLocale::LongFormat); }

QString Formats::dayHeading(QDate date, QDate today) const
{
    if (date == today)
        return tr("Today");
    if (date == today.addDays(-1))
        return tr("Yesterday");
    return date.year() == today.year() ? weekday(date)
                                       : m_locale.toString(date, dayPattern(m_locale, QStringLiteral("d MMMM yyyy")));
}

QString Formats::weekday(QDate date) const
{
    return m_locale.toString(date, dayPattern(m_locale, QStringLiteral("dddd d MMMM")));
}

QString Formats::dayInput(QDate date) const
{
    return date.isValid() ? m_locale.toString(date, dayPattern(m_locale, QStringLiteral("d MMM yyyy"))) : QString();
}

QString Formats::time(const QDateTime& at) const { return m_locale.toString(at.time(), QStringLiteral("HH:mm")); }

QString Formats::stamp(const QDateTime& at, const QDateTime& now) const
{
    const auto days = at.date().daysTo(now.date());
    if (days == 0)
        return time(at);
    if (days > 0 && days < 7)
        return m_locale.toString(at.date(), QStringLiteral("ddd")) + space + time(at);
    return day(at.date(), now.date());
}

QString Formats::exact(const QDateTime& at) const
{
    return m_locale.toString(at.date(), QLocale::LongFormat) + QStringLiteral(", ")
        + m_locale.toString(at.time(), QStringLiteral("HH:mm"));
}

QString Formats::relativeDay(QDate date, QDate today) const
{
    const auto days = int(today.daysTo(date));
    if (days == 0)
        return tr("today");
    constexpr int many = 60, month = 30; // nobody counts beyond two months in days
    if (days > many)
        return tr("in %1 months").arg(days / month);
    if (days < -many)
        return tr("%1 months ago").arg(-days / month);
    if (std::abs(days) == 1)
        return days > 0 ? tr("tomorrow") : tr("yesterday");
    return days > 0 ? tr("in %1 days").arg(days) : tr("%1 days ago").arg(-days);
}

QString Formats::waited(qint64 milliseconds) const
{
    const auto minutes = milliseconds / 60000;
    if (minutes < 60)
        return tr("%1 min").arg(std::max<qint64>(1, minutes));
    if (minutes < 48 * 60)
        return tr("%1 h").arg(minutes / 60);
    return tr("%1 days").arg(minutes / (24 * 60));
}

QString Formats::clock(qint64 milliseconds) const
{
    const auto seconds = milliseconds / 1000;
    const auto two = [](qint64 n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    const auto tail = two(seconds / 60 % 60) + u':' + two(seconds % 60);
    return seconds < 3600 ? tail : QString::number(seconds / 3600) + u':' + tail;
}

MoneySums sumsOf(const std::vector<MoneyView>& amounts)
{
    MoneySums sums;
    for (const auto& amount : amounts)
        sums[amount.currency] += amount.minor;
    return sums;
}

}
