// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The card in the hand: leans 2 degrees, casts its shadow, flies back when a drop is refused.
DealCardItem {
    id: root
    signal arrived()
    property point grip
    property int count: 1 // how many cards are in the hand
    readonly property int room: 28
    theme: Theme
    visible: false
    tilt: 2
    z: 30
    height: Theme.card + 2 * room
    function hold(card, at, cardWidth) { fly.stop(); root.card = card; grip = at; width = cardWidth + 2 * room; visible = true }
    function follow(at) { x = at.x - grip.x - room; y = at.y - grip.y - room }
    function drop() { visible = false }
    function flyTo(at) {
        if (Theme.still) { arrived(); return }
        flyX.to = at.x + Theme.spaceXs - room
        flyY.to = at.y - room
        fly.start()
    }
    Rectangle {
        visible: root.count > 1
        x: root.width - root.room - width / 2 - Theme.spaceS
        y: root.room - height / 2
        width: Math.max(Theme.pill, number.implicitWidth + Theme.spaceM)
        height: Theme.pill
        radius: height / 2
        color: Theme.accent
        Words { id: number; anchors.centerIn: parent; kind: Theme.SmallHeavy; color: Theme.textOnAccent; text: root.count }
    }
    ParallelAnimation {
        id: fly
        NumberAnimation { id: flyX; target: root; property: "x"; duration: Theme.flyTime; easing { type: Easing.OutBack; overshoot: 1.1 } }
        NumberAnimation { id: flyY; target: root; property: "y"; duration: Theme.flyTime; easing { type: Easing.OutBack; overshoot: 1.1 } }
        onFinished: root.arrived()
    }
}
