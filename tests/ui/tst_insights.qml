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

    Loader { id: loader; anchors.fill: parent; active: false; sourceComponent: Shell { workspace: stand.workspace; focus: true } }

    TestCase {
        name: "Insights"
        when: windowShown
        property var shell: null
        property var insights: null

        function initTestCase() { Theme.still = true }
        function open() {
            loader.active = true
            shell = loader.item
            insights = stand.workspace.insights
            keyClick(Qt.Key_6, Qt.ControlModifier)
        }
        function init() {
            loader.active = false
            wait(0)
            stand.renew()
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

        function test_eachIsToldOnceAndAnswered() {
            open()
            tryCompare(insights, "state", InsightsModel.Ready)
            const all = insights.waiting
            verify(all > 3)
            const first = insights.currentId
            keyClick(Qt.Key_J)
            verify(insights.currentId !== first)
            keyClick(Qt.Key_K)
            compare(insights.currentId, first)
            keyClick(Qt.Key_U)
            tryCompare(insights, "waiting", all - 1)
            verify(insights.currentId !== first)
            keyClick(Qt.Key_F)
            tryCompare(insights, "waiting", all - 2)
            wait(30)
            mouseClick(button("Answered"))
            tryCompare(insights, "answered", true)
            wait(30)
            mouseClick(button("Open it again"))
            tryCompare(insights, "waiting", all - 1)
        }
        function test_oneIsPutOff() {
            open()
            tryCompare(insights, "state", InsightsModel.Ready)
            const all = insights.waiting
            wait(50)
            keyClick(Qt.Key_S)
            wait(30)
            mouseClick(find(shell, item => item.chosen !== undefined && item.text === "In a week"))
            tryCompare(insights, "waiting", all - 1)
            verify(stand.workspace.undo.text.startsWith("Comes back"))
        }
        function test_enterOpensTheDeal() {
            open()
            tryCompare(insights, "state", InsightsModel.Ready)
            keyClick(Qt.Key_Return)
            tryCompare(shell, "page", "deal")
            keyClick(Qt.Key_Escape)
            tryCompare(shell, "page", "insights")
        }
        function test_whatCannotBeReadIsSaid() {
            stand.fail("insights", "The file is locked")
            open()
            tryCompare(insights, "state", InsightsModel.Failed)
            wait(30)
            mouseClick(button("Retry"))
            tryCompare(insights, "state", InsightsModel.Ready)
        }
        function test_anEmptyWorkspaceSaysWhatComesHere() {
            stand.clear()
            open()
            tryCompare(insights, "state", InsightsModel.Empty)
            tryVerify(() => find(shell, item => item.text === "What you should know will appear here"))
        }
    }
}
