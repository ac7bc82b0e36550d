// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/notifier.hpp"
#include "app/shell/json_file.hpp"
#include <QGuiApplication>

namespace agentarmy::app {
namespace {
constexpr int settleMs = 300, oftenMs = 30'000;
const auto keysKey = QStringLiteral("told"), lastKey = QStringLiteral("last"), begunKey = QStringLiteral("begun");

const std::vector<ApprovalView>& draftsOf(const ApprovalsModel& approvals)
{
    return static_cast<const ApprovalListModel*>(approvals.rows())->rows();
}
}

std::vector<Happening> happeningsOf(Workspace& workspace, const QDateTime& now)
{
    std::vector<Happening> list;
    const auto stamp = [](const QDateTime& at) { return QString::number(at.isValid() ? at.toSecsSinceEpoch() : 0); };
    for (const auto& draft : draftsOf(*workspace.approvals())) {
        const auto who = draft.person.isEmpty() ? draft.account : draft.person;
        const NoticePlace place {QStringLiteral("approvals"), draft.id};
        if (!draft.inOutbox) {
            if (!draft.own)
                list.push_back({NoticeKind::Approval, QStringLiteral("draft:") + draft.id, who, draft.subject, place});
        } else if (isOverdue(draft, now))
            list.push_back({NoticeKind::Outbox, QStringLiteral("outbox:") + draft.id + u':' + stamp(draft.sendAt), who,
                draft.subject, place});
    }
    for (const auto& row : workspace.conversations()->all()) {
        const auto who = row.person.isEmpty() ? row.account : row.person;
        const NoticePlace place {QStringLiteral("conversation"), row.id};
        if (row.escalated)
            list.push_back({NoticeKind::Escalated, QStringLiteral("escalated:") + row.id, who, row.subject, place});
        if (row.snoozedUntil.isValid() && row.snoozedUntil <= now)
            list.push_back({NoticeKind::Due, QStringLiteral("due:") + row.id + u':' + stamp(row.snoozedUntil), who,
                row.subject, place});
    }
    for (const auto& insight : workspace.insights()->all())
        if (insight.answer.isEmpty() && insight.severity > 0)
            list.push_back({NoticeKind::Insight, QStringLiteral("insight:") + insight.id + u':' + stamp(insight.since),
                insight.card.account, insight.title, {QStringLiteral("deal"), insight.id}});
    return list;
}

ToldNotices toldFrom(const QVariantMap& kept)
{
    ToldNotices told;
    told.begun = kept.value(begunKey).toBool();
    const auto keys = kept.value(keysKey).toMap();
    for (auto key = keys.begin(); key != keys.end() && told.keys.size() < ToldNotices::most; ++key)
        told.keys.insert(key.key(), QDateTime::fromSecsSinceEpoch(key.value().toLongLong()));
    const auto last = kept.value(lastKey).toList();
    for (int i = 0; i < noticeKinds && i < last.size(); ++i)
        if (const auto at = last[i].toLongLong(); at > 0)
            told.last[size_t(i)] = QDateTime::fromSecsSinceEpoch(at);
    return told;
}

QVariantMap toKept(const ToldNotices& told)
{
    QVariantMap keys;
    for (auto key = told.keys.begin(); key != told.keys.end(); ++key)
        keys.insert(key.key(), key.value().toSecsSinceEpoch());
    QVariantList last;
    for (const auto& at : told.last)
        last += at.isValid() ? at.toSecsSinceEpoch() : 0;
    return {{begunKey, told.begun}, {keysKey, keys}, {lastKey, last}};
}

Notifier::Notifier(Desktop& desktop, const QString& folder, const QDBusConnection& bus, QObject* parent)
    : QObject(parent)
    , m_desktop(desktop)
    , m_notices(bus)
    , m_told(toldFrom(readJsonFile(folder + QStringLiteral("/notices.json")).toVariantMap()))
    , m_keeper([this] { return toKept(m_told); },
          [path = folder + QStringLiteral("/notices.json")](const QVariantMap& told) {
              if (!writeJsonFile(path, QJsonObject::fromVariantMap(told)))
                  qWarning("What was told could not be kept in %s", qPrintable(path));
          })
{
    auto& workspace = desktop.workspace();
    m_soon.setSingleShot(true);
    m_soon.setInterval(settleMs);
    m_again.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Notifier::look);
    connect(&m_again, &QTimer::timeout, this, &Notifier::look);
    connect(&m_often, &QTimer::timeout, this, &Notifier::look); // what was put aside becomes due by the clock alone
    m_often.start(oftenMs);
    const auto on
        = [this](const auto* model, auto signal) { connect(model, signal, this, [this] { m_soon.start(); }); };
    on(workspace.approvals(), &ApprovalsModel::changed);
    on(workspace.conversations(), &ConversationsModel::changed);
    on(workspace.insights(), &InsightsModel::changed);
    on(workspace.notices(), &NoticeSettingsModel::changed);
    connect(workspace.importing(), &ImportModel::finished, this, [this, &workspace] {
        auto lines = workspace.importing()->outcome();
        m_imports.push_back({NoticeKind::Imported,
            QStringLiteral("import:%1:%2").arg(QDateTime::currentMSecsSinceEpoch()).arg(++m_importCount), {},
            lines.isEmpty() ? workspace.importing()->problem() : lines.first(), {QStringLiteral("import"), {}}});
        m_soon.start();
    });
    connect(workspace.notices(), &NoticeSettingsModel::testAsked, &m_notices, &DesktopNotices::test);
    connect(&m_notices, &DesktopNotices::tested, workspace.notices(), &NoticeSettingsModel::setTestAnswer);
    connect(&m_notices, &DesktopNotices::pauseAsked, workspace.notices(), &NoticeSettingsModel::pause);
    connect(&m_notices, &DesktopNotices::opened, this, &Notifier::goTo);
    connect(qGuiApp, &QGuiApplication::aboutToQuit, this, [this] { m_keeper.keepNow(); });
}

Notifier::~Notifier() = default;

bool Notifier::isRead() const
{
    auto& workspace = m_desktop.workspace();
    return workspace.approvals()->state() != ApprovalsModel::State::Loading
        && workspace.conversations()->state() != ConversationsModel::State::Loading
        && workspace.insights()->state() != InsightsModel::State::Loading;
}

NoticeView Notifier::view() const
{
    auto& workspace = m_desktop.workspace();
    NoticeView view;
    const auto* window = m_desktop.window();
    view.inFront = window->isActive() && window->isVisible();
    view.page = m_desktop.shell()->property("page").toString();
    if (view.page == QLatin1String("deal"))
        view.ids += workspace.deal()->dealId();
    else if (view.page == QLatin1String("conversations"))
        view.ids += workspace.conversation()->conversationId();
    return view;
}

void Notifier::look()
{
    if (!isRead())
        return;
    auto& workspace = m_desktop.workspace();
    const auto now = QDateTime::currentDateTime();
    auto happened = happeningsOf(workspace, now);
    happened.insert(happened.end(), m_imports.begin(), m_imports.end());
    auto decision = decideNotices(happened, m_told, workspace.notices()->settings(), now, view());
    m_told = std::move(decision.told);
    std::erase_if(m_imports, [this](const Happening& what) { return m_told.keys.contains(what.key); });
    for (const auto& notice : decision.notices)
        m_notices.show(notice);
    if (decision.again.isValid())
        m_again.start(int(std::clamp<qint64>(now.msecsTo(decision.again), 1000, 3'600'000)));
    m_keeper.note();
}

void Notifier::goTo(const NoticePlace& place, const QString& activationToken)
{
    m_desktop.comeToFront(activationToken);
    QMetaObject::invokeMethod(m_desktop.shell(), "openPlace", Q_ARG(QVariant, place.page), Q_ARG(QVariant, place.id));
}

}
