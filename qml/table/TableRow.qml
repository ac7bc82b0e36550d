// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One deal. A click makes it the current one, two open it; the box at its left selects it.
Item {
    id: root
    required property string rowId
    required property string name
    required property var cells
    required property var tones
    required property DealTableModel table
    property int lead: 40
    property bool current: false
    readonly property bool chosen: table.selectionRound >= 0 && table.isSelected(rowId)
    signal picked()
    signal opened()
    signal choiceAsked(string key, Item from)
    implicitHeight: 44
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2").arg(name).arg(cells.slice(1).join(", "))
    Accessible.selected: chosen
    Accessible.onPressAction: root.picked()
    function edit(key) {
        for (let i = 0; i < values.count; ++i)
            if ((values.itemAt(i) as TableCell).column.key === key)
                (values.itemAt(i) as TableCell).edit()
    }
    Rectangle { anchors.fill: parent; color: root.chosen ? Theme.accentSoft : root.current || hover.hovered ? Theme.sunken : "transparent" }
    Rectangle { visible: root.current; width: 3; height: parent.height - Theme.spaceS; y: Theme.spaceXs; color: Theme.data1 }
    Rectangle {
        visible: root.chosen || hover.hovered || root.table.selectedCount > 0
        x: Theme.spaceM
        width: Theme.spaceL
        height: Theme.spaceL
        radius: Theme.radiusBadge
        anchors.verticalCenter: parent.verticalCenter
        color: root.chosen ? Theme.accent : Theme.surface
        border { width: root.chosen ? 0 : Theme.hair; color: Theme.lineStrong }
        Icon { visible: root.chosen; anchors.centerIn: parent; theme: Theme; name: "check"; size: Theme.iconSmall; color: Theme.textOnAccent }
    }
    Tap { onTapped: root.picked(); onDoubleTapped: root.opened() }
    MouseArea { width: root.lead; height: parent.height; onClicked: mouse => { root.picked(); if (mouse.modifiers & Qt.ShiftModifier) root.table.selectTo(root.rowId); else root.table.toggle(root.rowId) } }
    Row {
        x: root.lead
        height: parent.height
        Repeater {
            id: values
            model: root.table.columns
            TableCell {
                required property int index
                required property var modelData
                table: root.table
                dealId: root.rowId
                column: modelData
                width: modelData.width
                height: root.height
                strong: modelData.key === "name"
                value: root.cells[index] ?? ""
                tone: root.tones[index] ?? 0
                onChoiceAsked: from => { root.picked(); root.choiceAsked(modelData.key, from) }
            }
        }
    }
    Rectangle { y: parent.height - Theme.hair; width: parent.width; height: Theme.hair; color: Theme.line }
    HoverHandler { id: hover }
}
