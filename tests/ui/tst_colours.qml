// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import QtTest
import AgentArmy

// qmllint disable unqualified
// `stand` and `probe` are the test program's. Every word and icon that a page really shows can be told from what is behind it.
Item {
    id: root
    width: 1440
    height: 900

    Loader { id: loader; anchors.fill: parent; active: false; sourceComponent: Shell { workspace: stand.workspace; focus: true } }
    Tour { id: tour; shell: loader.item }
    Rectangle { id: sheet; visible: false; width: 200; height: 40; color: Theme.pillOn; Words { id: weak; text: "Hard to read"; color: Theme.text3 } }

    TestCase {
        name: "Colours"
        when: windowShown

        function initTestCase() {
            Theme.still = true
            stand.renew()
            loader.active = true
            stand.workspace.board.load()
            loader.item.forceActiveFocus()
        }
        function cleanupTestCase() { Theme.mode = Theme.Light; loader.active = false }
        function test_whatCannotBeReadIsFound() {
            loader.visible = false
            sheet.visible = true
            wait(20)
            compare(probe.weakWords(sheet).length, 1)
            weak.color = Theme.text
            wait(20)
            compare(probe.weakWords(sheet), [])
            sheet.visible = false
            loader.visible = true
        }
        function test_everyPageCanBeRead_data() { return tour.pages }
        function test_everyPageCanBeRead(place) {
            tour.leave()
            place.go()
            tryVerify(place.ready)
            for (const mode of [Theme.Light, Theme.Dark]) {
                Theme.mode = mode
                wait(30)
                compare(probe.weakWords(root), [])
            }
        }
    }
}
