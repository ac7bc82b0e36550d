// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/formats.hpp"
#include "app/models/role_list_model.hpp"
#include "app/models/undo_log.hpp"
#include <QTimer>
#include <QUrl>
#include <QVariantMap>

namespace agentarmy::app {

using ImportFileModel = RoleListModel<ImportFileView>;
using ImportProblemModel = RoleListModel<ImportProblemView>;

/// From dropped files to a report: what they are, how tables would be read, what would come of it, the import itself
/// with progress and cancel, and each row that was not taken.
class ImportModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* files READ files CONSTANT)
    Q_PROPERTY(QAbstractItemModel* problems READ problems CONSTANT)
    Q_PROPERTY(int fileCount READ fileCount NOTIFY changed)
    Q_PROPERTY(QString currentId READ currentId NOTIFY changed)
    Q_PROPERTY(QVariantMap current READ current NOTIFY changed)
    Q_PROPERTY(QString own READ own WRITE setOwn NOTIFY changed)
    Q_PROPERTY(bool asksOwn READ asksOwn NOTIFY changed)
    Q_PROPERTY(QString blocked READ blocked NOTIFY changed)
    Q_PROPERTY(bool checking READ checking NOTIFY changed)
    Q_PROPERTY(QString forecast READ forecast NOTIFY changed)
    Q_PROPERTY(QString progressText READ progressText NOTIFY progressed)
    Q_PROPERTY(double progress READ progress NOTIFY progressed)
    Q_PROPERTY(QStringList outcome READ outcome NOTIFY changed)
    Q_PROPERTY(QStringList notes READ notes NOTIFY changed)
    Q_PROPERTY(bool cancelled READ cancelled NOTIFY changed)
    Q_PROPERTY(bool working READ working NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)
    Q_PROPERTY(int laterCount READ laterCount NOTIFY changed)
public:
    enum class State { Idle, Looking, Ready, Running, Done, Failed };
    Q_ENUM(State)

    ImportModel(WorkspaceSource& source, const Formats& formats, QObject* parent = nullptr);
    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QAbstractItemModel* files() const { return m_files.get(); }
    QAbstractItemModel* problems() const { return m_problems.get(); } ///< of the preview, then of the report
    int fileCount() const { return m_files->rowCount(); }
    QString currentId() const { return m_current; }
    /// Of the selected table: name, kind, kinds (key, name), dateOrder, asksDateOrder, headers, fields (field, label,
    /// column, sample, missing), problem.
    QVariantMap current() const;
    QString own() const { return m_request.own.join(QStringLiteral(", ")); }
    void setOwn(const QString& own);
    bool asksOwn() const { return m_asksOwn; } ///< nobody said yet which side is ours, and there is mail or talk
    QString blocked() const; ///< why it cannot start; empty: it can
    bool checking() const { return m_checking; }
    QString forecast() const { return m_forecast; } ///< what would come of it, in words
    QString progressText() const;
    double progress() const { return m_progress.share; }
    QStringList outcome() const; ///< of the report, a line each
    QStringList notes() const { return m_report.notes; }
    bool cancelled() const { return m_report.cancelled; }
    bool working() const { return m_state == State::Looking || m_state == State::Running; }

    /// Of what was asked for, what is not there or cannot be read, and why; empty: nothing.
    QString missing() const { return m_missing.join(u'\n'); }
    int laterCount() const { return int(m_later.size()); } ///< come after the import that runs

    /// Looks at these files (paths or file: addresses) beside those that are there already; while an import runs they
    /// wait, and are looked at when its report is closed.
    Q_INVOKABLE void add(const QVariantList& files);
    Q_INVOKABLE void leaveOut(const QString& id);
    Q_INVOKABLE void select(const QString& id);
    Q_INVOKABLE void setKind(const QString& kind);
    Q_INVOKABLE void setColumn(const QString& field, int column);
    Q_INVOKABLE void setDateOrder(const QString& order);
    Q_INVOKABLE void start();
    Q_INVOKABLE void startSample(); ///< the sample that comes with the program
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void close(); ///< forgets all; a running import is not ended by it

Q_SIGNALS:
    void changed();
    void progressed();
    void finished();

private:
    void look();
    void show(ImportPreviewView preview);
    void check();
    void run(ImportRequest request);
    QString whatTheAgentRead() const;
    void finish(const Answer<ImportReportView>& answer);
    TableChoiceView* choice();
    const ImportFileView* find(const QString& id) const;

    WorkspaceSource& m_source;
    const Formats& m_formats;
    std::unique_ptr<ImportFileModel> m_files;
    std::unique_ptr<ImportProblemModel> m_problems;
    ImportRequest m_request;
    ImportReportView m_report;
    ImportProgressView m_progress;
    QStringList m_later, m_missing;
    QTimer m_soon;
    QString m_problem, m_current, m_forecast;
    State m_state = State::Idle;
    qint64 m_bytes = 0;
    int m_round = 0; ///< answers of an older look do not count
    bool m_asksOwn = false, m_checking = false;
};

}
