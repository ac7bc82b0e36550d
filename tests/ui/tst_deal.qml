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
        function button(text) { return find(shell, item => item.visible && item.clicked !== undefined && item.text === text) }
        function test_theAgentsQuestionIsAnsweredByAButton() {
            stand.askToLook("solaris")
            shell.openDeal("solaris")
            tryCompare(deal, "state", DealDetailModel.Ready)
            tryVerify(() => button("Looks right") !== null)
            mouseClick(button("Looks right"))
            tryVerify(() => deal.checks.length === 0)
            tryCompare(stand.workspace.undo, "text", "Marked as looked at")
        }
        function test_aReasonJumpsToItsMessage() {
            const reason = find(shell, item => item.visible && item.canJump === true && item.modelData !== undefined && item.modelData.jump !== undefined)
            verify(reason)
            mouseClick(reason)
            compare(shell.page, "conversations")
            tryCompare(stand.workspace.conversation, "markId", "m2")
        }
        function test_theOwnerIsChosenFromAListByMouseAndKeys() {
            const owner = find(shell, item => item.visible && item.chosen !== undefined && item.name === "Owner")
            verify(owner)
            mouseClick(owner)
            keyClick(Qt.Key_Return)
            tryVerify(() => stand.ownerOf("nordwind") === "AK")
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryVerify(() => stand.ownerOf("nordwind") === "LH")
        }
        function test_aValueThatCannotBeReadSaysSoAndStays() {
            keyClick(Qt.Key_E)
            for (const letter of "much") keyClick(letter)
            keyClick(Qt.Key_Return)
            const field = find(shell, item => item.refused === true)
            verify(field && field.editing)
            keyClick(Qt.Key_Escape)
            compare(deal.editText("estimatedValue"), "184,000")
        }
        function test_newsFromElsewhereDoNotEndAnEdit() {
            keyClick(Qt.Key_E)
            for (const letter of "19") keyClick(letter)
            stand.writeElsewhere("nordwind", "Call Tobias")
            wait(50)
            for (const letter of "5k") keyClick(letter)
            keyClick(Qt.Key_Return)
            tryVerify(() => deal.editText("estimatedValue") === "195,000")
        }
        function test_theNameIsEditedInPlace() {
            const name = find(shell, item => item.visible && item.given !== undefined && item.name === "Name of the deal")
            mouseClick(name, 10, 10)
            keyClick(Qt.Key_A, Qt.ControlModifier)
            for (const letter of "depots") keyClick(letter)
            keyClick(Qt.Key_Return)
            tryCompare(deal, "name", "depots")
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryCompare(deal, "name", "Fleet planning rollout")
        }
        function test_archivingShowsItAndTheListBringsItBack() {
            deal.archive(true)
            tryCompare(deal, "archived", true)
            tryVerify(() => stand.workspace.board.stageOf("nordwind") === -1)
            keyClick(Qt.Key_K, Qt.ControlModifier)
            for (const letter of "archived") keyClick(letter)
            keyClick(Qt.Key_Return)
            tryVerify(() => button("Restore") !== null)
            mouseClick(button("Restore"))
            tryVerify(() => stand.workspace.board.stageOf("nordwind") === 3)
            tryCompare(deal, "archived", false)
            keyClick(Qt.Key_Escape)
        }
        function test_tabsGoAlongWithTheArrowsAndTheHistoryTakesAChangeBack() {
            const tab = find(shell, item => item.visible && item.on === true && item.modelData !== undefined && item.modelData.id === "qualification")
            verify(tab)
            tab.forceActiveFocus()
            for (let i = 0; i < 5; ++i) keyClick(Qt.Key_Right)
            const page = find(shell, item => item.tab === "history")
            verify(page)
            const back = find(shell, item => item.visible && item.name === "Take this change back")
            verify(back)
            keyClick(Qt.Key_Escape)
        }
        function type(text) { for (const letter of text) keyClick(letter) }
        function menuRow(text) { return find(shell, item => item.visible && item.chosen !== undefined && item.text === text) }
        function point(label) { return find(shell, item => item.visible && item.chosen !== undefined && item.name === label && item.kind !== undefined) }
        function test_aPointIsSetByHandAndLocked() {
            mouseClick(point("Economic buyer"))
            wait(30)
            keyClick(Qt.Key_A, Qt.ControlModifier)
            type("Tobias Renner")
            keyClick(Qt.Key_Return)
            tryVerify(() => deal.pointOf("economic_buyer").locked)
            compare(deal.pointOf("economic_buyer").value, "Tobias Renner")
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryVerify(() => !deal.pointOf("economic_buyer").locked)
        }
        function test_aPointIsUnlockedChosenAnewAndRejected() {
            mouseClick(point("Pain"))
            wait(30)
            mouseClick(menuRow("Let the agent change it again"))
            tryVerify(() => !deal.pointOf("pain").locked)
            deal.qualify("pain", "set", "Overtime")
            tryVerify(() => deal.pointOf("pain").alternatives.length === 1)
            mouseClick(point("Pain"))
            wait(30)
            mouseClick(menuRow("Late departures cost € 40k per month"))
            tryVerify(() => deal.pointOf("pain").value.startsWith("Late"))
            mouseClick(point("Pain"))
            wait(30)
            mouseClick(menuRow("It is wrong: nothing is known"))
            tryVerify(() => !deal.pointOf("pain").known)
        }
        function test_aRefusedValueIsSaidInPlace() {
            mouseClick(point("Champion"))
            wait(30)
            keyClick(Qt.Key_A, Qt.ControlModifier)
            keyClick(Qt.Key_Delete)
            keyClick(Qt.Key_Return)
            tryVerify(() => find(shell, item => item.visible && String(item.error).includes("1..500")))
            keyClick(Qt.Key_Escape)
        }
        function test_theMapLeadsToPeopleAndTheListToo() {
            shell.showTab("people")
            wait(30)
            compare(deal.placesFor(400, 400).length, 3)
            const person = find(shell, item => item.visible && item.modelData !== undefined && item.modelData.initials === "TR")
            mouseClick(person)
            tryCompare(shell, "page", "accounts")
            tryCompare(stand.workspace.record, "name", "Tobias Renner")
            shell.back()
            wait(30)
            mouseClick(find(shell, item => item.visible && item.clicked !== undefined && item.text === "List"))
            wait(30)
            mouseClick(find(shell, item => item.visible && item.rowId === "p2" && item.power !== undefined))
            tryCompare(stand.workspace.record, "name", "Jonas Brandt")
        }
        function test_toDosAreAddedAndDone() {
            shell.showTab("plan")
            wait(30)
            compare(deal.tasks.rowCount(), 3)
            const what = find(shell, item => item.visible && item.hint === "Something to do")
            what.input.forceActiveFocus()
            keyClick(Qt.Key_Return)
            tryVerify(() => what.error.length > 0)
            type("Call Petra")
            const due = find(shell, item => item.visible && item.hint === "3 Dec")
            due.input.forceActiveFocus()
            type("whenever")
            keyClick(Qt.Key_Return)
            tryVerify(() => what.error.includes("day"))
            keyClick(Qt.Key_A, Qt.ControlModifier)
            type("3 Dec")
            keyClick(Qt.Key_Return)
            tryVerify(() => deal.tasks.rowCount() === 4)
            compare(what.text, "")
            deal.setTaskDone("k2", true)
            tryVerify(() => stand.workspace.undo.text === "Done")
        }
        function test_messagesAndMeetingsOpenTheirThreads() {
            shell.showTab("messages")
            wait(30)
            const row = title => find(shell, item => item.visible && item.opened !== undefined && item.title === title)
            mouseClick(row("Phasing the rollout"))
            tryCompare(shell, "page", "conversations")
            tryCompare(stand.workspace.conversation, "conversationId", "c1")
            shell.back()
            shell.showTab("meetings")
            wait(30)
            mouseClick(row("Operations deep dive"))
            tryCompare(stand.workspace.conversation, "conversationId", "c9")
            tryCompare(stand.workspace.conversation, "spoken", true)
        }
        function test_anOlderValueIsWrittenAgain() {
            shell.showTab("history")
            wait(30)
            const before = deal.name
            deal.restore("4-name")
            tryVerify(() => deal.name !== before)
        }
        function test_theTimelineShowsOneKindOnly() {
            const all = deal.timeline.rowCount()
            deal.timelineKind = "mail"
            verify(deal.timeline.rowCount() < all)
            deal.timelineKind = ""
            compare(deal.timeline.rowCount(), all)
        }
        function test_theTimelineIsSearchedAndWalkedWithKeys() {
            keyClick(Qt.Key_Slash)
            for (const letter of "planners") keyClick(letter)
            compare(deal.timelineFilter, "planners")
            keyClick(Qt.Key_Escape)
            compare(deal.timelineFilter, "")
            keyClick(Qt.Key_J)
            keyClick(Qt.Key_J)
            keyClick(Qt.Key_Return)
            compare(shell.page, "conversations")
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
        function test_aDealThatIsGoneLeadsToTheBoard() {
            deal.load("was-deleted-elsewhere")
            tryCompare(deal, "state", DealDetailModel.Failed)
            verify(deal.gone)
            const away = find(shell, item => item.visible && item.look === "primary" && item.text === "To the board")
            verify(away)
            mouseClick(away)
            tryCompare(shell, "page", "deals")
            deal.load("solaris")
            tryCompare(deal, "state", DealDetailModel.Ready)
            verify(!deal.gone)
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
