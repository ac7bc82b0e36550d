// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The mouse over a column of cards: a click opens, with Ctrl it selects, a pull lifts, resting shows what there is to know.
MouseArea {
    id: root
    required property ListView list
    property string hoveredId
    property string pressedId
    property DealCardItem hovered: null
    property point grip
    property bool lifting: false
    property real pressX
    property real pressY
    signal opened(string dealId)
    signal toggled(string dealId)
    signal liftStarted(string dealId, point grip, point at)
    signal liftMoved(point at)
    signal liftEnded(point at)
    x: list.x
    y: list.y
    width: list.width
    height: list.height
    hoverEnabled: true
    preventStealing: lifting
    cursorShape: lifting ? Qt.ClosedHandCursor : hoveredId.length ? Qt.PointingHandCursor : Qt.ArrowCursor
    function cardAt(x, y) {
        const item = list.itemAt(x, y + list.contentY) as DealCardItem
        return item && y + list.contentY - item.y <= Theme.card ? item : null
    }
    function scene(mouse) { return mapToItem(null, mouse.x, mouse.y) }
    function forget() { lifting = false; pressedId = "" }
    onPositionChanged: event => {
        if (lifting) {
            liftMoved(scene(event))
            return
        }
        hovered = cardAt(event.x, event.y)
        hoveredId = hovered ? hovered.dealId : ""
        if (!pressedId.length || Math.hypot(event.x - pressX, event.y - pressY) < 6)
            return
        lifting = true
        liftStarted(pressedId, grip, scene(event))
    }
    onPressed: event => {
        const item = cardAt(event.x, event.y)
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
            liftEnded(scene(event))
        else if (id.length && cardAt(event.x, event.y)?.dealId === id)
            event.modifiers & Qt.ControlModifier ? toggled(id) : opened(id)
    }
    onCanceled: { if (lifting) liftEnded(Qt.point(-1, -1)); forget() }
    onExited: hoveredId = ""
    Timer { id: wait; interval: 700; running: root.hoveredId.length > 0 && !root.lifting && !root.pressed; onTriggered: tip.active = true }
    onHoveredIdChanged: { tip.active = false; wait.restart() }
    onPressedChanged: tip.active = false
    Loader {
        id: tip
        active: false
        sourceComponent: TipBubble {
            readonly property DealCardItem card: root.hovered && root.hovered.dealId === root.hoveredId ? root.hovered : null
            text: card ? card.tipText : ""
            anchorItem: card ?? root
        }
    }
}
