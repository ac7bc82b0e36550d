// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/formats.hpp"
#include "app/models/role_list_model.hpp"
#include "app/models/undo_log.hpp"
#include <QVariantMap>

namespace agentarmy::app {

using MailboxListModel = RoleListModel<MailboxView>;

/// The mailboxes that are read as mail comes, and the form that connects or changes one.
class MailboxesModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// mailboxId, address, line (how it is doing), tone, share (0 to 1 while importing, else -1), sends.
    Q_PROPERTY(QAbstractItemModel* rows READ rows CONSTANT)
    /// Of the form: id, address, senderName, imapHost, imapPort, imapSecurity, smtpHost, smtpPort, smtpSecurity, user,
    /// knownOnly, keepDeleted, sinceDays, note.
    Q_PROPERTY(QVariantMap form READ form NOTIFY formChanged)
    Q_PROPERTY(QString busy READ busy NOTIFY formChanged) ///< what is being done; empty: nothing
    Q_PROPERTY(QString formProblem READ formProblem NOTIFY formChanged)
    Q_PROPERTY(QStringList found READ found NOTIFY formChanged) ///< lines of what was tried and works
    Q_PROPERTY(bool inKeychain READ inKeychain NOTIFY secretsChanged)
    Q_PROPERTY(bool locked READ locked NOTIFY secretsChanged) ///< passwords wait for the passphrase
    Q_PROPERTY(bool newPassphrase READ newPassphrase NOTIFY secretsChanged)
    Q_PROPERTY(QString lockProblem READ lockProblem NOTIFY secretsChanged)
public:
    enum class State { Loading, Ready, Empty, Failed };
    Q_ENUM(State)

    MailboxesModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent = nullptr);
    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QAbstractItemModel* rows() const { return m_rows.get(); }
    QVariantMap form() const;
    QString busy() const { return m_busy; }
    QString formProblem() const { return m_formProblem; }
    QStringList found() const { return m_found; }
    bool inKeychain() const { return m_secrets.inKeychain; }
    bool locked() const { return m_secrets.locked; }
    bool newPassphrase() const { return m_secrets.isNew; }
    QString lockProblem() const { return m_lockProblem; }

    Q_INVOKABLE void load();
    Q_INVOKABLE void lookNow(); ///< for mail
    Q_INVOKABLE void begin(const QString& mailboxId); ///< fills the form; empty: for a new one
    Q_INVOKABLE void set(const QString& field, const QVariant& value);
    Q_INVOKABLE void check(const QString& password); ///< tries it; nothing is kept
    /// Tries it and keeps it if it works; connected() tells. An empty password: the kept one.
    Q_INVOKABLE void keep(const QString& password);
    Q_INVOKABLE void stop(); ///< what is being tried
    Q_INVOKABLE void disconnect(const QString& mailboxId, bool withMessages);
    Q_INVOKABLE void unlock(const QString& passphrase);

Q_SIGNALS:
    void changed();
    void formChanged();
    void secretsChanged();
    void connected();

private:
    void show(std::vector<MailboxView> mailboxes);
    void loadSecrets();
    void tryIt(const QString& password, bool thenKeep);
    void store(const QString& password);
    QString stateText(const MailboxView& mailbox) const;

    WorkspaceSource& m_source;
    UndoLog& m_undo;
    const Formats& m_formats;
    std::unique_ptr<MailboxListModel> m_rows;
    MailboxView m_form;
    bool m_ownServers = false; ///< a person said them: no guess replaces them
    SecretsView m_secrets;
    QString m_problem, m_busy, m_formProblem, m_lockProblem;
    QStringList m_found;
    State m_state = State::Loading;
};

}
