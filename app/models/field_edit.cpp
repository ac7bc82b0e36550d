// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/field_edit.hpp"
#include "app/format/read_input.hpp"
#include <QCoreApplication>

namespace agentarmy::app {
namespace {
QString tr(const char* words) { return QCoreApplication::translate("FieldEdit", words); }
}

QString fieldEditText(const DealCard& card, const QString& field, const Formats& formats)
{
    if (field == QLatin1String("name"))
        return card.name;
    if (field == QLatin1String("closeDate"))
        return formats.dayInput(card.closeDate);
    return formats.figure(card.amount);
}

std::optional<ReadEdit> readFieldEdit(const DealCard& card, const QString& field, const QString& text,
    const WorkspaceSource& source, const Formats& formats)
{
    constexpr int longestName = 300; // bytes
    const auto trimmed = text.trimmed();
    ReadEdit read {{card.id, field, {}}, {}};
    if (field == QLatin1String("name")) {
        if (trimmed.isEmpty() || trimmed.toUtf8().size() > longestName)
            return std::nullopt;
        if (trimmed == card.name)
            return read;
        read.edit.value = trimmed;
        read.said = tr("Renamed to %1").arg(trimmed);
    } else if (field == QLatin1String("closeDate")) {
        const auto today = QDate::currentDate();
        const auto date = readDate(trimmed, formats.locale(), today);
        if (!date.isValid() && !trimmed.isEmpty())
            return std::nullopt;
        if (date == card.closeDate)
            return read;
        read.edit.value = date;
        read.said
            = date.isValid() ? tr("Close date set to %1").arg(formats.day(date, today)) : tr("Close date cleared");
    } else if (field == QLatin1String("ownerId")) {
        if (trimmed == card.ownerId)
            return read;
        const auto people = source.owners();
        const auto owner = std::ranges::find(people, trimmed, &OwnerView::id);
        if (!trimmed.isEmpty() && owner == people.end())
            return std::nullopt;
        read.edit.value = trimmed;
        read.said = trimmed.isEmpty() ? tr("Owner cleared") : tr("Owner set to %1").arg(owner->name);
    } else if (field == QLatin1String("estimatedValue")) {
        const auto currency = card.amount.isSet() ? card.amount.currency : source.viewer().currency;
        const auto money
            = trimmed.isEmpty() ? std::optional(MoneyView()) : readMoney(trimmed, formats.locale(), currency);
        if (!money)
            return std::nullopt;
        if (*money == card.amount)
            return read;
        read.edit.value = QVariant::fromValue(*money);
        read.said = money->isSet() ? tr("Amount set to %1").arg(formats.money(*money)) : tr("Amount cleared");
    } else {
        return std::nullopt;
    }
    return read;
}

}
