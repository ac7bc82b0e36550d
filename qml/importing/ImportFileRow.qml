// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A file that will be read, or many mails of one folder.
FocusScope {
    id: root
    required property string rowId
    required property string iconName
    required property string name
    required property string what
    required property string size
    required property bool isTable
    required property string problem
    property bool selected: false
    property int focusReason: Qt.OtherFocusReason
    signal chosen()
    signal leftOut()
    implicitHeight: 52
    activeFocusOnTab: root.isTable
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2, %3").arg(name).arg(what).arg(problem.length ? problem : size)
    Accessible.selected: selected
    Accessible.onPressAction: root.chosen()
    Keys.onReturnPressed: root.chosen()
    Keys.onSpacePressed: root.chosen()
    Keys.onDeletePressed: root.leftOut()
    Rectangle { anchors.fill: parent; radius: Theme.radiusControl; color: root.selected ? Theme.accentSoft : hover.hovered && root.isTable ? Theme.sunken : "transparent" }
    FocusFrame { target: root; anchors.margins: 0; radius: Theme.radiusControl }
    Icon { theme: Theme; name: root.problem.length ? "circle-alert" : root.iconName; x: Theme.spaceM; anchors.verticalCenter: parent.verticalCenter; color: root.problem.length ? Theme.warn : Theme.text2 }
    Words { x: 40; y: Theme.spaceS; width: out.x - x - Theme.spaceXs; kind: Theme.Strong; text: root.name }
    Words { x: 40; y: 28; width: out.x - x - Theme.spaceXs; kind: Theme.Small; color: root.problem.length ? Theme.warn : Theme.text2; text: root.problem.length ? root.problem : root.size.length ? root.what + " · " + root.size : root.what }
    IconButton { id: out; visible: hover.hovered || activeFocus || root.activeFocus; anchors { right: parent.right; rightMargin: Theme.spaceXs; verticalCenter: parent.verticalCenter } iconName: "x"; name: qsTr("Leave out %1").arg(root.name); onClicked: root.leftOut() }
    HoverHandler { id: hover; cursorShape: root.isTable ? Qt.PointingHandCursor : Qt.ArrowCursor }
    Tap { enabled: root.isTable; onTapped: { root.focusReason = Qt.MouseFocusReason; root.forceActiveFocus(Qt.MouseFocusReason); root.chosen() } }
    HoverTip { text: root.problem }
    onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
}
