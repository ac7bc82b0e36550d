// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A window over the page: scrim, title, close by Escape, by the cross and by a click outside.
FocusScope {
    id: root
    property string title
    property int boxWidth: 760
    property int boxHeight: 560
    default property alias content: holder.data
    signal closed()
    anchors.fill: parent
    z: 70
    Keys.onEscapePressed: root.closed()
    Accessible.role: Accessible.Dialog
    Accessible.name: root.title
    Rectangle { anchors.fill: parent; color: Theme.scrim; MouseArea { anchors.fill: parent; onClicked: root.closed(); onWheel: event => event.accepted = true } }
    Item {
        anchors.centerIn: parent
        width: Math.min(root.boxWidth, root.width - 2 * Theme.spacePage)
        height: Math.min(root.boxHeight, root.height - 2 * Theme.spacePage)
        Elevation { level: 3; radius: Theme.radiusPalette }
        Rectangle { anchors.fill: parent; radius: Theme.radiusPalette; color: Theme.surface; border { width: Theme.hair; color: Theme.line } MouseArea { anchors.fill: parent } }
        Words { x: Theme.spacePage; y: Theme.spaceL + Theme.spaceXxs; kind: Theme.Heading; text: root.title; width: parent.width - 2 * x - 40; Accessible.role: Accessible.Heading; Accessible.name: text }
        Item { id: holder; x: Theme.spacePage; y: 56; width: parent.width - 2 * x; height: parent.height - y - Theme.spacePage }
        IconButton { anchors { right: parent.right; rightMargin: Theme.spaceL } y: Theme.spaceM + Theme.spaceXxs; iconName: "x"; name: qsTr("Close"); onClicked: root.closed() }
    }
}
