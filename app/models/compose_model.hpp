// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/models/accounts_model.hpp"
#include "app/models/approvals_model.hpp"
#include <QHash>
#include <QVariantMap>

namespace agentarmy::app {

/// A message that a person writes: an answer in a conversation, or a first mail. What is written is kept per
/// conversation while the program runs, and as a draft when it ends; begun() lets the program keep it beyond a crash.
class ComposeModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(bool active READ active NOTIFY changed)
    Q_PROPERTY(QString conversationId READ conversationId NOTIFY changed) ///< empty: a first mail
    Q_PROPERTY(QString personId READ personId NOTIFY changed)
    Q_PROPERTY(QString to READ to NOTIFY changed) ///< whose name stands above it
    Q_PROPERTY(QString subject READ subject WRITE setSubject NOTIFY textChanged)
    Q_PROPERTY(QString body READ body WRITE setBody NOTIFY textChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
public:
    ComposeModel(WorkspaceSource& source, UndoLog& undo, ApprovalsModel& approvals, const AccountsModel& accounts,
        QObject* parent = nullptr);
    ~ComposeModel() override; ///< what was begun is kept as drafts

    bool active() const { return m_active; }
    QString conversationId() const { return m_current.conversationId; }
    QString personId() const { return m_current.personId; }
    QString to() const { return m_to; }
    QString subject() const { return m_current.subject; }
    void setSubject(const QString& subject);
    QString body() const { return m_current.body; }
    void setBody(const QString& body);
    QString problem() const { return m_problem; }
    bool busy() const { return m_busy; }

    Q_INVOKABLE void reply(const QString& conversationId, const QString& to, const QString& subject);
    Q_INVOKABLE void write(const QString& personId, const QString& to); ///< both empty: to be chosen
    /// People with a mail address whose name, address or company holds `text`: maps with id, name, line; at most 8.
    Q_INVOKABLE QVariantList people(const QString& text) const;
    Q_INVOKABLE void choose(const QString& personId, const QString& name);
    Q_INVOKABLE void send(const QDateTime& at = {});
    Q_INVOKABLE void keep(); ///< as a draft among the approvals
    Q_INVOKABLE void putAside(); ///< closes it, the text stays for the next time
    Q_INVOKABLE void discard();

    static constexpr int mostBegun = 100, longestText = 1 << 20;
    /// What was begun and is not a draft yet: maps with conversationId, personId, to, subject, body, and open for the
    /// one that is being written.
    QVariantList begun() const;
    /// Takes up what an earlier run left; what makes no sense is left out.
    void takeUp(const QVariantList& begun);

Q_SIGNALS:
    void changed();
    void textChanged();

private:
    void begin(OwnMessageView message, const QString& to);
    void store(bool send, const QDateTime& at);

    WorkspaceSource& m_source;
    UndoLog& m_undo;
    ApprovalsModel& m_approvals;
    const AccountsModel& m_accounts;
    QHash<QString, OwnMessageView> m_begun; ///< by conversation; "" for a first mail
    OwnMessageView m_current;
    QString m_to, m_problem;
    bool m_active = false, m_busy = false;
};

}
