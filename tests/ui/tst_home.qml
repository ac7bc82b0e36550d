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
        name: "Home"
        when: windowShown
        property var shell: null
        property var home: null

        function initTestCase() { Theme.still = true }
        function init() {
            loader.active = false
            wait(0)
            stand.renew()
            stand.leaveAfter(10000, true)
            loader.active = true
            shell = loader.item
            home = stand.workspace.home
            tryCompare(home, "state", HomeModel.Ready)
            wait(50)
        }
        function find(item, matches) {
            if (matches(item))
                return item
            for (let i = 0; i < item.children.length; ++i) {
                const found = find(item.children[i], matches)
                if (found)
                    return found
            }
            return null
        }
        function button(text) { return find(shell, item => item.visible && item.clicked !== undefined && item.text === text) }
        function row(id) { return find(shell, item => item.visible && item.rowId === id && item.postponed !== undefined) }

        function test_itIsTheFirstPageAndSaysWhatWaits() {
            compare(shell.page, "home")
            verify(home.summary.includes("5 actions move €"))
            verify(home.summary.includes("one customer has waited"))
            compare(home.currentId, "a1")
        }
        function test_keysMoveAndOneApproves() {
            keyClick(Qt.Key_J)
            compare(home.currentId, "a2")
            keyClick(Qt.Key_A) // has no draft: nothing happens
            keyClick(Qt.Key_K)
            compare(home.currentId, "a1")
            keyClick(Qt.Key_A)
            tryVerify(() => stand.workspace.undo.offersUndo)
            tryVerify(() => home.rowOf("a1") < 0)
            compare(home.currentId, "a2") // the next one moves up
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryVerify(() => home.rowOf("a1") === 0)
        }
        function test_whatACheckHoldsBackIsNotApprovedWithOneKey() {
            home.select("a4")
            wait(20)
            verify(!button("Approve and send"))
            keyClick(Qt.Key_A)
            wait(50)
            verify(home.rowOf("a4") >= 0)
            keyClick(Qt.Key_E)
            compare(shell.page, "approvals")
            compare(stand.workspace.approvals.currentId, "d1")
        }
        function test_theMouseChoosesAndApproves() {
            mouseClick(row("a3"), 200, 30)
            compare(home.currentId, "a3")
            wait(30) // the row opens
            mouseClick(button("Approve and send"))
            tryVerify(() => home.rowOf("a3") < 0)
        }
        function test_notNowComesBackByUndo() {
            mouseClick(button("Not now"))
            tryVerify(() => home.rowOf("a1") < 0)
            verify(stand.workspace.undo.text.startsWith("Jonas Brandt comes back tomorrow"))
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryVerify(() => home.rowOf("a1") >= 0)
        }
        function test_theQuoteLeadsToItsWords() {
            const chip = find(shell, item => item.visible && item.sourceText === "Mail, Wed" && item.jumps)
            verify(chip)
            mouseClick(chip)
            compare(shell.page, "conversations")
        }
        function test_enterOpensTheDealAndEscapeComesBack() {
            keyClick(Qt.Key_Return)
            compare(shell.page, "deal")
            keyClick(Qt.Key_Escape)
            compare(shell.page, "home")
        }
        function test_aDealThatNeedsALookOpens() {
            const card = find(shell, item => item.visible && item.badgeTone !== undefined && item.rowId !== undefined)
            verify(card)
            mouseClick(card)
            compare(shell.page, "deal")
        }
        function test_aTargetIsSetAndABadOneIsNamed() {
            const gauge = find(shell, item => item.visible && item.gauge !== undefined && item.gauge.type === "pipeline")
            mouseClick(gauge)
            const field = find(shell, item => item.visible && item.hint === "Empty: no target")
            verify(field && field.input.activeFocus)
            for (const letter of "nothing") keyClick(letter)
            keyClick(Qt.Key_Return)
            verify(field.error.length)
            field.text = "1.2m"
            keyClick(Qt.Key_Return)
            tryVerify(() => home.gauges[2].hasTarget)
            compare(home.gauges[2].targetText.replace(/[^0-9]/g, ""), "1200000")
            verify(!find(shell, item => item.visible && item.hint === "Empty: no target"))
        }
        function test_whatCannotBeReadIsSaidAndTriedAgain() {
            loader.active = false
            wait(0)
            stand.renew()
            stand.fail("home", "The disk is gone")
            loader.active = true
            shell = loader.item
            home = stand.workspace.home
            tryCompare(home, "state", HomeModel.Failed)
            wait(50)
            verify(find(shell, item => item.visible && item.text === "The disk is gone"))
            mouseClick(button("Retry"))
            tryCompare(home, "state", HomeModel.Ready)
        }
        function test_anEmptyWorkspaceSaysWhatWillBeHere() {
            stand.clear()
            home.load()
            tryCompare(home, "state", HomeModel.Empty)
            wait(20)
            verify(find(shell, item => item.visible && item.text === "What to do next will appear here"))
        }
    }
}
