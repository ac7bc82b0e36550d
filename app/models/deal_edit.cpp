// SPDX-License-Identifier: AGPL-3.0-or-later
// Reading what a person types into a field of the deal page.
#include "app/models/deal_detail_model.hpp"
#include <cmath>

namespace agentarmy::app {
namespace {

QDate readDate(const QString& text, const QLocale& locale)
{
    const auto today = QDate::currentDate();
    if (const auto iso = QDate::fromString(text, Qt::ISODate); iso.isValid())
        return iso;
    for (const auto& format :
        {QStringLiteral("d MMM yyyy"), QStringLiteral("d MMMM yyyy"), locale.dateFormat(QLocale::ShortFormat)})
        if (const auto date = locale.toDate(text, format); date.isValid())
            return date.year() < 1950 ? date.addYears(100) : date;
    for (const auto& format : {QStringLiteral("d MMM yyyy"), QStringLiteral("d MMMM yyyy")}) {
        const auto date = locale.toDate(text + QStringLiteral(" %1").arg(today.year()), format);
        if (date.isValid()) // a day without a year is the next such day
            return date < today.addDays(-30) ? date.addYears(1) : date;
    }
    return {};
}

/// Reads "184,000", "€ 184 000", "184k"; the currency is the deal's.
bool readMoney(QString text, const QLocale& locale, const QString& currency, MoneyView& money)
{
    double factor = 1;
    text.remove(QChar(0x00A0));
    text = text.trimmed();
    if (text.endsWith(u'k', Qt::CaseInsensitive) || text.endsWith(u'm', Qt::CaseInsensitive)) {
        factor = text.endsWith(u'k', Qt::CaseInsensitive) ? 1e3 : 1e6;
        text.chop(1);
    }
    while (!text.isEmpty() && !text.front().isDigit())
        text.remove(0, 1);
    text.remove(u' ');
    bool ok = false;
    const double value = locale.toDouble(text, &ok) * factor;
    if (!ok || value < 0 || value > 1e13)
        return false;
    money = {std::llround(value * std::pow(10, minorDigits(currency))), currency};
    return true;
}

}

QString DealDetailModel::editText(const QString& field) const
{
    const auto& card = m_view.card;
    if (field == QLatin1String("name"))
        return card.name;
    if (field == QLatin1String("closeDate"))
        return card.closeDate.isValid() ? m_formats.locale().toString(card.closeDate, QStringLiteral("d MMM yyyy"))
                                        : QString();
    if (!card.amount.isSet())
        return {};
    return m_formats.money(card.amount).section(QChar(0x00A0), 1);
}

bool DealDetailModel::edit(const QString& field, const QString& text)
{
    const auto trimmed = text.trimmed();
    FieldEdit edit {m_dealId, field, {}};
    QString what;
    if (field == QLatin1String("name")) {
        if (trimmed.isEmpty() || trimmed.size() > 300)
            return false;
        if (trimmed == m_view.card.name)
            return true;
        edit.value = trimmed;
        what = tr("Renamed to %1").arg(trimmed);
    } else if (field == QLatin1String("closeDate")) {
        const auto date = readDate(trimmed, m_formats.locale());
        if (!date.isValid() && !trimmed.isEmpty())
            return false;
        if (date == m_view.card.closeDate)
            return true;
        edit.value = date;
        what = date.isValid() ? tr("Close date set to %1").arg(m_formats.day(date, QDate::currentDate()))
                              : tr("Close date cleared");
    } else {
        MoneyView money;
        const auto currency = m_view.card.amount.isSet() ? m_view.card.amount.currency : QStringLiteral("EUR");
        if (!trimmed.isEmpty() && !readMoney(trimmed, m_formats.locale(), currency, money))
            return false;
        if (money == m_view.card.amount)
            return true;
        edit.value = QVariant::fromValue(money);
        what = money.isSet() ? tr("Amount set to %1").arg(m_formats.money(money)) : tr("Amount cleared");
    }
    m_source.edit(edit).then(this, [this, what](const Answer<Receipt>& answer) { done(what, answer); });
    return true;
}

}
