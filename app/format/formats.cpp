// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/format/formats.hpp"
#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace agentarmy::app {
namespace {

QString tr(const char* text, int count = -1) { return QCoreApplication::translate("Formats", text, nullptr, count); }

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

QString plural(int count, const char* one, const char* many) { return count == 1 ? tr(one) : tr(many).arg(count); }

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
    const auto system = QLocale::system();
    return system.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedKingdom) : system;
}

Formats::Formats(const QLocale& locale)
    : m_locale(locale)
{
}

QString Formats::number(double value, int decimals) const { return m_locale.toString(value, 'f', decimals); }

QString Formats::money(const MoneyView& money) const
{
    if (!money.isSet())
        return {};
    const int digits = minorDigits(money.currency);
    const auto unit = qint64(std::pow(10, digits));
    const int decimals = money.minor % unit == 0 ? 0 : digits;
    auto text = symbol(money.currency) + space + number(double(std::abs(money.minor)) / double(unit), decimals);
    return money.minor < 0 ? QChar(0x2212) + text : text;
}

QString Formats::shortMoney(const MoneyView& money) const
{
    const double whole = double(std::abs(money.minor)) / std::pow(10, minorDigits(money.currency));
    const auto scaled = [&](double by, const QString& letter) {
        const double value = whole / by;
        const int decimals = letter == QStringLiteral("k") || value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return number(value, decimals) + letter;
    };
    QString figure;
    if (whole < 1000)
        figure = number(whole, 0);
    else if (whole < 999500)
        figure = scaled(1e3, QStringLiteral("k"));
    else if (whole < 999.5e6)
        figure = scaled(1e6, QStringLiteral("m"));
    else
        figure = scaled(1e9, QStringLiteral("bn"));
    auto text = symbol(money.currency) + space + figure;
    return money.minor < 0 ? QChar(0x2212) + text : text;
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
    return m_locale.toString(date, far ? QStringLiteral("d MMM yyyy") : QStringLiteral("d MMM"));
}

QString Formats::dayLong(QDate date) const { return m_locale.toString(date, QLocale::LongFormat); }

QString Formats::dayHeading(QDate date, QDate today) const
{
    if (date == today)
        return tr("Today");
    if (date == today.addDays(-1))
        return tr("Yesterday");
    return m_locale.toString(
        date, date.year() == today.year() ? QStringLiteral("dddd d MMMM") : QStringLiteral("d MMMM yyyy"));
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
    return days > 0 ? plural(days, "tomorrow", "in %1 days") : plural(-days, "yesterday", "%1 days ago");
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
