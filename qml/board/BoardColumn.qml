// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One stage of the board. The list and the mouse live here; what a drop means is the board's business.
Item {
    id: root
    required property DealColumnModel column
    required property DealBoardModel board
    required property DealTableModel table // knows which cards are selected
    property var draggedIds: []
    property bool target: false // the lifted card hangs over this column
    property bool asking: false // a drop waits for words
    property string askName
    property string askAmount
    property bool keyboardOn: false
    property int minimumHeight: height
    signal opened(string dealId)
    signal toggled(string dealId)
    signal liftStarted(string dealId, point grip, point at)
    signal liftMoved(point at)
    signal liftEnded(point at)
    signal given(var input)
    signal cancelled()
    readonly property bool tinted: target && column.lacksProof
    readonly property color ground: tinted ? Theme.dropGround : Theme.column
    readonly property ListView view: list

    function cardBox(row) { const item = list.itemAtIndex(row); return item ? item.mapToItem(null, 0, 0, item.width, Theme.card) : null }
    function reveal(row) { list.positionViewAtIndex(row, ListView.Contain) }
    function refused() { const card = head.item as AskCard; if (card) card.refused() }

    Accessible.role: Accessible.List
    Accessible.name: column.title

    Rectangle {
        width: parent.width
        height: Math.max(root.minimumHeight, Math.min(root.height + Theme.radiusColumn, list.y + list.contentHeight))
        visible: !root.tinted
        radius: Theme.radiusColumn
        color: root.target && root.column.forbidden ? Theme.badSoft : root.ground
    }
    Loader {
        active: root.tinted
        width: parent.width
        height: root.minimumHeight
        sourceComponent: DashFrame { theme: Theme; radius: Theme.radiusColumn; color: Theme.dropDash; fill: Theme.dropGround }
    }
    StageHeader { id: header; width: parent.width; column: root.column }
    Loader {
        id: head
        x: Theme.spaceXs
        y: header.height
        width: parent.width - 2 * Theme.spaceXs
        active: root.asking || root.tinted
        sourceComponent: root.asking ? ask : proof
        Component { id: proof; ProofCard { column: root.column } }
        Component { id: ask; AskCard { column: root.column; dealName: root.askName; startAmount: root.askAmount; onGiven: input => root.given(input); onCancelled: root.cancelled() } }
    }
    ListView {
        id: list
        x: root.tinted ? Theme.focusWidth : 0
        y: header.height + (head.active ? head.height + Theme.cardGap : 0)
        width: parent.width - 2 * x
        height: root.height - y
        clip: true
        model: root.column
        reuseItems: true
        cacheBuffer: 2 * Theme.card
        boundsBehavior: Flickable.StopAtBounds
        maximumFlickVelocity: 4000
        displaced: Transition { NumberAnimation { property: "y"; duration: Theme.roomTime; easing.type: Easing.OutCubic } }
        Behavior on y { enabled: !Theme.still; NumberAnimation { duration: Theme.roomTime; easing.type: Easing.OutCubic } }
        delegate: DealCardItem {
            id: cardItem
            required card
            required property int index
            theme: Theme
            width: list.width
            height: Theme.card + Theme.cardGap
            inset: Theme.spaceXs - list.x
            ground: root.ground
            selected: (root.keyboardOn && root.board.selectedId === dealId) || (root.table.selectionRound >= 0 && root.table.isSelected(dealId))
            hovered: mouse.hoveredId === dealId
            slot: root.draggedIds.includes(dealId)
            Accessible.role: Accessible.ListItem
            Accessible.name: spokenText
            Accessible.selected: selected
            Accessible.onPressAction: root.opened(dealId)
        }
        ScrollHandle { view: list }
    }
    Words {
        visible: list.count === 0 && !head.active && root.board.state === DealBoardModel.Ready
        anchors { horizontalCenter: parent.horizontalCenter; top: header.bottom; topMargin: Theme.spacePage }
        width: parent.width - 2 * Theme.spaceM
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.WordWrap
        kind: Theme.Small
        color: Theme.text3
        text: root.board.filtered ? qsTr("Nothing here matches the filter") : qsTr("No deal in this stage")
    }
    CardMouse {
        id: mouse
        list: root.view
        onOpened: id => root.opened(id)
        onToggled: id => root.toggled(id)
        onLiftStarted: (id, grip, at) => root.liftStarted(id, grip, at)
        onLiftMoved: at => root.liftMoved(at)
        onLiftEnded: at => root.liftEnded(at)
    }
}
