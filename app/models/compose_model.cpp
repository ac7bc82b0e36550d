// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/compose_model.hpp"
#include "app/models/view_lists.hpp"

namespace agentarmy::app {

ComposeModel::ComposeModel(
    WorkspaceSource& source, UndoLog& undo, ApprovalsModel& approvals, const AccountsModel& accounts, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_undo(undo)
    , m_approvals(approvals)
    , m_accounts(accounts)
{
}

ComposeModel::~ComposeModel()
{
    if (m_active)
        m_begun[m_current.conversationId] = m_current;
    for (const auto& message : m_begun)
        if (!message.body.trimmed().isEmpty() && (!message.conversationId.isEmpty() || !message.personId.isEmpty()))
            m_source.writeMessage(message);
}

void ComposeModel::begin(OwnMessageView message, const QString& to)
{
    putAside();
    const auto begun = m_begun.find(message.conversationId);
    const bool same = begun != m_begun.end() && (message.personId.isEmpty() || begun->personId == message.personId);
    m_current = same ? *begun : std::move(message);
    if (begun != m_begun.end())
        m_begun.erase(begun);
    m_to = to;
    m_problem.clear();
    m_active = true;
    Q_EMIT textChanged();
    Q_EMIT changed();
}

void ComposeModel::reply(const QString& conversationId, const QString& to, const QString& subject)
{
    if (!m_active || m_current.conversationId != conversationId)
        begin({conversationId, {}, subject, {}}, to);
}

void ComposeModel::write(const QString& personId, const QString& to)
{
    if (!m_active || !m_current.conversationId.isEmpty() || m_current.personId != personId)
        begin({{}, personId, {}, {}}, to);
}

QVariantList ComposeModel::people(const QString& text) const
{
    constexpr int most = 8;
    QVariantList list;
    const auto words = QStringView(text).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return list;
    for (const auto& row : m_accounts.book().people) {
        const auto subject = row.name + u' ' + row.email + u' ' + row.account;
        if (list.size() == most)
            break;
        if (row.email.isEmpty() || row.optedOut || !std::ranges::all_of(words, [&](QStringView word) {
                return subject.contains(word, Qt::CaseInsensitive);
            }))
            continue;
        list += QVariantMap {{QStringLiteral("id"), row.id}, {QStringLiteral("name"), row.name},
            {QStringLiteral("line"), dotted({row.email, row.account})}};
    }
    return list;
}

void ComposeModel::choose(const QString& personId, const QString& name)
{
    m_current.personId = personId;
    m_to = name;
    m_problem.clear();
    Q_EMIT changed();
}

void ComposeModel::setSubject(const QString& subject)
{
    if (m_current.subject == subject)
        return;
    m_current.subject = subject;
    Q_EMIT textChanged();
}

void ComposeModel::setBody(const QString& body)
{
    if (m_current.body == body)
        return;
    m_current.body = body;
    Q_EMIT textChanged();
}

void ComposeModel::send(const QDateTime& at) { store(true, at); }
void ComposeModel::keep() { store(false, {}); }

void ComposeModel::putAside()
{
    if (!m_active)
        return;
    if (!m_current.body.trimmed().isEmpty())
        m_begun[m_current.conversationId] = m_current;
    discard();
}

void ComposeModel::discard()
{
    m_active = false;
    m_current = {};
    m_problem.clear();
    Q_EMIT textChanged();
    Q_EMIT changed();
}

QVariantList ComposeModel::begun() const
{
    QVariantList list;
    const auto add = [&list](const OwnMessageView& message, const QString& to, bool open) {
        if (!message.body.trimmed().isEmpty() && list.size() < mostBegun)
            list += QVariantMap {{QStringLiteral("conversationId"), message.conversationId},
                {QStringLiteral("personId"), message.personId}, {QStringLiteral("to"), to},
                {QStringLiteral("subject"), message.subject}, {QStringLiteral("body"), message.body},
                {QStringLiteral("open"), open}};
    };
    if (m_active)
        add(m_current, m_to, true);
    auto conversations = m_begun.keys();
    conversations.sort();
    for (const auto& id : conversations)
        if (!m_active || id != m_current.conversationId)
            add(m_begun[id], {}, false);
    return list;
}

void ComposeModel::takeUp(const QVariantList& begun)
{
    for (const auto& each : begun) {
        const auto map = each.toMap();
        const auto words = [&map](const char* key) { return map.value(QLatin1String(key)).toString(); };
        OwnMessageView message {words("conversationId"), words("personId"), words("subject"), words("body")};
        if (message.body.trimmed().isEmpty() || message.body.size() > longestText
            || message.subject.size() > longestText || m_begun.size() >= mostBegun)
            continue;
        if (map.value(QStringLiteral("open")).toBool() && !m_active)
            begin(std::move(message), words("to"));
        else
            m_begun[message.conversationId] = message;
    }
}

void ComposeModel::store(bool send, const QDateTime& at)
{
    if (!m_active || m_busy)
        return;
    m_problem.clear();
    if (m_current.body.trimmed().isEmpty())
        m_problem = tr("There is nothing to send yet.");
    else if (m_current.conversationId.isEmpty() && m_current.personId.isEmpty())
        m_problem = tr("Who is it for? Type a name.");
    m_busy = m_problem.isEmpty();
    Q_EMIT changed();
    if (!m_busy)
        return;
    const auto id = m_current.conversationId;
    m_source.writeMessage(m_current).then(this, [this, id, send, at, to = m_to](const Answer<NewReceipt>& done) {
        m_busy = false;
        if (!done) {
            m_problem = done.error().text;
            Q_EMIT changed();
            return;
        }
        if (m_active && m_current.conversationId == id)
            discard();
        if (!send) {
            m_undo.say(tr("The draft to %1 waits among the approvals").arg(to), done->undoToken);
            return;
        }
        m_approvals.approveDraft(done->id, at); // leaves as every approved message does
        Q_EMIT changed();
    });
}

}
