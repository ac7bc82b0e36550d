// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One thing that waits for a yes: who, what for, and how long they have waited.
Item {
    id: root
    required property string rowId
    required property string iconName
    required property string title
    required property string line
    required property string amount
    required property string when
    required property int tone
    required property string exact
    required property bool blocked
    property bool selected: false
    property bool last: false
    signal chosen()
    height: 76
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2, %3 %4").arg(title).arg(line).arg(amount).arg(when)
    Accessible.selected: selected
    Accessible.onPressAction: root.chosen()
    Rectangle { anchors { fill: parent; margins: Theme.hair } radius: Theme.radiusCard - 1; color: root.selected ? Theme.accentSoft : hover.hovered ? Theme.sunken : "transparent" }
    Rectangle { visible: root.selected; x: Theme.hair; y: Theme.spaceM; width: 3; height: parent.height - 2 * y; color: Theme.data1 }
    Rectangle {
        x: Theme.spaceL
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.spaceXxl
        height: width
        radius: Theme.radiusCard
        color: root.selected ? Theme.surface : Theme.hover
        Icon { anchors.centerIn: parent; theme: Theme; name: root.iconName; color: root.selected ? Theme.accentText : Theme.text2 }
    }
    Item {
        x: 64
        y: Theme.spaceL + Theme.spaceXxs
        width: parent.width - x - Theme.spaceL
        Words { width: money.x - Theme.spaceS; kind: root.selected ? Theme.StrongHeavy : Theme.Strong; text: root.title }
        Words { id: money; anchors.right: parent.right; kind: Theme.StrongHeavy; tabular: true; text: root.amount }
        Row {
            y: Theme.iconLarge
            width: wait.x - Theme.spaceS
            spacing: Theme.spaceXs
            Icon { id: shield; visible: root.blocked; theme: Theme; name: "shield-alert"; size: Theme.iconInline; color: Theme.warn; anchors.verticalCenter: parent.verticalCenter }
            Words { width: Math.min(implicitWidth, parent.width - (shield.visible ? shield.width + Theme.spaceXs : 0)); kind: Theme.SmallRow; color: Theme.text2; text: root.line }
        }
        Words { id: wait; y: Theme.iconLarge; anchors.right: parent.right; kind: Theme.SmallRow; color: [Theme.text2, Theme.accentText, Theme.good, Theme.warn, Theme.bad][root.tone]; text: root.when }
    }
    Rectangle { visible: !root.last && !root.selected; x: 64; y: parent.height - Theme.hair; width: parent.width - x; height: Theme.hair; color: Theme.line }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    Tap { onTapped: root.chosen() }
    HoverTip { text: root.exact }
}
