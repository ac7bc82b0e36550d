// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import QtTest
import AgentArmy

// qmllint disable unqualified
// `stand` and `watch` are the test program's. The window's thread is never busy for long with one event: processor time, without
// painting. A place that is shown for the first time has to be made, which takes longer once; later visits have no excuse.
Item {
    id: root
    width: 1440
    height: 900

    Loader { id: loader; anchors.fill: parent; active: false; sourceComponent: Shell { workspace: stand.workspace; focus: true } }
    Tour { id: tour; shell: loader.item }

    TestCase {
        name: "Turns"
        when: windowShown

        function initTestCase() {
            Theme.still = true
            stand.renew()
            loader.active = true
            stand.workspace.board.load()
            loader.item.forceActiveFocus()
            wait(200)
        }
        function cleanupTestCase() { watch.stop(); loader.active = false }
        function test_visits_data() { return tour.pages }
        function test_visits(place) {
            tour.leave()
            wait(50)
            watch.watch(root.Window.window)
            place.go()
            tryVerify(place.ready)
            wait(50)
            console.log("COLD", place.tag, watch.over(8))
            watch.stop()
        }
        function test_warm_data() { return tour.pages }
        function test_warm(place) {
            tour.leave()
            wait(50)
            watch.watch(root.Window.window)
            place.go()
            tryVerify(place.ready)
            wait(50)
            for (let i = 0; i < 5; ++i) { keyClick(Qt.Key_J); wait(10) }
            for (let i = 0; i < 5; ++i) { keyClick(Qt.Key_Tab); wait(10) }
            console.log("WARM", place.tag, watch.turns(), watch.over(6))
            watch.stop()
        }
    }
}
