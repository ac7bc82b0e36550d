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
        name: "Board"
        when: windowShown

        property var shell: null
        property var board: null

        function initTestCase() { Theme.still = true }
        function init() {
            loader.active = false
            wait(0)
            stand.renew()
            loader.active = true
            shell = loader.item
            board = stand.workspace.board
            board.load()
            tryCompare(board, "state", DealBoardModel.Ready)
            shell.forceActiveFocus()
            shell.focusPage()
            wait(50)
        }
        function columnOf(stage) { return shell.board.columnFor(stage) }
        function centreOf(id) {
            const column = columnOf(board.stageOf(id))
            const box = column.cardBox(column.column.rowOfId(id))
            return Qt.point(box.x + box.width / 2, box.y + box.height / 2)
        }
        function drag(id, stage) {
            const from = centreOf(id)
            const column = columnOf(stage)
            const to = column.mapToItem(null, column.width / 2, 300)
            mousePress(root, from.x, from.y)
            for (let i = 1; i <= 8; ++i)
                mouseMove(root, from.x + (to.x - from.x) * i / 8, from.y + (to.y - from.y) * i / 8, 10)
            tryVerify(() => board.hasAnswers)
            wait(20)
        }
        function dropAt(stage) {
            const column = columnOf(stage)
            const to = column.mapToItem(null, column.width / 2, 300)
            mouseRelease(root, to.x, to.y)
        }

        function test_dragOntoAStageThatLacksProofWarnsMovesAndCanBeUndone() {
            drag("nordwind", 4)
            compare(board.columns[4].answerText, "1 of 5 missing")
            verify(columnOf(4).tinted)
            dropAt(4)
            compare(board.stageOf("nordwind"), 4)
            tryVerify(() => stand.workspace.undo.offersUndo)
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryVerify(() => board.stageOf("nordwind") === 3)
        }
        function test_dragOutsideTheColumnsPutsTheCardBack() {
            drag("nordwind", 4)
            mouseRelease(root, 5, 5)
            tryCompare(board, "liftedId", "")
            compare(board.stageOf("nordwind"), 3)
        }
        function test_dragBackwardsAsksForAReasonInPlace() {
            drag("nordwind", 1)
            compare(board.columns[1].answerText, "Needs a reason")
            dropAt(1)
            compare(board.stageOf("nordwind"), 3)
            verify(columnOf(1).asking)
            keyClick(Qt.Key_Return)
            compare(board.stageOf("nordwind"), 3)
            for (const letter of "wrong") keyClick(letter)
            keyClick(Qt.Key_Return)
            compare(board.stageOf("nordwind"), 1)
        }
        function test_escapeLeavesTheQuestionAndTheCardWhereItWas() {
            drag("nordwind", 1)
            dropAt(1)
            verify(columnOf(1).asking)
            keyClick(Qt.Key_Escape)
            verify(!columnOf(1).asking)
            compare(board.stageOf("nordwind"), 3)
            compare(board.liftedId, "")
        }
        function test_aRefusedMoveComesBackAndSaysWhy() {
            stand.fail("move", "Someone else moved this deal.")
            drag("nordwind", 4)
            dropAt(4)
            tryVerify(() => stand.workspace.undo.troubled)
            compare(board.stageOf("nordwind"), 3)
            compare(stand.workspace.undo.text, "Someone else moved this deal.")
        }
        function test_keysSelectAndMove() {
            board.select("nordwind")
            keyClick(Qt.Key_Right, Qt.ControlModifier)
            tryVerify(() => board.stageOf("nordwind") === 4)
            keyClick(Qt.Key_J)
            verify(board.selectedId.length > 0)
        }
        function test_mOpensTheStagesAndMovesOnTheirNumber() {
            board.select("solaris")
            keyClick(Qt.Key_M)
            tryVerify(() => board.hasAnswers)
            keyClick(Qt.Key_5)
            tryVerify(() => board.stageOf("solaris") === 4)
        }
        function test_winningAsksForTheFinalAmountAndOffersTheDealsOwn() {
            board.select("ostrava")
            keyClick(Qt.Key_M)
            tryVerify(() => board.hasAnswers)
            keyClick(Qt.Key_6)
            keyClick(Qt.Key_Return)
            tryVerify(() => board.stageOf("ostrava") === 5)
            compare(board.amountOf("ostrava"), "€\u00a0128,000")
        }
        function test_winningForLessTakesWhatIsTyped() {
            board.select("ostrava")
            keyClick(Qt.Key_M)
            tryVerify(() => board.hasAnswers)
            keyClick(Qt.Key_6)
            for (const letter of "nothing") keyClick(letter)
            keyClick(Qt.Key_Return)
            compare(board.stageOf("ostrava"), 4)
            keyClick(Qt.Key_A, Qt.ControlModifier)
            for (const letter of "120k") keyClick(letter)
            keyClick(Qt.Key_Return)
            tryVerify(() => board.stageOf("ostrava") === 5)
            tryVerify(() => board.amountOf("ostrava") === "€\u00a0120,000")
        }
        function test_losingAsksWhy() {
            board.select("ostrava")
            keyClick(Qt.Key_M)
            tryVerify(() => board.hasAnswers)
            keyClick(Qt.Key_7)
            keyClick(Qt.Key_Return)
            compare(board.stageOf("ostrava"), 4)
            for (const letter of "price") keyClick(letter)
            keyClick(Qt.Key_Return)
            tryVerify(() => board.stageOf("ostrava") === 6)
        }
        function test_aLaneOpensAsAColumnAndTakesADrop() {
            drag("nordwind", 2)
            mouseRelease(root, 5, 5)
            tryCompare(board, "liftedId", "")
            board.toggleLane(7)
            compare(board.shownStages.length, 6)
            wait(20)
            const column = columnOf(7)
            verify(column)
            board.toggleLane(7)
            compare(board.shownStages.length, 5)
        }
        function test_theOrderIsChosenWithKeys() {
            board.sort = 1
            compare(board.columns[3].idAt(0), "solaris")
            board.sort = 0
            compare(board.columns[3].idAt(0), "quarrydale")
        }
        function test_escapeClosesTheStagesAndLetsGo() {
            board.select("solaris")
            keyClick(Qt.Key_M)
            tryVerify(() => board.hasAnswers)
            keyClick(Qt.Key_Escape)
            compare(board.liftedId, "")
            verify(shell.board.activeFocus)
        }
        function test_enterOpensADealAndEscapeComesBack() {
            board.select("nordwind")
            keyClick(Qt.Key_Return)
            compare(shell.page, "deal")
            tryCompare(stand.workspace.deal, "state", DealDetailModel.Ready)
            keyClick(Qt.Key_Escape)
            compare(shell.page, "deals")
        }
        function test_aClickOpensADeal() {
            const at = centreOf("tamarind")
            mouseClick(root, at.x, at.y)
            compare(shell.page, "deal")
        }
        function test_slashFiltersAndEscapeClears() {
            keyClick(Qt.Key_Slash)
            for (const letter of "nord") keyClick(letter)
            compare(board.filterText, "nord")
            compare(board.columns[3].count, 1)
            keyClick(Qt.Key_Escape)
            compare(board.filterText, "")
        }
        function test_emptyAndFailedBoardsSayWhatToDo() {
            stand.renew()
            stand.clear()
            loader.active = false
            wait(0)
            loader.active = true
            board = stand.workspace.board
            board.load()
            tryCompare(board, "state", DealBoardModel.Empty)
            stand.renew()
            stand.fail("board", "The workspace is in use.")
            loader.active = false
            wait(0)
            loader.active = true
            board = stand.workspace.board
            board.load()
            tryCompare(board, "state", DealBoardModel.Failed)
            board.load()
            tryCompare(board, "state", DealBoardModel.Ready)
        }
        function test_theSearchFieldFindsADeal() {
            keyClick(Qt.Key_K, Qt.ControlModifier)
            for (const letter of "nordw") keyClick(letter)
            keyClick(Qt.Key_Return)
            tryCompare(shell, "page", "deal")
            compare(stand.workspace.deal.dealId, "nordwind")
        }
    }
}
