// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The deals as a table. Arrows or J and K move, Space selects, Enter opens, E edits the amount, M moves the stage.
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
        else if (event.key === Qt.Key_E && root.current()) root.current().edit("amount")
        else if (event.key === Qt.Key_M && root.current()) root.moveAsked(table.currentId, root.current())
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
                delegate: TableRow { width: list.width; table: root.table; lead: root.lead; current: root.table.currentId === rowId; onPicked: { root.table.currentId = rowId; root.forceActiveFocus() } onOpened: root.opened(rowId); onChoiceAsked: (key, from) => key === "stage" ? root.moveAsked(rowId, from) : owners.show(rowId, from) }
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
    BulkBar { table: root.table; anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.spacePage } onDone: root.forceActiveFocus() }
}
