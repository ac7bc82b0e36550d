// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import QtTest
import AgentArmy

Item {
    id: root
    width: 1440
    height: 900

    Loader { id: loader; anchors.fill: parent; active: false; sourceComponent: Shell { workspace: stand.workspace; focus: true } }

    TestCase {
        name: "Deal"
        when: windowShown
        property var shell: null
        property var deal: null

        function initTestCase() { Theme.still = true }
        function init() {
            loader.active = false
            wait(0)
            stand.renew()
            loader.active = true
            shell = loader.item
            deal = stand.workspace.deal
            stand.workspace.board.load()
            tryCompare(stand.workspace.board, "state", DealBoardModel.Ready)
            shell.openDeal("nordwind")
            tryCompare(deal, "state", DealDetailModel.Ready)
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
        function test_aQuoteJumpsToItsWords() {
            const chip = find(shell, item => item.visible && item.jumps === true && item.text === "If it does not talk to SAP it is out.")
            verify(chip)
            mouseClick(chip)
            compare(shell.page, "conversations")
            const conversation = stand.workspace.conversation
            tryCompare(conversation, "state", ConversationModel.Ready)
            compare(conversation.markId, "u2")
            compare(conversation.markBegin, 0)
            compare(conversation.markEnd, 37)
            wait(50)
            const passage = find(shell, item => item.visible && item.marked === true)
            verify(passage)
            const top = passage.mapToItem(shell, 0, passage.markTop).y
            verify(top > 0 && top < root.height)
            keyClick(Qt.Key_Escape)
            compare(shell.page, "deal")
        }
        function test_editingAFactWritesItAndCanBeUndone() {
            keyClick(Qt.Key_E)
            for (const letter of "190k") keyClick(letter)
            keyClick(Qt.Key_Return)
            tryVerify(() => stand.workspace.undo.offersUndo)
            tryVerify(() => deal.editText("estimatedValue") === "190,000")
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryVerify(() => deal.editText("estimatedValue") === "184,000")
        }
        function test_escapeLeavesAFactAsItWas() {
            keyClick(Qt.Key_E)
            for (const letter of "7") keyClick(letter)
            keyClick(Qt.Key_Escape)
            compare(shell.page, "deal")
            compare(deal.editText("estimatedValue"), "184,000")
        }
        function test_mMovesFromTheDealPage() {
            keyClick(Qt.Key_M)
            tryVerify(() => stand.workspace.board.hasAnswers)
            keyClick(Qt.Key_5)
            tryVerify(() => stand.workspace.board.stageOf("nordwind") === 4)
            tryCompare(deal, "stage", 4)
        }
        function test_aDealThatCannotBeReadOffersRetry() {
            stand.fail("deal", "This deal is locked.")
            deal.load("solaris")
            tryCompare(deal, "state", DealDetailModel.Failed)
            const retry = find(shell, item => item.visible && item.look === "primary" && item.text === "Retry")
            verify(retry)
            mouseClick(retry)
            tryCompare(deal, "state", DealDetailModel.Ready)
        }
        function test_deletingADealGoesBackToTheBoardAndCanBeUndone() {
            deal.remove()
            tryCompare(shell, "page", "deals")
            tryVerify(() => stand.workspace.board.stageOf("nordwind") === -1)
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryVerify(() => stand.workspace.board.stageOf("nordwind") === 3)
        }
    }
}
