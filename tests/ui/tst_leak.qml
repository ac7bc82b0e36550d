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
            const bound = 512 * 1024 // bytes; pages that stay would take more
            let before = rounds(3 * tour.pages.length), grown = []
            for (let half = 0; half < 2; ++half) { const now = rounds(500); grown.push(now - before); before = now }
            // A pool that doubles once is no leak: what is kept at each change shows in both halves.
            verify(Math.min(...grown) < bound, "grew by " + grown + " bytes")
            loader.active = false
        }
    }
}
