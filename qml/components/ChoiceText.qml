// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A value that is chosen from a list; looks like EditableText.
FocusScope {
    id: root
    property string text
    property string name
    property int kind: Theme.Strong
    property color ink: Theme.text
    property bool marked: false // shows that there is a list behind it
    property int focusReason: Qt.OtherFocusReason
    signal chosen()
    implicitWidth: shown.implicitWidth + (marked ? Theme.iconInline + Theme.spaceXs : 0)
    implicitHeight: shown.implicitHeight
    activeFocusOnTab: true
    Accessible.role: Accessible.ButtonMenu
    Accessible.name: qsTr("%1: %2").arg(root.name).arg(root.text)
    Accessible.description: qsTr("Choose")
    Accessible.onPressAction: root.chosen()
    Keys.onReturnPressed: root.chosen()
    Keys.onSpacePressed: root.chosen()
    Rectangle {
        visible: hover.hovered
        anchors { fill: shown; leftMargin: -Theme.spaceXs; rightMargin: -Theme.spaceXs }
        radius: Theme.radiusBadge
        color: Theme.hover
    }
    FocusFrame { target: root }
    Words { id: shown; width: Math.min(implicitWidth, root.width - (root.marked ? Theme.iconInline + Theme.spaceXs : 0)); kind: root.kind; text: root.text; color: root.ink }
    Icon { visible: root.marked; theme: Theme; name: "chevron-down"; size: Theme.iconSmall; color: Theme.text3; anchors { left: shown.right; leftMargin: Theme.spaceXs; verticalCenter: shown.verticalCenter } }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    Tap { onTapped: { root.focusReason = Qt.MouseFocusReason; root.forceActiveFocus(Qt.MouseFocusReason); root.chosen() } }
    onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
}
