// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One deal. What a pointer does over it is TableMouse's.
DealRowItem {
    id: root
    required property string rowId
    required property string name
    required cells
    required tones
    required property DealTableModel table
    signal picked()
    theme: Theme
    columns: table.columns
    chosen: table.selectionRound >= 0 && table.isSelected(rowId)
    boxShown: table.selectedCount > 0
    implicitHeight: 44
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2").arg(name).arg(spokenText)
    Accessible.selected: chosen
    Accessible.onPressAction: root.picked()
}
