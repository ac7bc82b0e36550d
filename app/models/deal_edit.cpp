// SPDX-License-Identifier: AGPL-3.0-or-later
// What a person does on the deal page, and its people and plan as the page shows them.
#include "app/format/political_map.hpp"
#include "app/format/read_input.hpp"
#include "app/models/deal_detail_model.hpp"
#include "app/models/field_edit.hpp"
#include "app/theme/theme.hpp"

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

void DealDetailModel::qualify(const QString& dimension, const QString& edit, const QString& text)
{
    const auto row = std::ranges::find(m_view.qualification, dimension, &QualificationView::id);
    const auto label = row == m_view.qualification.end() ? dimension : row->label;
    m_source.qualify({m_dealId, dimension, edit, text}).then(this, [this, edit, label](const Answer<Receipt>& answer) {
        if (!answer)
            return Q_EMIT qualified(answer.error().text);
        Q_EMIT qualified({});
        if (answer->undoToken.isEmpty())
            return;
        m_undo.say(edit == QLatin1String("unlock") ? tr("%1: the agent may change it again").arg(label)
                : edit == QLatin1String("reject")  ? tr("%1: not known any more").arg(label)
                                                   : tr("%1 is set; the agent leaves it alone").arg(label),
            answer->undoToken);
    });
}

QVariantMap DealDetailModel::pointOf(const QString& dimension) const
{
    const auto row = std::ranges::find(m_view.qualification, dimension, &QualificationView::id);
    if (row == m_view.qualification.end())
        return {};
    return {{QStringLiteral("label"), row->label}, {QStringLiteral("value"), row->value},
        {QStringLiteral("locked"), row->locked}, {QStringLiteral("known"), !row->value.isEmpty()},
        {QStringLiteral("alternatives"), row->others}};
}

void DealDetailModel::addTask(const QString& text, const QString& due)
{
    QDate day;
    if (!due.trimmed().isEmpty()) {
        day = readDate(due, m_formats.locale(), QDate::currentDate());
        if (!day.isValid())
            return Q_EMIT taskAdded(tr("The day cannot be read: 3 Dec"));
    }
    if (text.trimmed().isEmpty())
        return Q_EMIT taskAdded(tr("What is to be done?"));
    m_source.addTask(m_dealId, text, day).then(this, [this](const Answer<Receipt>& answer) {
        Q_EMIT taskAdded(answer ? QString() : answer.error().text);
        if (answer)
            m_undo.say(tr("It is on the list"), answer->undoToken);
    });
}

void DealDetailModel::setTaskDone(const QString& taskId, bool isDone)
{
    m_source.setTaskDone(m_dealId, taskId, isDone).then(this, [this, isDone](const Answer<Receipt>& answer) {
        done(isDone ? tr("Done") : tr("Open again"), answer);
    });
}

QVariantList DealDetailModel::placesFor(double width, double height) const
{
    QVariantList list;
    for (const auto& place : placePeople(m_view.people, width, height)) {
        const auto person = std::ranges::find(m_view.people, place.id, &PersonView::id);
        const auto has = [&](const char* role) { return person->roleKeys.contains(QLatin1String(role)); };
        constexpr int warm = 7, cold = 4;
        list += QVariantMap {{QStringLiteral("id"), place.id}, {QStringLiteral("name"), person->name},
            {QStringLiteral("initials"), person->initials}, {QStringLiteral("x"), place.x},
            {QStringLiteral("y"), place.y},
            {QStringLiteral("tone"),
                int(person->relationship >= warm      ? Theme::Good
                        : person->relationship < cold ? Theme::Bad
                                                      : Theme::Warn)},
            {QStringLiteral("champion"), has("champion")}, {QStringLiteral("blocker"), has("blocker")},
            {QStringLiteral("decides"), has("decision_maker")},
            {QStringLiteral("tip"),
                dotted({person->name, person->title, person->roles})
                    + tr("\nPower %1, influence %2, relationship %3")
                          .arg(person->decisionPower)
                          .arg(person->influence)
                          .arg(person->relationship)}};
    }
    return list;
}

QStringList DealDetailModel::gaps() const { return mapGaps(m_view.people, QDate::currentDate()); }

QVariantMap DealDetailModel::plan() const
{
    const auto& plan = m_view.plan;
    const auto now = QDateTime::currentDateTime();
    QVariantList notes;
    for (const auto& note : plan.notes)
        notes += QVariantMap {{QStringLiteral("text"), note.text},
            {QStringLiteral("iconName"), channelIcon(note.channel)},
            {QStringLiteral("when"), m_formats.stamp(note.at, now)}, {QStringLiteral("tone"), note.tone}};
    return {{QStringLiteral("mood"), plan.mood}, {QStringLiteral("moodTone"), plan.moodTone},
        {QStringLiteral("notes"), notes}, {QStringLiteral("events"), plan.events}, {QStringLiteral("wins"), plan.wins},
        {QStringLiteral("losses"), plan.losses}, {QStringLiteral("technologies"), plan.technologies},
        {QStringLiteral("initiatives"), plan.initiatives}};
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
