// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/approvals_model.hpp"
#include "app/models/view_lists.hpp"
#include "app/theme/theme.hpp"
#include <QDesktopServices>
#include <QDir>

namespace agentarmy::app {
namespace {
constexpr int longestAddress = 8000; ///< longer ones are cut by some programs: then a file is safer

QString titleOf(const ApprovalView& row)
{
    if (row.own)
        return row.inOutbox ? ApprovalsModel::tr("Approved: your message to %1").arg(row.person)
                            : ApprovalsModel::tr("Your message to %1").arg(row.person);
    return row.inOutbox ? ApprovalsModel::tr("Approved: answer to %1").arg(row.person)
                        : ApprovalsModel::tr("Answer %1").arg(row.person);
}

qint64 waitedMs(const ApprovalView& row) { return row.waitingSince.msecsTo(QDateTime::currentDateTime()); }

int urgencyTone(const ApprovalView& row) { return row.inOutbox ? int(Theme::Neutral) : waitTone(row.waitingSince); }
}

QUrl mailAddress(const ApprovalView& draft)
{
    QUrl url;
    url.setScheme(QStringLiteral("mailto"));
    url.setPath(draft.address);
    QString query;
    const auto add = [&](const char* name, const QString& value) {
        if (value.isEmpty())
            return;
        query += query.isEmpty() ? QString() : QStringLiteral("&");
        query += QLatin1String(name) + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value));
    };
    add("subject", draft.subject);
    add("in-reply-to", draft.inReplyTo);
    add("body",
        QString(draft.body)
            .replace(QStringLiteral("\r\n"), QStringLiteral("\n"))
            .replace(u'\n', QStringLiteral("\r\n")));
    url.setQuery(query, QUrl::StrictMode);
    return url;
}

ApprovalsModel::ApprovalsModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_undo(undo)
    , m_formats(formats)
    , m_open([](const QUrl& url) { return QDesktopServices::openUrl(url); })
{
    using Row = ApprovalView;
    m_rows = std::make_unique<ApprovalListModel>(
        std::vector<ApprovalListModel::Role> {{"rowId", [](const Row& row) { return row.id; }},
            {"iconName", [](const Row& row) { return channelIcon(row.channel); }},
            {"title", [this](const Row& row) { return titleOf(row); }},
            {"line",
                [](const Row& row) {
                    return dotted({row.account, row.deal.isEmpty() ? row.subject : row.deal});
                }},
            {"amount", [this](const Row& row) { return row.amount.isSet() ? m_formats.money(row.amount) : QString(); }},
            {"when",
                [this](const Row& row) {
                    return row.failed ? tr("could not be sent")
                        : row.leaving ? tr("leaving")
                        : row.sendAt.isValid()
                        ? tr("leaves %1").arg(m_formats.stamp(row.sendAt, QDateTime::currentDateTime()))
                        : row.inOutbox               ? tr("in the outbox")
                        : row.stale                  ? tr("they wrote again")
                        : row.waitingSince.isValid() ? m_formats.waited(waitedMs(row))
                                                     : QString();
                }},
            {"tone",
                [](const Row& row) {
                    return row.failed ? int(Theme::Bad) : row.stale ? int(Theme::Warn) : urgencyTone(row);
                }},
            {"exact",
                [this](const Row& row) {
                    return row.waitingSince.isValid() ? m_formats.exact(row.waitingSince) : QString();
                }},
            {"blocked", [](const Row& row) { return !row.findings.empty() && row.findings.front().blocks; }}});
    m_timer.setInterval(500);
    connect(&m_timer, &QTimer::timeout, this, &ApprovalsModel::tick);
    connect(&m_source, &WorkspaceSource::approvalsChanged, this, &ApprovalsModel::load);
    connect(&m_source, &WorkspaceSource::boardChanged, this, &ApprovalsModel::load);
}

const ApprovalView* ApprovalsModel::find(const QString& id) const
{
    const int row = m_rows->rowOf(id);
    return row < 0 ? nullptr : &m_rows->at(row);
}

int ApprovalsModel::waiting() const
{
    return int(std::ranges::count_if(
        m_rows->rows(), [](const ApprovalView& row) { return !row.inOutbox; })); // what failed waits for a person, too
}

void ApprovalsModel::load()
{
    m_source.approvals().then(this, [this](Answer<std::vector<ApprovalView>> answer) {
        m_problem = answer ? QString() : answer.error().text;
        if (answer)
            show(std::move(*answer));
        else if (m_rows->rowCount() == 0)
            m_state = State::Failed;
        Q_EMIT changed();
        Q_EMIT currentChanged();
        for (const auto& id : m_wanted.keys())
            if (find(id) && !m_busy)
                approveDraft(id, m_wanted.take(id));
    });
}

void ApprovalsModel::show(std::vector<ApprovalView> drafts)
{
    const int before = std::max(0, m_rows->rowOf(m_current));
    m_rows->show(std::move(drafts));
    const int count = m_rows->rowCount();
    m_state = count > 0 ? State::Ready : State::Empty;
    if (!find(m_current)) // the next one moves up under the hand
        m_current = count > 0 ? m_rows->at(std::min(before, count - 1)).id : QString();
    m_toSend.removeIf([this](const QString& id) {
        const auto* draft = find(id);
        return !draft || !draft->inOutbox; // taken back, or gone
    });
    const auto now = QDateTime::currentDateTime();
    for (const auto& row : m_rows->rows())
        if (row.inOutbox && row.sendAt.isValid() && !isOverdue(row, now))
            m_toSend.insert(row.id);
    ++m_round;
    if (m_toSend.isEmpty())
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

void ApprovalsModel::select(const QString& id)
{
    if (id == m_current)
        return;
    m_current = id;
    Q_EMIT currentChanged();
}

void ApprovalsModel::step(int by)
{
    if (m_rows->rowCount() > 0)
        select(m_rows->at(std::clamp(m_rows->rowOf(m_current) + by, 0, m_rows->rowCount() - 1)).id);
}

QVariantMap ApprovalsModel::current() const
{
    const auto* draft = find(m_current);
    if (!draft)
        return {};
    QVariantList diff;
    for (const auto& line : draft->diff)
        diff += QVariantMap {{QStringLiteral("kind"), line.kind}, {QStringLiteral("text"), line.text}};
    const auto asks = draft->failed ? draft->problem
        : !draft->problem.isEmpty() ? draft->problem
        : draft->stale              ? tr("They wrote again after this was drafted: it answers an older message.")
        : draft->own                ? tr("You wrote it. It leaves once you approve.")
        : !draft->findings.empty()  ? draft->findings.front().text
                                    : tr("Every message waits for a person. All checks passed.");
    const auto otherwise = draft->failed ? tr("It stays here. Try it again, or take it back and change it.")
        : draft->leaving                 ? tr("It is being sent, or whether it left is being found out.")
        : draft->inOutbox && draft->leavesByItself && !draft->sendAt.isValid() ? draft->problem.isEmpty()
            ? tr("It leaves by your mailbox once the ten seconds to undo are over.")
            : tr("It is tried again by itself.")
        : draft->sendAt.isValid() ? tr("It leaves %1, if this program runs then.").arg(m_formats.exact(draft->sendAt))
        : draft->own && !draft->inOutbox ? tr("It waits here. What you wrote is never dropped.")
        : draft->inOutbox ? tr("It stays in the outbox. It was approved, and nothing was handed over yet.")
                          : tr("It waits here. Once somebody writes again it is dropped for a new one.");
    return {{QStringLiteral("id"), draft->id}, {QStringLiteral("title"), titleOf(*draft)},
        {QStringLiteral("to"), draft->person.isEmpty() ? draft->address : draft->person},
        {QStringLiteral("own"), draft->own}, {QStringLiteral("scheduled"), draft->sendAt.isValid()},
        {QStringLiteral("leaves"),
            draft->sendAt.isValid() ? m_formats.stamp(draft->sendAt, QDateTime::currentDateTime()) : QString()},
        {QStringLiteral("line"),
            tr("To %1").arg(dotted(
                {draft->person + (draft->personTitle.isEmpty() ? QString() : QStringLiteral(", ") + draft->personTitle),
                    draft->account, draft->deal, draft->stage}))},
        {QStringLiteral("waited"),
            draft->waitingSince.isValid() && !draft->inOutbox
                ? tr("waiting on us %1").arg(m_formats.waited(waitedMs(*draft)))
                : QString()},
        {QStringLiteral("tone"), urgencyTone(*draft)}, {QStringLiteral("why"), draft->why},
        {QStringLiteral("asks"), asks}, {QStringLiteral("otherwise"), otherwise},
        {QStringLiteral("subject"), draft->subject}, {QStringLiteral("body"), draft->body},
        {QStringLiteral("edited"), draft->edited}, {QStringLiteral("diff"), diff},
        {QStringLiteral("findings"), toList(draft->findings)},
        {QStringLiteral("blocked"), !draft->findings.empty() && draft->findings.front().blocks},
        {QStringLiteral("stale"), draft->stale}, {QStringLiteral("inOutbox"), draft->inOutbox},
        {QStringLiteral("failed"), draft->failed}, {QStringLiteral("byItself"), draft->leavesByItself},
        {QStringLiteral("leaving"), m_toSend.contains(draft->id)},
        {QStringLiteral("chat"), draft->channel == QLatin1String("chat")},
        {QStringLiteral("conversationId"), draft->conversationId}, {QStringLiteral("dealId"), draft->dealId},
        {QStringLiteral("place"), tr("%1 of %2").arg(m_rows->rowOf(draft->id) + 1).arg(m_rows->rowCount())}};
}

void ApprovalsModel::decide(const DraftDecision& decision, const QString& said)
{
    if (m_busy)
        return; // a second key press is no second decision
    m_busy = true;
    Q_EMIT changed();
    m_source.decide(decision).then(this, [this, decision, said](const Answer<Receipt>& answer) {
        m_busy = false;
        Q_EMIT changed();
        if (!answer)
            return m_undo.complain(answer.error().text);
        if (decision.kind == DraftDecision::Kind::Approve || decision.kind == DraftDecision::Kind::Reschedule) {
            m_toSend.insert(decision.id);
            m_timer.start();
        }
        m_undo.say(said, answer->undoToken);
    });
}

void ApprovalsModel::approve() { approveDraft(m_current); }

QString ApprovalsModel::draftOf(const QString& conversationId) const
{
    const ApprovalView* best = nullptr; // what waits before what is decided
    for (const auto& row : m_rows->rows())
        if (!conversationId.isEmpty() && row.conversationId == conversationId && (!best || best->inOutbox))
            best = &row;
    return best ? best->id : QString();
}

void ApprovalsModel::takeBack()
{
    if (const auto* draft = find(m_current); draft && (draft->inOutbox || draft->failed))
        decide({m_current, DraftDecision::Kind::TakeBack, {}, {}, {}, {}},
            tr("Taken back: the message to %1 waits for you").arg(draft->person));
}

void ApprovalsModel::sendNow()
{
    if (const auto* draft = find(m_current); draft && draft->inOutbox)
        decide({m_current, DraftDecision::Kind::Reschedule, {}, {}, {}, {}},
            tr("The message to %1 leaves now").arg(draft->person));
}

void ApprovalsModel::approveDraft(const QString& id, const QDateTime& sendAt)
{
    const auto* draft = find(id);
    if (!draft) { // not read yet: once it is
        m_wanted.insert(id, sendAt);
        return load();
    }
    if (draft->inOutbox || draft->failed)
        return;
    decide({id, DraftDecision::Kind::Approve, {}, {}, {}, sendAt},
        sendAt.isValid() ? tr("The message to %1 leaves %2")
                               .arg(draft->person, m_formats.stamp(sendAt, QDateTime::currentDateTime()))
            : draft->leavesByItself ? tr("Approved: the mail to %1 leaves in ten seconds").arg(draft->person)
            : draft->channel == QLatin1String("chat")
            ? tr("Approved: the answer to %1 is written to a file").arg(draft->person)
            : tr("Approved: the mail to %1 goes to your mail program").arg(draft->person));
}

void ApprovalsModel::tryAgain()
{
    if (const auto* draft = find(m_current); draft && draft->failed)
        decide({m_current, DraftDecision::Kind::TryAgain, {}, {}, {}, {}},
            tr("The mail to %1 is tried again").arg(draft->person));
}

void ApprovalsModel::reject(const QString& reason)
{
    const auto* draft = find(m_current);
    if (draft && !draft->inOutbox && !draft->failed)
        decide({m_current, DraftDecision::Kind::Reject, reason, {}, {}, {}},
            tr("Rejected: the answer to %1").arg(draft->person));
}

void ApprovalsModel::edit(const QString& subject, const QString& body)
{
    const auto* draft = find(m_current);
    if (draft && !draft->inOutbox && !draft->failed && (subject != draft->subject || body != draft->body))
        decide({m_current, DraftDecision::Kind::Edit, {}, subject, body, {}},
            tr("Changed: the answer to %1").arg(draft->person));
}

void ApprovalsModel::handOver()
{
    if (const auto* draft = find(m_current); draft && draft->inOutbox && !draft->leaving)
        send(*draft);
}

void ApprovalsModel::tick()
{
    const auto now = QDateTime::currentDateTime();
    for (const auto& row : m_rows->rows())
        if (m_toSend.contains(row.id) && row.inOutbox && row.leavesAt < now) {
            if (!row.leavesByItself)
                return send(row); // one at a time: each opens a window
            m_toSend.remove(row.id); // the mailbox does it
            Q_EMIT currentChanged();
        }
    if (m_toSend.isEmpty())
        m_timer.stop();
}

void ApprovalsModel::send(const ApprovalView& draft)
{
    const auto id = draft.id;
    const auto person = draft.person;
    m_toSend.remove(id);
    const auto address = mailAddress(draft);
    const bool opened
        = draft.channel != QLatin1String("chat") && address.toEncoded().size() <= longestAddress && m_open(address);
    if (opened) {
        m_source.handedOver(id).then(this, [this, person](const Answer<Receipt>& answer) {
            if (!answer)
                return m_undo.complain(answer.error().text);
            m_undo.say(tr("The mail to %1 is open in your mail program: send it there").arg(person));
        });
        return;
    }
    m_source.writeOut(id).then(this, [this, person](const Answer<QString>& answer) {
        if (!answer)
            return m_undo.complain(answer.error().text);
        m_undo.say(tr("The answer to %1 was written to %2").arg(person, QDir::toNativeSeparators(*answer)));
    });
}

}
