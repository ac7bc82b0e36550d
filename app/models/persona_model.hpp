// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/models/undo_log.hpp"
#include <QStringList>

namespace agentarmy::app {

/// How the agent writes: four sliders and words of one's own, and the same message as it is written now and as it would
/// be. Nothing is kept before save().
class PersonaModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QList<int> values READ values NOTIFY changed) ///< 0..100: formality, detail, depth, initiative
    Q_PROPERTY(QStringList bands READ bands NOTIFY changed) ///< of each in words
    Q_PROPERTY(QString instructions READ instructions WRITE setInstructions NOTIFY changed)
    Q_PROPERTY(bool followsRegion READ followsRegion NOTIFY changed)
    Q_PROPERTY(bool dirty READ dirty NOTIFY changed) ///< not what is kept
    Q_PROPERTY(bool usual READ usual NOTIFY changed) ///< as it was before anybody touched it
    Q_PROPERTY(QString mailBefore READ mailBefore NOTIFY changed)
    Q_PROPERTY(QString mailAfter READ mailAfter NOTIFY changed)
    Q_PROPERTY(QString chatBefore READ chatBefore NOTIFY changed)
    Q_PROPERTY(QString chatAfter READ chatAfter NOTIFY changed)
public:
    enum class State { Loading, Ready, Failed };
    Q_ENUM(State)
    static constexpr int longestInstructions = 2000; // characters

    PersonaModel(WorkspaceSource& source, UndoLog& undo, QObject* parent = nullptr);
    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QList<int> values() const { return {m_view.axes.begin(), m_view.axes.end()}; }
    QStringList bands() const;
    QString instructions() const { return m_view.instructions; }
    void setInstructions(const QString& text);
    bool followsRegion() const { return m_view.followsRegion; }
    bool dirty() const { return m_view != m_kept; }
    bool usual() const { return m_view == usualView(); }
    QString mailBefore() const { return m_before.mail; }
    QString mailAfter() const { return m_after.mail; }
    QString chatBefore() const { return m_before.chat; }
    QString chatAfter() const { return m_after.chat; }

    Q_INVOKABLE void load();
    Q_INVOKABLE void set(int axis, int value); ///< 0..100; what lies outside is clamped
    Q_INVOKABLE void save();
    Q_INVOKABLE void discard(); ///< back to what is kept
    Q_INVOKABLE void makeUsual(); ///< the sliders; instructions are emptied, too

Q_SIGNALS:
    void changed();

private:
    PersonaView usualView() const;
    void show();

    WorkspaceSource& m_source;
    UndoLog& m_undo;
    PersonaView m_kept, m_view;
    PersonaPreviewView m_before, m_after;
    QString m_problem;
    State m_state = State::Loading;
    bool m_saving = false;
};

}
