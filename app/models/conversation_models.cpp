// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/conversation_models.hpp"

namespace agentarmy::app {
namespace {
constexpr int daysWaiting = 14; // after which nobody waits any more
}

ConversationsModel::ConversationsModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_undo(undo)
    , m_rows(makeConversationListModel(formats))
{
    const auto again = [this] {
        if (m_state != State::Loading) // else nobody has asked for the list yet
            load();
    };
    connect(&source, &WorkspaceSource::conversationsChanged, this, again);
    connect(&source, &WorkspaceSource::approvalsChanged, this, again);
    connect(&source, &WorkspaceSource::boardChanged, this, again);
}

void ConversationsModel::load()
{
    m_source.conversations().then(this, [this](Answer<std::vector<ConversationRow>> answer) {
        if (answer) {
            m_all = std::move(*answer);
            m_state = m_all.empty() ? State::Empty : State::Ready;
            arrange();
        } else {
            m_state = State::Failed;
            m_problem = answer.error().text;
        }
        Q_EMIT changed();
    });
}

bool ConversationsModel::admits(const ConversationRow& row, int view, const QDateTime& since)
{
    const auto waits
        = [&](QLatin1String turn) { return !row.snoozedUntil.isValid() && row.turn == turn && row.lastAt > since; };
    switch (view) {
    case WaitingOnUs:
        return waits(QLatin1String("ours"));
    case WaitingOnThem:
        return waits(QLatin1String("theirs"));
    case Escalated:
        return row.escalated;
    case Snoozed:
        return row.snoozedUntil.isValid();
    case Unread:
        return row.unread;
    default:
        return true;
    }
}

void ConversationsModel::arrange()
{
    const auto since = QDateTime::currentDateTime().addDays(-daysWaiting);
    m_counts.fill(0, Unread + 1);
    for (const auto& row : m_all)
        for (int view = All; view <= Unread; ++view)
            if (admits(row, view, since))
                ++m_counts[view];
    std::vector<ConversationRow> rows;
    for (const auto& row : m_all)
        if ((admits(row, m_view, since) || (m_view == Unread && m_readHere.contains(row.id)))
            && (m_filterText.isEmpty() || row.person.contains(m_filterText, Qt::CaseInsensitive)
                || row.account.contains(m_filterText, Qt::CaseInsensitive)
                || row.subject.contains(m_filterText, Qt::CaseInsensitive)))
            rows.push_back(row);
    m_rows->show(std::move(rows));
}

void ConversationsModel::setView(int view)
{
    m_view = view;
    m_readHere.clear();
    arrange();
    Q_EMIT changed();
}

void ConversationsModel::setFilterText(const QString& text)
{
    m_filterText = text;
    arrange();
    Q_EMIT changed();
}

int ConversationsModel::unread() const
{
    return int(std::ranges::count_if(m_all, [](const auto& row) { return row.unread; }));
}

bool ConversationsModel::isUnread(const QString& id) const
{
    return std::ranges::any_of(m_all, [&](const auto& row) { return row.id == id && row.unread; });
}

void ConversationsModel::setUnread(const QStringList& ids, bool unread, const std::function<void(const Receipt&)>& then)
{
    m_source.setUnread(ids, unread).then(this, [this, ids, unread, then](const Answer<Receipt>& done) {
        if (!done)
            return m_undo.complain(done.error().text);
        for (auto& row : m_all) {
            if (!ids.contains(row.id))
                continue;
            row.unread = unread;
            if (!unread && m_view == Unread)
                m_readHere.insert(row.id);
        }
        arrange();
        Q_EMIT changed();
        then(*done);
    });
}

void ConversationsModel::markUnread(const QString& id, bool unread)
{
    if (!id.isEmpty() && isUnread(id) != unread)
        setUnread({id}, unread, [](const Receipt&) {});
}

void ConversationsModel::markAllRead()
{
    QStringList ids;
    for (const auto& row : m_all)
        if (row.unread)
            ids += row.id;
    if (!ids.isEmpty())
        setUnread(ids, false, [this, count = ids.size()](const Receipt& done) {
            m_undo.say(
                count == 1 ? tr("One conversation marked as read") : tr("%1 conversations marked as read").arg(count),
                done.undoToken);
        });
}

QString ConversationsModel::idAt(int row) const
{
    return row >= 0 && row < m_rows->rowCount() ? m_rows->at(row).id : QString();
}

ConversationModel::ConversationModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_undo(undo)
    , m_formats(formats)
    , m_passages(makePassageModel(formats))
{
    const auto again = [this] {
        if (m_state == State::Ready)
            read(Jump::No);
    };
    connect(&source, &WorkspaceSource::conversationsChanged, this, again);
    connect(&source, &WorkspaceSource::approvalsChanged, this, again);
    connect(&source, &WorkspaceSource::boardChanged, this, again);
}

void ConversationModel::open(const QString& conversationId, const QVariantMap& quote)
{
    m_markId = quote.value(QStringLiteral("sourceId")).toString();
    m_markBegin = quote.value(QStringLiteral("begin")).toInt();
    m_markEnd = quote.value(QStringLiteral("end")).toInt();
    if (conversationId == m_id && m_state == State::Ready)
        Q_EMIT markChanged();
    else if (conversationId != m_id) {
        m_id = conversationId;
        m_view = {};
        m_passages->show({});
        m_state = State::Loading;
        Q_EMIT changed();
    }
    read(Jump::Yes);
}

QString ConversationModel::replyTo() const
{
    for (auto i = m_view.passages.size(); i-- > 0;)
        if (!m_view.passages[i].ours)
            return m_view.spoken ? QString() : m_view.passages[i].author;
    return m_view.spoken ? QString() : m_view.row.person;
}

QString ConversationModel::snoozed() const
{
    return m_view.row.snoozedUntil.isValid() ? m_formats.stamp(m_view.row.snoozedUntil, QDateTime::currentDateTime())
                                             : QString();
}

void ConversationModel::snooze(const QDateTime& until)
{
    m_source.snooze(m_id, until).then(this, [this, until](const Answer<Receipt>& done) {
        if (!done)
            return m_undo.complain(done.error().text);
        m_undo.say(until.isValid()
                ? tr("Comes back %1, or when they write").arg(m_formats.stamp(until, QDateTime::currentDateTime()))
                : tr("It is back among the others"),
            done->undoToken);
    });
}

void ConversationModel::hand(bool toPerson)
{
    m_source.hand(m_id, toPerson).then(this, [this, toPerson](const Answer<Receipt>& done) {
        if (!done)
            return m_undo.complain(done.error().text);
        m_undo.say(
            toPerson ? tr("You answer here from now on; the agent drafts nothing") : tr("The agent drafts here again"),
            done->undoToken);
    });
}

void ConversationModel::askForDraft()
{
    m_source.askForDraft(m_id).then(this, [this](const Answer<NewReceipt>& done) {
        if (!done)
            m_undo.complain(done.error().text);
    });
}

void ConversationModel::read(Jump jump)
{
    m_source.conversation(m_id).then(this, [this, id = m_id, jump](Answer<ConversationView> answer) {
        if (id != m_id)
            return;
        if (!answer) {
            if (jump == Jump::No) // what is shown stays readable
                return;
            m_state = State::Failed;
            m_problem = answer.error().text;
            Q_EMIT changed();
            return;
        }
        m_view = std::move(*answer);
        m_state = State::Ready;
        m_passages->show(m_view.passages);
        Q_EMIT changed();
        if (jump == Jump::Yes)
            Q_EMIT markChanged();
    });
}

}
