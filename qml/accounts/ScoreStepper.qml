// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A score from 0 to 10: what it rests on, arrows to set it by hand, and the way back to the computed one.
Item {
    id: root
    required property var score
    property int focusReason: Qt.OtherFocusReason
    signal given(int value)
    signal cleared()
    implicitHeight: 60
    activeFocusOnTab: true
    Accessible.role: Accessible.Slider
    Accessible.name: qsTr("%1: %2 of 10").arg(score.label).arg(score.value)
    Accessible.description: score.note
    Accessible.onIncreaseAction: root.given(score.value + 1)
    Accessible.onDecreaseAction: root.given(score.value - 1)
    Keys.onRightPressed: root.given(Math.min(10, score.value + 1))
    Keys.onLeftPressed: root.given(Math.max(0, score.value - 1))
    Keys.onDeletePressed: if (score.own) root.cleared()
    Words { kind: Theme.Small; color: Theme.text3; text: root.score.label }
    Words { id: figure; anchors.right: parent.right; kind: Theme.Strong; tabular: true; text: root.score.value }
    Item {
        id: track
        y: 22
        width: parent.width
        height: Theme.spaceM
        Row {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.spaceXxs
            Repeater {
                model: 10
                Rectangle { required property int index; width: (track.width - 9 * Theme.spaceXxs) / 10; height: Theme.spaceBadge; radius: Theme.radiusBar; color: index < root.score.value ? (root.score.own ? Theme.accent : Theme.data1) : Theme.hover }
            }
        }
        MouseArea { anchors { fill: parent; margins: -Theme.spaceXs } cursorShape: Qt.PointingHandCursor; onClicked: mouse => { root.focusReason = Qt.MouseFocusReason; root.forceActiveFocus(); root.given(Math.max(0, Math.min(10, Math.ceil((mouse.x - Theme.spaceXs) / track.width * 10)))) } }
    }
    Words { y: 38; width: back.visible ? back.x - Theme.spaceS : parent.width; kind: Theme.Small; color: Theme.text2; text: root.score.note; HoverTip { text: parent.truncated ? parent.text : "" } }
    TextLink { id: back; visible: root.score.own; anchors.right: parent.right; y: 36; text: qsTr("Compute"); name: qsTr("Compute %1 again").arg(root.score.label); onClicked: root.cleared() }
    FocusFrame { target: root }
    onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
}
