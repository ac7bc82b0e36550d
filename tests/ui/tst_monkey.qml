// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import QtTest
import AgentArmy

// qmllint disable unqualified
// `stand` is the test program's. Seeded random keys and clicks over all pages: nothing warns, nothing breaks, and the window answers
// afterwards. AGENTARMY_MONKEY=20000 and AGENTARMY_MONKEY_SEED=N run it for longer, or again.
Item {
    id: root
    width: 1440
    height: 900

    Loader { id: loader; anchors.fill: parent; active: false; sourceComponent: Shell { workspace: stand.workspace; focus: true } }

    TestCase {
        name: "Monkey"
        when: windowShown
        property int state: 0

        function initTestCase() { Theme.still = true }
        // A linear congruential generator (Numerical Recipes): the same events for the same seed.
        function next(below) { state = (Math.imul(1664525, state) + 1013904223) | 0; return (state >>> 8) % below }
        function one() {
            const keys = [Qt.Key_J, Qt.Key_K, Qt.Key_Up, Qt.Key_Down, Qt.Key_Left, Qt.Key_Right, Qt.Key_Return, Qt.Key_Escape, Qt.Key_Tab, Qt.Key_Space,
                Qt.Key_E, Qt.Key_M, Qt.Key_A, Qt.Key_R, Qt.Key_T, Qt.Key_X, Qt.Key_N, Qt.Key_G, Qt.Key_S, Qt.Key_Slash, Qt.Key_Question, Qt.Key_6, Qt.Key_Delete, Qt.Key_Backspace, Qt.Key_Home, Qt.Key_End, Qt.Key_PageDown]
            const controls = [Qt.Key_1, Qt.Key_2, Qt.Key_3, Qt.Key_4, Qt.Key_5, Qt.Key_6, Qt.Key_Comma, Qt.Key_K, Qt.Key_I, Qt.Key_Z, Qt.Key_A, Qt.Key_Left, Qt.Key_Right, Qt.Key_Return]
            const kind = next(10)
            if (kind < 4) keyClick(keys[next(keys.length)], next(8) === 0 ? Qt.ShiftModifier : Qt.NoModifier)
            else if (kind < 6) keyClick(controls[next(controls.length)], Qt.ControlModifier)
            else if (kind < 9) mouseClick(root, 4 + next(root.width - 8), 4 + next(root.height - 8), next(12) === 0 ? Qt.RightButton : Qt.LeftButton)
            else {
                const x = 240 + next(root.width - 300)
                const y = 140 + next(root.height - 200)
                mousePress(root, x, y)
                mouseMove(root, x + 30, y + 10)
                mouseMove(root, 240 + next(root.width - 300), 140 + next(root.height - 200))
                mouseRelease(root, 240 + next(root.width - 300), 140 + next(root.height - 200))
            }
        }
        function test_randomInputBreaksNothing() {
            stand.renew()
            stand.leaveAfter(10000, true)
            loader.active = true
            const shell = loader.item
            state = stand.monkeySeed
            const pages = new Set()
            for (let i = 0; i < stand.monkeyEvents; ++i) {
                one()
                pages.add(shell.page)
                if (i % 16 === 0) wait(1)
                if (i % 400 === 399) { // back to where all pages can be reached
                    for (let n = 0; n < 4; ++n) keyClick(Qt.Key_Escape)
                    shell.go(["home", "deals", "conversations", "accounts", "approvals", "insights", "settings"][next(7)])
                    root.width = [1440, 1100, 900][next(3)]
                    Theme.mode = next(2) ? Theme.Dark : Theme.Light
                    wait(1)
                }
            }
            root.width = 1440
            Theme.mode = Theme.Light
            for (let n = 0; n < 6; ++n) keyClick(Qt.Key_Escape)
            verify(pages.size >= 4, "only " + Array.from(pages))
            shell.go("home")
            tryCompare(stand.workspace.home, "state", HomeModel.Ready)
            loader.active = false
        }
    }
}
