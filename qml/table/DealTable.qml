// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The deals as a table. Up and Down or J and K move, Left and Right choose a cell that F2 changes, Space selects, Enter opens, E edits the
// amount, M moves the stage.
FocusScope {
    id: root
    required property DealTableModel table
    readonly property int lead: 40
    readonly property var everybody: table.people
    signal opened(string dealId)
    signal moveAsked(string dealId, Item from)
    signal escaped()
    activeFocusOnTab: true
    focus: true
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Deals table")
    function show(id) { const row = table.rowOf(id); if (row >= 0) list.positionViewAtIndex(row, ListView.Contain) }
    function step(by) { table.step(by); show(table.currentId) }
    function current() { return list.itemAtIndex(table.rowOf(table.currentId)) as TableRow }
    property int cell: -1 // the keyboard is at it
    readonly property var columns: table.columns
    onColumnsChanged: if (cell >= columns.length) cell = -1
    function stepCell(by) {
        if (!current()) step(1)
        cell = Math.max(0, Math.min(columns.length - 1, cell < 0 && by < 0 ? columns.length - 1 : cell + by))
        if (current()) reveal(current().cellBox(cell))
    }
    function reveal(box) { flick.contentX = Math.max(0, Math.min(box.x - (cell > 0 ? 0 : lead), Math.max(flick.contentX, box.x + box.width - flick.width))) }
    /// Changes a cell by an editor in its place or by what can be chosen.
    function change(row, at) {
        const column = columns[at]
        if (!row || !column || !column.edits.length) return
        reveal(row.cellBox(at))
        under.row = row
        under.cell = at
        if (column.edits === "text") editor.start(row, at)
        else if (column.edits === "stage") root.moveAsked(row.rowId, under)
        else owners.show(row.rowId, under)
    }
    function cellOf(key) { return columns.findIndex(each => each.key === key) }
    Keys.onPressed: event => {
        const control = event.modifiers & Qt.ControlModifier
        event.accepted = true
        if (control && event.key === Qt.Key_A) table.selectAll()
        else if (control) event.accepted = false
        else if (event.key === Qt.Key_Down || event.key === Qt.Key_J) { root.step(1); if (event.modifiers & Qt.ShiftModifier) table.selectTo(table.currentId) }
        else if (event.key === Qt.Key_Up || event.key === Qt.Key_K) { root.step(-1); if (event.modifiers & Qt.ShiftModifier) table.selectTo(table.currentId) }
        else if (event.key === Qt.Key_PageDown) root.step(Math.max(1, Math.floor(list.height / 44) - 1))
        else if (event.key === Qt.Key_PageUp) root.step(-Math.max(1, Math.floor(list.height / 44) - 1))
        else if (event.key === Qt.Key_Home) root.step(-table.count)
        else if (event.key === Qt.Key_End) root.step(table.count)
        else if (event.key === Qt.Key_Space || event.key === Qt.Key_X) table.toggle(table.currentId)
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && table.currentId.length) root.opened(table.currentId)
        else if (event.key === Qt.Key_Left || event.key === Qt.Key_H) root.stepCell(-1)
        else if (event.key === Qt.Key_Right || event.key === Qt.Key_L) root.stepCell(1)
        else if (event.key === Qt.Key_F2 && root.current()) root.change(root.current(), root.cell < 0 ? root.cellOf("amount") : root.cell)
        else if (event.key === Qt.Key_E && root.current()) root.change(root.current(), root.cellOf("amount"))
        else if (event.key === Qt.Key_M && root.current()) root.moveAsked(table.currentId, root.current())
        else if (event.key === Qt.Key_Escape && root.cell >= 0) root.cell = -1
        else if (event.key === Qt.Key_Escape && table.selectedCount > 0) table.clearSelection()
        else event.accepted = false
    }
    ListFrame { list: root }
    Surface {
        id: sheet
        anchors.fill: parent
        Flickable {
            id: flick
            anchors { fill: parent; margins: Theme.hair }
            contentWidth: Math.max(width, root.table.totalWidth + root.lead)
            flickableDirection: Flickable.HorizontalFlick
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentWidth > width
            clip: true
            TableHeader { id: header; onFocused: (from, to) => flick.contentX = Math.max(0, Math.min(from, Math.max(flick.contentX, to - flick.width))); table: root.table; lead: root.lead; width: flick.contentWidth; z: 2 }
            ListView {
                id: list
                y: header.height
                width: flick.contentWidth
                height: flick.height - y
                clip: true
                reuseItems: true
                keyNavigationEnabled: false
                boundsBehavior: Flickable.StopAtBounds
                model: root.table.rows
                currentIndex: -1
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Deals")
                delegate: TableRow {
                    width: list.width
                    table: root.table
                    lead: root.lead
                    current: root.table.currentId === rowId
                    currentCell: root.cell
                    hovered: mouse.hovered === this
                    hoveredCell: mouse.hovered === this && mouse.overWords ? mouse.hoveredCell : -1
                    hiddenCell: editor.dealId === rowId ? editor.cell : -1
                    onPicked: mouse.picked(rowId)
                    ListView.onPooled: if (editor.dealId === rowId) editor.stop()
                }
                Item { id: under; property TableRow row: null; property int cell: -1; parent: list.contentItem; x: row ? row.textBox(cell).x : 0; y: row ? row.y : 0; width: row ? row.textBox(cell).width : 0; height: 44 }
                Loader {
                    id: editor
                    property string dealId
                    property int cell: -1
                    property int kind: Theme.SmallRow
                    property rect box
                    readonly property string key: root.columns[cell]?.key ?? ""
                    parent: list.contentItem
                    active: false
                    function start(row, at) {
                        stop()
                        dealId = row.rowId
                        kind = row.kindAt(at)
                        box = row.cellBox(at)
                        cell = at
                        active = true;
                        (item as EditableText).start()
                    }
                    function stop() { if (!active) return; const had = activeFocus; active = false; dealId = ""; cell = -1; if (had) root.forceActiveFocus() }
                    x: box.x + Theme.spaceS
                    y: root.table.rowOf(dealId) * 44 + (44 - height) / 2
                    width: box.width - Theme.spaceL
                    z: 2
                    sourceComponent: EditableText {
                        name: root.columns[editor.cell]?.label ?? ""
                        kind: editor.kind
                        startText: root.table.editText(editor.dealId, editor.key)
                        text: startText
                        activeFocusOnTab: false
                        onGiven: text => refused = !root.table.edit(editor.dealId, editor.key, text)
                        onEditingChanged: if (!editing) Qt.callLater(editor.stop) // qmllint disable
                    }
                }
                TableMouse { id: mouse; list: list; table: root.table; onPicked: id => { root.table.currentId = id; root.cell = -1; root.forceActiveFocus() } onOpened: id => root.opened(id); onChangeAsked: (row, cell) => root.change(row, cell) }
                ScrollHandle { view: list }
            }
        }
        Words { visible: root.table.count === 0; anchors.centerIn: parent; color: Theme.text2; text: qsTr("No deal fits the filter") }
    }
    Popover {
        id: owners
        property string dealId
        bodyWidth: 200
        function take(person) { root.table.edit(dealId, "owner", person); close() }
        function show(id, from) {
            dealId = id
            giveFocusTo = root
            open = true
            const at = from.mapToItem(root, 0, from.height)
            x = Math.max(0, Math.min(at.x, root.width - width))
            y = Math.max(0, Math.min(at.y, root.height - 200))
            if (people.count) people.itemAt(0).forceActiveFocus()
        }
        Column {
            width: parent.width
            Repeater {
                id: people
                model: owners.open ? root.everybody.concat([{ id: "", name: qsTr("Nobody") }]) : []
                MenuRow { required property var modelData; text: modelData.name; onChosen: owners.take(modelData.id) }
            }
        }
    }
}
