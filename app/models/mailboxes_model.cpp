// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/mailboxes_model.hpp"
#include "app/theme/theme.hpp"

namespace agentarmy::app {
namespace {

int toneOf(const MailboxView& mailbox)
{
    switch (mailbox.state.state) {
    case MailboxStateView::UpToDate:
        return int(Theme::Good);
    case MailboxStateView::NeedsYou:
        return int(Theme::Bad);
    case MailboxStateView::Retrying:
        return int(Theme::Warn);
    default:
        return int(Theme::Neutral);
    }
}

double shareOf(const MailboxView& mailbox)
{
    const auto& state = mailbox.state;
    const bool reads = state.state == MailboxStateView::Importing || state.state == MailboxStateView::Reading;
    return reads && state.total > 20 ? double(state.done) / double(state.total) : -1;
}
}

MailboxesModel::MailboxesModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_undo(undo)
    , m_formats(formats)
{
    using Row = MailboxView;
    m_rows = std::make_unique<MailboxListModel>(std::vector<MailboxListModel::Role> {
        {"mailboxId", [](const Row& row) { return row.id; }}, {"address", [](const Row& row) { return row.address; }},
        {"line", [this](const Row& row) { return stateText(row); }},
        {"tone", [](const Row& row) { return toneOf(row); }}, {"share", [](const Row& row) { return shareOf(row); }},
        {"sends", [](const Row& row) { return !row.outgoing.host.isEmpty(); }}});
    connect(&source, &WorkspaceSource::mailboxesChanged, this, [this] {
        if (m_state != State::Loading)
            load();
    });
    connect(&source, &WorkspaceSource::workspaceReplaced, this, [this] {
        m_state = State::Loading;
        Q_EMIT changed();
    });
    connect(&source, &WorkspaceSource::mailboxStatus, this, [this](const QString& id, const MailboxStateView& state) {
        auto all = m_rows->rows();
        for (auto& row : all)
            if (row.id == id)
                row.state = state;
        m_rows->show(std::move(all));
    });
}

QString MailboxesModel::stateText(const MailboxView& mailbox) const
{
    const auto& state = mailbox.state;
    const auto number = [this](qint64 count) { return m_formats.locale().toString(count); };
    switch (state.state) {
    case MailboxStateView::Connecting:
        return tr("Signing in …");
    case MailboxStateView::Importing:
        return tr("Reading what is there: %1, %2 of %3").arg(state.folder, number(state.done), number(state.total));
    case MailboxStateView::Reading:
        return state.total > 0 ? tr("Reading new mail: %1 of %2").arg(number(state.done), number(state.total))
                               : tr("Reading new mail");
    case MailboxStateView::UpToDate:
        return tr("Up to date");
    case MailboxStateView::Retrying:
        return state.retryAt.isValid()
            ? tr("%1 It tries again %2.")
                  .arg(state.problem, m_formats.stamp(state.retryAt, QDateTime::currentDateTime()))
            : state.problem;
    case MailboxStateView::NeedsYou:
        return state.problem;
    default:
        return mailbox.enabled ? tr("Not read at the moment") : tr("Switched off");
    }
}

void MailboxesModel::load()
{
    loadSecrets();
    m_source.mailboxes().then(this, [this](Answer<std::vector<MailboxView>> answer) {
        m_problem = answer ? QString() : answer.error().text;
        if (answer)
            show(std::move(*answer));
        else
            m_state = State::Failed;
        Q_EMIT changed();
    });
}

void MailboxesModel::show(std::vector<MailboxView> mailboxes)
{
    m_state = mailboxes.empty() ? State::Empty : State::Ready;
    m_rows->show(std::move(mailboxes));
}

void MailboxesModel::loadSecrets()
{
    m_source.secrets().then(this, [this](const Answer<SecretsView>& answer) {
        if (answer)
            m_secrets = *answer;
        Q_EMIT secretsChanged();
    });
}

void MailboxesModel::unlock(const QString& passphrase)
{
    m_source.unlockSecrets(passphrase).then(this, [this](const Answer<bool>& answer) {
        m_lockProblem = answer ? QString() : answer.error().text;
        loadSecrets();
    });
}

void MailboxesModel::lookNow() { m_source.lookForMail(); }

QVariantMap MailboxesModel::form() const
{
    return {{QStringLiteral("id"), m_form.id}, {QStringLiteral("address"), m_form.address},
        {QStringLiteral("senderName"), m_form.senderName}, {QStringLiteral("imapHost"), m_form.incoming.host},
        {QStringLiteral("imapPort"), m_form.incoming.port ? QString::number(m_form.incoming.port) : QString()},
        {QStringLiteral("imapSecurity"), m_form.incoming.security}, {QStringLiteral("smtpHost"), m_form.outgoing.host},
        {QStringLiteral("smtpPort"), m_form.outgoing.port ? QString::number(m_form.outgoing.port) : QString()},
        {QStringLiteral("smtpSecurity"), m_form.outgoing.security}, {QStringLiteral("user"), m_form.incoming.user},
        {QStringLiteral("knownOnly"), m_form.knownOnly}, {QStringLiteral("keepDeleted"), m_form.keepDeleted},
        {QStringLiteral("sinceDays"), m_form.sinceDays}, {QStringLiteral("note"), m_form.note}};
}

void MailboxesModel::begin(const QString& mailboxId)
{
    m_form = {};
    m_ownServers = false;
    for (const auto& row : m_rows->rows())
        if (!mailboxId.isEmpty() && row.id == mailboxId) {
            m_form = row;
            m_ownServers = true;
        }
    m_formProblem.clear();
    m_found.clear();
    Q_EMIT formChanged();
}

void MailboxesModel::set(const QString& field, const QVariant& value)
{
    const auto before = m_form;
    const auto words = value.toString();
    if (field == QLatin1String("address") && m_form.id.isEmpty()) {
        const auto name = m_form.senderName;
        if (!m_ownServers) {
            const bool knownOnly = m_form.knownOnly;
            const bool keepDeleted = m_form.keepDeleted;
            const int sinceDays = m_form.sinceDays;
            m_form = m_source.guessMailbox(words);
            m_form.knownOnly = knownOnly;
            m_form.keepDeleted = keepDeleted;
            m_form.sinceDays = sinceDays;
            if (!name.isEmpty())
                m_form.senderName = name;
        }
        m_form.address = words;
    } else if (field == QLatin1String("senderName")) {
        m_form.senderName = words;
    } else if (field == QLatin1String("imapHost")) {
        m_form.incoming.host = words;
    } else if (field == QLatin1String("imapPort")) {
        m_form.incoming.port = words.toInt();
    } else if (field == QLatin1String("imapSecurity")) {
        m_form.incoming.security = words;
    } else if (field == QLatin1String("smtpHost")) {
        m_form.outgoing.host = words;
    } else if (field == QLatin1String("smtpPort")) {
        m_form.outgoing.port = words.toInt();
    } else if (field == QLatin1String("smtpSecurity")) {
        m_form.outgoing.security = words;
    } else if (field == QLatin1String("user")) {
        m_form.incoming.user = m_form.outgoing.user = words;
    } else if (field == QLatin1String("knownOnly")) {
        m_form.knownOnly = value.toBool();
    } else if (field == QLatin1String("keepDeleted")) {
        m_form.keepDeleted = value.toBool();
    } else if (field == QLatin1String("sinceDays")) {
        m_form.sinceDays = std::clamp(value.toInt(), 1, 36500);
    }
    if (before == m_form)
        return;
    if (before.incoming != m_form.incoming || before.outgoing != m_form.outgoing)
        m_ownServers = m_ownServers || field != QLatin1String("address");
    m_formProblem.clear();
    m_found.clear();
    Q_EMIT formChanged();
}

void MailboxesModel::check(const QString& password) { tryIt(password, false); }
void MailboxesModel::keep(const QString& password) { tryIt(password, true); }
void MailboxesModel::stop() { m_source.cancelCheck(); }

void MailboxesModel::tryIt(const QString& password, bool thenKeep)
{
    if (!m_busy.isEmpty())
        return;
    m_busy = tr("Signing in to the servers");
    m_formProblem.clear();
    m_found.clear();
    Q_EMIT formChanged();
    m_source.checkMailbox(m_form, password)
        .then(this, [this, password, thenKeep](const Answer<MailboxCheckView>& answer) {
            m_busy.clear();
            if (!answer) {
                if (answer.error().code != QLatin1String("stopped"))
                    m_formProblem = answer.error().text;
                return Q_EMIT formChanged();
            }
            if (!answer->incomingProblem.isEmpty())
                m_formProblem = tr("Reading: %1").arg(answer->incomingProblem);
            else
                m_found
                    += tr("Reading works: %1 mails in %2")
                           .arg(m_formats.locale().toString(answer->mails), answer->folders.join(QStringLiteral(", ")));
            if (!answer->outgoingProblem.isEmpty()) {
                if (!m_formProblem.isEmpty())
                    m_formProblem += u'\n';
                m_formProblem += tr("Sending: %1").arg(answer->outgoingProblem);
            } else if (!m_form.outgoing.host.isEmpty()) {
                m_found += tr("Sending works");
            }
            if (thenKeep && m_formProblem.isEmpty())
                return store(password);
            Q_EMIT formChanged();
        });
}

void MailboxesModel::store(const QString& password)
{
    m_busy = tr("Keeping it");
    Q_EMIT formChanged();
    m_source.keepMailbox(m_form, password).then(this, [this](const Answer<bool>& answer) {
        m_busy.clear();
        m_formProblem = answer ? QString() : answer.error().text;
        Q_EMIT formChanged();
        if (!answer)
            return;
        m_undo.say(
            m_form.id.isEmpty() ? tr("Connected: %1").arg(m_form.address) : tr("Changed: %1").arg(m_form.address));
        load();
        Q_EMIT connected();
    });
}

void MailboxesModel::disconnect(const QString& mailboxId, bool withMessages)
{
    QString address;
    for (const auto& row : m_rows->rows())
        if (row.id == mailboxId)
            address = row.address;
    m_busy = tr("Disconnecting");
    Q_EMIT formChanged();
    m_source.disconnectMailbox(mailboxId, withMessages)
        .then(this, [this, address, withMessages](const Answer<int>& answer) {
            m_busy.clear();
            m_formProblem = answer ? QString() : answer.error().text;
            Q_EMIT formChanged();
            if (!answer)
                return m_undo.complain(answer.error().text);
            m_undo.say(withMessages ? tr("Disconnected: %1. %2 messages are deleted.")
                                          .arg(address, m_formats.locale().toString(*answer))
                                    : tr("Disconnected: %1. Its password is deleted.").arg(address));
            load();
            Q_EMIT connected();
        });
}

}
