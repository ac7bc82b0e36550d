// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A value between two named ends; what it means is said in words above. Arrows go in steps, Page Up and Page Down in
// large ones, Home and End to the ends.
FocusScope {
    id: root
    property string label
    property string lowText
    property string highText
    property string valueText
    property int value: 0
    // The names under which a screen reader asks for them.
    readonly property int minimumValue: 0
    readonly property int maximumValue: 100
    property int stepSize: 5
    property int pageSize: 20
    property int focusReason: Qt.OtherFocusReason
    readonly property bool moving: mouse.pressed
    signal moved(int value)
    implicitWidth: 280
    implicitHeight: 68
    activeFocusOnTab: true
    Accessible.role: Accessible.Slider
    Accessible.name: qsTr("%1: %2").arg(root.label).arg(root.valueText)
    Accessible.description: qsTr("From %1 to %2").arg(root.lowText).arg(root.highText)
    Accessible.onIncreaseAction: root.go(root.value + root.stepSize)
    Accessible.onDecreaseAction: root.go(root.value - root.stepSize)
    function go(to) {
        const next = Math.max(root.minimumValue, Math.min(root.maximumValue, to))
        if (next !== root.value) root.moved(next)
    }
    // Where the pointer is, on a step: a band begins and ends at one.
    function at(x) { return Math.round((x - knob.width / 2) / Math.max(1, track.width - knob.width) * (maximumValue - minimumValue) / stepSize) * stepSize + minimumValue }
    Keys.onPressed: event => {
        event.accepted = true
        if (event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier)) event.accepted = false
        else if (event.key === Qt.Key_Right || event.key === Qt.Key_Up) root.go(root.value + root.stepSize)
        else if (event.key === Qt.Key_Left || event.key === Qt.Key_Down) root.go(root.value - root.stepSize)
        else if (event.key === Qt.Key_PageUp) root.go(root.value + root.pageSize)
        else if (event.key === Qt.Key_PageDown) root.go(root.value - root.pageSize)
        else if (event.key === Qt.Key_Home) root.go(root.minimumValue)
        else if (event.key === Qt.Key_End) root.go(root.maximumValue)
        else event.accepted = false
    }
    Words { width: told.x - Theme.spaceS; kind: Theme.Strong; text: root.label; Accessible.ignored: true }
    Words { id: told; anchors.right: parent.right; kind: Theme.Small; color: Theme.text2; text: root.valueText; Accessible.ignored: true }
    Item {
        id: track
        y: 26
        width: parent.width
        height: Theme.iconInline
        Rectangle { id: groove; anchors.verticalCenter: parent.verticalCenter; width: parent.width; height: Theme.spaceXs; radius: height / 2; color: Theme.track }
        Rectangle { anchors.verticalCenter: parent.verticalCenter; width: knob.x + knob.width / 2; height: groove.height; radius: height / 2; color: Theme.data1 }
        Rectangle {
            id: knob
            x: (track.width - width) * (root.value - root.minimumValue) / (root.maximumValue - root.minimumValue)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.iconInline
            height: width
            radius: width / 2
            color: Theme.surface
            border { width: Theme.focusWidth; color: Theme.data1 }
        }
        MouseArea {
            id: mouse
            anchors { fill: parent; margins: -Theme.spaceXs }
            cursorShape: Qt.PointingHandCursor
            preventStealing: true // a page that scrolls does not take the knob along
            onPressed: event => { root.focusReason = Qt.MouseFocusReason; root.forceActiveFocus(Qt.MouseFocusReason); root.go(root.at(event.x - Theme.spaceXs)) }
            onPositionChanged: event => { if (pressed) root.go(root.at(event.x - Theme.spaceXs)) }
        }
    }
    Words { y: 46; width: parent.width / 2; kind: Theme.Small; color: Theme.text3; text: root.lowText; Accessible.ignored: true }
    Words { y: 46; x: parent.width / 2; width: parent.width / 2; horizontalAlignment: Text.AlignRight; kind: Theme.Small; color: Theme.text3; text: root.highText; Accessible.ignored: true }
    FocusFrame { target: root }
    onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
}
