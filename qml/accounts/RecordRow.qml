// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One account or person in the list.
Item {
    id: root
    required property string rowId
    required property string name
    required property string initials
    required property string line
    required property string value
    required property string when
    required property string exact
    required property int tone
    required property bool warns
    property bool selected: false
    signal opened()
    height: 64
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2 %3 %4").arg(name).arg(line).arg(value).arg(when)
    Accessible.selected: selected
    Accessible.onPressAction: root.opened()
    Rectangle { anchors.fill: parent; radius: Theme.radiusCard; color: root.selected ? Theme.surface : hover.hovered ? Theme.hover : "transparent"; border { width: root.selected ? Theme.hair : 0; color: Theme.line } }
    Rectangle { visible: root.selected; y: Theme.spaceM; width: 3; height: parent.height - 2 * y; color: Theme.data1 }
    Avatar { x: Theme.spaceM; anchors.verticalCenter: parent.verticalCenter; initials: root.initials }
    Item {
        x: 52
        width: parent.width - x - Theme.spaceM
        height: parent.height
        Words { y: Theme.padControl; width: money.x - Theme.spaceS; kind: Theme.StrongHeavy; text: root.name }
        Words { id: money; anchors.right: parent.right; y: Theme.padControl; kind: Theme.Strong; tabular: true; text: root.value }
        Icon { id: mark; visible: root.warns; theme: Theme; name: "triangle-alert"; size: Theme.iconInline; color: Theme.warn; y: 33 }
        Words { x: mark.visible ? mark.width + Theme.spaceXs : 0; y: 32; width: stamp.x - x - Theme.spaceS; kind: Theme.Small; color: Theme.text2; text: root.line }
        Words { id: stamp; anchors.right: parent.right; y: 32; kind: Theme.Small; text: root.when; color: [Theme.text2, Theme.accentText, Theme.good, Theme.warn, Theme.bad][root.tone] }
    }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    Tap { onTapped: root.opened() }
    HoverTip { text: root.exact }
}
