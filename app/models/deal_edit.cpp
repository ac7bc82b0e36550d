// SPDX-License-Identifier: AGPL-3.0-or-later
// Reading what a person types into a field of the deal page.
#include "app/models/deal_detail_model.hpp"
#include "app/models/field_edit.hpp"

namespace agentarmy::app {
QString DealDetailModel::editText(const QString& field) const { return fieldEditText(m_view.card, field, m_formats); }

bool DealDetailModel::edit(const QString& field, const QString& text)
{
    auto card = m_view.card;
    card.id = m_dealId;
    const auto read = readFieldEdit(card, field, text, m_source, m_formats);
    if (read && !read->said.isEmpty())
        write(read->edit, read->said);
    return read.has_value();
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
