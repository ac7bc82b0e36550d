// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/source/workspace_source.hpp"
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace agentarmy::app {

/// What was just done, in one line at a time with its seconds, and the way back; Ctrl+Z goes on beyond the shown one.
class UndoLog : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(bool showing READ showing NOTIFY changed)
    Q_PROPERTY(bool troubled READ troubled NOTIFY changed)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(bool offersUndo READ offersUndo NOTIFY changed)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY ticked)
public:
    static constexpr int secondsShown = 10, kept = 100;
    explicit UndoLog(WorkspaceSource& source, QObject* parent = nullptr);

    QString text() const { return m_text; }
    bool showing() const { return m_showing; }
    bool troubled() const { return m_troubled; }
    bool canUndo() const { return !m_done.empty(); }
    bool offersUndo() const { return m_offersUndo; }
    int secondsLeft() const { return m_secondsLeft; }

    /// Says what was done; with a token it can be undone.
    void say(const QString& text, const QString& token = {});
    void complain(const QString& text);

    Q_INVOKABLE void undo();
    Q_INVOKABLE void dismiss();
    /// Stops the seconds while the toast is hovered or focused.
    Q_INVOKABLE void hold(bool held);

Q_SIGNALS:
    void changed();
    void ticked();

private:
    struct Done {
        QString text, token;
    };
    void show(const QString& text, bool troubled, bool offersUndo);
    void tick();

    WorkspaceSource& m_source;
    QTimer m_timer;
    std::vector<Done> m_done;
    QString m_text;
    int m_secondsLeft = 0;
    bool m_showing = false, m_troubled = false, m_offersUndo = false;
};

}
