// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

FocusScope {
    id: root
    property string iconName
    property string name // what it does, for hover and screen readers
    property bool active: false
    property color ink: Theme.text2
    property int focusReason: Qt.OtherFocusReason
    signal clicked()
    implicitWidth: Theme.control
    implicitHeight: Theme.control
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: root.name
    Accessible.focusable: true
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onSpacePressed: root.clicked()
    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: hover.hovered || root.active ? Theme.hover : "transparent"
    }
    FocusFrame { target: root }
    Icon { anchors.centerIn: parent; theme: Theme; name: root.iconName; color: root.ink }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    Tap { onTapped: { root.focusReason = Qt.MouseFocusReason; root.forceActiveFocus(Qt.MouseFocusReason); root.clicked() } }
    HoverTip { text: root.name }
    onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
}
