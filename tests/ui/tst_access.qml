// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import QtTest
import AgentArmy

// qmllint disable unqualified
// `stand` is the test program's.
Item {
    id: root
    width: 1440
    height: 900

    Loader { id: loader; anchors.fill: parent; active: false; sourceComponent: Shell { workspace: stand.workspace; focus: true; page: "deals" } }

    TestCase {
        name: "Access"
        when: windowShown
        property var shell: null

        function initTestCase() { Theme.still = true }
        function init() {
            loader.active = false
            wait(0)
            stand.renew()
            loader.active = true
            shell = loader.item
            stand.workspace.board.load()
            tryCompare(stand.workspace.board, "state", DealBoardModel.Ready)
            shell.forceActiveFocus()
            shell.focusPage()
            wait(50)
        }
        function each(item, act) {
            if (!item.visible)
                return
            act(item)
            for (let i = 0; i < item.children.length; ++i)
                each(item.children[i], act)
        }
        // Whatever takes the focus says what it is and what it does.
        function silentOnes(item) {
            const silent = []
            each(item, found => {
                if (found.activeFocusOnTab && (!found.Accessible.name.length || found.Accessible.role === Accessible.NoRole))
                    silent.push(String(found))
            })
            return silent
        }
        // Tab goes around without getting stuck; every stop can be seen.
        function stopsOfTab(most) {
            const stops = []
            for (let i = 0; i < most; ++i) {
                keyClick(Qt.Key_Tab)
                const at = root.Window.activeFocusItem
                verify(at, "the focus is lost")
                if (stops.includes(at))
                    break
                verify(at.visible && at.width > 0 && at.height > 0, "an unseen stop: " + at)
                stops.push(at)
            }
            return stops
        }

        function test_everyControlOfThePagesHasNameAndRole_data() {
            return [{ tag: "home", page: "home" }, { tag: "approvals", page: "approvals" }, { tag: "table", page: "table" }, { tag: "settings", page: "settings" }, { tag: "insights", page: "insights" }, { tag: "accounts", page: "accounts", view: 0 }, { tag: "persons", page: "accounts", view: 1 }, { tag: "pairs", page: "accounts", view: 2 }, { tag: "board", page: "deals" }, { tag: "deal", page: "deal" }, { tag: "people", page: "deal", tab: "people" },
                { tag: "history", page: "deal", tab: "history" }, { tag: "plan", page: "deal", tab: "plan" }, { tag: "messages", page: "deal", tab: "messages" }, { tag: "meetings", page: "deal", tab: "meetings" }, { tag: "conversations", page: "conversations" }]
        }
        function test_everyControlOfThePagesHasNameAndRole(data) {
            if (data.page === "deal") {
                shell.openDeal("nordwind")
                tryCompare(stand.workspace.deal, "state", DealDetailModel.Ready)
                if (data.tab) shell.showTab(data.tab)
            } else if (data.page === "settings") {
                shell.go("settings")
                tryCompare(stand.workspace.settings, "state", SettingsModel.Ready)
            } else if (data.page === "insights") {
                shell.go("insights")
                tryCompare(stand.workspace.insights, "state", InsightsModel.Ready)
            } else if (data.page === "accounts") {
                shell.go("accounts")
                tryCompare(stand.workspace.accounts, "state", AccountsModel.Ready)
                stand.workspace.accounts.view = data.view
                if (data.view === 1) stand.workspace.record.open("person", stand.workspace.accounts.idAt(0))
                tryCompare(stand.workspace.record, "state", RecordModel.Ready)
            } else if (data.page === "table") {
                stand.workspace.table.shown = true
            } else if (data.page === "home") {
                shell.go("home")
                tryCompare(stand.workspace.home, "state", HomeModel.Ready)
            } else if (data.page === "approvals") {
                shell.go("approvals")
                tryCompare(stand.workspace.approvals, "state", ApprovalsModel.Ready)
            } else if (data.page === "conversations") {
                shell.go("conversations")
                tryCompare(stand.workspace.conversation, "state", ConversationModel.Ready)
            }
            wait(50)
            compare(silentOnes(shell), [])
            verify(stopsOfTab(60).length > 5)
        }
        function test_everyControlOfTheLayersHasNameAndRole() {
            keyClick(Qt.Key_K, Qt.ControlModifier)
            compare(silentOnes(shell), [])
            keyClick(Qt.Key_Escape)
            keyClick(Qt.Key_Question, Qt.ShiftModifier)
            compare(silentOnes(shell), [])
            keyClick(Qt.Key_Escape)
            stand.workspace.board.select("nordwind")
            keyClick(Qt.Key_M)
            tryVerify(() => stand.workspace.board.hasAnswers)
            compare(silentOnes(shell), [])
            keyClick(Qt.Key_6)
            compare(silentOnes(shell), [])
            keyClick(Qt.Key_Escape)
        }
        function test_narrowAndLargeWindowsShowTheSamePages_data() {
            return [{ tag: "narrow", width: 900, height: 600 }, { tag: "small", width: 1100, height: 700 }, { tag: "large", width: 2560, height: 1440 }]
        }
        function test_narrowAndLargeWindowsShowTheSamePages(data) {
            root.width = data.width
            root.height = data.height
            shell.openDeal("nordwind")
            tryCompare(stand.workspace.deal, "state", DealDetailModel.Ready)
            wait(50)
            compare(silentOnes(shell), [])
            shell.go("conversations")
            tryCompare(stand.workspace.conversation, "state", ConversationModel.Ready)
            shell.go("deals")
            stand.workspace.board.select("nordwind")
            shell.board.revealSelected()
            wait(50)
            const column = shell.board.columnFor(3)
            const left = column.mapToItem(shell, 0, 0).x
            verify(left >= 0 && left + column.width <= data.width, "the selected card is in view")
        }
        function cleanup() { root.width = 1440; root.height = 900 }
    }
}
