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
        name: "Voice"
        when: windowShown
        property var shell: null
        property var persona: null

        function initTestCase() { Theme.still = true }
        function init() {
            loader.active = false
            wait(0)
            stand.renew()
            loader.active = true
            shell = loader.item
            persona = stand.workspace.persona
            keyClick(Qt.Key_Comma, Qt.ControlModifier)
            tryCompare(stand.workspace.settings, "state", SettingsModel.Ready)
            mouseClick(find(shell, item => item.visible && item.iconName === "pen-line" && item.text === "How it writes"))
            tryCompare(persona, "state", PersonaModel.Ready)
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
        function slider(label) { return find(shell, item => item.visible && item.label === label && item.lowText !== undefined) }
        function button(text) { return find(shell, item => item.visible && item.clicked !== undefined && item.text === text) }
        function letter(head) { return find(shell, item => item.visible && item.head === head) }

        function test_keysMoveASliderAndTheMessageFollowsAtOnce() {
            const tone = slider("Tone")
            compare(tone.value, 50)
            verify(tone.Accessible.name.includes("Balanced"))
            tone.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Right)
            compare(tone.value, 55)
            keyClick(Qt.Key_PageUp)
            compare(tone.value, 75)
            verify(tone.Accessible.name.includes("Formal throughout"))
            verify(persona.mailAfter.startsWith("Dear Ana Weber,"))
            verify(persona.mailBefore.startsWith("Hello Ana,"))
            verify(letter("With your changes") && letter("As it writes now"))
            keyClick(Qt.Key_Home)
            compare(tone.value, 0)
            verify(persona.mailAfter.startsWith("Hey Ana,"))
            keyClick(Qt.Key_Left)
            compare(tone.value, 0)
            keyClick(Qt.Key_End)
            compare(tone.value, 100)
            keyClick(Qt.Key_PageDown)
            keyClick(Qt.Key_Down)
            compare(tone.value, 75)
            keyClick(Qt.Key_Up)
            compare(tone.value, 80)
            compare(shell.page, "settings") // the page takes none of these keys
            verify(letter("With your changes"))
        }
        function test_aBandEndsOnItsStep() {
            persona.set(0, 70)
            compare(persona.bands[0], "Balanced")
            persona.set(0, 71)
            compare(persona.bands[0], "Formal throughout")
            persona.set(3, 30)
            compare(persona.bands[3], "Balanced")
            persona.set(3, 29)
            compare(persona.bands[3], "Waits for questions")
            persona.set(2, 1000)
            compare(persona.values[2], 100)
            persona.set(7, 10) // there is no such slider
            compare(persona.values.length, 4)
        }
        function test_theMouseDragsTheKnob() {
            const length = slider("Length")
            const y = 33
            mousePress(length, length.width / 2, y)
            mouseMove(length, length.width - 8, y)
            compare(length.value, 100)
            mouseMove(length, -50, y)
            compare(length.value, 0)
            mouseRelease(length, -50, y)
            compare(persona.bands[1], "Brief")
        }
        function test_savedHoldsAndCanBeTakenBack() {
            persona.set(3, 90)
            verify(persona.dirty)
            mouseClick(button("Save"))
            tryCompare(persona, "dirty", false)
            verify(persona.mailBefore.includes("I will propose a time"))
            tryVerify(() => stand.workspace.undo.text.includes("from now on"))
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryVerify(() => persona.values[3] === 50)
            verify(!persona.dirty)
        }
        function test_discardAndAsUsual() {
            persona.set(0, 10)
            persona.instructions = "British spelling"
            mouseClick(button("Discard"))
            compare(persona.values[0], 50)
            compare(persona.instructions, "")
            verify(persona.usual && persona.followsRegion)
            persona.set(0, 10)
            verify(!persona.followsRegion)
            persona.save()
            tryCompare(persona, "dirty", false)
            verify(!persona.usual)
            mouseClick(button("As usual"))
            compare(persona.values[0], 50)
            verify(persona.followsRegion && persona.dirty)
        }
        function test_wordsOfOnesOwnAreKeptAndBounded() {
            const box = find(shell, item => item.visible && item.hint === "British spelling; no exclamation marks")
            box.input.forceActiveFocus()
            for (const letter of "No jokes") keyClick(letter)
            compare(persona.instructions, "No jokes")
            keyClick(Qt.Key_Return, Qt.ControlModifier)
            tryCompare(persona, "dirty", false)
            compare(persona.instructions, "No jokes")
            box.text = "x".repeat(2500)
            compare(persona.instructions.length, 2000)
            compare(box.text.length, 2000)
        }
        function test_aFailureLosesNothing() {
            persona.set(1, 90)
            stand.fail("setPersona", "The disk is full")
            persona.save()
            tryCompare(stand.workspace.undo, "text", "The disk is full")
            verify(persona.dirty)
            compare(persona.values[1], 90)
        }
        function test_thePreviewIsQuick() {
            const start = Date.now()
            for (let i = 0; i < 100; ++i) persona.set(0, i)
            verify((Date.now() - start) / 100 < 16)
        }
    }
}
