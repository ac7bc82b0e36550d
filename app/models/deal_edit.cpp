// SPDX-License-Identifier: AGPL-3.0-or-later
// Reading what a person types into a field of the deal page.
#include "app/format/read_input.hpp"
#include "app/models/deal_detail_model.hpp"

namespace agentarmy::app {
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
        if (trimmed.isEmpty() || trimmed.toUtf8().size() > 300)
            return false;
        if (trimmed == m_view.card.name)
            return true;
        edit.value = trimmed;
        what = tr("Renamed to %1").arg(trimmed);
    } else if (field == QLatin1String("closeDate")) {
        const auto today = QDate::currentDate();
        const auto date = readDate(trimmed, m_formats.locale(), today);
        if (!date.isValid() && !trimmed.isEmpty())
            return false;
        if (date == m_view.card.closeDate)
            return true;
        edit.value = date;
        what = date.isValid() ? tr("Close date set to %1").arg(m_formats.day(date, today)) : tr("Close date cleared");
    } else if (field == QLatin1String("ownerId")) {
        if (trimmed == m_view.card.ownerId)
            return true;
        const auto people = m_source.owners();
        const auto owner = std::ranges::find(people, trimmed, &OwnerView::id);
        if (!trimmed.isEmpty() && owner == people.end())
            return false;
        edit.value = trimmed;
        what = trimmed.isEmpty() ? tr("Owner cleared") : tr("Owner set to %1").arg(owner->name);
    } else if (field == QLatin1String("estimatedValue")) {
        const auto currency = m_view.card.amount.isSet() ? m_view.card.amount.currency : m_source.viewer().currency;
        const auto money
            = trimmed.isEmpty() ? std::optional(MoneyView()) : readMoney(trimmed, m_formats.locale(), currency);
        if (!money)
            return false;
        if (*money == m_view.card.amount)
            return true;
        edit.value = QVariant::fromValue(*money);
        what = money->isSet() ? tr("Amount set to %1").arg(m_formats.money(*money)) : tr("Amount cleared");
    } else {
        return false;
    }
    write(edit, what);
    return true;
}

void DealDetailModel::answerCheck(const QString& checkId, bool accepted)
{
    const auto check = std::ranges::find(m_view.checks, checkId, &CheckView::id);
    if (check == m_view.checks.end() || check->field.isEmpty())
        return;
    write({m_dealId, check->field, accepted ? check->acceptValue : check->dismissValue},
        accepted ? check->accepted : check->dismissed);
}

void DealDetailModel::write(const FieldEdit& edit, const QString& what)
{
    m_source.edit(edit).then(this, [this, what](const Answer<Receipt>& answer) { done(what, answer); });
}

QVariantList DealDetailModel::owners() const
{
    QVariantList list;
    for (const auto& owner : m_source.owners())
        list += QVariantMap {{QStringLiteral("id"), owner.id}, {QStringLiteral("name"), owner.name},
            {QStringLiteral("chosen"), owner.id == m_view.card.ownerId}};
    return list;
}

QVariantList DealDetailModel::checks() const
{
    QVariantList list;
    for (const auto& check : m_view.checks)
        list += QVariantMap {{QStringLiteral("id"), check.id}, {QStringLiteral("title"), check.title},
            {QStringLiteral("text"), check.text}, {QStringLiteral("tone"), check.tone},
            {QStringLiteral("accept"), check.accept}, {QStringLiteral("dismiss"), check.dismiss},
            {QStringLiteral("quote"), check.jump.text}, {QStringLiteral("jump"), toMap(check.jump)}};
    return list;
}

}
