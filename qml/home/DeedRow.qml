// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Something that the agent did; a click goes where it can be seen.
FocusScope {
    id: root
    required property string rowId
    required property string iconName
    required property string title
    required property string line
    required property bool warns
    required property string dealId
    required property string page
    required property string when
    required property string exact
    property int focusReason: Qt.OtherFocusReason
    signal opened()
    implicitHeight: line.length ? 52 : 36
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("%1, %2, %3").arg(title).arg(line).arg(when)
    Accessible.onPressAction: root.opened()
    Keys.onReturnPressed: root.opened()
    Keys.onSpacePressed: root.opened()
    Rectangle { anchors { fill: parent; leftMargin: Theme.spaceS; rightMargin: Theme.spaceS } radius: Theme.radiusControl; color: hover.hovered ? Theme.sunken : "transparent" }
    FocusFrame { target: root; anchors.margins: 0; radius: Theme.radiusControl }
    Icon { theme: Theme; name: root.iconName; x: Theme.spaceL; y: Theme.spaceS; color: root.warns ? Theme.warn : Theme.text2 }
    Words { x: 44; y: Theme.spaceXs + Theme.spaceXxs; width: stamp.x - x - Theme.spaceS; kind: Theme.Strong; text: root.title }
    Words { x: 44; y: 26; width: parent.width - x - Theme.spaceL; kind: Theme.SmallRow; color: Theme.text2; text: root.line }
    Words { id: stamp; anchors { right: parent.right; rightMargin: Theme.spaceL } y: Theme.spaceXs + Theme.spaceXxs; kind: Theme.SmallRow; color: Theme.text2; text: root.when; HoverTip { text: root.exact } }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    Tap { onTapped: { root.focusReason = Qt.MouseFocusReason; root.opened() } }
    onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
}
