// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import QtTest
import AgentArmy

// qmllint disable unqualified
// `stand` and `watch` are the test program's. Seeded random keys and clicks over all pages: nothing warns, nothing breaks, and the window answers
// afterwards. AGENTARMY_MONKEY=20000 and AGENTARMY_MONKEY_SEED=N run it for longer, or again.
Item {
    id: root
    width: 1440
    height: 900

    Loader { id: loader; anchors.fill: parent; active: false; sourceComponent: Shell { workspace: stand.workspace; focus: true } }
    Tour { id: tour; shell: loader.item }

    TestCase {
        name: "Monkey"
        when: windowShown
        property int state: 0

        function initTestCase() { Theme.still = true }
        // A linear congruential generator (Numerical Recipes): the same events for the same seed.
        function next(below) { state = (Math.imul(1664525, state) + 1013904223) | 0; return (state >>> 8) % below }
        function any(list) { return list[next(list.length)] }
        function one() {
            const keys = [Qt.Key_J, Qt.Key_K, Qt.Key_H, Qt.Key_L, Qt.Key_Up, Qt.Key_Down, Qt.Key_Left, Qt.Key_Right, Qt.Key_Return, Qt.Key_Escape, Qt.Key_Tab, Qt.Key_Space,
                Qt.Key_E, Qt.Key_M, Qt.Key_A, Qt.Key_R, Qt.Key_T, Qt.Key_X, Qt.Key_N, Qt.Key_G, Qt.Key_S, Qt.Key_U, Qt.Key_F, Qt.Key_Slash, Qt.Key_Question, Qt.Key_6, Qt.Key_Delete, Qt.Key_Backspace, Qt.Key_Home, Qt.Key_End, Qt.Key_PageUp, Qt.Key_PageDown, Qt.Key_F2]
            const controls = [Qt.Key_1, Qt.Key_2, Qt.Key_3, Qt.Key_4, Qt.Key_5, Qt.Key_6, Qt.Key_Comma, Qt.Key_K, Qt.Key_I, Qt.Key_Z, Qt.Key_A, Qt.Key_Left, Qt.Key_Right, Qt.Key_Return]
            const x = () => 4 + next(root.width - 8)
            const y = () => 4 + next(root.height - 8)
            const kind = next(16)
            if (kind < 5) keyClick(any(keys), next(8) === 0 ? Qt.ShiftModifier : Qt.NoModifier)
            else if (kind < 7) keyClick(any(controls), Qt.ControlModifier)
            else if (kind < 11) mouseClick(root, x(), y(), next(6) === 0 ? Qt.RightButton : Qt.LeftButton, next(10) === 0 ? Qt.ControlModifier : Qt.NoModifier)
            else if (kind < 12) mouseDoubleClickSequence(root, x(), y())
            else if (kind < 13) mouseWheel(root, x(), y(), next(3) === 0 ? next(241) - 120 : 0, next(481) - 240)
            else if (kind < 14) for (const letter of any(["nord", "3 Dec 9:30", "1,200.50", "x@y.example", "%_'\"<b>", "-5"])) keyClick(letter)
            else {
                const fromX = x()
                const fromY = y()
                mousePress(root, fromX, fromY)
                mouseMove(root, fromX + 30, fromY + 10)
                if (next(4) === 0) keyClick(Qt.Key_Escape)
                mouseMove(root, x(), y())
                mouseRelease(root, x(), y())
            }
        }
        // Back to where all places can be reached, and on to the next one, in another window and another light.
        function goOn(place) {
            for (let n = 0; n < 4; ++n) keyClick(Qt.Key_Escape)
            tour.leave()
            place.go()
            root.width = any([1440, 1100, 900])
            root.height = any([900, 700, 600])
            Theme.mode = next(2) ? Theme.Dark : Theme.Light
            wait(1)
        }
        function test_randomInputBreaksNothing() {
            stand.renew()
            stand.leaveAfter(10000, true)
            loader.active = true
            const shell = loader.item
            stand.workspace.board.load()
            tryCompare(stand.workspace.board, "state", DealBoardModel.Ready)
            state = stand.monkeySeed
            const pages = new Set()
            const stay = 100 // so that 2,500 events get to every place of the tour
            watch.watch(root.Window.window)
            for (let i = 0; i < stand.monkeyEvents; ++i) {
                if (i % stay === 0) goOn(tour.pages[i / stay % tour.pages.length])
                one()
                pages.add(shell.page)
                if (i % 16 === 0) wait(1)
            }
            verify(watch.turns() > stand.monkeyEvents)
            compare(Array.from(watch.over(250)), [], "ms of processor time, without painting") // alone below 80; beside another test a new page took up to 140
            watch.stop()
            root.width = 1440
            root.height = 900
            Theme.mode = Theme.Light
            for (let n = 0; n < 6; ++n) keyClick(Qt.Key_Escape)
            for (const page of ["home", "deals", "deal", "conversations", "accounts", "approvals", "insights", "settings"])
                verify(pages.has(page) || stand.monkeyEvents < stay * tour.pages.length, page + " was not seen")
            shell.go("home")
            tryCompare(stand.workspace.home, "state", HomeModel.Ready)
            stand.renew() // a new workspace, to see that the window answers to keys, not only to calls
            loader.active = false
            loader.active = true
            stand.workspace.board.load()
            tryCompare(stand.workspace.board, "state", DealBoardModel.Ready)
            loader.item.forceActiveFocus()
            loader.item.focusPage()
            keyClick(Qt.Key_2, Qt.ControlModifier)
            compare(loader.item.page, "deals")
            loader.active = false
        }
    }
}
