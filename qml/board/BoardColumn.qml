// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One stage of the board. The list and the mouse live here; what a drop means is the board's business.
Item {
    id: root
    required property DealColumnModel column
    required property DealBoardModel board
    property string draggedId
    property bool target: false // the lifted card hangs over this column
    property bool asking: false // a drop waits for words
    property string askName
    property string askAmount
    property bool keyboardOn: false
    property int minimumHeight: height
    signal opened(string dealId)
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
            selected: root.keyboardOn && root.board.selectedId === dealId
            hovered: mouse.hoveredId === dealId
            slot: root.draggedId === dealId
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
    MouseArea {
        id: mouse
        property string hoveredId
        property string pressedId
        property point grip
        property bool lifting: false
        x: list.x
        y: list.y
        width: list.width
        height: list.height
        hoverEnabled: true
        preventStealing: lifting
        cursorShape: lifting ? Qt.ClosedHandCursor : hoveredId.length ? Qt.PointingHandCursor : Qt.ArrowCursor
        function itemAt(x, y) {
            const item = list.itemAt(x, y + list.contentY)
            return item && y + list.contentY - item.y <= Theme.card ? item : null
        }
        function scene(mouse) { return mapToItem(null, mouse.x, mouse.y) }
        function forget() { lifting = false; pressedId = "" }
        onPositionChanged: event => {
            if (lifting) {
                root.liftMoved(scene(event))
                return
            }
            const item = itemAt(event.x, event.y)
            hoveredId = item ? item.dealId : ""
            if (!pressedId.length || Math.hypot(event.x - pressX, event.y - pressY) < 6)
                return
            lifting = true
            root.liftStarted(pressedId, grip, scene(event))
        }
        property real pressX
        property real pressY
        onPressed: event => {
            const item = itemAt(event.x, event.y)
            pressedId = item ? item.dealId : ""
            pressX = event.x
            pressY = event.y
            if (item)
                grip = Qt.point(event.x - Theme.spaceXs, event.y + list.contentY - item.y)
        }
        onReleased: event => {
            const id = pressedId
            const wasLifting = lifting
            forget()
            if (wasLifting)
                root.liftEnded(scene(event))
            else if (id.length && itemAt(event.x, event.y)?.dealId === id)
                root.opened(id)
        }
        onCanceled: { if (lifting) root.liftEnded(Qt.point(-1, -1)); forget() }
        onExited: hoveredId = ""
        HoverHandler { id: hover }
        Timer { id: wait; interval: 700; running: mouse.hoveredId.length > 0 && !mouse.lifting && !mouse.pressed; onTriggered: tip.active = true }
        onHoveredIdChanged: { tip.active = false; wait.restart() }
        onPressedChanged: tip.active = false
        Loader {
            id: tip
            active: false
            sourceComponent: TipBubble {
                readonly property DealCardItem card: list.itemAtIndex(root.column.rowOfId(mouse.hoveredId)) as DealCardItem
                text: card ? card.tipText : ""
                anchorItem: card ?? mouse
            }
        }
    }
}
