// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Which columns the table has.
Popover {
    id: root
    required property DealTableModel table
    property var keys: [] // as they were when it was opened: a row must not go under the hand
    readonly property var all: table.allColumns
    bodyWidth: 220
    function isShown(key) { return all.some(each => each.key === key && each.shown) }
    function toggle(from) { giveFocusTo = from; open = !open; if (open) { keys = all; rows.itemAt(1).forceActiveFocus() } }
    Column {
        width: parent.width
        Repeater {
            id: rows
            model: root.keys
            MenuRow { required property var modelData; text: modelData.label; checked: root.isShown(modelData.key); enabled: modelData.key !== "name"; onChosen: root.table.toggleColumn(modelData.key) }
        }
        Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
        MenuRow { text: qsTr("As it was at first"); iconName: "rotate-ccw"; onChosen: { root.table.resetColumns(); root.close() } }
    }
}
