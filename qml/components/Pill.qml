// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A choice among views; with a count where `count` is not negative.
FocusScope {
    id: root
    property string text
    property int count: -1
    property bool on: false
    property int focusReason: Qt.OtherFocusReason
    signal clicked()
    implicitHeight: Theme.pill
    implicitWidth: row.implicitWidth + 2 * Theme.padControl
    activeFocusOnTab: true
    Accessible.role: Accessible.RadioButton
    Accessible.name: root.count >= 0 ? root.text + ", " + root.count : root.text
    Accessible.checkable: true
    Accessible.checked: root.on
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onSpacePressed: root.clicked()
    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: root.on ? Theme.pillOn : hover.hovered ? Theme.hover : "transparent"
        border { width: root.on ? 0 : Theme.hair; color: Theme.line }
    }
    FocusFrame { target: root; radius: Theme.pill / 2 + Theme.spaceXs }
    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.spaceBadge
        Words { kind: Theme.SmallMedium; text: root.text; color: root.on ? Theme.text : Theme.text2 }
        Words { visible: root.count >= 0; kind: Theme.SmallMedium; text: root.count; color: Theme.text2 }
    }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    Tap { onTapped: { root.focusReason = Qt.MouseFocusReason; root.forceActiveFocus(Qt.MouseFocusReason); root.clicked() } }
    onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
}
