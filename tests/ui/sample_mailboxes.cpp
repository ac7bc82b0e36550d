// SPDX-License-Identifier: AGPL-3.0-or-later
// Mailboxes in memory: the password "secret" is right, a server named "nowhere" cannot be reached.
#include "tests/ui/sample_source.hpp"
#include <QTimer>

namespace agentarmy::app {

QFuture<Answer<std::vector<MailboxView>>> SampleSource::mailboxes()
{
    return later<std::vector<MailboxView>>(
        QStringLiteral("mailboxes"), [this]() -> Answer<std::vector<MailboxView>> { return m_mailboxes; });
}

MailboxView SampleSource::guessMailbox(const QString& address) const
{
    MailboxView view;
    view.address = address;
    view.senderName = viewer().name;
    const auto domain = address.section(u'@', 1);
    if (domain.isEmpty())
        return view;
    view.incoming = {QStringLiteral("imap.") + domain, 993, QStringLiteral("tls"), address};
    view.outgoing = {QStringLiteral("smtp.") + domain, 465, QStringLiteral("tls"), address};
    if (domain == QLatin1String("gmail.com"))
        view.note = QStringLiteral("Make an app password in the settings of your account and use it here.");
    return view;
}

QFuture<Answer<SecretsView>> SampleSource::secrets()
{
    return later<SecretsView>(QStringLiteral("secrets"), [this]() -> Answer<SecretsView> { return m_secrets; });
}

void SampleSource::lockSecrets(bool isNew)
{
    m_secrets = {false, true, isNew};
    m_passphrase = isNew ? QString() : QStringLiteral("correct horse");
}

QFuture<Answer<bool>> SampleSource::unlockSecrets(const QString& passphrase)
{
    return later<bool>(QStringLiteral("unlockSecrets"), [this, passphrase]() -> Answer<bool> {
        if (m_passphrase.isEmpty())
            m_passphrase = passphrase;
        if (passphrase != m_passphrase)
            return tl::unexpected(Problem {
                QStringLiteral("wrong_passphrase"), QStringLiteral("That is not the passphrase of this workspace.")});
        m_secrets = {false, false, false};
        return true;
    });
}

QFuture<Answer<MailboxCheckView>> SampleSource::checkMailbox(const MailboxView& mailbox, const QString& password)
{
    return later<MailboxCheckView>(QStringLiteral("checkMailbox"), [mailbox, password]() -> Answer<MailboxCheckView> {
        MailboxCheckView found;
        if (mailbox.incoming.host.contains(QLatin1String("nowhere")))
            found.incomingProblem = QStringLiteral("The mail server cannot be reached.");
        else if (password != QLatin1String("secret") && !(password.isEmpty() && !mailbox.id.isEmpty()))
            found.incomingProblem = QStringLiteral("The server refused the name or the password.");
        found.folders = {QStringLiteral("INBOX"), QStringLiteral("Sent")};
        found.mails = 1234;
        return found;
    });
}

QFuture<Answer<bool>> SampleSource::keepMailbox(const MailboxView& mailbox, const QString& /*password*/)
{
    return later<bool>(QStringLiteral("keepMailbox"), [this, mailbox]() -> Answer<bool> {
        auto kept = mailbox;
        if (kept.id.isEmpty()) {
            kept.id = QStringLiteral("mailbox-%1").arg(m_mailboxes.size() + 1);
            m_mailboxes.push_back(kept);
        } else {
            for (auto& each : m_mailboxes)
                if (each.id == kept.id)
                    each = kept;
        }
        QTimer::singleShot(0, this, [this] { Q_EMIT mailboxesChanged(); });
        return true;
    });
}

QFuture<Answer<int>> SampleSource::disconnectMailbox(const QString& mailboxId, bool withMessages)
{
    return later<int>(QStringLiteral("disconnectMailbox"), [this, mailboxId, withMessages]() -> Answer<int> {
        std::erase_if(m_mailboxes, [&](const MailboxView& each) { return each.id == mailboxId; });
        return withMessages ? 12 : 0;
    });
}

void SampleSource::lookForMail()
{
    for (const auto& each : m_mailboxes)
        tellMailbox(each.id, MailboxStateView::UpToDate, 0, 0, {});
}

void SampleSource::tellMailbox(const QString& id, int state, int done, int total, const QString& problem)
{
    MailboxStateView view;
    view.state = state;
    view.folder = QStringLiteral("INBOX");
    view.done = done;
    view.total = total;
    view.problem = problem;
    for (auto& each : m_mailboxes)
        if (each.id == id)
            each.state = view;
    Q_EMIT mailboxStatus(id, view);
}

}
