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
        name: "Import"
        when: windowShown
        property var shell: null
        property var importing: null

        function initTestCase() { Theme.still = true }
        function init() {
            loader.active = false
            wait(0)
            stand.renew()
            loader.active = true
            shell = loader.item
            importing = stand.workspace.importing
            tryCompare(stand.workspace.home, "state", HomeModel.Ready)
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
        function words(part) { return find(shell, item => item.visible && item.text !== undefined && String(item.text).includes(part)) }
        function button(text) { return find(shell, item => item.visible && item.clicked !== undefined && item.text === text) }
        function look() {
            shell.importFiles(["/in"])
            tryCompare(importing, "state", ImportModel.Ready)
            wait(50)
        }

        function test_aPathIsTypedAndLookedAt() {
            keyClick(Qt.Key_I, Qt.ControlModifier)
            tryVerify(() => words("Drop files or folders here"))
            for (const letter of "/in") keyClick(letter)
            keyClick(Qt.Key_Return)
            tryCompare(importing, "state", ImportModel.Ready)
            compare(importing.fileCount, 2)
            tryVerify(() => words("600 files of mail"))
            tryVerify(() => words("Which side is yours"))
            compare(importing.own, "lena@meridianflow.example, meridianflow.example")
        }
        function test_whatOnlyAPersonCanDecideIsAskedFirst() {
            look()
            verify(importing.blocked.includes("two ways"))
            verify(!button("Import").enabled)
            mouseClick(button("day comes first"))
            tryCompare(importing, "blocked", "")
            tryVerify(() => importing.forecast.includes("598"))
            verify(words("New: "))
        }
        function test_aColumnIsChosenAndTakenAway() {
            look()
            const choice = find(shell, item => item.visible && item.chosen !== undefined && item.name === "Name" && item.text === "Opportunity")
            verify(choice)
            mouseClick(choice)
            wait(20)
            keyClick(Qt.Key_Up)
            keyClick(Qt.Key_Return)
            tryVerify(() => importing.blocked.includes("No column for Name"))
            importing.setColumn("name", 1)
            tryVerify(() => importing.current.fields[0].header === "Company")
        }
        function test_aFileIsLeftOut() {
            look()
            const row = find(shell, item => item.visible && item.leftOut !== undefined && item.isTable)
            row.forceActiveFocus()
            keyClick(Qt.Key_Delete)
            tryCompare(importing, "fileCount", 1)
            tryCompare(importing, "blocked", "")
        }
        function test_progressCancelAndReport() {
            look()
            stand.importFor(300)
            importing.setDateOrder("dmy")
            tryCompare(importing, "blocked", "")
            wait(50)
            mouseClick(button("Import"))
            tryCompare(importing, "state", ImportModel.Running)
            tryVerify(() => importing.progress === 0.4)
            tryVerify(() => words("Importing 40 %"))
            mouseClick(button("Cancel"))
            tryCompare(importing, "state", ImportModel.Done)
            verify(importing.cancelled)
            tryVerify(() => words("What was read is kept"))
            verify(words("deals.csv:7"))
            mouseClick(button("Open the board"))
            compare(shell.page, "deals")
            compare(importing.state, ImportModel.Idle)
        }
        function test_itRunsOnWhileOneWorks() {
            look()
            stand.importFor(200)
            importing.setDateOrder("mdy")
            tryCompare(importing, "blocked", "")
            importing.start()
            wait(20)
            keyClick(Qt.Key_Escape)
            wait(20)
            verify(!words("Go on working"))
            keyClick(Qt.Key_J) // the page has the keys again
            compare(stand.workspace.home.currentId, "a2")
            compare(importing.state, ImportModel.Running)
            tryCompare(importing, "state", ImportModel.Done)
            keyClick(Qt.Key_I, Qt.ControlModifier)
            tryVerify(() => words("New: "))
        }
        function test_nothingThereIsSaid() {
            shell.importFiles(["/nowhere"])
            tryCompare(importing, "state", ImportModel.Failed)
            tryVerify(() => words("There is nothing at /nowhere"))
            mouseClick(button("Choose again"))
            compare(importing.state, ImportModel.Idle)
        }
        function test_theSampleIsOneClickFromAnEmptyHome() {
            stand.clear()
            stand.workspace.home.load()
            tryCompare(stand.workspace.home, "state", HomeModel.Empty)
            wait(20)
            mouseClick(button("Or look at the sample first"))
            tryCompare(importing, "state", ImportModel.Done)
        }
    }
}
