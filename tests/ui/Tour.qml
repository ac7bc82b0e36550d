// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Every place of the window, pages, their layouts, tabs and sections, for tests that look at all of them.
// `go` opens one, `ready` says when it is there.
// qmllint disable unqualified
// `stand` is the test program's.
QtObject {
    id: root
    property var shell: null
    readonly property var space: stand.workspace
    function deal(tab) { return { tag: "deal " + tab, go: () => { root.shell.openDeal("nordwind"); root.shell.showTab(tab) }, ready: () => root.space.deal.state === DealDetailModel.Ready } }
    function layout(tag, act) { return { tag: tag, go: () => { root.shell.go("deals"); act() }, ready: () => root.space.board.state === DealBoardModel.Ready } }
    function accounts(tag, view) { return { tag: tag, go: () => { root.shell.go("accounts"); root.space.accounts.view = view }, ready: () => root.space.accounts.state === AccountsModel.Ready } }
    function settings(section) { return { tag: "settings " + section, go: () => { root.shell.go("settings"); root.shell.loaders.settings.item.section = section }, ready: () => root.space.settings.state === SettingsModel.Ready } }

    readonly property var pages: [
        { tag: "home", go: () => root.shell.go("home"), ready: () => root.space.home.state === HomeModel.Ready },
        layout("board", () => {}),
        layout("table", () => { root.space.table.shown = true }),
        layout("months", () => { root.space.groups.shown = true; root.space.groups.by = 0 }),
        layout("owners", () => { root.space.groups.shown = true; root.space.groups.by = 1 }),
        layout("forecast", () => { root.space.groups.shown = true; root.space.groups.by = 2 }),
        deal("qualification"), deal("people"), deal("plan"), deal("messages"), deal("meetings"), deal("history"),
        { tag: "conversations", go: () => root.shell.go("conversations"), ready: () => root.space.conversation.state === ConversationModel.Ready },
        { tag: "compose", go: () => { root.shell.go("conversations"); root.space.compose.write("", "") }, ready: () => root.space.compose.active },
        accounts("companies", 0), accounts("persons", 1), accounts("pairs", 2),
        { tag: "approvals", go: () => root.shell.go("approvals"), ready: () => root.space.approvals.state === ApprovalsModel.Ready },
        { tag: "insights", go: () => root.shell.go("insights"), ready: () => root.space.insights.state === InsightsModel.Ready },
        settings("you"), settings("company"), settings("looks"), settings("data"), settings("about")]

    /// Back to where every place can be gone to: nothing open over the page, the board as columns.
    function leave() {
        root.space.compose.discard()
        root.space.table.shown = false
        root.space.groups.shown = false
        root.space.accounts.view = 0
    }
}
