// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/formats.hpp"
#include "app/models/role_list_model.hpp"
#include "app/models/undo_log.hpp"
#include <QSet>
#include <QTimer>
#include <QUrl>

namespace agentarmy::app {

using ApprovalListModel = RoleListModel<ApprovalView>;

/// The one queue of what waits for a yes. An approved mail is handed to the mail program once it can no longer be
/// taken back; where there is none it is written as a file. What an earlier run approved and did not hand over waits
/// for a click.
class ApprovalsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* rows READ rows CONSTANT)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    Q_PROPERTY(QString currentId READ currentId NOTIFY currentChanged)
    Q_PROPERTY(QVariantMap current READ current NOTIFY currentChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(int round READ round NOTIFY changed) ///< grows with each look: what draftOf() says may be another one
public:
    enum class State { Loading, Ready, Empty, Failed };
    Q_ENUM(State)
    /// Opens an address with the program that the system has for it; false: there is none.
    using Opener = std::function<bool(const QUrl&)>;

    ApprovalsModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent = nullptr);
    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QAbstractItemModel* rows() const { return m_rows.get(); }
    int waiting() const; ///< for a decision
    QString currentId() const { return m_current; }
    /// Of the selected one: id, title, line, to, why, asks, otherwise, subject, body, edited, diff, findings, passed,
    /// blocked, stale, inOutbox, own, scheduled, leaves, conversationId, place.
    QVariantMap current() const;
    bool busy() const { return m_busy; }
    int round() const { return m_round; }
    void setOpener(Opener opener) { m_open = std::move(opener); }

    Q_INVOKABLE void load();
    Q_INVOKABLE void select(const QString& id);
    Q_INVOKABLE void step(int by);
    Q_INVOKABLE void approve();
    /// The same for one that another page shows; with a moment: it leaves then.
    Q_INVOKABLE void approveDraft(const QString& id, const QDateTime& sendAt = {});
    /// The newest that waits in this conversation or is in its outbox; empty: none.
    Q_INVOKABLE QString draftOf(const QString& conversationId) const;
    Q_INVOKABLE void tryAgain(); ///< to send what could not be sent
    Q_INVOKABLE void takeBack(); ///< the selected one, from the outbox
    Q_INVOKABLE void sendNow(); ///< the selected one, that was to leave later
    Q_INVOKABLE void reject(const QString& reason);
    Q_INVOKABLE void edit(const QString& subject, const QString& body);
    Q_INVOKABLE void handOver(); ///< the selected one, now

Q_SIGNALS:
    void changed();
    void currentChanged();

private:
    const ApprovalView* find(const QString& id) const;
    void decide(const DraftDecision& decision, const QString& said);
    void send(const ApprovalView& draft);
    void show(std::vector<ApprovalView> drafts);
    void tick();

    WorkspaceSource& m_source;
    UndoLog& m_undo;
    const Formats& m_formats;
    Opener m_open;
    std::unique_ptr<ApprovalListModel> m_rows;
    QSet<QString> m_toSend; ///< approved in this run
    QHash<QString, QDateTime> m_wanted; ///< to be approved once they are read, with when they are to leave
    QTimer m_timer;
    QString m_problem, m_current;
    State m_state = State::Loading;
    int m_round = 0;
    bool m_busy = false;
};

/// The mail as an address that mail programs open as a new message (RFC 6068).
QUrl mailAddress(const ApprovalView& draft);

}
