// SPDX-License-Identifier: AGPL-3.0-or-later
// Conversations, and the drafts that wait in them or leave.
#include "app/format/dotted.hpp"
#include "app/format/formats.hpp"
#include "app/format/free_path.hpp"
#include "app/source/engine_parts.hpp"
#include "core/adapters/mail/mail_writer.hpp"
#include "core/engine/conversations/conversation_desk.hpp"
#include "core/engine/conversations/seen.hpp"
#include "core/engine/mailbox/outbox.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/sales/draft_desk.hpp"
#include "core/rules/sales/approval.hpp"
#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <QScopeGuard>
#include <unordered_set>

namespace agentarmy::app {
namespace {

std::optional<Timestamp> toMoment(const QDateTime& at)
{
    return at.isValid() ? std::optional(fromMillis(at.toMSecsSinceEpoch())) : std::nullopt;
}

}

Answer<std::vector<ConversationRow>> EngineSource::Engine::conversations()
{
    constexpr int shown = 500; // the newest; older ones are found through their deal
    Query query;
    query.type = Conversation::type;
    query.sort = SortKey::time;
    query.descending = true;
    query.limit = shown;
    const auto page = store->query(context, query);
    if (!page)
        return failed(page);
    auto accounts = readNames(*store, context, Account::type);
    auto contacts = readNames(*store, context, Contact::type);
    if (!accounts || !contacts)
        return failed(accounts ? contacts : accounts);
    std::unordered_set<Uuid> drafted;
    Query drafts;
    drafts.type = AgentAction::type;
    drafts.states = {"pending"};
    if (const auto read
        = store->readRows(context, drafts, [&](Row&& row) { return drafted.insert(row.columns.parentId), true; });
        !read)
        return failed(read);
    const auto seen = readSeen(*store, context);
    if (!seen)
        return failed(seen);
    const auto now = clock.now();
    std::vector<ConversationRow> rows;
    for (const auto& document : page->items) {
        const auto conversation = entityOf<Conversation>(document);
        if (!conversation)
            continue;
        ConversationRow row;
        row.id = text(conversation->id.text());
        if (conversation->accountId)
            row.account = text((*accounts)[conversation->accountId->value()]);
        if (!conversation->contactIds.empty())
            row.person = text((*contacts)[conversation->contactIds.front().value()]);
        row.subject = text(conversation->subject);
        if (row.person.isEmpty())
            row.person = row.account.isEmpty() ? row.subject : row.account;
        row.initials = initialsText(row.person);
        row.snippet = text(conversation->preview);
        for (const auto& [channel, words] : EnumTexts<Channel>::values)
            if (channel == conversation->channel)
                row.channel = text(words);
        row.turn = conversation->turn == Turn::ours ? QStringLiteral("ours")
            : conversation->turn == Turn::theirs    ? QStringLiteral("theirs")
                                                    : QStringLiteral("none");
        row.escalated = conversation->state == ConversationStatus::escalated;
        row.hasDraft = drafted.contains(conversation->id.value());
        row.byPerson = conversation->ownedBy.has_value();
        row.unread = seen->unread(*conversation, now);
        if (conversation->snoozedUntil && *conversation->snoozedUntil > now)
            row.snoozedUntil = localTime(*conversation->snoozedUntil);
        if (conversation->lastAt)
            row.lastAt = localTime(*conversation->lastAt);
        rows.push_back(std::move(row));
    }
    return rows;
}

Answer<ConversationView> EngineSource::Engine::conversation(const QString& conversationId)
{
    const auto id = idOf<Conversation>(conversationId);
    if (!id)
        return failed(id);
    const auto view = loadConversation(*store, context, *id);
    if (!view)
        return failed(view);
    QString dealLine;
    if (view->conversation.opportunityId)
        if (const auto card
            = loadCard(*store, context, *view->conversation.opportunityId, info()->settings, clock.now())) {
            QStringList parts {text(card->name), stageName(toStage(card->stage))};
            if (card->value)
                parts += Formats().money(toMoney(card->value));
            dealLine = dotted(parts);
        }
    return toConversation(*view, dealLine);
}

template <typename T, typename Work> QFuture<Answer<T>> EngineSource::deciding(Work work)
{
    return QtConcurrent::run(&m_writer, [this, work = std::move(work)]() -> Answer<T> {
        auto answer = work(*m_engine);
        if (answer)
            QMetaObject::invokeMethod(
                this, [this] { Q_EMIT approvalsChanged(); }, Qt::QueuedConnection);
        return answer;
    });
}

QFuture<Answer<std::vector<ConversationRow>>> EngineSource::conversations()
{
    return reading<std::vector<ConversationRow>>([](Engine& engine) { return engine.conversations(); });
}

QFuture<Answer<ConversationView>> EngineSource::conversation(const QString& conversationId)
{
    return reading<ConversationView>([conversationId](Engine& engine) { return engine.conversation(conversationId); });
}

QFuture<Answer<Receipt>> EngineSource::snooze(const QString& conversationId, const QDateTime& until)
{
    return deciding<Receipt>([conversationId, until](Engine& engine) -> Answer<Receipt> {
        const auto id = idOf<Conversation>(conversationId);
        if (!id)
            return failed(id);
        return receipt(
            snoozeConversation(*engine.store, engine.context, engine.ids, *id, toMoment(until), engine.clock.now()));
    });
}

QFuture<Answer<Receipt>> EngineSource::setUnread(const QStringList& texts, bool unread)
{
    return QtConcurrent::run(&m_writer, [this, texts, unread]() -> Answer<Receipt> {
        auto& engine = *m_engine;
        const auto ids = conversationIds(texts);
        if (!ids)
            return failed(ids);
        const auto changed = agentarmy::setUnread(*engine.store, engine.context, *ids, unread, engine.clock.now());
        if (!changed)
            return failed(changed);
        if (unread || changed->empty())
            return Receipt {};
        QStringList list;
        for (const auto& id : *changed)
            list += text(id.text());
        return Receipt {readAgain + list.join(u' ')};
    });
}

QFuture<Answer<Receipt>> EngineSource::hand(const QString& conversationId, bool toPerson)
{
    return deciding<Receipt>([conversationId, toPerson](Engine& engine) -> Answer<Receipt> {
        const auto id = idOf<Conversation>(conversationId);
        if (!id)
            return failed(id);
        return receipt(handConversation(*engine.store, engine.context, engine.ids, *id,
            toPerson ? std::optional(engine.info()->self) : std::nullopt, engine.clock.now()));
    });
}

QFuture<Answer<NewReceipt>> EngineSource::writeMessage(const OwnMessageView& message)
{
    return deciding<NewReceipt>([message](Engine& engine) -> Answer<NewReceipt> {
        OwnMessage own;
        own.body = message.body.toStdString();
        if (!message.subject.trimmed().isEmpty())
            own.subject = message.subject.simplified().toStdString();
        if (!message.conversationId.isEmpty()) {
            const auto id = idOf<Conversation>(message.conversationId);
            if (!id)
                return failed(id);
            own.conversationId = *id;
        }
        if (!message.personId.isEmpty()) {
            const auto id = idOf<Contact>(message.personId);
            if (!id)
                return failed(id);
            own.contactId = *id;
        }
        const auto done = writeOwn(*engine.store, engine.context, engine.ids, own, engine.clock.now());
        if (!done)
            return failed(done);
        return NewReceipt {text(done->action.id.text()), text(done->mutationId.text())};
    });
}

QFuture<Answer<NewReceipt>> EngineSource::askForDraft(const QString& conversationId)
{
    return deciding<NewReceipt>([conversationId](Engine& engine) -> Answer<NewReceipt> {
        const auto id = idOf<Conversation>(conversationId);
        if (!id)
            return failed(id);
        const auto done
            = draftFor({*engine.store, engine.model, engine.ids, engine.clock}, engine.context, *engine.info(), *id);
        if (!done)
            return failed(done);
        return NewReceipt {text(done->action.id.text()), {}};
    });
}

QFuture<Answer<std::vector<ApprovalView>>> EngineSource::approvals()
{
    return reading<std::vector<ApprovalView>>([](Engine& engine) -> Answer<std::vector<ApprovalView>> {
        const auto drafts = loadApprovals(*engine.store, engine.context);
        if (!drafts)
            return failed(drafts);
        std::vector<ApprovalView> views;
        const auto sends = engine.sendsMail();
        if (!sends)
            return failed(sends);
        for (const auto& draft : *drafts) {
            views.push_back(toApproval(draft));
            auto& view = views.back();
            view.leavesByItself = *sends && view.channel == QLatin1String("mail");
            if (draft.action.execution && !draft.action.execution->errorCode.empty())
                view.problem = sendingProblem(*draft.action.execution);
        }
        return views;
    });
}

QFuture<Answer<Receipt>> EngineSource::decide(const DraftDecision& decision)
{
    return deciding<Receipt>([this, decision](Engine& engine) -> Answer<Receipt> {
        const auto id = idOf<AgentAction>(decision.id);
        if (!id)
            return failed(id);
        const QScopeGuard soon([this] { m_mailer.start([this] { wakeOutbox(); }); });
        ApprovalDesk desk(*engine.store, engine.ids, engine.clock);
        switch (decision.kind) {
        case DraftDecision::Kind::Approve:
            return receipt(desk.approve(engine.context, *id, toMoment(decision.sendAt)));
        case DraftDecision::Kind::Reject:
            return receipt(desk.reject(engine.context, *id, decision.reason.toStdString()));
        case DraftDecision::Kind::Edit:
            return receipt(desk.edit(engine.context, *id,
                decision.subject.isEmpty() ? std::nullopt : std::optional(decision.subject.toStdString()),
                decision.body.toStdString()));
        case DraftDecision::Kind::TakeBack:
            return receipt(desk.takeBack(engine.context, *id));
        case DraftDecision::Kind::Reschedule:
            return receipt(desk.reschedule(engine.context, *id, toMoment(decision.sendAt)));
        case DraftDecision::Kind::TryAgain:
            return receipt(Outbox::tryAgain(*engine.store, engine.context, engine.ids, *id, engine.clock.now()));
        }
        return Receipt {};
    });
}

QFuture<Answer<Receipt>> EngineSource::handedOver(const QString& draftId)
{
    return deciding<Receipt>([draftId](Engine& engine) -> Answer<Receipt> {
        const auto id = idOf<AgentAction>(draftId);
        if (!id)
            return failed(id);
        const auto done
            = ApprovalDesk(*engine.store, engine.ids, engine.clock).left(engine.context, *id, "mail_program");
        if (!done)
            return failed(done);
        return Receipt {};
    });
}

QFuture<Answer<QString>> EngineSource::writeOut(const QString& draftId)
{
    return deciding<QString>([draftId](Engine& engine) -> Answer<QString> {
        const auto id = idOf<AgentAction>(draftId);
        if (!id)
            return failed(id);
        const auto action = readEntity(*engine.store, engine.context, *id);
        if (!action)
            return failed(action);
        if (const auto may = sales::executed(*action, "file", engine.clock.now()); !may)
            return failed(may);
        const auto info = engine.info();
        const auto* self = info->user(info->self);
        const Party from {self ? self->name : std::string(), self ? self->email : std::string(), {}, {}};
        const auto mail = mail::unsentMail(action->effective(), from, engine.clock.now());
        const auto path = freePath(documentsFolder(), text(action->effective().subject.value_or("")),
            QStringLiteral(".eml"), QStringLiteral("Draft"));
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(mail.data(), qint64(mail.size())) < 0 || !file.commit())
            return tl::unexpected(Problem {QStringLiteral("cannot_write"),
                tr("The mail cannot be written to %1.").arg(QDir::toNativeSeparators(path))});
        const auto done = ApprovalDesk(*engine.store, engine.ids, engine.clock).left(engine.context, *id, "file");
        if (!done)
            return failed(done);
        return path;
    });
}

}
