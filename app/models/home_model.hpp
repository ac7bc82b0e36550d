// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/formats.hpp"
#include "app/models/role_list_model.hpp"
#include "app/models/undo_log.hpp"
#include "app/view/home_view.hpp"
#include <QTimer>
#include <QVariantMap>

namespace agentarmy::app {
class ApprovalsModel;

using HomeActionModel = RoleListModel<HomeActionView>;
using AttentionModel = RoleListModel<AttentionView>;
using DeedModel = RoleListModel<DeedView>;

/// What somebody sees first: what to do next, deals that need a look, own numbers, and what the agent did since.
class HomeModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString greeting READ greeting NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* actions READ actions CONSTANT)
    Q_PROPERTY(QAbstractItemModel* attention READ attention CONSTANT)
    Q_PROPERTY(QAbstractItemModel* deeds READ deeds CONSTANT)
    Q_PROPERTY(QVariantList gauges READ gauges NOTIFY changed)
    Q_PROPERTY(QString periodName READ periodName NOTIFY changed)
    Q_PROPERTY(QString periodLeft READ periodLeft NOTIFY changed)
    Q_PROPERTY(QString scope READ scope NOTIFY changed)
    Q_PROPERTY(QString deedsTitle READ deedsTitle NOTIFY changed)
    Q_PROPERTY(int actionCount READ actionCount NOTIFY changed)
    Q_PROPERTY(int hiddenCount READ hiddenCount NOTIFY changed)
    Q_PROPERTY(bool all READ all WRITE setAll NOTIFY changed)
    Q_PROPERTY(int attentionCount READ attentionCount NOTIFY changed)
    Q_PROPERTY(QString currentId READ currentId NOTIFY currentChanged)
    Q_PROPERTY(QVariantMap current READ current NOTIFY currentChanged)
public:
    enum class State { Loading, Ready, Empty, Failed };
    Q_ENUM(State)

    HomeModel(WorkspaceSource& source, UndoLog& undo, ApprovalsModel& approvals, const Formats& formats,
        QObject* parent = nullptr);
    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QString greeting() const;
    QString summary() const;
    QAbstractItemModel* actions() const { return m_actions.get(); }
    QAbstractItemModel* attention() const { return m_attention.get(); }
    QAbstractItemModel* deeds() const { return m_deeds.get(); }
    /// Maps with type, name, value, of, share, pace, tone, tip, hasTarget, targetText.
    QVariantList gauges() const;
    QString periodName() const; ///< "Fourth quarter"
    QString periodLeft() const; ///< "14 days left"
    QString scope() const; ///< whose deals it is about, if not only the viewer's
    QString deedsTitle() const;
    int actionCount() const { return m_view.actionCount; }
    int hiddenCount() const { return int(m_view.actions.size()) - m_actions->rowCount(); }
    bool all() const { return m_all; } ///< whether more than the first few actions are shown
    void setAll(bool all);
    int attentionCount() const { return m_view.attentionCount; }
    QString currentId() const { return m_current; }
    /// Of the selected one: draftId, dealId, conversationId, quote, canApprove.
    QVariantMap current() const;

    Q_INVOKABLE void load();
    Q_INVOKABLE void select(const QString& id);
    Q_INVOKABLE void step(int by);
    Q_INVOKABLE int rowOf(const QString& id) const { return m_actions->rowOf(id); }
    Q_INVOKABLE void approve(const QString& id); ///< its draft
    Q_INVOKABLE void notNow(const QString& id); ///< until tomorrow morning
    Q_INVOKABLE QVariantMap detail(const QString& id) const; ///< as `current`, of any
    /// `text` as people write it: "560,000", "560k"; empty takes the target away. False: it cannot be read.
    Q_INVOKABLE bool setTarget(const QString& type, const QString& text);

Q_SIGNALS:
    void changed();
    void currentChanged();

private:
    void show(HomeView view);
    void showActions();
    const HomeActionView* find(const QString& id) const;

    WorkspaceSource& m_source;
    UndoLog& m_undo;
    ApprovalsModel& m_approvals;
    const Formats& m_formats;
    HomeView m_view;
    std::unique_ptr<HomeActionModel> m_actions;
    std::unique_ptr<AttentionModel> m_attention;
    std::unique_ptr<DeedModel> m_deeds;
    QTimer m_soon; ///< many changes, one look
    QString m_problem, m_current, m_name;
    State m_state = State::Loading;
    bool m_asked = false, m_all = false;
};

}
