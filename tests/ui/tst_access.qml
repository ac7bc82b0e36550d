// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import QtTest
import AgentArmy

// qmllint disable unqualified
// `stand` and `probe` are the test program's. What a screen reader is told, and where the keyboard gets to, at every place.
Item {
    id: root
    width: 1440
    height: 900

    Loader { id: loader; anchors.fill: parent; active: false; sourceComponent: Shell { workspace: stand.workspace; focus: true; page: "deals" } }
    Tour { id: tour; shell: loader.item }

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
        function cleanup() { root.width = 1440; root.height = 900 }
        function at() { return root.Window.activeFocusItem }
        function inside(item, ancestor) { for (; item; item = item.parent) if (item === ancestor) return true; return false }

        // Goes around with Tab from where the focus is; says what is wrong on the way.
        function around(wrong) {
            const stops = []
            const most = 250
            probe.changedAt(at() ?? shell)
            for (let i = 0; i < most; ++i) {
                const from = at()
                keyClick(Qt.Key_Tab)
                wait(0)
                const to = at()
                if (!to || to === from) { wrong.push("Tab stays at " + probe.describe(from)); break }
                if (stops.includes(to)) {
                    if (to !== stops[0]) wrong.push("Tab goes around in a part, from " + probe.describe(from) + " to " + probe.describe(to))
                    break
                }
                if (probe.changedAt(to) < 8) wrong.push("the focus is not seen at " + probe.describe(to))
                if (stops.length && jumps(probe.place(from), probe.place(to))) wrong.push("out of order: from " + probe.describe(from) + " to " + probe.describe(to))
                stops.push(to)
                if (i === most - 1) wrong.push("Tab never comes around")
            }
            for (const item of probe.stops(shell))
                if (!stops.includes(item)) wrong.push("Tab does not get to " + probe.describe(item))
            return stops
        }
        // Up and not to a pane on the right, or to the left in one row. The way around begins again at the rail.
        function jumps(a, b) {
            const near = 4
            if (b.x < Theme.railCollapsed && b.y < Theme.topBar * 2) return false
            const up = b.bottom <= a.top + near
            const row = b.top < a.bottom - near && a.top < b.bottom - near
            return up && b.left < a.right - near || row && b.right <= a.left + near
        }
        function backwards(stops, wrong) {
            for (let i = stops.length - 2; i >= 0; --i) {
                while (i > 0 && !stops[i].visible) --i // a pencil that is only there while its row has the focus
                const from = at()
                keyClick(Qt.Key_Backtab, Qt.ShiftModifier)
                if (at() === stops[i]) continue
                wrong.push("Shift+Tab goes from " + probe.describe(from) + " to " + probe.describe(at()) + ", not to " + probe.describe(stops[i]))
                break
            }
        }

        function test_everyPlaceSpeaksAndIsReached_data() {
            const all = []
            for (const width of [1440, 1100])
                for (const place of tour.pages) all.push({ tag: place.tag + " at " + width, place: place, width: width })
            return all
        }
        function test_everyPlaceSpeaksAndIsReached(data) {
            root.width = data.width
            root.height = data.width === 1100 ? 700 : 900
            tour.leave()
            data.place.go()
            tryVerify(data.place.ready)
            wait(50)
            const wrong = Array.from(probe.silent(shell)).concat(Array.from(probe.unreachable(shell)))
            shell.focusPage()
            const stops = around(wrong)
            if (stops.length) { stops[stops.length - 1].forceActiveFocus(Qt.TabFocusReason); backwards(stops, wrong) }
            compare(wrong.join("\n"), "")
            verify(stops.length > 5)
        }

        // Every button that opens something over the page: what it opens speaks, is reached, closes with Escape, and gives the focus back.
        function test_whatOpensGivesTheFocusBack_data() { return tour.pages }
        function test_whatOpensGivesTheFocusBack(place) {
            tour.leave()
            place.go()
            tryVerify(place.ready)
            wait(50)
            const page = shell.page
            const wrong = []
            const outside = /files|folder|back up|export|copy|import|"Show"/i // dialogs of the desktop, and what is closed by other keys
            for (let i = 0; i < 80; ++i) {
                const buttons = Array.from(probe.stops(shell)).filter(item => probe.pressed(item))
                if (i >= buttons.length) break
                const button = buttons[i]
                const name = probe.describe(button)
                if (outside.test(name) || (place.tag !== "home" && probe.place(button).top < Theme.topBar) || probe.place(button).x < Theme.railCollapsed) continue
                button.forceActiveFocus(Qt.TabFocusReason)
                keyClick(Qt.Key_Return)
                wait(10)
                const layer = probe.layer(shell)
                if (layer) {
                    for (const line of Array.from(probe.silent(layer)).concat(Array.from(probe.unreachable(layer)))) wrong.push(name + " opens: " + line)
                    if (!inside(at(), layer)) wrong.push(name + " opens, and the focus stays at " + probe.describe(at()))
                    keyClick(Qt.Key_Escape)
                    wait(0)
                    if (probe.layer(shell)) { wrong.push(name + " opens what Escape does not close"); break }
                    if (button && at() !== button && !inside(at(), button)) wrong.push(name + " does not get the focus back, but " + probe.describe(at()))
                } else if (shell.page !== page) {
                    place.go()
                    wait(10)
                }
            }
            compare(wrong.join("\n"), "")
        }
        // The same for what keys and the rail of the window open.
        function test_layersOfTheWindowSpeakAndGiveTheFocusBack_data() {
            return [{ tag: "search", key: Qt.Key_K, modifiers: Qt.ControlModifier }, { tag: "shortcuts", key: Qt.Key_Question, modifiers: Qt.ShiftModifier },
                { tag: "import", key: Qt.Key_I, modifiers: Qt.ControlModifier }, { tag: "move", key: Qt.Key_M, modifiers: Qt.NoModifier }]
        }
        function test_layersOfTheWindowSpeakAndGiveTheFocusBack(data) {
            stand.workspace.board.select("nordwind")
            const before = at()
            keyClick(data.key, data.modifiers)
            tryVerify(() => probe.layer(shell) !== null)
            wait(50)
            const layer = probe.layer(shell)
            compare(Array.from(probe.silent(layer)).concat(Array.from(probe.unreachable(layer))).join("\n"), "")
            verify(inside(at(), layer), "the focus is at " + probe.describe(at()))
            keyClick(Qt.Key_Escape)
            tryVerify(() => probe.layer(shell) === null)
            compare(probe.describe(at()), probe.describe(before))
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
            compare(Array.from(probe.silent(shell)), [])
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
    }
}
