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
        name: "Approvals"
        when: windowShown
        property var shell: null
        property var approvals: null

        function initTestCase() { Theme.still = true }
        function init() {
            loader.active = false
            wait(0)
            stand.renew()
            stand.leaveAfter(10000, true)
            loader.active = true
            shell = loader.item
            approvals = stand.workspace.approvals
            shell.go("approvals")
            tryCompare(approvals, "state", ApprovalsModel.Ready)
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
        function type(words) { for (const letter of words) keyClick(letter) }

        function test_keysMoveThroughTheQueue() {
            compare(approvals.currentId, "d1")
            keyClick(Qt.Key_J)
            compare(approvals.currentId, "d2")
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Down)
            compare(approvals.currentId, "d4")
            keyClick(Qt.Key_K)
            compare(approvals.currentId, "d3")
        }
        function test_theMouseChoosesARow() {
            const row = find(shell, item => item.visible && item.rowId === "d3" && item.chosen !== undefined)
            verify(row)
            mouseClick(row)
            compare(approvals.currentId, "d3")
        }
        function test_anApprovalIsTakenBackByUndo() {
            keyClick(Qt.Key_A)
            tryCompare(approvals, "waiting", 3)
            tryVerify(() => stand.workspace.undo.offersUndo)
            tryCompare(approvals.current, "inOutbox", true)
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryCompare(approvals, "waiting", 4)
            compare(stand.opened().length, 0)
        }
        function test_anApprovedMailGoesToTheMailProgramAfterTheWindow() {
            stand.leaveAfter(50, true)
            keyClick(Qt.Key_J)
            mouseClick(button("Approve"))
            tryVerify(() => stand.opened().length === 1, 5000)
            verify(stand.opened()[0].startsWith("mailto:someone@customer.example?subject=Re%3A%20Phasing%20the%20rollout&body=Hello%20Tobias%2C%0D%0A"))
            tryVerify(() => approvals.rows.rowCount() === 3)
            tryVerify(() => stand.workspace.undo.text.includes("open in your mail program"))
            tryCompare(approvals, "currentId", "d3") // the next one moves up
        }
        function test_withoutAMailProgramAFileIsWrittenAndSaid() {
            stand.leaveAfter(50, false)
            keyClick(Qt.Key_A)
            tryVerify(() => stand.workspace.undo.text.includes(".eml"), 5000)
            compare(approvals.rows.rowCount(), 3)
        }
        function test_anEditIsKeptAndMarked() {
            keyClick(Qt.Key_J)
            keyClick(Qt.Key_E)
            type("Dear all, a j k e r ")
            keyClick(Qt.Key_Return, Qt.ControlModifier)
            tryVerify(() => stand.bodyOf("d2").startsWith("Dear all, a j k e r Hello Tobias"))
            tryCompare(approvals.current, "edited", true)
            compare(approvals.currentId, "d2") // the letters moved nothing
            compare(approvals.waiting, 4)
            keyClick(Qt.Key_K) // and the page has the keys again
            compare(approvals.currentId, "d1")
        }
        function test_escapeLeavesTheTextAsItWas() {
            const before = stand.bodyOf("d1")
            keyClick(Qt.Key_E)
            type("nonsense")
            keyClick(Qt.Key_Escape)
            compare(shell.page, "approvals")
            compare(stand.bodyOf("d1"), before)
            keyClick(Qt.Key_J)
            compare(approvals.currentId, "d2")
        }
        function test_aRejectionAsksForAReasonAndCanBeUndone() {
            keyClick(Qt.Key_R)
            const field = find(shell, item => item.visible && item.hint === "Why? The agent learns from it")
            verify(field && field.input.activeFocus)
            type("I call him")
            keyClick(Qt.Key_Return)
            tryVerify(() => approvals.rows.rowCount() === 3)
            compare(approvals.currentId, "d2")
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryVerify(() => approvals.rows.rowCount() === 4)
        }
        function test_aRefusalIsSaidAndChangesNothing() {
            stand.fail("decide", "Ana Ruiz asked for no more messages.")
            keyClick(Qt.Key_A)
            tryVerify(() => stand.workspace.undo.troubled)
            compare(stand.workspace.undo.text, "Ana Ruiz asked for no more messages.")
            compare(approvals.waiting, 4)
        }
        function test_anEmptyQueueSaysWhatItIsFor() {
            stand.clear()
            approvals.load()
            tryCompare(approvals, "state", ApprovalsModel.Empty)
            verify(button("Look again"))
        }
        function test_aQueueThatCannotBeReadSaysSoAndTriesAgain() {
            loader.active = false
            wait(0)
            stand.renew()
            stand.fail("approvals", "The disk is gone.")
            loader.active = true
            approvals = stand.workspace.approvals
            loader.item.go("approvals")
            tryCompare(approvals, "state", ApprovalsModel.Failed)
            approvals.load()
            tryCompare(approvals, "state", ApprovalsModel.Ready)
        }
        function test_theDraftOfADealIsDecidedHere() {
            shell.go("deals")
            stand.workspace.board.load()
            tryCompare(stand.workspace.board, "state", DealBoardModel.Ready)
            shell.openDeal("nordwind")
            tryCompare(stand.workspace.deal, "state", DealDetailModel.Ready)
            tryVerify(() => button("Review") !== null)
            mouseClick(button("Review"))
            compare(shell.page, "approvals")
            compare(approvals.currentId, "d1")
        }
        function test_escapeGoesBack() {
            keyClick(Qt.Key_Escape)
            compare(shell.page, "deals")
        }
    }
}
