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
        name: "WholeData"
        when: windowShown
        property var shell: null
        property var data: null
        property var accounts: null

        function initTestCase() { Theme.still = true }
        function init() {
            loader.active = false
            wait(0)
            stand.renew()
            loader.active = true
            shell = loader.item
            data = stand.workspace.wholeData
            accounts = stand.workspace.accounts
            keyClick(Qt.Key_Comma, Qt.ControlModifier)
            tryCompare(stand.workspace.settings, "state", SettingsModel.Ready)
            wait(50)
            mouseClick(button("Your data"))
            tryVerify(() => button("Clear"))
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
        function words(text) { return find(shell, item => item.visible && String(item.text).includes(text)) }
        function dialog(title) { return find(shell, item => item.visible && item.boxWidth !== undefined && item.closed !== undefined && String(item.title).includes(title)) }
        function input(label) { return find(shell, item => item.visible && item.input !== undefined && String(item.label).includes(label)) }

        function test_aPersonIsErasedOnceTheirNameIsTyped() {
            mouseClick(button("Erase"))
            tryVerify(() => dialog("Erase one person"))
            tryVerify(() => dialog("Erase one person").found.length > 1)
            const person = dialog("Erase one person").found[0]
            const count = accounts.others("person", "", "").length
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Return)
            tryVerify(() => dialog("Erase " + person.name))
            tryVerify(() => words("14 messages from, to or about them"))
            verify(words("This cannot be undone."))
            verify(!button("Erase for good").enabled)
            tryVerify(() => input("confirm").input.activeFocus)
            input("confirm").text = person.name.slice(0, -1)
            keyClick(Qt.Key_Return) // a name that is not it does nothing
            verify(!button("Erase for good").enabled)
            input("confirm").text = " " + person.name.toUpperCase()
            tryVerify(() => button("Erase for good").enabled)
            mouseClick(button("Erase for good"))
            tryVerify(() => stand.workspace.undo.text.startsWith("Erased for good: 9 records, 14 messages"))
            verify(!stand.workspace.undo.offersUndo)
            tryVerify(() => !dialog("Erase"))
            tryVerify(() => accounts.others("person", "", "").length === count - 1)
        }
        function test_whatFailsIsSaidAndNothingIsClosed() {
            mouseClick(button("Erase"))
            tryVerify(() => dialog("Erase one person") && dialog("Erase one person").found.length > 1)
            const person = dialog("Erase one person").found[0]
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Return)
            tryVerify(() => input("confirm"))
            stand.fail("erasePerson", "Another program still reads the workspace")
            data.erasePerson(person.name)
            tryVerify(() => words("Another program still reads the workspace"))
            verify(dialog("Erase " + person.name))
            keyClick(Qt.Key_Escape)
            tryVerify(() => !dialog("Erase"))
            compare(shell.page, "settings")
        }
        function test_thePageOfAPersonLeadsThere() {
            accounts.loadOnce()
            tryVerify(() => accounts.others("person", "", "").length > 0)
            const first = accounts.others("person", "", "")[0]
            shell.openRecord("person", first.id)
            tryCompare(stand.workspace.record, "name", first.name)
            mouseClick(find(shell, item => item.visible && item.iconName === "ellipsis" && item.clicked !== undefined))
            tryVerify(() => words("Erase this person"))
            wait(50)
            mouseClick(words("Erase this person"))
            tryVerify(() => dialog("Erase " + first.name))
        }
        function test_aBackupIsShownBeforeItIsRestored() {
            const settings = find(shell, item => item.visible && item.take !== undefined && item.asked !== undefined)
            settings.asked = "restore"
            settings.take("file:///media/stick/agentarmy-1")
            tryVerify(() => words("40 accounts, 120 deals, 598 messages"))
            verify(words("/media/stick/agentarmy-1"))
            tryVerify(() => button("Restore").enabled)
            mouseClick(button("Restore"))
            tryVerify(() => stand.workspace.undo.text.includes("/media/stick/agentarmy-1.before-1"))
            verify(!stand.workspace.undo.canUndo)
            tryVerify(() => !dialog("Restore"))
            stand.fail("lookAtBackup", "The backup is damaged")
            settings.take("file:///media/stick/agentarmy-2")
            tryVerify(() => words("The backup is damaged"))
            verify(!button("Restore").enabled)
        }
        function test_movingCopiesAndSaysWhatToDoThere() {
            mouseClick(button("Move"))
            tryVerify(() => dialog("Move to another computer"))
            tryVerify(() => button("Copy to").activeFocus)
            verify(!button("Clear everything here"))
            data.saveFirst("file:///media/stick")
            tryVerify(() => words("Copied to /media/stick/agentarmy-1"))
            mouseClick(button("Clear everything here"))
            tryVerify(() => dialog("Clear everything"))
            keyClick(Qt.Key_Escape)
            tryVerify(() => !dialog("Clear"))
        }
        function test_whereNothingIsABackupIsOffered() {
            data.clear(data.confirmWord())
            shell.go("home")
            tryCompare(stand.workspace.home, "state", HomeModel.Empty)
            keyClick(Qt.Key_I, Qt.ControlModifier)
            tryVerify(() => button("Take the sample"))
            mouseClick(button("Restore a backup"))
            tryCompare(shell, "page", "settings")
            const settings = find(shell, item => item.visible && item.take !== undefined && item.asked !== undefined)
            compare(settings.asked, "restore")
        }
        function test_clearingAsksForTheWordsAndOffersABackup() {
            mouseClick(button("Clear"))
            tryVerify(() => dialog("Clear everything"))
            tryVerify(() => input("confirm").input.activeFocus)
            data.saveFirst("file:///media/stick")
            tryVerify(() => words("Backed up to /media/stick/agentarmy-1"))
            verify(!button("Clear everything").enabled)
            keyClick(Qt.Key_Return)
            verify(dialog("Clear everything"))
            for (const letter of data.confirmWord()) keyClick(letter)
            tryVerify(() => button("Clear everything").enabled)
            keyClick(Qt.Key_Return)
            tryVerify(() => stand.workspace.undo.text.startsWith("Everything was deleted"))
            tryVerify(() => !dialog("Clear"))
            shell.go("home")
            tryCompare(stand.workspace.home, "state", HomeModel.Empty)
        }
    }
}
