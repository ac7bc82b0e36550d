// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/undo_log.hpp"

namespace agentarmy::app {

UndoLog::UndoLog(WorkspaceSource& source, QObject* parent)
    : QObject(parent)
    , m_source(source)
{
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &UndoLog::tick);
    connect(&source, &WorkspaceSource::workspaceReplaced, this, [this] {
        m_done.clear(); // of records that are gone
        Q_EMIT changed();
    });
}

void UndoLog::say(const QString& text, const QString& token)
{
    if (!token.isEmpty()) {
        m_done.push_back({text, token});
        if (m_done.size() > kept)
            m_done.erase(m_done.begin());
    }
    show(text, false, !token.isEmpty());
}

void UndoLog::complain(const QString& text) { show(text, true, false); }

void UndoLog::show(const QString& text, bool troubled, bool offersUndo)
{
    m_text = text;
    m_troubled = troubled;
    m_offersUndo = offersUndo;
    m_showing = true;
    m_secondsLeft = secondsShown;
    m_timer.start();
    Q_EMIT changed();
    Q_EMIT ticked();
}

void UndoLog::undo()
{
    if (m_done.empty())
        return;
    const auto done = m_done.back();
    m_done.pop_back();
    m_source.undo(done.token).then(this, [this, done](const Answer<Receipt>& answer) {
        if (answer)
            return show(tr("Undone: %1").arg(done.text), false, false);
        complain(answer.error().text);
    });
    Q_EMIT changed();
}

void UndoLog::dismiss()
{
    m_timer.stop();
    m_showing = false;
    Q_EMIT changed();
}

void UndoLog::hold(bool held)
{
    if (!m_showing)
        return;
    if (held)
        m_timer.stop();
    else
        m_timer.start();
}

void UndoLog::tick()
{
    if (--m_secondsLeft <= 0)
        return dismiss();
    Q_EMIT ticked();
}

}
