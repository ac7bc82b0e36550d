// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The deal board: drag, keys, filter, and what the rules say about a move.
FocusScope {
    id: root
    required property Workspace workspace
    readonly property DealBoardModel board: workspace.board
    signal dealOpened(string dealId)
    signal importAsked()
    property int margin: Theme.spacePage
    property var draggedIds: [] // the one in the hand, and with it all that are selected
    readonly property string draggedId: draggedIds.length ? draggedIds[0] : ""
    property int targetStage: -1
    property int askStage: -1
    property bool keyboardOn: false
    readonly property DealTableModel table: workspace.table
    readonly property DealGroupsModel groups: workspace.groups
    readonly property bool asTable: table.shown
    readonly property bool asGroups: groups.shown
    function showLayout(layout) { groups.shown = false; table.shown = layout === "table"; groups.shown = layout === "groups"; takeFocus() }
    function takeFocus() { if (asTable && sheet.item) (sheet.item as Item).forceActiveFocus(); else if (asGroups && months.item) (months.item as Item).forceActiveFocus(); else cards.forceActiveFocus() }
    function askMove(dealId, from) {
        board.select(dealId)
        const at = mapFromItem(from, 0, from.height)
        const menu = moveMenu.make()
        menu.x = Math.max(Theme.spaceS, Math.min(width - menu.width - Theme.spaceS, at.x))
        menu.y = Math.max(Theme.spaceS, Math.min(height - 320, at.y))
        menu.openFor(dealId, asGroups ? months.item : sheet.item)
    }
    readonly property int columnWidth: Math.max(Theme.columnMin, Math.min(Theme.columnMax,
        Math.floor((width - 2 * Theme.spacePage - Theme.lane - (shownCount + 1) * Theme.spaceS) / shownCount)))
    readonly property int shownCount: board.shownStages.length // qmllint disable

    function columnFor(stage) {
        for (let i = 0; i < columns.count; ++i)
            if (columns.itemAt(i).column.stage === stage)
                return columns.itemAt(i)
        return null
    }
    function revealSelected() {
        const column = columnFor(board.selectedStage)
        if (!column)
            return
        column.reveal(board.selectedRow())
        flick.reveal(column)
    }
    function move(dx, dy) { keyboardOn = true; board.step(dx, dy); revealSelected() }
    function openMenu() {
        if (!board.selectedId.length)
            return
        const column = columnFor(board.selectedStage)
        const box = column ? column.cardBox(board.selectedRow()) : null
        const at = box ? mapFromItem(null, box.x, box.y) : Qt.point(width / 2 - 150, 100)
        const menu = moveMenu.make()
        menu.x = Math.max(Theme.spaceS, Math.min(width - menu.width - Theme.spaceS, at.x + (box ? box.width : 0)))
        menu.y = Math.max(Theme.spaceS, Math.min(height - 320, at.y))
        menu.openFor(board.selectedId, cards)
    }
    function closeMenu() { if (moveMenu.active) moveMenu.make().close() }
    function stageAt(point) {
        for (let i = 0; i < columns.count; ++i) {
            const item = columns.itemAt(i)
            if (item.contains(item.mapFromItem(null, point)))
                return item.column.stage
        }
        for (let i = 0; i < lanes.count; ++i) {
            const item = lanes.itemAt(i)
            if (item.contains(item.mapFromItem(null, point)))
                return item.column.stage
        }
        return -1
    }
    function startDrag(dealId, grip, at, cardWidth) {
        if (askStage >= 0)
            cancelDrag()
        draggedIds = table.takenWith(dealId)
        lifted.count = draggedIds.length
        board.lift(dealId)
        lifted.hold(board.cardOf(dealId), grip, cardWidth)
        drag(at)
    }
    function drag(at) {
        lifted.follow(mapFromItem(null, at))
        targetStage = stageAt(at)
        flick.aim(at, root)
    }
    function endDrag(at) {
        flick.edge = 0
        const stage = stageAt(at)
        const column = stage >= 0 ? board.columnOf(stage) : null
        if (column && draggedIds.length > 1) { // each is judged by itself; what is refused stays and is named
            targetStage = -1
            lifted.drop()
            table.editSelected("stage", stage)
            flown()
            return
        }
        if (column && column.needsInput) {
            if (stage >= 5 && !board.isLaneOpen(stage))
                board.toggleLane(stage)
            targetStage = -1
            askStage = stage
            lifted.drop()
            return
        }
        if (column && board.drop(stage)) {
            draggedIds = []
            targetStage = -1
            lifted.drop()
            return
        }
        cancelDrag()
    }
    function cancelDrag() {
        const column = columnFor(board.stageOf(draggedId))
        const box = column ? column.cardBox(column.column.rowOfId(draggedId)) : null
        targetStage = -1
        askStage = -1
        lifted.flyTo(box ? mapFromItem(null, box.x, box.y) : Qt.point(lifted.x, lifted.y))
    }
    // The picture of a drag: the card hangs over the next stage.
    function showDrag(dealId) {
        const next = board.stageOf(dealId) + 1
        startDrag(dealId, Qt.point(0, 0), Qt.point(0, 0), columnWidth - 2 * Theme.spaceXs)
        const column = columnFor(next)
        flick.contentX = Math.max(0, flick.contentWidth - flick.width)
        lifted.follow(mapFromItem(column, -columnWidth / 2, 340))
        targetStage = next
        flick.edge = 0
    }
    function flown() { draggedIds = []; board.release(); lifted.drop() }
    function give(input) {
        if (board.drop(askStage, input)) {
            askStage = -1
            draggedIds = []
            cards.forceActiveFocus()
        } else {
            columnFor(askStage).refused()
        }
    }

    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Deals")
    Connections {
        target: root.board
        enabled: root.visible
        function onInputAsked(dealId, stage) { root.openMenu(); moveMenu.make().choose(stage) }
        function onSelectionChanged() { if (root.keyboardOn) root.revealSelected() }
    }
    Keys.onPressed: event => {
        if (event.text === "t") { root.showLayout(root.asTable ? "board" : "table"); event.accepted = true; return }
        if (event.text === "g") { root.showLayout(root.asGroups ? "board" : "groups"); event.accepted = true; return }
        if (root.asTable || root.asGroups) { if (event.key === Qt.Key_Slash) { filterBar.focusFilter(); event.accepted = true } return }
        const control = event.modifiers & Qt.ControlModifier
        event.accepted = true
        if (control && (event.key === Qt.Key_Left || event.key === Qt.Key_Right)) {
            root.keyboardOn = true
            root.board.moveBy(root.board.selectedId, event.key === Qt.Key_Left ? -1 : 1)
        } else if (control) event.accepted = false
        else if (event.key === Qt.Key_Down || event.key === Qt.Key_J) root.move(0, 1)
        else if (event.key === Qt.Key_Up || event.key === Qt.Key_K) root.move(0, -1)
        else if (event.key === Qt.Key_Left || event.key === Qt.Key_H) root.move(-1, 0)
        else if (event.key === Qt.Key_Right || event.key === Qt.Key_L) root.move(1, 0)
        else if (event.key === Qt.Key_M) root.openMenu()
        else if ((event.key === Qt.Key_Space || event.key === Qt.Key_X) && root.board.selectedId.length) root.table.toggle(root.board.selectedId)
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_E) && root.board.selectedId.length) root.dealOpened(root.board.selectedId)
        else if (event.key === Qt.Key_Slash) filterBar.focusFilter()
        else if (event.key === Qt.Key_Escape && root.draggedId.length) root.cancelDrag()
        else if (event.key === Qt.Key_Escape && root.table.selectedCount > 0) root.table.clearSelection()
        else if (event.key === Qt.Key_Escape && root.keyboardOn) { root.keyboardOn = false; root.board.select("") }
        else event.accepted = false
    }

    BoardBar { id: filterBar; board: root.board; table: root.table; groups: root.groups; saved: root.workspace.views; onLayoutAsked: layout => root.showLayout(layout); x: root.margin; width: root.width - root.margin - Theme.spacePage; onEscaped: root.takeFocus(); z: 2 }
    Loader {
        id: sheet
        active: root.asTable && root.board.state === DealBoardModel.Ready
        x: root.margin
        y: 88
        width: root.width - root.margin - Theme.spacePage
        height: root.height - y - Theme.spaceL
        sourceComponent: DealTable { table: root.table; onOpened: id => root.dealOpened(id); onMoveAsked: (id, from) => root.askMove(id, from) }
        onLoaded: if (root.visible) (item as Item).forceActiveFocus()
    }

    Loader {
        id: months
        active: root.asGroups && root.board.state === DealBoardModel.Ready
        y: 88
        width: root.width
        height: root.height - y
        sourceComponent: GroupsView { groups: root.groups; board: root.board; table: root.table; margin: root.margin; onOpened: id => root.dealOpened(id); onMoveAsked: (id, from) => root.askMove(id, from) }
        onLoaded: if (root.visible) (item as Item).forceActiveFocus()
    }

    Item { // the focus of the board: its bar and its lanes have their own
        id: cards
        anchors.fill: flick
        visible: flick.visible
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Deals board")
        Accessible.focusable: true
        ListFrame { anchors { leftMargin: Theme.spaceS; rightMargin: Theme.spaceS } z: 1 }
    }
    DragStrip {
        id: flick
        margin: root.margin
        holding: root.draggedId.length > 0
        y: 88
        width: root.width
        height: root.height - y
        contentWidth: strip.width
        visible: root.board.state === DealBoardModel.Ready && !root.asTable && !root.asGroups
        Row {
            id: strip
            leftPadding: root.margin
            rightPadding: root.margin
            height: flick.height
            spacing: Theme.spaceS
            Repeater {
                id: columns
                model: root.board.shownStages // qmllint disable
                BoardColumn {
                    required property DealColumnModel modelData
                    column: modelData
                    board: root.board
                    width: root.columnWidth
                    height: strip.height
                    minimumHeight: strip.height - Theme.spaceL
                    table: root.table
                    draggedIds: root.draggedIds
                    onToggled: dealId => { root.board.select(dealId); root.table.toggle(dealId); cards.forceActiveFocus() }
                    keyboardOn: root.keyboardOn
                    target: root.targetStage === column.stage && root.draggedId.length > 0
                    asking: root.askStage === column.stage
                    askName: root.board.nameOf(root.draggedId)
                    askAmount: root.board.amountOf(root.draggedId)
                    onOpened: dealId => { root.board.select(dealId); root.dealOpened(dealId) }
                    onLiftStarted: (dealId, grip, at) => root.startDrag(dealId, grip, at, width - 2 * Theme.spaceXs)
                    onLiftMoved: at => root.drag(at)
                    onLiftEnded: at => root.endDrag(at)
                    onGiven: input => root.give(input)
                    onCancelled: { root.askStage = -1; root.flown(); cards.forceActiveFocus() }
                }
            }
            Column {
                width: Theme.lane
                height: parent.height - Theme.spaceL
                spacing: Theme.spaceS
                Repeater {
                    id: lanes
                    model: root.board.lanes // qmllint disable
                    Lane {
                        required property DealColumnModel modelData
                        column: modelData
                        expanded: root.board.shownStages.includes(column)
                        target: root.targetStage === column.stage && root.draggedId.length > 0
                        width: Theme.lane
                        height: (parent.height - 2 * Theme.spaceS) / 3
                        onClicked: root.board.toggleLane(column.stage)
                        onActiveFocusChanged: if (activeFocus) flick.reveal(parent)
                    }
                }
            }
        }
    }
    LiftedCard { id: lifted; onArrived: root.flown() }
    BoardStates { anchors { fill: parent; topMargin: 88 } board: root.board; onImportAsked: root.importAsked(); margin: root.margin; columnWidth: root.columnWidth }
    Loader {
        active: root.table.selectedCount > 0 && root.board.state === DealBoardModel.Ready
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.spacePage + (root.asTable ? Theme.spaceL : 0) }
        z: 20
        sourceComponent: BulkBar { table: root.table; onDone: root.takeFocus() }
    }
    Loader {
        id: moveMenu
        anchors.fill: parent
        z: 40
        active: false
        function make() { active = true; return (item as MoveLayer).menu }
        sourceComponent: MoveLayer { board: root.board }
    }
}
