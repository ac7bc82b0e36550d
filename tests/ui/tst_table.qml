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
        name: "Table"
        when: windowShown
        property var shell: null
        property var table: null
        property var board: null

        function initTestCase() { Theme.still = true }
        function init() {
            loader.active = false
            wait(0)
            stand.renew()
            loader.active = true
            shell = loader.item
            table = stand.workspace.table
            board = stand.workspace.board
            board.load()
            tryCompare(board, "state", DealBoardModel.Ready)
            wait(30)
            keyClick(Qt.Key_T)
            tryVerify(() => table.count > 20)
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
        function button(text) { return find(shell, item => item.visible && item.clicked !== undefined && item.text === text) }
        function row(at) { const id = idAt(at); return find(shell, item => item.visible && item.picked !== undefined && item.rowId === id) }
        function idAt(at) { return table.rows.data(table.rows.index(at, 0), Qt.UserRole + 1) }
        function dateAt(at) { return board.cardOf(idAt(at)) }

        function test_theKeyTGoesToTheTableAndBack() {
            verify(table.shown)
            keyClick(Qt.Key_T)
            verify(!table.shown)
            keyClick(Qt.Key_Down)
            verify(board.selectedId.length) // the board has the keys again
        }
        function test_headsSortBothWays() {
            const head = find(shell, item => item.visible && item.modelData !== undefined && item.modelData.key === "account" && item.modelData.sorted !== undefined && item.Accessible.role === Accessible.ColumnHeader)
            verify(head)
            mouseClick(head, 20, 10)
            wait(20)
            const first = row(0).cells[1]
            mouseClick(find(shell, item => item.visible && item.modelData !== undefined && item.modelData.key === "account" && item.Accessible.role === Accessible.ColumnHeader), 20, 10)
            wait(20)
            verify(row(0).cells[1].localeCompare(first) > 0)
        }
        function test_keysMoveSelectAndOpen() {
            keyClick(Qt.Key_J)
            compare(table.currentId, idAt(0))
            keyClick(Qt.Key_J)
            keyClick(Qt.Key_Space)
            compare(table.selectedCount, 1)
            keyClick(Qt.Key_Down, Qt.ShiftModifier)
            keyClick(Qt.Key_Down, Qt.ShiftModifier)
            compare(table.selectedCount, 3)
            keyClick(Qt.Key_Escape)
            compare(table.selectedCount, 0)
            keyClick(Qt.Key_End)
            compare(table.currentId, idAt(table.count - 1))
            keyClick(Qt.Key_Home)
            keyClick(Qt.Key_A, Qt.ControlModifier)
            compare(table.selectedCount, table.count)
            keyClick(Qt.Key_Return)
            compare(shell.page, "deal")
        }
        function test_aCellIsEditedInPlace() {
            keyClick(Qt.Key_J)
            const id = table.currentId
            keyClick(Qt.Key_E)
            keyClick(Qt.Key_A, Qt.ControlModifier)
            for (const letter of "77k") keyClick(letter)
            keyClick(Qt.Key_Return)
            tryVerify(() => board.amountOf(id).replace(/[^0-9]/g, "") === "77000")
            verify(stand.workspace.undo.offersUndo)
            tryVerify(() => row(0).cells[3].replace(/[^0-9]/g, "") === "77000")
            verify(!table.edit(id, "amount", "a lot"))
            verify(!table.edit(id, "account", "Other"))
        }
        function test_cellsAreChosenByArrowsAndChangedByF2() {
            table.sortBy("name") // what is changed must not move away
            wait(20)
            keyClick(Qt.Key_J)
            const id = table.currentId
            keyClick(Qt.Key_Right)
            compare(row(0).currentCell, 0)
            keyClick(Qt.Key_F2) // a name is read here, and changed on the deal's page
            compare(row(0).hiddenCell, -1)
            const closes = table.columns.findIndex(each => each.key === "closeDate")
            while (row(0).currentCell < closes) keyClick(Qt.Key_Right)
            keyClick(Qt.Key_F2)
            keyClick(Qt.Key_A, Qt.ControlModifier)
            for (const letter of "18 Dec 2031") keyClick(letter)
            keyClick(Qt.Key_Return)
            tryVerify(() => row(table.rowOf(id))?.cells[closes].includes("2031"))
            const at = table.rowOf(id)
            tryCompare(row(at), "hiddenCell", -1)
            verify(find(shell, item => item.opened !== undefined && item.stepCell !== undefined).activeFocus) // the keys are the table's again
            const owner = table.columns.findIndex(each => each.key === "owner")
            while (row(at).currentCell < owner) keyClick(Qt.Key_Right)
            const before = stand.ownerOf(id)
            keyClick(Qt.Key_F2)
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Return)
            tryVerify(() => stand.ownerOf(id) !== before)
            keyClick(Qt.Key_Escape)
            compare(row(table.rowOf(id)).currentCell, -1)
            keyClick(Qt.Key_Left) // from nowhere: the last one
            compare(row(table.rowOf(id)).currentCell, table.columns.length - 1)
        }
        function test_anEditorThatIsLeftKeepsNothing() {
            const amount = table.columns.findIndex(each => each.key === "amount")
            const before = row(1).cells[amount]
            const words = row(1).textBox(amount)
            mouseClick(row(1), words.x + 4, 20)
            compare(row(1).hiddenCell, amount)
            for (const letter of "123") keyClick(letter)
            keyClick(Qt.Key_Escape)
            tryCompare(row(1), "hiddenCell", -1)
            compare(row(1).cells[amount], before)
            keyClick(Qt.Key_E) // told what is no amount
            for (const letter of "much") keyClick(letter)
            keyClick(Qt.Key_Return)
            verify(row(1).hiddenCell >= 0)
            keyClick(Qt.Key_Escape)
            tryCompare(row(1), "hiddenCell", -1)
        }
        function test_theMousePicksSelectsAndOpens() {
            mouseClick(row(2), row(2).cellBox(1).x + row(2).cellBox(1).width - 4, 20) // no words there
            compare(table.currentId, idAt(2))
            mouseClick(row(3), 20, 20)
            mouseClick(row(5), 20, 20, Qt.LeftButton, Qt.ShiftModifier)
            compare(table.selectedCount, 3)
            const owner = table.columns.findIndex(each => each.key === "owner")
            const words = row(2).textBox(owner)
            mouseClick(row(2), words.x + 2, 20)
            tryVerify(() => find(shell, item => item.visible && item.chosen !== undefined && item.text === "Nobody"))
            keyClick(Qt.Key_Escape)
            mouseMove(row(2), words.x + 2, 20)
            tryCompare(row(2), "hoveredCell", owner)
            mouseMove(row(4), row(4).cellBox(1).x + row(4).cellBox(1).width - 4, 20)
            tryCompare(row(2), "hoveredCell", -1)
            mouseDoubleClickSequence(row(2), row(2).cellBox(1).x + row(2).cellBox(1).width - 4, 20)
            compare(shell.page, "deal")
        }
        function test_manyAreChangedAtOnceAndTakenBack() {
            keyClick(Qt.Key_J)
            keyClick(Qt.Key_Space)
            keyClick(Qt.Key_Down, Qt.ShiftModifier)
            const ids = [idAt(0), idAt(1)]
            const before = ids.map(id => stand.ownerOf(id))
            const owner = () => find(shell, item => item.visible && item.clicked !== undefined && item.text === "Owner" && item.iconName === "user")
            tryVerify(owner) // not the filter's
            mouseClick(owner())
            wait(20)
            const asha = find(shell, item => item.visible && item.chosen !== undefined && item.text === "Asha Kapoor" && item.keyText !== undefined)
            verify(asha)
            mouseClick(asha)
            tryVerify(() => ids.every(id => stand.ownerOf(id) === "AK"))
            tryVerify(() => stand.workspace.undo.text.startsWith("2 deals changed"))
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryVerify(() => ids.every((id, at) => stand.ownerOf(id) === before[at]))
        }
        function test_whatTheRulesRefuseIsNamed() {
            keyClick(Qt.Key_A, Qt.ControlModifier)
            verify(table.editSelected("stage", 3))
            tryVerify(() => stand.workspace.undo.text.includes("needs a reason"))
            verify(!table.editSelected("closeDate", "someday"))
            verify(table.editSelected("closeDate", "18 Dec 2031"))
            tryVerify(() => /18 Dec/.test(row(0).cells[4]) || row(0).cells[4].includes("2031"))
        }
        function test_columnsAreChosenSizedAndKept() {
            compare(table.columns.length, 8)
            table.toggleColumn("probability")
            table.toggleColumn("name") // always stays
            compare(table.columns.length, 9)
            table.setWidth("name", 9999)
            compare(table.columns[0].width, 640)
            table.moveColumn("account", -1)
            compare(table.columns[0].key, "account")
            const kept = table.layout
            table.resetColumns()
            compare(table.columns.length, 8)
            table.layout = kept
            compare(table.columns[0].key, "account")
            compare(table.columns.length, 9)
            table.layout = "{nonsense"
            compare(table.columns.length, 9)
            wait(30)
            compare(row(0).cells.length, 9)
        }
        function test_theChooserShowsAndHides() {
            mouseClick(find(shell, item => item.visible && item.clicked !== undefined && item.name === "Choose columns"))
            wait(20)
            const entry = find(shell, item => item.visible && item.chosen !== undefined && item.text === "Next step" && item.checked)
            verify(entry)
            mouseClick(entry)
            compare(table.columns.length, 7)
        }
        function test_theFilterCountsForTheTableToo() {
            const all = table.count
            keyClick(Qt.Key_Slash)
            for (const letter of "Lumen") keyClick(letter)
            tryVerify(() => table.count > 0 && table.count < all)
            keyClick(Qt.Key_Escape)
            tryCompare(table, "count", all)
        }
        function test_csvHoldsWhatIsShown() {
            const lines = table.csv().trim().split("\r\n")
            compare(lines.length, table.count + 1)
            compare(lines[0], "Deal,Account,Stage,Amount,Close date,Owner,Warnings,Next step,Currency")
            verify(lines[1].includes("112000.00,"))
        }
    }
}
