// SPDX-License-Identifier: AGPL-3.0-or-later
// Mailboxes, as the settings ask for them.
#include "app/source/engine_parts.hpp"
#include "core/engine/jobs/job_runner.hpp"
#include "core/engine/mailbox/known_servers.hpp"
#include "core/engine/mailbox/mailbox_desk.hpp"
#include "core/engine/records/reading.hpp"
#include <QCoreApplication>

namespace agentarmy::app {
namespace {

QString tr(const char* words) { return QCoreApplication::translate("EngineMailboxes", words); }

/// A problem of a mail server in the words of the person's language; the server's own words follow.
QString problemText(const Error& error)
{
    static const std::map<std::string, const char*, std::less<>> words {
        {"mail_unreachable", QT_TRANSLATE_NOOP("EngineMailboxes", "The mail server cannot be reached.")},
        {"mail_timeout", QT_TRANSLATE_NOOP("EngineMailboxes", "The mail server did not answer in time.")},
        {"mail_busy", QT_TRANSLATE_NOOP("EngineMailboxes", "The mail server asks to come back later.")},
        {"mail_tls", QT_TRANSLATE_NOOP("EngineMailboxes", "The connection cannot be protected. Nothing was sent.")},
        {"mail_sign_in", QT_TRANSLATE_NOOP("EngineMailboxes", "The server refused the name or the password.")},
        {"mail_folder_missing", QT_TRANSLATE_NOOP("EngineMailboxes", "A folder to read is not on the server.")},
        {"mail_protocol", QT_TRANSLATE_NOOP("EngineMailboxes", "The server's answer makes no sense.")},
        {"mail_unclear",
            QT_TRANSLATE_NOOP("EngineMailboxes",
                "The connection broke as the mail was handed over. It may have left: look for it before it is sent "
                "again.")},
        {"mail_refused", QT_TRANSLATE_NOOP("EngineMailboxes", "The mail server refused the mail.")},
        {"mail_deferred", QT_TRANSLATE_NOOP("EngineMailboxes", "The mail server asks to come back later.")},
        {"recipient_refused", QT_TRANSLATE_NOOP("EngineMailboxes", "The server knows no such recipient.")},
        {"contact_opted_out", QT_TRANSLATE_NOOP("EngineMailboxes", "They asked for no more messages.")},
        {"address_invalid", QT_TRANSLATE_NOOP("EngineMailboxes", "Mail to this address came back.")},
        {"keychain_unavailable", QT_TRANSLATE_NOOP("EngineMailboxes", "The system's keychain does not answer.")},
        {"secrets_locked", QT_TRANSLATE_NOOP("EngineMailboxes", "The passwords are sealed. Enter the passphrase.")},
        {"wrong_passphrase", QT_TRANSLATE_NOOP("EngineMailboxes", "That is not the passphrase of this workspace.")},
        {"mailbox_taken", QT_TRANSLATE_NOOP("EngineMailboxes", "This mailbox is connected already.")}};
    const auto found = words.find(error.code);
    if (found == words.end())
        return text(error.message);
    auto said = tr(found->second);
    if (const auto at = error.message.find("The server says: "); at != std::string::npos)
        said += u' ' + tr("It says: %1").arg(text(error.message.substr(at + 17)));
    else if (error.code == "mail_tls" || error.code == "mail_unreachable")
        if (const auto colon = error.message.find(": "); colon != std::string::npos)
            said += u' ' + text(error.message.substr(colon + 2));
    return said;
}

Problem toMailProblem(const Error& error)
{
    const auto field = error.details.find("field");
    const auto* name = field == error.details.end() ? nullptr : std::get_if<std::string>(&field->second);
    const auto rule = error.details.find("rule");
    const auto* says = rule == error.details.end() ? nullptr : std::get_if<std::string>(&rule->second);
    if (error.code == "validation_failed" && name) {
        const auto which = *name == "address" ? tr("Mail address")
            : *name == "password"             ? tr("Password")
            : *name == "passphrase"           ? tr("Passphrase")
            : name->starts_with("incoming")   ? tr("Server for reading")
            : name->starts_with("outgoing")   ? tr("Server for sending")
                                              : text(*name);
        return {text(error.code), tr("%1: %2.").arg(which, says ? text(*says) : text(error.message))};
    }
    return {text(error.code), problemText(error)};
}

MailServerView toServer(const MailServer& server)
{
    return {text(server.host), server.port, text(std::string(enumText(server.security))), text(server.user)};
}
MailServer fromServer(const MailServerView& view)
{
    return {view.host.trimmed().toStdString(), view.port,
        parseEnum<MailSecurity>(view.security.toStdString()).value_or(MailSecurity::tls),
        view.user.trimmed().toStdString()};
}

MailboxStateView toState(const MailboxStatus& status)
{
    MailboxStateView view;
    view.state = int(status.state);
    view.folder = text(status.folder);
    view.done = qint64(status.done);
    view.total = qint64(status.total);
    if (status.problem)
        view.problem = problemText(*status.problem);
    if (status.retryAt)
        view.retryAt = localTime(*status.retryAt);
    if (status.checkedAt)
        view.checkedAt = localTime(*status.checkedAt);
    return view;
}

MailboxView toView(const Mailbox& mailbox)
{
    MailboxView view;
    view.id = text(mailbox.id.text());
    view.address = text(mailbox.address);
    view.senderName = text(mailbox.senderName);
    view.incoming = toServer(mailbox.incoming);
    view.outgoing = toServer(mailbox.outgoing);
    view.knownOnly = mailbox.reading == MailReading::known;
    view.keepDeleted = mailbox.keepDeleted;
    view.enabled = mailbox.enabled;
    view.sinceDays = mailbox.sinceDays;
    return view;
}

void take(const MailboxView& view, Mailbox& mailbox)
{
    mailbox.address = view.address.trimmed().toStdString();
    mailbox.senderName = view.senderName.trimmed().toStdString();
    mailbox.incoming = fromServer(view.incoming);
    mailbox.outgoing = fromServer(view.outgoing);
    mailbox.reading = view.knownOnly ? MailReading::known : MailReading::everybody;
    mailbox.keepDeleted = view.keepDeleted;
    mailbox.enabled = view.enabled;
    mailbox.sinceDays = view.sinceDays;
}

Result<Mailbox> storedOr(Store& store, const Context& context, const MailboxView& view)
{
    Mailbox mailbox;
    if (!view.id.isEmpty()) {
        const auto id = idOf<Mailbox>(view.id);
        if (!id)
            return fail(id.error());
        auto stored = readEntity(store, context, *id);
        if (!stored)
            return stored;
        mailbox = std::move(*stored);
    }
    take(view, mailbox);
    return mailbox;
}
}

QString sendingProblem(const ActionExecution& execution)
{
    return problemText({ErrorKind::unavailable, execution.errorCode, execution.error, {}});
}

MailboxParts EngineSource::Engine::mailboxParts()
{
    return {{*store, model, ids, clock}, mailFiles, mailServers, *secrets, random};
}

Result<void> EngineSource::Engine::understand(const Context& who)
{
    const std::lock_guard one(understanding);
    auto workspace = readWorkspace(*store, who);
    if (!workspace)
        return fail(workspace.error());
    auto done = JobRunner({*store, model, ids, clock}, who, *workspace).drain(2);
    if (!done)
        return fail(done.error());
    return {};
}

Result<bool> EngineSource::Engine::sendsMail()
{
    const auto stored = readEntities<Mailbox>(*store, context, {});
    if (!stored)
        return fail(stored.error());
    return std::ranges::any_of(
        *stored, [](const Mailbox& mailbox) { return mailbox.enabled && !mailbox.outgoing.host.empty(); });
}

void EngineSource::keepMailboxes()
{
    m_keepsMailboxes = true;
    m_mailer.start([this] { startKeeper(); });
}

/// On the mailer's thread, or when all others stand still.
void EngineSource::startKeeper()
{
    auto& engine = *m_engine;
    if (!m_keepsMailboxes)
        return;
    MailboxKeeper::Told told;
    told.status = [this](Id<Mailbox> id, const MailboxStatus& status) {
        QMetaObject::invokeMethod(
            this,
            [this, mailbox = text(id.text()), view = toState(status)] {
                Q_EMIT mailboxStatus(mailbox, view);
                if (view.state == MailboxStateView::UpToDate)
                    lookAround(); // what came shows at once
            },
            Qt::QueuedConnection);
    };
    told.outbox = [this](const OutboxReport&) {
        QMetaObject::invokeMethod(
            this, [this] { lookAround(); }, Qt::QueuedConnection);
    };
    auto keeper = std::make_unique<MailboxKeeper>(
        engine.mailboxParts(), engine.context, SyncRules {},
        [&engine](const Context& who) { return engine.understand(who); }, std::move(told));
    if (const auto started = keeper->reload(); !started)
        qWarning("Mailboxes were not started: %s", started.error().message.c_str());
    const std::lock_guard lock(engine.keeperGuard);
    engine.keeper = std::move(keeper);
}

void EngineSource::wakeOutbox()
{
    const std::lock_guard lock(m_engine->keeperGuard);
    if (m_engine->keeper)
        m_engine->keeper->approved();
}

void EngineSource::reloadMailboxes()
{
    auto& engine = *m_engine;
    {
        const std::lock_guard lock(engine.keeperGuard);
        if (engine.keeper)
            if (const auto done = engine.keeper->reload(); !done)
                qWarning("Mailboxes were not read: %s", done.error().message.c_str());
    }
    QMetaObject::invokeMethod(
        this,
        [this] {
            Q_EMIT mailboxesChanged();
            Q_EMIT approvalsChanged(); // messages leave by themselves now, or no longer
        },
        Qt::QueuedConnection);
}

QFuture<Answer<std::vector<MailboxView>>> EngineSource::mailboxes()
{
    return reading<std::vector<MailboxView>>([](Engine& engine) -> Answer<std::vector<MailboxView>> {
        Query query;
        query.sort = SortKey::name;
        const auto stored = readEntities<Mailbox>(*engine.store, engine.context, query);
        if (!stored)
            return failed(stored);
        std::map<Id<Mailbox>, MailboxStatus> states;
        {
            const std::lock_guard lock(engine.keeperGuard);
            if (engine.keeper)
                states = engine.keeper->status();
        }
        std::vector<MailboxView> views;
        for (const auto& mailbox : *stored) {
            auto view = toView(mailbox);
            if (const auto state = states.find(mailbox.id); state != states.end())
                view.state = toState(state->second);
            views.push_back(std::move(view));
        }
        return views;
    });
}

MailboxView EngineSource::guessMailbox(const QString& address) const
{
    const auto guess = guessServers(address.toStdString());
    MailboxView view;
    view.address = address.trimmed().toLower();
    view.incoming = toServer(guess.incoming);
    view.outgoing = toServer(guess.outgoing);
    view.note = text(guess.note);
    const auto info = m_engine->info();
    if (const auto* self = info->user(info->self))
        view.senderName = text(self->name);
    return view;
}

QFuture<Answer<SecretsView>> EngineSource::secrets()
{
    return QtConcurrent::run(&m_mailer, [this]() -> Answer<SecretsView> {
        auto& kept = *m_engine->secrets;
        SecretsView view;
        view.inKeychain = kept.place() == SecretPlace::keychain;
        view.locked = kept.needsPassphrase();
        view.isNew = kept.isNew();
        return view;
    });
}

QFuture<Answer<bool>> EngineSource::unlockSecrets(const QString& passphrase)
{
    return QtConcurrent::run(&m_mailer, [this, passphrase]() -> Answer<bool> {
        if (const auto open = m_engine->secrets->unlock(passphrase.toStdString()); !open)
            return tl::unexpected(toMailProblem(open.error()));
        const std::lock_guard lock(m_engine->keeperGuard);
        if (m_engine->keeper)
            m_engine->keeper->hurryAll();
        return true;
    });
}

QFuture<Answer<MailboxCheckView>> EngineSource::checkMailbox(const MailboxView& view, const QString& password)
{
    m_mailStop.request_stop();
    m_mailStop = std::stop_source();
    return QtConcurrent::run(
        &m_mailer, [this, view, password, stop = m_mailStop.get_token()]() -> Answer<MailboxCheckView> {
            auto& engine = *m_engine;
            auto context = engine.context;
            context.stop = stop;
            const auto mailbox = storedOr(*engine.store, context, view);
            if (!mailbox)
                return failed(mailbox);
            const auto check
                = MailboxDesk(engine.mailboxParts(), *engine.store).check(context, *mailbox, password.toStdString());
            if (!check)
                return tl::unexpected(toMailProblem(check.error()));
            MailboxCheckView found;
            if (check->incoming)
                found.incomingProblem = problemText(*check->incoming);
            if (check->outgoing)
                found.outgoingProblem = problemText(*check->outgoing);
            for (const auto& folder : check->read)
                found.folders += text(folder.name);
            found.mails = check->mails;
            return found;
        });
}

void EngineSource::cancelCheck() { m_mailStop.request_stop(); }

QFuture<Answer<bool>> EngineSource::keepMailbox(const MailboxView& view, const QString& password)
{
    return QtConcurrent::run(&m_mailer, [this, view, password]() -> Answer<bool> {
        auto& engine = *m_engine;
        auto mailbox = storedOr(*engine.store, engine.context, view);
        if (!mailbox)
            return failed(mailbox);
        MailboxDesk desk(engine.mailboxParts(), *engine.store);
        const auto kept = view.id.isEmpty() ? desk.add(engine.context, std::move(*mailbox), password.toStdString())
                                            : desk.change(engine.context, std::move(*mailbox), password.toStdString());
        if (!kept)
            return tl::unexpected(toMailProblem(kept.error()));
        if (const auto fresh = engine.readInfo(); !fresh)
            return failed(fresh);
        reloadMailboxes();
        if (!view.id.isEmpty()) {
            const std::lock_guard lock(engine.keeperGuard);
            if (engine.keeper)
                engine.keeper->hurry(kept->id); // perhaps only the password changed
        }
        return true;
    });
}

QFuture<Answer<int>> EngineSource::disconnectMailbox(const QString& mailboxId, bool withMessages)
{
    return QtConcurrent::run(&m_mailer, [this, mailboxId, withMessages]() -> Answer<int> {
        auto& engine = *m_engine;
        const auto id = idOf<Mailbox>(mailboxId);
        if (!id)
            return failed(id);
        auto mailbox = readEntity(*engine.store, engine.context, *id);
        if (!mailbox)
            return failed(mailbox);
        MailboxDesk desk(engine.mailboxParts(), *engine.store);
        mailbox->enabled = false; // nobody reads it meanwhile
        if (const auto off = desk.change(engine.context, *mailbox, {}); !off)
            return failed(off);
        reloadMailboxes();
        const auto done = desk.disconnect(engine.context, *id, withMessages);
        if (!done)
            return tl::unexpected(toMailProblem(done.error()));
        reloadMailboxes();
        QMetaObject::invokeMethod(
            this,
            [this] {
                Q_EMIT boardChanged();
                Q_EMIT conversationsChanged();
            },
            Qt::QueuedConnection);
        return done->messages;
    });
}

void EngineSource::lookForMail()
{
    m_mailer.start([this] {
        const std::lock_guard lock(m_engine->keeperGuard);
        if (m_engine->keeper)
            m_engine->keeper->hurryAll();
    });
}

}
