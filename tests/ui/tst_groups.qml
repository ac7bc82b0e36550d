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
        name: "Groups"
        when: windowShown
        property var shell: null
        property var board: null
        property var groups: null
        property var table: null
        property var views: null

        function initTestCase() { Theme.still = true }
        function init() {
            loader.active = false
            wait(0)
            stand.renew()
            loader.active = true
            shell = loader.item
            board = stand.workspace.board
            groups = stand.workspace.groups
            table = stand.workspace.table
            views = stand.workspace.views
            board.load()
            tryCompare(board, "state", DealBoardModel.Ready)
            shell.focusPage()
            wait(30)
        }
        function find(item, matches) {
            if (!item.visible)
                return null
            if (matches(item))
                return item
            for (let i = 0; i < item.children.length; ++i) {
                const found = find(item.children[i], matches)
                if (found)
                    return found
            }
            return null
        }
        function button(text) { return find(shell, item => item.clicked !== undefined && (item.text === text || item.name === text)) }
        function menuRow(text) { return find(shell, item => item.chosen !== undefined && item.text === text) }
        function group(key) { return groups.groups.find(each => each.key === key) }
        function column(key) { return find(shell, item => item.group !== undefined && item.group.key === key) }
        function type(text) { for (const letter of text) keyClick(letter) }
        function month(by) { const day = new Date(); return Qt.formatDate(new Date(day.getFullYear(), day.getMonth() + by, 1), "yyyy-MM") }

        function test_dealsStandInTheirCloseMonth() {
            keyClick(Qt.Key_G)
            tryCompare(groups, "shown", true)
            wait(50)
            const all = groups.groups.reduce((sum, each) => sum + each.count, 0)
            let open = 0
            for (const stage of [0, 1, 2, 3, 4, 7]) open += board.columnOf(stage).count
            compare(all, open)
            verify(group("none").count >= 1)
            verify(!group("overdue").takes && !group("later").takes && group("none").takes)
            keyClick(Qt.Key_G)
            tryCompare(groups, "shown", false)
        }
        function test_aCardIsDraggedToAnotherMonth() {
            keyClick(Qt.Key_G)
            wait(50)
            const from = column(month(0)).group.count ? column(month(0)) : column("overdue")
            const id = from.group.idAt(0)
            const to = column(month(1))
            const before = to.group.count
            const start = from.mapToItem(root, 60, 100)
            const end = to.mapToItem(root, 60, 300)
            mousePress(root, start.x, start.y)
            mouseMove(root, start.x - 20, start.y)
            mouseMove(root, end.x, end.y)
            verify(to.dropText.startsWith("Close on"))
            mouseRelease(root, end.x, end.y)
            tryCompare(to.group, "count", before + 1)
            compare(groups.groupOf(id), month(1))
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryCompare(to.group, "count", before)
        }
        function test_aDropWhereNothingIsTakenFliesBack() {
            keyClick(Qt.Key_G)
            wait(50)
            const from = column(month(1))
            const to = column("overdue")
            verify(from.group.count > 0)
            const before = from.group.count
            const start = from.mapToItem(root, 60, 100)
            const end = to.mapToItem(root, 60, 300)
            mousePress(root, start.x, start.y)
            mouseMove(root, start.x - 20, start.y)
            mouseMove(root, end.x, end.y)
            compare(to.dropText, "")
            mouseRelease(root, end.x, end.y)
            wait(30)
            compare(from.group.count, before)
        }
        function test_keysWalkSelectAndShift() {
            keyClick(Qt.Key_G)
            wait(50)
            keyClick(Qt.Key_Right)
            tryVerify(() => board.selectedId.length > 0)
            board.select(group("none").idAt(0))
            const id = board.selectedId
            keyClick(Qt.Key_X)
            compare(table.selectedCount, 1)
            keyClick(Qt.Key_Left, Qt.ControlModifier)
            tryVerify(() => groups.groupOf(id) === month(5))
            keyClick(Qt.Key_Escape)
            compare(table.selectedCount, 0)
            keyClick(Qt.Key_Return)
            tryCompare(shell, "page", "deal")
        }
        function test_ownersAndForecastGroupToo() {
            keyClick(Qt.Key_G)
            wait(50)
            mouseClick(button("By close month"))
            wait(30)
            mouseClick(menuRow("By owner"))
            tryVerify(() => group("TS") !== undefined)
            const id = group("TS").idAt(0)
            verify(groups.drop([id], "AK"))
            tryVerify(() => stand.ownerOf(id) === "AK")
            groups.by = DealGroupsModel.Category
            tryVerify(() => group("0") !== undefined)
            verify(group("0").count > 0)
            verify(!groups.drop([id], "0"))
        }
        function test_severalCardsMoveAtOnceOnTheBoard() {
            const first = board.columnOf(0).idAt(0)
            const second = board.columnOf(0).idAt(1)
            const card = find(shell, item => item.dealId === first && item.spokenText !== undefined)
            const at = card.mapToItem(root, 60, 60)
            mouseClick(root, at.x, at.y, Qt.LeftButton, Qt.ControlModifier)
            compare(table.selectedCount, 1)
            compare(shell.page, "deals")
            table.toggle(second)
            compare(table.selectedCount, 2)
            const target = shell.board.columnFor(1).mapToItem(root, 60, 400)
            mousePress(root, at.x, at.y)
            mouseMove(root, at.x + 20, at.y)
            mouseMove(root, target.x, target.y)
            mouseRelease(root, target.x, target.y)
            tryVerify(() => board.stageOf(first) === 1 && board.stageOf(second) === 1)
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryVerify(() => board.stageOf(first) === 0 && board.stageOf(second) === 0)
        }
        function test_boundsNarrowAndAreSaid() {
            const all = board.columnOf(0).count
            mouseClick(button("More filters"))
            wait(30)
            const least = find(shell, item => item.key === "least" && item.input !== undefined)
            least.input.forceActiveFocus()
            type("lots")
            keyClick(Qt.Key_Return)
            tryCompare(least, "error", "Cannot be read")
            keyClick(Qt.Key_A, Qt.ControlModifier)
            type("150k")
            keyClick(Qt.Key_Return)
            tryCompare(board, "bounds", 1)
            verify(board.columnOf(0).count < all)
            mouseClick(button("Stale"))
            tryCompare(board, "bounds", 2)
            mouseClick(button("Clear all filters"))
            tryCompare(board, "bounds", 0)
            compare(board.columnOf(0).count, all)
        }
        function test_aViewIsKeptTakenAndForgotten() {
            board.setBound("warning", "4")
            board.toggleOwner("LH")
            keyClick(Qt.Key_G)
            mouseClick(button("Saved views"))
            wait(30)
            keyClick(Qt.Key_Return)
            tryVerify(() => find(shell, item => item.error === "Give it a name"))
            type("My worries")
            keyClick(Qt.Key_Return)
            tryCompare(views, "current", "My worries")
            const text = views.text()
            board.clearFilter()
            shell.board.showLayout("board")
            compare(views.current, "")
            mouseClick(button("Saved views"))
            wait(30)
            mouseClick(menuRow("My worries"))
            tryCompare(views, "current", "My worries")
            compare(groups.shown, true)
            views.setText("nonsense")
            compare(views.names.length, 0)
            views.setText(text)
            compare(views.names.length, 1)
            views.remove("My worries")
            compare(views.names.length, 0)
        }
        function test_everyControlHasANameInGroups() {
            keyClick(Qt.Key_G)
            wait(50)
            const silent = []
            const walk = item => {
                if (!item.visible) return
                if (item.activeFocusOnTab && (!item.Accessible.name.length || item.Accessible.role === Accessible.NoRole)) silent.push(String(item))
                for (let i = 0; i < item.children.length; ++i) walk(item.children[i])
            }
            walk(shell)
            mouseClick(button("More filters"))
            wait(30)
            walk(shell)
            compare(silent, [])
        }
    }
}
