// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import QtTest
import AgentArmy

// qmllint disable unqualified
// `stand` is the test program's. Going from page to page a thousand times keeps nothing.
Item {
    id: root
    width: 1440
    height: 900

    Loader { id: loader; anchors.fill: parent; active: false; sourceComponent: Shell { workspace: stand.workspace; focus: true } }
    Tour { id: tour; shell: loader.item }

    TestCase {
        name: "Leak"
        when: windowShown

        function rounds(changes) {
            for (let i = 0; i < changes; ++i) {
                const place = tour.pages[i % tour.pages.length]
                if (i % tour.pages.length === 0) tour.leave()
                place.go()
                wait(1)
            }
            tour.leave()
            loader.item.go("home")
            wait(50)
            gc()
            wait(50)
            return stand.heap()
        }
        function test_aThousandPagesKeepNothing() {
            Theme.still = true
            stand.renew()
            loader.active = true
            stand.workspace.board.load()
            tryCompare(stand.workspace.board, "state", DealBoardModel.Ready)
            const bound = 1024 * 1024 // bytes; one page that stays would take more
            const warm = rounds(3 * tour.pages.length)
            const after = rounds(1000)
            verify(after - warm < bound, "grew by " + (after - warm) + " bytes")
            loader.active = false
        }
    }
}
