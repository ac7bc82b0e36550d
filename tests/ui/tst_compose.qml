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
        name: "Compose"
        when: windowShown
        property var shell: null
        property var talk: null
        property var approvals: null
        property var compose: null

        function initTestCase() { Theme.still = true }
        function init() {
            loader.active = false
            wait(0)
            stand.renew()
            stand.leaveAfter(10000, true)
            loader.active = true
            shell = loader.item
            talk = stand.workspace.conversation
            approvals = stand.workspace.approvals
            compose = stand.workspace.compose
            keyClick(Qt.Key_3, Qt.ControlModifier)
            tryCompare(talk, "state", ConversationModel.Ready)
            tryCompare(approvals, "state", ApprovalsModel.Ready)
            wait(50)
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
        function button(text) { return find(shell, item => item.clicked !== undefined && item.text === text) }
        function menuRow(text) { return find(shell, item => item.chosen !== undefined && item.text === text) }
        function type(text) { for (const letter of text) keyClick(letter) }

        function test_theDraftIsApprovedBesideItsThread() {
            compare(talk.conversationId, "c1")
            compare(approvals.currentId, "d1")
            verify(button("Approve as it is"))
            keyClick(Qt.Key_A)
            tryVerify(() => approvals.current.inOutbox)
            wait(30)
            verify(find(shell, item => item.title === "In the outbox"))
            mouseClick(button("Take back"))
            tryVerify(() => !approvals.current.inOutbox)
        }
        function test_theDraftIsChangedBesideItsThread() {
            keyClick(Qt.Key_E)
            wait(30)
            type("PS ")
            keyClick(Qt.Key_Return, Qt.ControlModifier)
            tryVerify(() => stand.bodyOf("d1").startsWith("PS "))
        }
        function test_itIsSentLaterAndNowAfterAll() {
            mouseClick(button("Send later"))
            wait(30)
            mouseClick(menuRow("In a week"))
            tryVerify(() => approvals.current.scheduled)
            wait(30)
            verify(find(shell, item => item.note !== undefined && String(item.note).startsWith("leaves")))
            mouseClick(button("Send now"))
            tryVerify(() => !approvals.current.scheduled && approvals.current.inOutbox)
        }
        function test_aRejectionAsksWhy() {
            keyClick(Qt.Key_R)
            wait(30)
            type("I call")
            keyClick(Qt.Key_Return)
            tryVerify(() => approvals.draftOf("c1") === "")
        }
        function test_anAnswerIsWrittenKeptAndSent() {
            talk.open("c3")
            tryVerify(() => talk.state === ConversationModel.Ready && talk.conversationId === "c3")
            wait(50)
            shell.focusPage()
            keyClick(Qt.Key_R)
            tryCompare(compose, "active", true)
            wait(30)
            compare(compose.to, talk.replyTo)
            keyClick(Qt.Key_Return, Qt.ControlModifier)
            tryVerify(() => compose.problem.length > 0)
            type("Fine, Tuesday.")
            compare(compose.body, "Fine, Tuesday.")
            keyClick(Qt.Key_Escape) // put aside, not lost
            tryCompare(compose, "active", false)
            keyClick(Qt.Key_R)
            tryCompare(compose, "body", "Fine, Tuesday.")
            wait(30)
            keyClick(Qt.Key_Return, Qt.ControlModifier)
            tryCompare(compose, "active", false)
            tryVerify(() => approvals.draftOf("c3").startsWith("own-"))
            tryVerify(() => approvals.current.own && approvals.current.inOutbox)
        }
        function test_aFirstMailFindsItsPerson() {
            keyClick(Qt.Key_N)
            tryCompare(compose, "active", true)
            tryVerify(() => stand.workspace.accounts.state === AccountsModel.Ready)
            wait(30)
            type("renner")
            tryVerify(() => menuRow("Tobias Renner"))
            keyClick(Qt.Key_Return)
            tryCompare(compose, "personId", "p1")
            type("Hello")
            keyClick(Qt.Key_Return)
            type("May I call?")
            compare(compose.subject, "Hello")
            compare(compose.body, "May I call?")
            mouseClick(button("Keep as a draft"))
            tryCompare(compose, "active", false)
            tryVerify(() => stand.workspace.undo.text.includes("Tobias Renner"))
        }
        function test_aFailureKeepsTheText() {
            talk.open("c3")
            tryVerify(() => talk.state === ConversationModel.Ready && talk.conversationId === "c3")
            compose.reply("c3", "Sofia Keller", "")
            tryCompare(compose, "active", true)
            compose.body = "Words"
            stand.fail("writeMessage", "The disk is full")
            compose.send()
            tryCompare(compose, "problem", "The disk is full")
            compare(compose.body, "Words")
        }
        function test_aConversationIsPutAsideAndComesBack() {
            const views = stand.workspace.conversations
            shell.focusPage()
            keyClick(Qt.Key_S)
            wait(30)
            mouseClick(menuRow("In a month"))
            tryVerify(() => views.counts[4] === 1)
            tryVerify(() => talk.snoozed.length > 0)
            views.view = ConversationsModel.Snoozed
            compare(views.shown, 1)
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryVerify(() => views.counts[4] === 0)
        }
        function test_anotherMomentIsTyped() {
            shell.focusPage()
            keyClick(Qt.Key_S)
            wait(30)
            const other = find(shell, item => item.hint !== undefined && String(item.hint).startsWith("Or when"))
            other.input.forceActiveFocus()
            type("yesterday")
            keyClick(Qt.Key_Return)
            tryCompare(other, "error", "Not a moment to come")
            keyClick(Qt.Key_A, Qt.ControlModifier)
            type("3 Mar 9:30")
            keyClick(Qt.Key_Return)
            tryVerify(() => talk.snoozed.length > 0)
        }
        function test_aPersonTakesOver() {
            mouseClick(button("Take over from the agent"))
            tryCompare(talk, "byPerson", true)
            wait(30)
            mouseClick(button("Give back to the agent"))
            tryCompare(talk, "byPerson", false)
        }
        function test_theAgentIsAskedForADraft() {
            talk.open("c5")
            tryVerify(() => talk.state === ConversationModel.Ready && talk.conversationId === "c5")
            wait(50)
            mouseClick(button("Let the agent draft"))
            tryVerify(() => approvals.draftOf("c5").startsWith("asked-"))
        }
    }
}
