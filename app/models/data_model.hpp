// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/formats.hpp"
#include "app/models/undo_log.hpp"
#include <QUrl>
#include <QVariantMap>

namespace agentarmy::app {

/// What changes the whole of the data: one person is erased, a backup restored, everything cleared. Each is looked at
/// first, then asked for once more, with the name typed.
class DataModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(QString busy READ busy NOTIFY changed) ///< what is being done; empty: nothing
    Q_PROPERTY(QString progress READ progress NOTIFY progressed) ///< how far it is, in words
    Q_PROPERTY(bool canStop READ canStop NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed) ///< of the look or of the deed
    /// Of the person that was looked at: id, name, address, lines; empty: not known yet.
    Q_PROPERTY(QVariantMap person READ person NOTIFY changed)
    /// Of the backup that was looked at: folder, when, line; empty: not known yet.
    Q_PROPERTY(QVariantMap backup READ backup NOTIFY changed)
    Q_PROPERTY(QString savedAt READ savedAt NOTIFY changed) ///< where the backup before clearing lies
public:
    DataModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent = nullptr);
    QString busy() const { return m_busy; }
    QString progress() const { return m_progress; }
    bool canStop() const { return m_canStop; }
    QString problem() const { return m_problem; }
    QVariantMap person() const { return m_person; }
    QVariantMap backup() const { return m_backup; }
    QString savedAt() const { return m_savedAt; }

    Q_INVOKABLE void lookForPerson(const QString& personId);
    /// Whether `typed` names the person that was looked at: case and outer spaces do not count.
    Q_INVOKABLE bool namesPerson(const QString& typed) const;
    Q_INVOKABLE void erasePerson(const QString& typed); ///< nothing happens unless it names the person
    Q_INVOKABLE void exportPerson(const QUrl& folder);
    Q_INVOKABLE void lookAtBackup(const QUrl& folder);
    Q_INVOKABLE void restore(); ///< the backup that was looked at
    Q_INVOKABLE void saveFirst(const QUrl& folder); ///< a backup, before everything is cleared
    Q_INVOKABLE void clear(const QString& typed); ///< nothing happens unless it is confirmWord()
    Q_INVOKABLE QString confirmWord() const;
    Q_INVOKABLE bool isConfirmWord(const QString& typed) const;
    Q_INVOKABLE void stop();
    Q_INVOKABLE void forget(); ///< what was looked at

Q_SIGNALS:
    void changed();
    void progressed();
    void done(); ///< it worked, and the window that asked may close

private:
    template <typename T, typename Then>
    void work(const QString& what, bool canStop, QFuture<Answer<T>> answer, Then then);
    QStringList linesOf(const PersonTracesView& traces) const;

    WorkspaceSource& m_source;
    UndoLog& m_undo;
    const Formats& m_formats;
    QString m_busy, m_progress, m_problem, m_savedAt;
    QVariantMap m_person, m_backup;
    bool m_canStop = false;
};

}
