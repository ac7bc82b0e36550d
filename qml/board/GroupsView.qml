// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The deals by close month, owner or forecast category. A card, or all selected ones, dropped on a month or an owner gets it; Ctrl and
// the arrows do the same from the keyboard.
FocusScope {
    id: root
    required property DealGroupsModel groups
    required property DealBoardModel board
    required property DealTableModel table
    property int margin: Theme.spacePage
    property var draggedIds: []
    property string targetKey
    property bool keyboardOn: false
    signal opened(string dealId)
    signal moveAsked(string dealId, Item from)
    focus: true
    activeFocusOnTab: true
    ListFrame { list: root }
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Deals in groups")
    readonly property int shown: groups.groups.length // qmllint disable
    readonly property int columnWidth: Math.max(Theme.columnMin, Math.min(Theme.columnMax, Math.floor((width - 2 * margin - (shown - 1) * Theme.spaceS) / Math.max(1, shown))))
    function columnFor(key) {
        for (let i = 0; i < columns.count; ++i)
            if ((columns.itemAt(i) as GroupColumn)?.group.key === key)
                return columns.itemAt(i) as GroupColumn
        return null
    }
    function keyAt(point) {
        for (let i = 0; i < columns.count; ++i) {
            const item = columns.itemAt(i)
            if (item.contains(item.mapFromItem(null, point)))
                return (item as GroupColumn).group.key
        }
        return ""
    }
    function reveal() {
        const column = columnFor(groups.groupOf(board.selectedId))
        if (!column) return
        column.reveal(column.group.rowOfId(board.selectedId))
        flick.reveal(column)
    }
    function move(dx, dy) { keyboardOn = true; groups.step(dx, dy); reveal() }
    function shift(by) {
        if (!board.selectedId.length) return
        const all = groups.groups // qmllint disable
        let at = all.findIndex(each => each.key === groups.groupOf(board.selectedId)) + by
        while (at >= 0 && at < all.length && !all[at].takes) at += by
        if (at >= 0 && at < all.length) groups.drop(table.takenWith(board.selectedId), all[at].key)
    }
    function start(dealId, grip, at) {
        draggedIds = table.takenWith(dealId)
        lifted.count = draggedIds.length
        lifted.hold(board.cardOf(dealId), grip, columnWidth - 2 * Theme.spaceXs)
        drag(at)
    }
    function drag(at) {
        lifted.follow(mapFromItem(null, at))
        targetKey = keyAt(at)
        flick.aim(at, root)
    }
    function end(at) {
        flick.edge = 0
        const taken = groups.drop(draggedIds, keyAt(at))
        targetKey = ""
        if (taken) { draggedIds = []; lifted.drop() } else back()
    }
    function back() {
        const column = columnFor(groups.groupOf(draggedIds[0] ?? ""))
        const box = column ? column.cardBox(column.group.rowOfId(draggedIds[0])) : null
        lifted.flyTo(box ? mapFromItem(null, box.x, box.y) : Qt.point(lifted.x, lifted.y))
    }
    Keys.onPressed: event => {
        const control = event.modifiers & Qt.ControlModifier
        event.accepted = true
        if (control && event.key === Qt.Key_Left) root.shift(-1)
        else if (control && event.key === Qt.Key_Right) root.shift(1)
        else if (control) event.accepted = false
        else if (event.key === Qt.Key_Down || event.key === Qt.Key_J) root.move(0, 1)
        else if (event.key === Qt.Key_Up || event.key === Qt.Key_K) root.move(0, -1)
        else if (event.key === Qt.Key_Left || event.key === Qt.Key_H) root.move(-1, 0)
        else if (event.key === Qt.Key_Right || event.key === Qt.Key_L) root.move(1, 0)
        else if ((event.key === Qt.Key_Space || event.key === Qt.Key_X) && root.board.selectedId.length) root.table.toggle(root.board.selectedId)
        else if (event.key === Qt.Key_M && root.board.selectedId.length) root.moveAsked(root.board.selectedId, root)
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_E) && root.board.selectedId.length) root.opened(root.board.selectedId)
        else if (event.key === Qt.Key_Escape && root.draggedIds.length) { root.targetKey = ""; root.back() }
        else if (event.key === Qt.Key_Escape && root.table.selectedCount > 0) root.table.clearSelection()
        else if (event.key === Qt.Key_Escape && root.keyboardOn) { root.keyboardOn = false; root.board.select("") }
        else event.accepted = false
    }
    DragStrip {
        id: flick
        anchors.fill: parent
        margin: root.margin
        contentWidth: strip.width
        holding: root.draggedIds.length > 0
        Row {
            id: strip
            leftPadding: root.margin
            rightPadding: root.margin
            height: flick.height
            spacing: Theme.spaceS
            Repeater {
                id: columns
                model: root.groups.groups // qmllint disable
                GroupColumn {
                    required property DealGroupModel modelData
                    group: modelData
                    board: root.board
                    table: root.table
                    width: root.columnWidth
                    height: strip.height - Theme.spaceL
                    draggedIds: root.draggedIds
                    keyboardOn: root.keyboardOn
                    dropText: root.draggedIds.length && root.targetKey === group.key ? root.groups.dropText(root.draggedIds, group.key) : ""
                    onOpened: id => { root.board.select(id); root.opened(id) }
                    onToggled: id => { root.board.select(id); root.table.toggle(id); root.forceActiveFocus() }
                    onLiftStarted: (id, grip, at) => root.start(id, grip, at)
                    onLiftMoved: at => root.drag(at)
                    onLiftEnded: at => root.end(at)
                }
            }
        }
    }
    LiftedCard { id: lifted; onArrived: { root.draggedIds = []; lifted.drop() } }
}
