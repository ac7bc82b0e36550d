// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/session_memory.hpp"
#include "app/models/board_filter_json.hpp"
#include "app/shell/json_file.hpp"
#include <QGuiApplication>
#include <QSessionManager>
#include <array>

namespace agentarmy::app {
namespace {
constexpr int formatVersion = 1;
const auto versionKey = QStringLiteral("version"), pageKey = QStringLiteral("page"), dealKey = QStringLiteral("deal"),
           tabKey = QStringLiteral("dealTab"), sectionKey = QStringLiteral("settingsSection"),
           conversationKey = QStringLiteral("conversation"), recordKey = QStringLiteral("record"),
           recordKindKey = QStringLiteral("recordKind"), filterKey = QStringLiteral("filter"),
           sortKey = QStringLiteral("sort"), tableKey = QStringLiteral("table"),
           tableShownKey = QStringLiteral("asTable"), groupsShownKey = QStringLiteral("grouped"),
           groupsByKey = QStringLiteral("groupedBy"), viewsKey = QStringLiteral("views"),
           talksViewKey = QStringLiteral("conversationsView"), talksTextKey = QStringLiteral("conversationsText"),
           recordsViewKey = QStringLiteral("accountsView"), recordsTextKey = QStringLiteral("accountsText"),
           insightsKey = QStringLiteral("insightsAnswered"), writingKey = QStringLiteral("writing"),
           recentKey = QStringLiteral("recentlyUsed");
constexpr std::array pages {"home", "deals", "deal", "conversations", "accounts", "approvals", "insights", "settings"};

QString pathIn(const QString& folder) { return folder + QStringLiteral("/session.json"); }

QVariantMap readSession(const QString& path)
{
    auto state = readJsonFile(path).toVariantMap();
    return state.value(versionKey).toInt() == formatVersion ? state : QVariantMap();
}

QString pageOf(const QVariantMap& state)
{
    const auto page = state.value(pageKey).toString();
    const bool known = std::ranges::any_of(pages, [&](const char* each) { return page == QLatin1String(each); });
    return known && (page != QLatin1String("deal") || !state.value(dealKey).toString().isEmpty())
        ? page
        : QStringLiteral("home");
}

/// Calls `fallBack` if the model cannot read what it was just told to open; what comes later is the user's business.
template <typename Model, typename FallBack> void unlessThere(Model& model, QObject* owner, FallBack fallBack)
{
    auto* once = new QObject(owner);
    QObject::connect(&model, &Model::changed, once, [&model, once, fallBack] {
        if (model.state() == Model::State::Loading)
            return;
        once->deleteLater();
        QObject::disconnect(&model, nullptr, once, nullptr);
        if (model.state() == Model::State::Failed)
            fallBack();
    });
}
}

SessionMemory::SessionMemory(Desktop& desktop, const QString& folder, QObject* parent)
    : QObject(parent)
    , m_desktop(desktop)
    , m_path(pathIn(folder))
    , m_keeper([this] { return state(); },
          [path = m_path](const QVariantMap& state) {
              if (!writeJsonFile(path, QJsonObject::fromVariantMap(state)))
                  qWarning("What is open could not be kept in %s", qPrintable(path));
          })
{
}

SessionMemory::~SessionMemory() = default;

QString SessionMemory::startPage(const QString& folder)
{
    const auto page = pageOf(readSession(pathIn(folder)));
    return page == QLatin1String("deal") ? QStringLiteral("deals") : page;
}

void SessionMemory::draftsAreKept(const QString& folder)
{
    auto state = readJsonFile(pathIn(folder));
    if (state[writingKey].toArray().isEmpty())
        return;
    state.remove(writingKey);
    writeJsonFile(pathIn(folder), state);
}

void SessionMemory::resume()
{
    const auto state = readSession(m_path);
    auto& workspace = m_desktop.workspace();
    auto& table = *workspace.table();
    auto& groups = *workspace.groups();
    table.setLayout(state.value(tableKey).toString());
    table.setShown(state.value(tableShownKey).toBool());
    groups.setBy(state.value(groupsByKey).toInt());
    groups.setShown(!table.shown() && state.value(groupsShownKey).toBool());
    workspace.views()->setText(state.value(viewsKey).toString());
    if (state.contains(filterKey))
        workspace.board()->setFilter(toFilter(QJsonObject::fromVariantMap(state.value(filterKey).toMap())),
            std::clamp(state.value(sortKey).toInt(), 0, int(BoardSort::Risk)));
    auto& talks = *workspace.conversations();
    talks.setView(std::clamp(state.value(talksViewKey).toInt(), 0, int(ConversationsModel::Snoozed)));
    talks.setFilterText(state.value(talksTextKey).toString());
    auto& records = *workspace.accounts();
    records.setView(std::clamp(state.value(recordsViewKey).toInt(), 0, 1)); // pairs are a chore, not a place
    records.setFilterText(state.value(recordsTextKey).toString());
    workspace.insights()->setAnswered(state.value(insightsKey).toBool());
    workspace.palette()->setRemembered(state.value(recentKey).toString());
    open(pageOf(state), state);
    workspace.compose()->takeUp(state.value(writingKey).toList());
    watch();
}

void SessionMemory::open(const QString& page, const QVariantMap& place)
{
    auto& workspace = m_desktop.workspace();
    auto* shell = m_desktop.shell();
    const auto show = [shell](const QString& to, const QString& tab, const QString& section) {
        QMetaObject::invokeMethod(shell, "resume", Q_ARG(QVariant, to), Q_ARG(QVariant, tab), Q_ARG(QVariant, section));
    };
    if (const auto id = place.value(conversationKey).toString(); !id.isEmpty()) {
        auto& conversation = *workspace.conversation();
        unlessThere(
            conversation, this, [&workspace] { // the first of the list, or whatever the list shows once it is read
                auto& list = *workspace.conversations();
                workspace.conversation()->open(list.shown() > 0 ? list.idAt(0) : QString());
            });
        conversation.open(id);
    }
    if (const auto id = place.value(recordKey).toString(); !id.isEmpty()) {
        unlessThere(*workspace.record(), this, [&workspace] {
            auto& list = *workspace.accounts();
            workspace.record()->open(list.view() == 1 ? QStringLiteral("person") : QStringLiteral("account"),
                list.count() > 0 ? list.idAt(0) : QString());
        });
        workspace.record()->open(place.value(recordKindKey).toString(), id);
    }
    if (page == QLatin1String("deal")) {
        const auto id = place.value(dealKey).toString();
        unlessThere(*workspace.deal(), this, [show] { show(QStringLiteral("deals"), {}, {}); });
        workspace.board()->select(id);
        workspace.deal()->load(id);
    }
    show(page, place.value(tabKey).toString(), place.value(sectionKey).toString());
}

void SessionMemory::watch()
{
    auto& workspace = m_desktop.workspace();
    const auto on = [this](const auto* model, auto signal) { connect(model, signal, this, &SessionMemory::note); };
    on(workspace.board(), &DealBoardModel::filterChanged);
    on(workspace.table(), &DealTableModel::changed);
    on(workspace.table(), &DealTableModel::columnsChanged);
    on(workspace.groups(), &DealGroupsModel::groupsChanged);
    on(workspace.groups(), &DealGroupsModel::shownChanged);
    on(workspace.views(), &SavedViewsModel::changed);
    on(workspace.deal(), &DealDetailModel::changed);
    on(workspace.conversations(), &ConversationsModel::changed);
    on(workspace.conversation(), &ConversationModel::changed);
    on(workspace.accounts(), &AccountsModel::changed);
    on(workspace.record(), &RecordModel::changed);
    on(workspace.insights(), &InsightsModel::changed);
    on(&workspace, &Workspace::replaced);
    on(workspace.palette(), &PaletteModel::chosen);
    on(workspace.compose(), &ComposeModel::changed);
    on(workspace.compose(), &ComposeModel::textChanged);
    if (auto* shell = m_desktop.shell())
        for (const char* signal : {SIGNAL(pageChanged()), SIGNAL(dealTabChanged()), SIGNAL(settingsSectionChanged())})
            connect(shell, signal, this, SLOT(note()));
    connect(qGuiApp, &QGuiApplication::aboutToQuit, this, &SessionMemory::keepNow);
    connect(
        qGuiApp, &QGuiApplication::commitDataRequest, this, [this](QSessionManager&) { keepNow(); },
        Qt::DirectConnection);
    note();
}

QVariantMap SessionMemory::state() const
{
    auto& workspace = m_desktop.workspace();
    const auto& board = *workspace.board();
    QVariantMap state {{versionKey, formatVersion}, {filterKey, toJson(board.filter()).toVariantMap()},
        {sortKey, board.sort()}, {tableKey, workspace.table()->layout()}, {tableShownKey, workspace.table()->shown()},
        {groupsShownKey, workspace.groups()->shown()}, {groupsByKey, workspace.groups()->by()},
        {viewsKey, workspace.views()->text()}, {conversationKey, workspace.conversation()->conversationId()},
        {talksViewKey, workspace.conversations()->view()}, {talksTextKey, workspace.conversations()->filterText()},
        {recordKey, workspace.record()->recordId()}, {recordKindKey, workspace.record()->kind()},
        {recordsViewKey, workspace.accounts()->view()}, {recordsTextKey, workspace.accounts()->filterText()},
        {insightsKey, workspace.insights()->answered()}, {recentKey, workspace.palette()->remembered()},
        {writingKey, workspace.compose()->begun()}};
    if (const auto* shell = m_desktop.shell()) {
        state.insert(pageKey, shell->property("page"));
        state.insert(tabKey, shell->property("dealTab"));
        state.insert(sectionKey, shell->property("settingsSection"));
    }
    state.insert(dealKey, workspace.deal()->dealId());
    return state;
}

}
