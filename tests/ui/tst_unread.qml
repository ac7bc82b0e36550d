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
        name: "Unread"
        when: windowShown
        property var shell: null
        property var list: null
        property var talk: null

        function initTestCase() { Theme.still = true }
        function init() {
            loader.active = false
            wait(0)
            stand.renew()
            loader.active = true
            shell = loader.item
            list = stand.workspace.conversations
            talk = stand.workspace.conversation
            keyClick(Qt.Key_3, Qt.ControlModifier)
            tryCompare(list, "state", ConversationsModel.Ready)
            tryVerify(() => talk.state === ConversationModel.Ready && talk.conversationId === "c1")
            wait(30)
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
        function row(id) { return find(shell, item => item.visible && item.rowId === id && item.unread !== undefined) }
        function pill(text) { return find(shell, item => item.visible && item.text === text && item.count !== undefined && item.on !== undefined && item.iconName === undefined) }
        function rail() { return find(shell, item => item.visible && item.iconName === "messages-square" && item.countName !== undefined) }

        function test_whatIsNewIsToldByMoreThanColour() {
            compare(list.unread, 2)
            verify(row("c3").unread)
            verify(row("c3").Accessible.name.startsWith("Unread: Sofia Keller"))
            verify(row("c1").Accessible.name.startsWith("Jonas Brandt"))
            compare(rail().count, 2)
            verify(rail().Accessible.name.includes("2 unread"))
        }
        function test_shownForAMomentIsReadPassingByIsNot() {
            keyClick(Qt.Key_J) // c2
            keyClick(Qt.Key_J) // c3, unread
            tryVerify(() => talk.conversationId === "c3" && talk.state === ConversationModel.Ready)
            keyClick(Qt.Key_J) // c4
            tryVerify(() => talk.conversationId === "c4")
            wait(1200)
            verify(list.isUnread("c3"))
            keyClick(Qt.Key_K)
            tryVerify(() => talk.conversationId === "c3" && talk.state === ConversationModel.Ready)
            verify(list.isUnread("c3"))
            tryCompare(list, "unread", 1, 3000)
            verify(!row("c3").unread)
            compare(rail().count, 1)
        }
        function test_uMarksItAndItStaysUntilItIsOpenedAgain() {
            keyClick(Qt.Key_U)
            tryCompare(list, "unread", 3)
            wait(1200)
            verify(list.isUnread("c1"))
            keyClick(Qt.Key_U)
            tryCompare(list, "unread", 2)
        }
        function test_theFilterKeepsWhatIsReadInItUntilAnotherIsChosen() {
            mouseClick(pill("Unread"))
            compare(list.shown, 2)
            compare(pill("Unread").count, 2)
            mouseClick(row("c3"))
            tryCompare(list, "unread", 1, 3000)
            compare(list.shown, 2) // the one that is read does not vanish under the reader
            mouseClick(pill("All"))
            mouseClick(pill("Unread"))
            compare(list.shown, 1)
        }
        function test_allAreReadAndComeBackWithUndo() {
            mouseClick(pill("Unread"))
            const all = find(shell, item => item.visible && item.text === "Mark all as read" && item.clicked !== undefined)
            mouseClick(all)
            tryCompare(list, "unread", 0)
            tryVerify(() => stand.workspace.undo.text.includes("2 conversations"))
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryCompare(list, "unread", 2)
            keyClick(Qt.Key_U, Qt.ShiftModifier)
            tryCompare(list, "unread", 0)
        }
        function test_eachPillShowsWhatItCounts_data() {
            return [{ tag: "Waiting on us", view: ConversationsModel.WaitingOnUs }, { tag: "Waiting on them", view: ConversationsModel.WaitingOnThem }, { tag: "Escalated", view: ConversationsModel.Escalated }]
        }
        function test_eachPillShowsWhatItCounts(data) {
            const chosen = pill(data.tag)
            verify(chosen.count > 0)
            mouseClick(chosen)
            compare(list.view, data.view)
            compare(list.shown, chosen.count)
            verify(chosen.on)
        }
        function test_aFailureLeavesItUnread() {
            stand.fail("setUnread", "The disk is full")
            list.markUnread("c5", false)
            tryCompare(stand.workspace.undo, "text", "The disk is full")
            verify(list.isUnread("c5"))
        }
    }
}
