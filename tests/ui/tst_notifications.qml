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
        name: "Notifications"
        when: windowShown
        property var shell: null
        property var notices: null

        function initTestCase() { Theme.still = true }
        function init() {
            loader.active = false
            wait(0)
            stand.renew()
            loader.active = true
            shell = loader.item
            notices = stand.workspace.notices
            keyClick(Qt.Key_Comma, Qt.ControlModifier)
            tryCompare(stand.workspace.settings, "state", SettingsModel.Ready)
            for (let i = 0; i < 5; ++i) keyClick(Qt.Key_Down)
            tryCompare(shell, "settingsSection", "notifications")
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
        function choice(text) { return find(shell, item => item.visible && item.turned !== undefined && item.text === text) }
        function button(text) { return find(shell, item => item.visible && item.clicked !== undefined && item.text === text) }
        function field(label) { return find(shell, item => item.visible && item.given !== undefined && item.label === label) }

        function test_aKindIsTurnedOffByMouseAndByKey() {
            const insight = choice("A deal needs attention")
            verify(insight.on)
            mouseClick(insight)
            tryVerify(() => !choice("A deal needs attention").on)
            choice("A deal needs attention").forceActiveFocus()
            keyClick(Qt.Key_Space)
            tryVerify(() => choice("A deal needs attention").on)
            compare(choice("A deal needs attention").Accessible.role, Accessible.CheckBox)
        }
        function test_quietHoursAreTypedAndABadTimeIsNamed() {
            verify(!field("From"))
            mouseClick(choice("Quiet hours"))
            tryVerify(() => field("From"))
            const from = field("From")
            from.input.forceActiveFocus()
            keyClick(Qt.Key_A, Qt.ControlModifier)
            for (const letter of "22") keyClick(letter)
            keyClick(Qt.Key_Return)
            tryCompare(notices, "quietFrom", "22:00")
            tryCompare(from, "text", "22:00")
            keyClick(Qt.Key_A, Qt.ControlModifier)
            for (const letter of "late") keyClick(letter)
            keyClick(Qt.Key_Return)
            tryVerify(() => from.error.length > 0)
            compare(notices.quietFrom, "22:00")
            keyClick(Qt.Key_Escape)
            tryCompare(from, "error", "")
            compare(from.text, "22:00")
            compare(shell.page, "settings")
        }
        function test_aTestIsAnsweredInWords() {
            mouseClick(button("Send a test"))
            tryCompare(notices, "testing", true)
            stand.answerTest("This desktop has no service that shows notifications.")
            tryCompare(notices, "testing", false)
            verify(find(shell, item => item.visible && item.text === "This desktop has no service that shows notifications."))
        }
        function test_withoutATrayItSaysWhy() {
            const tray = choice("Keep running in the tray when the window is closed")
            verify(!tray.usable)
            verify(tray.help.length > 0)
            mouseClick(tray)
            verify(!notices.inTray)
            stand.giveTray()
            tryVerify(() => tray.usable)
            mouseClick(tray)
            tryVerify(() => notices.inTray)
        }
        function test_aPauseIsShownAndEnded() {
            notices.pause()
            tryVerify(() => button("Go on now"))
            mouseClick(button("Go on now"))
            tryCompare(notices, "paused", "")
        }
        function test_aPlaceIsOpenedFromOutside() {
            shell.openPlace("conversation", "c3")
            compare(shell.page, "conversations")
            tryCompare(stand.workspace.conversation, "conversationId", "c3")
            shell.openPlace("insights", "")
            compare(shell.page, "insights")
            shell.openPlace("nowhere", "")
            compare(shell.page, "insights")
        }
        function test_filesThatComeDuringAnImportOpenAgainAfterItsReport() {
            stand.importFor(200)
            const importing = stand.workspace.importing
            shell.importFiles([])
            importing.startSample()
            shell.importFiles(["/in/late.eml"])
            compare(importing.laterCount, 1)
            tryVerify(() => find(shell, item => item.visible && item.text === "One more file waits and comes next."))
            tryCompare(importing, "state", ImportModel.Done)
            mouseClick(button("Close"))
            tryCompare(importing, "state", ImportModel.Ready)
            tryVerify(() => button("Import"))
        }
        function test_missingFilesAreNamed() {
            shell.importFiles(["/in/deals.csv", "/gone/away.vtt"])
            tryCompare(stand.workspace.importing, "state", ImportModel.Ready)
            tryVerify(() => find(shell, item => item.visible && item.text === "There is no file or folder /gone/away.vtt."))
        }
    }
}
