// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace agentarmy::app {

/// A server as a person sees it; security: "tls", "starttls", "none".
struct MailServerView {
    QString host;
    int port = 0;
    QString security = QStringLiteral("tls");
    QString user;
    bool operator==(const MailServerView&) const = default;
};

/// How a mailbox is doing. The numbers are those of MailboxState.
struct MailboxStateView {
    enum State { Off, Connecting, Importing, Reading, UpToDate, Retrying, NeedsYou };
    int state = Off;
    QString folder; ///< while importing or reading
    qint64 done = 0, total = 0;
    QString problem; ///< retrying, needs you
    QDateTime retryAt, checkedAt;
    bool operator==(const MailboxStateView&) const = default;
};

struct MailboxView {
    QString id; ///< empty: not connected yet
    QString address, senderName;
    MailServerView incoming, outgoing; ///< outgoing without a host: nothing is sent
    bool knownOnly = false; ///< mails of strangers are left out
    bool keepDeleted = false;
    bool enabled = true;
    int sinceDays = 180;
    QString note; ///< of a guess: what the provider asks for
    MailboxStateView state;
    bool operator==(const MailboxView&) const = default;
};

/// What came of trying one.
struct MailboxCheckView {
    QString incomingProblem, outgoingProblem; ///< empty: it works
    QStringList folders; ///< that are read
    int mails = 0;
};

/// Where passwords lie.
struct SecretsView {
    bool inKeychain = false; ///< else in a sealed file of the workspace
    bool locked = false; ///< the file waits for its passphrase
    bool isNew = false; ///< locked, and none was chosen yet
};

}
