// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/formats.hpp"
#include "app/models/role_list_model.hpp"
#include "app/models/undo_log.hpp"
#include <QTimer>
#include <QVariantMap>

namespace agentarmy::app {

using InsightListModel = RoleListModel<InsightView>;

/// What there is to tell about the deals: open alerts, or those that were answered.
class InsightsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* rows READ rows CONSTANT)
    Q_PROPERTY(bool answered READ answered WRITE setAnswered NOTIFY changed) ///< those are shown
    Q_PROPERTY(int waiting READ waiting NOTIFY changed) ///< open ones
    Q_PROPERTY(int answeredCount READ answeredCount NOTIFY changed)
    Q_PROPERTY(QString currentId READ currentId NOTIFY currentChanged)
public:
    enum class State { Loading, Ready, Empty, Failed };
    Q_ENUM(State)
    InsightsModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent = nullptr);

    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QAbstractItemModel* rows() const { return m_rows.get(); }
    bool answered() const { return m_answered; }
    void setAnswered(bool answered);
    int waiting() const;
    int answeredCount() const { return int(m_all.size()) - waiting(); }
    QString currentId() const { return m_current; }
    const std::vector<InsightView>& all() const { return m_all; }

    Q_INVOKABLE void load();
    Q_INVOKABLE void loadOnce();
    Q_INVOKABLE void select(const QString& id);
    Q_INVOKABLE void step(int by);
    Q_INVOKABLE int rowOf(const QString& id) const { return m_rows->rowOf(id); }
    /// "useful", "false_alarm", or empty: open again.
    Q_INVOKABLE void answer(const QString& id, const QString& answer);
    Q_INVOKABLE void snooze(const QString& id, const QDateTime& until);

Q_SIGNALS:
    void changed();
    void currentChanged();

private:
    void arrange();
    void say(const QString& id, const QString& answer, const QDateTime& until, const QString& said);

    WorkspaceSource& m_source;
    UndoLog& m_undo;
    const Formats& m_formats;
    std::vector<InsightView> m_all;
    std::unique_ptr<InsightListModel> m_rows;
    QTimer m_soon;
    QString m_problem, m_current;
    State m_state = State::Loading;
    bool m_asked = false, m_answered = false;
};

}
