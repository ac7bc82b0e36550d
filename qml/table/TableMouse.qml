// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The mouse over the rows of the table: a click makes one the current one, on words that can be changed it changes them, at the left
// it selects; two clicks open the deal, resting on words that are cut shows them whole.
MouseArea {
    id: root
    required property ListView list
    required property DealTableModel table
    property TableRow hovered: null
    property int hoveredCell: -1
    readonly property bool overWords: hovered !== null && hoveredCell >= 0 && table.columns[hoveredCell]?.edits.length > 0
    signal picked(string dealId)
    signal opened(string dealId)
    signal changeAsked(TableRow row, int cell)
    parent: list.contentItem // under the rows, which leave it all, and within what is flicked
    z: -1
    width: list.width
    height: list.contentHeight
    hoverEnabled: true
    cursorShape: !overWords ? Qt.ArrowCursor : table.columns[hoveredCell].edits === "text" ? Qt.IBeamCursor : Qt.PointingHandCursor
    function rowAt(y) { return list.itemAt(0, y) as TableRow }
    function look(event) {
        hovered = rowAt(event.y)
        const cell = hovered ? hovered.cellAt(event.x) : -1
        const words = cell >= 0 ? hovered.textBox(cell) : null
        hoveredCell = words && event.x >= words.x - Theme.spaceXs && event.x <= words.x + words.width + Theme.spaceXs ? cell : -1
    }
    onPositionChanged: event => look(event)
    function leave() { hovered = null; hoveredCell = -1 }
    onExited: leave()
    Connections { target: root.list; function onContentYChanged() { root.leave() } } // another row is there now
    onClicked: event => {
        look(event)
        if (!hovered) return
        const row = hovered
        picked(row.rowId)
        if (event.x < row.lead || event.modifiers & (Qt.ShiftModifier | Qt.ControlModifier)) {
            if (event.modifiers & Qt.ShiftModifier) table.selectTo(row.rowId)
            else table.toggle(row.rowId)
        } else if (overWords) changeAsked(row, hoveredCell)
    }
    onDoubleClicked: event => { const row = rowAt(event.y); if (row && event.x >= row.lead) opened(row.rowId) }
    Timer { id: wait; interval: 600; running: root.hovered !== null && root.hoveredCell >= 0 && !root.pressed; onTriggered: tip.active = root.hovered !== null && root.hovered.isCut(root.hoveredCell) }
    onHoveredChanged: { tip.active = false; wait.restart() }
    onHoveredCellChanged: { tip.active = false; wait.restart() }
    Item { id: under; x: root.hovered && root.hoveredCell >= 0 ? root.hovered.textBox(root.hoveredCell).x : 0; y: root.hovered ? root.hovered.y : 0; width: root.hovered && root.hoveredCell >= 0 ? root.hovered.textBox(root.hoveredCell).width : 0; height: root.hovered ? root.hovered.height : 0 }
    Loader { id: tip; active: false; sourceComponent: TipBubble { text: root.hovered ? root.hovered.cells[root.hoveredCell] ?? "" : ""; anchorItem: under } }
}
