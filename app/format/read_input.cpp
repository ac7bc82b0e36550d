// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/format/read_input.hpp"
#include "app/format/formats.hpp"
#include <QRegularExpression>
#include <cmath>
#include <utility>

namespace agentarmy::app {
namespace {

/// Takes the currency out of `text`: a sign anywhere, or three letters before or after the figure.
QString takeCurrency(QString& text, const QString& otherwise)
{
    static const std::pair<QChar, const char*> signs[]
        = {{u'€', "EUR"}, {u'$', "USD"}, {u'£', "GBP"}, {u'¥', "JPY"}, {u'₹', "INR"}, {u'₩', "KRW"}};
    for (const auto& [sign, code] : signs)
        if (text.contains(sign)) {
            text.remove(sign);
            // "$ 90" in a deal in Canadian dollars stays in Canadian dollars
            static const QStringList dollars {QStringLiteral("AUD"), QStringLiteral("CAD"), QStringLiteral("HKD"),
                QStringLiteral("NZD"), QStringLiteral("SGD"), QStringLiteral("TWD")};
            return sign == u'$' && dollars.contains(otherwise) ? otherwise : QString::fromLatin1(code);
        }
    static const QRegularExpression letters(
        QStringLiteral("^([a-z]{3})(?=[\\s\\d])|(?<=[\\s\\dkm])(?!tsd|mio)([a-z]{3})$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = letters.match(text);
    if (!match.hasMatch())
        return otherwise;
    auto code = match.captured(0).toUpper();
    text.remove(match.capturedStart(0), match.capturedLength(0));
    return code;
}

}

std::optional<MoneyView> readMoney(QString text, const QLocale& locale, const QString& currency)
{
    constexpr double most = 1e13;
    text = text.simplified();
    const auto code = takeCurrency(text, currency);
    text = text.trimmed();
    double factor = 1;
    static const std::pair<const char*, double> scales[]
        = {{"k", 1e3}, {"m", 1e6}, {"Tsd", 1e3}, {"Tsd.", 1e3}, {"Mio", 1e6}, {"Mio.", 1e6}};
    for (const auto& [word, times] : scales)
        if (text.endsWith(QLatin1String(word), Qt::CaseInsensitive)) {
            factor = times;
            text.chop(qsizetype(qstrlen(word)));
            break;
        }
    text.remove(u' ');
    text.remove(u'\'');
    bool ok = false;
    const double value = locale.toDouble(text, &ok) * factor;
    if (!ok || !(value >= 0) || value > most)
        return std::nullopt;
    return MoneyView {std::llround(value * std::pow(10, minorDigits(code))), code};
}

QDate readDate(const QString& text, const QLocale& locale, QDate today)
{
    if (const auto iso = QDate::fromString(text, Qt::ISODate); iso.isValid())
        return iso;
    const auto longForms = {QStringLiteral("d MMM yyyy"), QStringLiteral("d MMMM yyyy"), QStringLiteral("d. MMM yyyy"),
        QStringLiteral("d. MMMM yyyy")};
    for (const auto& format : longForms)
        if (const auto date = locale.toDate(text, format); date.isValid())
            return date;
    const auto shortForm = locale.dateFormat(QLocale::ShortFormat);
    if (const auto date = locale.toDate(text, shortForm); date.isValid())
        return date.year() < 1950 ? date.addYears(100) : date; // two digits of a year mean this century
    for (const auto& format : longForms) {
        const auto date = locale.toDate(text + QStringLiteral(" %1").arg(today.year()), format);
        if (date.isValid())
            return date < today.addDays(-30) ? date.addYears(1) : date;
    }
    return {};
}

}
