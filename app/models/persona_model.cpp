// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/persona_model.hpp"

namespace agentarmy::app {

PersonaModel::PersonaModel(WorkspaceSource& source, UndoLog& undo, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_undo(undo)
{
    connect(&source, &WorkspaceSource::workspaceChanged, this, [this] {
        if (m_state == State::Ready)
            load();
    });
}

void PersonaModel::load()
{
    m_source.persona().then(this, [this](const Answer<PersonaView>& answer) {
        if (!answer) {
            m_problem = answer.error().text;
            m_state = m_state == State::Ready ? m_state : State::Failed;
            Q_EMIT changed();
            return;
        }
        const bool untouched = m_state != State::Ready || !dirty();
        m_kept = *answer;
        if (untouched) // what somebody is at stays as it is
            m_view = m_kept;
        m_view.regionFormality = m_kept.regionFormality;
        if (m_view.followsRegion)
            m_view.axes[PersonaView::Formality] = m_view.regionFormality;
        m_state = State::Ready;
        show();
    });
}

void PersonaModel::show()
{
    m_before = m_source.previewPersona(m_kept);
    m_after = m_source.previewPersona(m_view);
    Q_EMIT changed();
}

QStringList PersonaModel::bands() const
{
    const std::array<std::array<QString, 3>, PersonaView::axisCount> words {{
        {tr("Casual and friendly"), tr("Balanced"), tr("Formal throughout")},
        {tr("Brief"), tr("Moderate"), tr("Comprehensive")},
        {tr("Plain business words"), tr("Some technical detail"), tr("Deep technical")},
        {tr("Waits for questions"), tr("Balanced"), tr("Proposes next steps")},
    }};
    QStringList list;
    list.reserve(PersonaView::axisCount);
    for (size_t axis = 0; axis < words.size(); ++axis)
        list += words[axis][size_t(m_after.bands[axis] + 1)];
    return list;
}

void PersonaModel::set(int axis, int value)
{
    if (m_state != State::Ready || axis < 0 || axis >= PersonaView::axisCount)
        return;
    auto next = m_view;
    next.axes[size_t(axis)] = std::clamp(value, 0, 100);
    if (next.axes == m_view.axes)
        return;
    if (axis == PersonaView::Formality)
        next.followsRegion = false;
    m_view = next;
    show();
}

void PersonaModel::setInstructions(const QString& text)
{
    const auto cut = text.left(longestInstructions);
    if (cut == m_view.instructions)
        return;
    m_view.instructions = cut;
    Q_EMIT changed();
}

PersonaView PersonaModel::usualView() const
{
    PersonaView view;
    view.regionFormality = m_kept.regionFormality;
    view.axes[PersonaView::Formality] = view.regionFormality;
    return view;
}

void PersonaModel::makeUsual()
{
    m_view = usualView();
    show();
}

void PersonaModel::discard()
{
    m_view = m_kept;
    show();
}

void PersonaModel::save()
{
    if (m_state != State::Ready || m_saving || !dirty())
        return;
    m_saving = true;
    m_source.setPersona(m_view).then(this, [this, given = m_view](const Answer<Receipt>& done) {
        m_saving = false;
        if (!done)
            return m_undo.complain(done.error().text);
        m_kept = given;
        show();
        m_undo.say(tr("The agent writes like this from now on"), done->undoToken);
    });
}

}
