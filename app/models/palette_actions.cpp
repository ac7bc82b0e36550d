// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/palette_actions.hpp"
#include <QCoreApplication>

namespace agentarmy::app {
namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(PaletteActions)
};

QStringList control(const char* key) { return {QStringLiteral("Ctrl"), QString::fromLatin1(key)}; }
QStringList key(const char* name) { return {QString::fromLatin1(name)}; }

QStringList keysOf(const QString& page)
{
    constexpr std::pair<const char*, const char*> numbers[] {{"home", "1"}, {"deals", "2"}, {"conversations", "3"},
        {"accounts", "4"}, {"approvals", "5"}, {"insights", "6"}, {"settings", ","}};
    for (const auto& [name, number] : numbers)
        if (page == QLatin1String(name))
            return control(number);
    return {};
}

void addPlaces(std::vector<PaletteAction>& list, const PaletteContext& context)
{
    for (const auto& page : context.pages)
        if (page.id != context.page)
            list.push_back({QStringLiteral("page:") + page.id, Tr::tr("Go to %1").arg(page.name), {}, page.iconName,
                keysOf(page.id)});
    if (context.page != QLatin1String("settings"))
        list.push_back({QStringLiteral("page:settings"), Tr::tr("Go to Settings"), {}, QStringLiteral("settings"),
            keysOf(QStringLiteral("settings"))});
    for (const auto& section : context.sections)
        list.push_back({QStringLiteral("section:") + section.id, Tr::tr("Settings: %1").arg(section.name), {},
            section.iconName, {}, Tr::tr("preferences options")});
}

void addDeals(std::vector<PaletteAction>& list, const PaletteContext& context)
{
    const bool here = context.page == QLatin1String("deals");
    const auto layout = [&](int which, const char* id, const QString& title, const char* icon, const char* cap) {
        if (!here || context.layout != which)
            list.push_back({QStringLiteral("layout:") + QLatin1String(id), title, {}, QLatin1String(icon), key(cap)});
    };
    layout(0, "board", Tr::tr("Show deals as a board"), "square-kanban", "T");
    layout(1, "table", Tr::tr("Show deals as a table"), "table-2", "T");
    layout(2, "groups", Tr::tr("Show deals by close month"), "calendar-range", "G");
    const auto filter = [&](int which, const QString& title) {
        list.push_back({QStringLiteral("filter:%1").arg(which), Tr::tr("Deals: %1").arg(title), {},
            QStringLiteral("list-filter"), {}, Tr::tr("filter view")});
    };
    filter(0, Tr::tr("All open"));
    filter(1, Tr::tr("Closing this quarter"));
    filter(2, Tr::tr("At risk"));
    filter(3, Tr::tr("No next step"));
    for (const auto& name : context.views)
        list.push_back({QStringLiteral("view:") + name, Tr::tr("View: %1").arg(name), {}, QStringLiteral("bookmark"),
            {}, Tr::tr("saved filter"), {}, name});
    list.push_back({QStringLiteral("clearFilter"), Tr::tr("Clear the filter of the deals"), {}, QStringLiteral("x"), {},
        {}, context.filtered ? QString() : Tr::tr("No filter is set")});
    list.push_back({QStringLiteral("table:csv"), Tr::tr("Write the table of deals to a CSV file"), {},
        QStringLiteral("file-text"), {}, Tr::tr("export spreadsheet")});
    list.push_back({QStringLiteral("putAway"), Tr::tr("Archived and deleted deals"), {}, QStringLiteral("archive"), {},
        Tr::tr("trash restore")});
}

void addTalk(std::vector<PaletteAction>& list, const PaletteContext& context)
{
    if (context.page != QLatin1String("conversations") || context.conversationId.isEmpty())
        return;
    if (!context.spoken && !context.replyTo.isEmpty()) {
        list.push_back({QStringLiteral("talk:reply"), Tr::tr("Answer %1").arg(context.replyTo), {},
            QStringLiteral("corner-up-left"), key("R"), Tr::tr("reply")});
        list.push_back(
            {QStringLiteral("talk:draft"), Tr::tr("Let the agent draft an answer"), {}, QStringLiteral("pen-line")});
    }
    if (!context.spoken)
        list.push_back({QStringLiteral("talk:hand"),
            context.byPerson ? Tr::tr("Give this conversation back to the agent")
                             : Tr::tr("Take this conversation over from the agent"),
            {}, QStringLiteral("hand")});
}

void addRest(std::vector<PaletteAction>& list, const PaletteContext& context)
{
    const auto add = [&](const char* id, const QString& title, const char* icon, const QStringList& keys = {},
                         const QString& words = {}, const QString& reason = {}) {
        list.push_back({QLatin1String(id), title, {}, QLatin1String(icon), keys, words, reason});
    };
    add("new:mail", Tr::tr("Write a mail"), "square-pen", {}, Tr::tr("new message compose"));
    add("new:account", Tr::tr("New account"), "building-2", {}, Tr::tr("add company customer"));
    add("new:person", Tr::tr("New person"), "user-plus", {}, Tr::tr("add contact"));
    add("import", Tr::tr("Import files"), "upload", control("I"), Tr::tr("bring in mail csv"));
    add("backup", Tr::tr("Back up the workspace"), "copy", {}, Tr::tr("copy save"), context.busy);
    add("export", Tr::tr("Export everything"), "file-text", {}, Tr::tr("save csv json"), context.busy);
    add("move", Tr::tr("Move to another computer"), "arrow-right", {}, Tr::tr("copy laptop transfer"), context.busy);
    add("restore", Tr::tr("Restore a backup"), "history", {}, Tr::tr("bring here other computer"), context.busy);
    add("examine", Tr::tr("Look the workspace over"), "shield-check", {}, Tr::tr("check doctor health"), context.busy);
    add("undo", Tr::tr("Undo the last change"), "undo-2", control("Z"), Tr::tr("take back"),
        context.canUndo ? QString() : Tr::tr("Nothing to undo"));
    if (context.dark)
        add("theme:light", Tr::tr("Use the light theme"), "sun", {}, Tr::tr("appearance bright"));
    else
        add("theme:dark", Tr::tr("Use the dark theme"), "moon", {}, Tr::tr("appearance night"));
    add("theme:system", Tr::tr("Use the theme of the system"), "monitor", {}, Tr::tr("appearance"));
    add("shortcuts", Tr::tr("Keyboard shortcuts"), "keyboard", key("?"), Tr::tr("keys help"));
}

}

std::vector<PaletteAction> dealActions(const PaletteDeal& deal)
{
    std::vector<PaletteAction> list;
    if (deal.id.isEmpty())
        return list;
    const auto add = [&](const QString& id, const QString& title, const char* icon, const QStringList& keys = {},
                         const QString& words = {}, const QString& reason = {}) {
        list.push_back({QStringLiteral("deal:") + id, title, {}, QLatin1String(icon), keys, words, reason, deal.id});
    };
    const auto away = deal.archived ? Tr::tr("This deal is archived") : QString();
    add(QStringLiteral("move"), Tr::tr("Move stage…"), "arrow-right", key("M"), {}, away);
    if (!deal.draftId.isEmpty()) {
        add(QStringLiteral("approve"),
            deal.draftTo.isEmpty() ? Tr::tr("Approve the waiting draft")
                                   : Tr::tr("Approve the waiting draft to %1").arg(deal.draftTo),
            "circle-check", key("A"), Tr::tr("send"));
        list.back().note = Tr::tr("it leaves after 10 s");
    }
    add(QStringLiteral("todo"), Tr::tr("Add a to-do"), "plus", {}, Tr::tr("task reminder"));
    add(QStringLiteral("edit:closeDate"), Tr::tr("Set close date"), "calendar", {}, Tr::tr("change due"), away);
    add(QStringLiteral("edit:estimatedValue"), Tr::tr("Set amount"), "pencil", key("E"), Tr::tr("change value"), away);
    add(QStringLiteral("edit:name"), Tr::tr("Rename the deal"), "pencil", {}, {}, away);
    for (const auto& person : deal.people)
        add(QStringLiteral("write:") + person.id, Tr::tr("Write to %1").arg(person.name), "square-pen", {},
            Tr::tr("mail message"));
    for (int stage = 0; stage < activeStages; ++stage)
        if (Stage(stage) != deal.stage && deal.stage < Stage::Won)
            add(QStringLiteral("move:%1").arg(stage), Tr::tr("Move to %1").arg(stageName(Stage(stage))), "arrow-right",
                {}, Tr::tr("stage"), away);
    const std::pair<const char*, QString> tabs[] {{"qualification", Tr::tr("Qualification")},
        {"people", Tr::tr("People")}, {"plan", Tr::tr("Plan")}, {"messages", Tr::tr("Messages")},
        {"meetings", Tr::tr("Meetings")}, {"history", Tr::tr("History")}};
    for (const auto& [tab, name] : tabs)
        add(QStringLiteral("tab:") + QLatin1String(tab), Tr::tr("Show %1 of this deal").arg(name), "square-kanban");
    add(QStringLiteral("archive"), deal.archived ? Tr::tr("Back to the board") : Tr::tr("Archive"), "archive", {},
        Tr::tr("put away"));
    add(QStringLiteral("remove"), Tr::tr("Delete the deal"), "trash-2", {}, Tr::tr("remove trash"));
    return list;
}

std::vector<PaletteAction> actionsFor(const PaletteContext& context)
{
    auto list = dealActions(context.deal);
    addTalk(list, context);
    addPlaces(list, context);
    addDeals(list, context);
    addRest(list, context);
    return list;
}

}
