// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/mailbox/outbox.hpp"

#include "core/base/text.hpp"
#include "core/engine/records/again.hpp"
#include "core/engine/records/reading.hpp"
#include "core/rules/sales/draft_parsing.hpp"
#include "core/rules/sales/sending.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
constexpr auto offlinePause = std::chrono::minutes(2); // without a connection nothing was tried: no try is counted
constexpr auto unclearPause = std::chrono::seconds(20); // a server may file what it took a moment later
constexpr auto keptUnclear = std::chrono::minutes(3);
constexpr int mostConflicts = 5;

bool isOffline(const Error& error)
{
    return error.code == "mail_unreachable" || error.code == "keychain_unavailable" || error.code == "secrets_locked";
}

Error noLongerKnown()
{
    return {ErrorKind::unavailable, "mail_unclear",
        "The connection broke as the mail was handed over. It may have left: look for it before it is sent again.", {}};
}

std::string filesKey(Id<Mailbox> id) { return mailboxValues(id) + "files-sent"; }
}

bool filesSentMail(std::string_view outgoingHost)
{
    const auto host = asciiLower(outgoingHost);
    for (const std::string_view known : {"gmail.com", "googlemail.com", "office365.com", "outlook.com"})
        if (host == known || host.ends_with('.' + std::string(known)))
            return true;
    return false;
}

Outbox::Outbox(MailboxParts parts, Context context)
    : m_parts(parts)
    , m_context(std::move(context))
{
}

double Outbox::chance() { return double(m_parts.random.next() >> 11) / double(std::uint64_t(1) << 53); }

bool Outbox::serverFiles(const Mailbox& mailbox)
{
    if (filesSentMail(mailbox.outgoing.host))
        return true;
    auto learnt = m_parts.engine.store.value(m_context, filesKey(mailbox.id));
    return learnt && *learnt == "1";
}

Result<OutboxReport> Outbox::run()
{
    OutboxReport report;
    Query query;
    query.states = {"approved", "executing"};
    query.sort = SortKey::time;
    auto actions = readEntities<AgentAction>(m_parts.engine.store, m_context, query);
    if (!actions)
        return fail(actions.error());
    for (const auto& action : *actions) {
        if (m_context.stop.stop_requested())
            break;
        if (action.actionType == "send_email")
            if (auto done = handle(action, report); !done)
                return fail(done.error());
    }
    return report;
}

Result<void> Outbox::handle(const AgentAction& action, OutboxReport& report)
{
    const auto now = m_parts.engine.clock.now();
    auto due = now;
    const auto notBefore = [&](const std::optional<Timestamp>& time) {
        if (time)
            due = std::max(due, *time);
    };
    if (action.approval) {
        notBefore(action.approval->undoUntil);
        notBefore(action.approval->sendAt);
    }
    if (action.execution)
        notBefore(action.execution->nextTryAt);
    const auto waitUntil = [&](Timestamp at) { report.nextAt = report.nextAt ? std::min(*report.nextAt, at) : at; };
    if (action.status == AgentActionStatus::executing)
        return settle(action, report);
    if (due > now) {
        waitUntil(due);
        return {};
    }
    auto sender = senderFor(action);
    if (!sender)
        return fail(sender.error());
    if (!*sender)
        return {}; // no mailbox: it waits for the mail program, as before
    sales::SendInput input;
    if (action.contactId) {
        auto contact = readEntity(m_parts.engine.store, m_context, *action.contactId);
        if (!contact && contact.error().kind != ErrorKind::notFound)
            return fail(contact.error());
        if (contact) {
            input.optedOut = contact->optedOut;
            const auto& to = action.effective().to;
            input.addressInvalid
                = contact->addressInvalid && !to.empty() && to.front().address == contact->contactEmail;
        }
    }
    const auto decision = sales::sendDecision(input, now);
    if (decision.verdict == sales::SendVerdict::refuse)
        return giveUp(action,
            {ErrorKind::denied, decision.code,
                decision.code == "contact_opted_out" ? "They asked for no more messages."
                                                     : "Mail to this address came back. Correct the address first.",
                {}},
            report);
    return send(action, **sender, report);
}

Result<std::optional<Outbox::Sender>> Outbox::senderFor(const AgentAction& action)
{
    Query query;
    query.sort = SortKey::name;
    auto mailboxes = readEntities<Mailbox>(m_parts.engine.store, m_context, query);
    if (!mailboxes)
        return fail(mailboxes.error());
    std::erase_if(*mailboxes, [](const Mailbox& mailbox) { return !mailbox.enabled || mailbox.outgoing.host.empty(); });
    if (mailboxes->empty())
        return std::optional<Sender>();
    auto chosen = mailboxes->front();
    // The one that their last mail was written to answers it.
    if (action.conversationId && mailboxes->size() > 1) {
        Query newest;
        newest.parentId = action.conversationId->value();
        newest.states = {"person"};
        newest.sort = SortKey::time;
        newest.descending = true;
        auto messages = readEntities<Message>(m_parts.engine.store, m_context, newest);
        if (!messages)
            return fail(messages.error());
        const auto takesPart = [](const Message& message, const Mailbox& mailbox) {
            const auto is = [&](const Party& party) { return party.address == mailbox.address; };
            return is(message.from) || std::ranges::any_of(message.to, is) || std::ranges::any_of(message.cc, is);
        };
        for (const auto& message : *messages) {
            const auto found
                = std::ranges::find_if(*mailboxes, [&](const Mailbox& mailbox) { return takesPart(message, mailbox); });
            if (found != mailboxes->end()) {
                chosen = *found;
                break;
            }
        }
    }
    Sender sender {chosen, chosen.senderName};
    if (sender.name.empty()) {
        auto workspace = readWorkspace(m_parts.engine.store, m_context);
        if (!workspace)
            return fail(workspace.error());
        if (const auto* self = workspace->user(workspace->self))
            sender.name = self->name;
    }
    return std::optional(std::move(sender));
}

Result<std::optional<AgentAction>> Outbox::change(
    Id<AgentAction> id, const std::function<Result<AgentAction>(const AgentAction&)>& step)
{
    return againOnConflict([&]() -> Result<std::optional<AgentAction>> {
        UnitOfWork work(m_parts.engine.store, m_context, m_parts.engine.ids);
        work.because({.what = "sending", .rule = "sales.sending"});
        auto found = work.edit(id);
        if (!found)
            return fail(found.error());
        if (!*found)
            return std::optional<AgentAction>();
        auto after = step(**found);
        if (!after) {
            if (after.error().kind == ErrorKind::conflict) // taken back meanwhile
                return std::optional<AgentAction>();
            return fail(after.error());
        }
        **found = *after;
        if (auto committed = work.commit(); !committed)
            return fail(committed.error());
        return std::optional(std::move(*after));
    });
}

Result<void> Outbox::postpone(const AgentAction& action, const Error& error, Timestamp at, OutboxReport& report)
{
    ++report.postponed;
    report.nextAt = report.nextAt ? std::min(*report.nextAt, at) : at;
    auto done = change(action.id, [&](const AgentAction& stored) -> Result<AgentAction> {
        return sales::sendingPostponed(stored, error, at, m_parts.engine.clock.now());
    });
    if (!done)
        return fail(done.error());
    return {};
}

Result<void> Outbox::giveUp(const AgentAction& action, const Error& error, OutboxReport& report)
{
    ++report.failed;
    auto done = change(action.id, [&](const AgentAction& stored) -> Result<AgentAction> {
        return sales::sendingFailed(stored, error, m_parts.engine.clock.now());
    });
    if (!done)
        return fail(done.error());
    return {};
}

Result<std::string> Outbox::compose(const AgentAction& action, const Sender& sender) const
{
    const auto& payload = action.effective();
    OutgoingMail mail;
    mail.messageId = sales::messageIdOf(action.id, sender.mailbox.address);
    mail.from = {sender.name, sender.mailbox.address};
    for (const auto& party : payload.to)
        mail.to.push_back({party.name, party.address});
    mail.subject = payload.subject.value_or("");
    mail.text = payload.body;
    mail.html = sales::plainToHtml(payload.body);
    mail.inReplyTo = payload.inReplyTo;
    mail.references = payload.references;
    mail.date
        = action.execution && action.execution->startedAt ? *action.execution->startedAt : m_parts.engine.clock.now();
    return m_parts.mailboxes.compose(mail);
}

Result<void> Outbox::send(const AgentAction& action, const Sender& sender, OutboxReport& report)
{
    const auto& mailbox = sender.mailbox;
    const auto now = m_parts.engine.clock.now();
    auto access = accessOf(m_parts.secrets, m_context, mailbox, mailbox.outgoing);
    if (!access)
        return isOffline(access.error()) ? postpone(action, access.error(), now + offlinePause, report)
                                         : giveUp(action, access.error(), report);
    auto started = change(
        action.id, [&](const AgentAction& stored) { return sales::sendingStarted(stored, mailbox.id.value(), now); });
    if (!started)
        return fail(started.error());
    if (!*started)
        return {};
    const auto& leaving = **started;
    auto raw = compose(leaving, sender);
    if (!raw)
        return giveUp(leaving, raw.error(), report);
    MailEnvelope envelope;
    envelope.from = mailbox.address;
    for (const auto& party : leaving.effective().to)
        if (std::ranges::find(envelope.to, party.address) == envelope.to.end())
            envelope.to.push_back(party.address);
    auto quiet = m_context;
    quiet.stop = {}; // what was begun is ended: a stop in between would leave it unclear
    const auto sent = m_parts.servers.send(quiet, *access, envelope, *raw);
    if (sent)
        return finish(leaving, sender, *raw, report);
    const auto& failure = sent.error();
    if (failure.unclear) {
        report.nextAt = now + unclearPause;
        auto kept = change(leaving.id, [&](const AgentAction& stored) -> Result<AgentAction> {
            auto unclear = stored;
            unclear.execution->errorCode = failure.error.code;
            unclear.execution->error = failure.error.message;
            return unclear;
        });
        if (!kept)
            return fail(kept.error());
        return {};
    }
    if (isOffline(failure.error)) {
        auto again = leaving;
        return postpone(again, failure.error, now + offlinePause, report);
    }
    if (failure.error.kind == ErrorKind::unavailable)
        if (const auto at = sales::retryAt(leaving.execution->tries, now, chance()))
            return postpone(leaving, failure.error, *at, report);
    return giveUp(leaving, failure.error, report);
}

/// A try whose end nobody knows: the program or the connection died in between.
Result<void> Outbox::settle(const AgentAction& action, OutboxReport& report)
{
    const auto now = m_parts.engine.clock.now();
    const auto startedAt = action.execution ? action.execution->startedAt.value_or(action.updatedAt) : action.updatedAt;
    const auto later = [&](Timestamp at) { report.nextAt = report.nextAt ? std::min(*report.nextAt, at) : at; };
    const bool known = action.execution && !action.execution->mailboxId.isNull();
    auto mailbox = known ? readEntity(m_parts.engine.store, m_context, Id<Mailbox>(action.execution->mailboxId))
                         : Result<Mailbox>(fail(notFound(Mailbox::type, {})));
    if (!mailbox) {
        if (mailbox.error().kind == ErrorKind::notFound)
            return giveUp(action, noLongerKnown(), report);
        return fail(mailbox.error());
    }
    if (now < startedAt + unclearPause) {
        later(startedAt + unclearPause);
        return {};
    }
    auto sender = senderFor(action);
    if (!sender)
        return fail(sender.error());
    const Sender by {*mailbox, *sender ? (*sender)->name : mailbox->senderName};
    auto raw = compose(action, by);
    if (!raw)
        return giveUp(action, raw.error(), report);
    auto there = copyIsThere(by, sales::messageIdOf(action.id, mailbox->address), nullptr);
    if (!there) { // cannot look now: neither sent again nor given up
        later(now + offlinePause);
        return {};
    }
    if (*there)
        return finish(action, by, *raw, report);
    if (now < startedAt + keptUnclear) {
        later(std::min(now + unclearPause, startedAt + keptUnclear));
        return {};
    }
    if (!serverFiles(*mailbox))
        return giveUp(action, noLongerKnown(), report);
    // The server files what it sends, and has no copy: it did not leave.
    const auto at = sales::retryAt(action.execution->tries, now, chance());
    const Error lost {ErrorKind::unavailable, "mail_unreachable", "The connection broke before the mail left.", {}};
    return at ? postpone(action, lost, *at, report) : giveUp(action, lost, report);
}

Result<bool> Outbox::copyIsThere(const Sender& sender, const std::string& messageId, const std::string* file)
{
    if (sender.mailbox.incoming.host.empty())
        return false;
    auto access = accessOf(m_parts.secrets, m_context, sender.mailbox, sender.mailbox.incoming);
    if (!access)
        return fail(access.error());
    auto session = m_parts.servers.signIn(m_context, *access);
    if (!session)
        return fail(session.error());
    auto folders = (*session)->folders(m_context);
    if (!folders)
        return fail(folders.error());
    const RemoteFolder* sentFolder = nullptr;
    for (const auto& folder : *folders) {
        if (folder.role != FolderRole::sent && folder.role != FolderRole::all && folder.role != FolderRole::inbox)
            continue;
        if (folder.role == FolderRole::sent)
            sentFolder = &folder;
        if (auto opened = (*session)->open(m_context, folder.path); !opened)
            return fail(opened.error());
        auto found = (*session)->withMessageId(m_context, messageId);
        if (!found)
            return fail(found.error());
        if (!found->empty())
            return true;
    }
    if (file && sentFolder)
        if (auto filed = (*session)->append(m_context, sentFolder->path, *file); !filed)
            return fail(filed.error());
    return false;
}

/// It left: that, the message in its conversation and what follows from it are one transaction.
Result<void> Outbox::finish(
    const AgentAction& action, const Sender& sender, const std::string& raw, OutboxReport& report)
{
    auto& intake = m_intakes[sender.mailbox.id];
    if (!intake)
        intake = std::make_unique<LiveIntake>(m_parts.engine, m_parts.mailboxes, m_context, sender.mailbox);
    Result<void> stored;
    for (int tries = 0; tries <= mostConflicts; ++tries) {
        stored = intake->takeOwn(raw, sender.mailbox.address + "/sent by Agent Army",
            [&](UnitOfWork& work, const Uuid& messageId) -> Result<void> {
                work.because({.what = "sending", .rule = "sales.sending"});
                auto edited = work.edit(action.id);
                if (!edited)
                    return fail(edited.error());
                if (*edited)
                    **edited = sales::sent(**edited, m_parts.engine.clock.now());
                auto message = work.edit(Id<Message>(messageId));
                if (!message)
                    return fail(message.error());
                if (*message)
                    (*message)->agentActionId = action.id.value();
                return {};
            });
        if (stored || stored.error().kind != ErrorKind::conflict)
            break;
    }
    if (!stored)
        return stored; // it is still `executing`: the next run finds it on the server, or asks
    ++report.sent;
    // A copy in the mailbox is a courtesy: without it the mail has left all the same.
    const bool knownToFile = serverFiles(sender.mailbox);
    if (!knownToFile) {
        auto there = copyIsThere(sender, sales::messageIdOf(action.id, sender.mailbox.address), &raw);
        if (there && *there)
            (void)keepValue(m_parts.engine.store, m_context, filesKey(sender.mailbox.id), "1");
    }
    return {};
}

Result<Uuid> Outbox::tryAgain(Store& store, const Context& context, IdSource& ids, Id<AgentAction> id, Timestamp now)
{
    if (context.actor.kind != ActorKind::person || !context.actor.userId)
        return fail({ErrorKind::denied, "not_allowed", "Only a person decides about what the agent wants to do.", {}});
    return againOnConflict([&]() -> Result<Uuid> {
        UnitOfWork work(store, context, ids);
        work.because({.what = "approval", .rule = "sales.sending"});
        const auto mutation = ids.next();
        work.setMutation(mutation);
        auto found = work.edit(id);
        if (!found)
            return fail(found.error());
        if (!*found)
            return fail(notFound(AgentAction::type, id.text()));
        auto after = sales::triedAgain(**found, *context.actor.userId, now);
        if (!after)
            return fail(after.error());
        **found = *after;
        if (auto committed = work.commit(); !committed)
            return fail(committed.error());
        return mutation;
    });
}
}
