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
        name: "Settings"
        when: windowShown
        property var shell: null
        property var settings: null

        function initTestCase() { Theme.still = true }
        function init() {
            loader.active = false
            wait(0)
            stand.renew()
            loader.active = true
            shell = loader.item
            settings = stand.workspace.settings
            keyClick(Qt.Key_Comma, Qt.ControlModifier)
            tryCompare(settings, "state", SettingsModel.Ready)
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
        function field(key) { return find(shell, item => item.visible && item.key === key && item.kept !== undefined) }
        function button(text) { return find(shell, item => item.visible && item.clicked !== undefined && item.text === text) }

        function test_theNameIsKeptAndGreets() {
            compare(shell.page, "settings")
            const name = field("name")
            compare(name.text, "Lena Hartmann")
            name.input.forceActiveFocus()
            keyClick(Qt.Key_A, Qt.ControlModifier)
            for (const letter of "Mara Winter") keyClick(letter)
            keyClick(Qt.Key_Return)
            tryCompare(stand.workspace, "userName", "Mara Winter")
            tryVerify(() => stand.workspace.home.greeting.endsWith("Mara"))
        }
        function test_aBadValueIsNamedAndNothingIsLost() {
            mouseClick(button("Your company"))
            wait(30)
            const currency = field("currency")
            currency.input.forceActiveFocus()
            keyClick(Qt.Key_A, Qt.ControlModifier)
            for (const letter of "euro") keyClick(letter)
            keyClick(Qt.Key_Tab) // leaving it keeps it, too
            tryVerify(() => currency.error.includes("ISO 4217"))
            compare(settings.values.currency, "EUR")
            currency.input.forceActiveFocus()
            keyClick(Qt.Key_Escape)
            tryCompare(currency, "error", "")
            compare(currency.text, "EUR")
            compare(shell.page, "settings")
        }
        function test_keysGoThroughTheSections() {
            keyClick(Qt.Key_J)
            tryVerify(() => field("domains"))
            compare(field("domains").text, "meridianflow.example")
            for (let i = 0; i < 3; ++i) keyClick(Qt.Key_J)
            tryVerify(() => button("Dark"))
            for (let i = 0; i < 3; ++i) keyClick(Qt.Key_K)
            tryVerify(() => field("domains"))
        }
        function test_theThemeIsChosen() {
            for (let i = 0; i < 4; ++i) keyClick(Qt.Key_J)
            tryVerify(() => button("Dark"))
            const before = Theme.mode
            mouseClick(button("Dark"))
            verify(Theme.isDark)
            Theme.mode = before
        }
        function test_theDataIsBackedUpExportedAndLookedOver() {
            for (let i = 0; i < 6; ++i) keyClick(Qt.Key_J)
            tryVerify(() => button("Look"))
            mouseClick(button("Look"))
            tryVerify(() => find(shell, item => item.visible && String(item.text).includes("Everything is sound: 120 deals")))
            settings.backUp("file:///media/stick")
            tryVerify(() => stand.workspace.undo.text.includes("/media/stick/agentarmy-1"))
            settings.exportTo("file:///media/stick")
            tryVerify(() => stand.workspace.undo.text.includes("export-1"))
            stand.fail("backUp", "The disk is full")
            settings.backUp("file:///media/stick")
            tryCompare(stand.workspace.undo, "text", "The disk is full")
            compare(settings.busy, "")
        }
        function test_whatCannotBeReadIsSaid() {
            loader.active = false
            wait(0)
            stand.renew()
            stand.fail("settings", "The file is locked")
            loader.active = true
            shell = loader.item
            settings = stand.workspace.settings
            shell.go("settings")
            tryCompare(settings, "state", SettingsModel.Failed)
            tryVerify(() => button("Retry"))
            mouseClick(button("Retry"))
            tryCompare(settings, "state", SettingsModel.Ready)
        }
    }
}
