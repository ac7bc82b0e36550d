// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What will appear here, how, and the one action that fills it.
Column {
    id: root
    property string iconName: "inbox"
    property string title
    property string hint
    property string action
    signal acted()
    width: Math.min(parent ? parent.width - 2 * Theme.spacePage : 360, 420)
    spacing: Theme.spaceXs
    Rectangle {
        width: Theme.tile
        height: Theme.tile
        radius: Theme.radiusCard
        color: Theme.hover
        anchors.horizontalCenter: parent.horizontalCenter
        Icon { anchors.centerIn: parent; theme: Theme; name: root.iconName; size: Theme.iconLarge; color: Theme.text2 }
    }
    Item { width: 1; height: Theme.spaceS }
    Words { kind: Theme.Strong; text: root.title; width: parent.width; horizontalAlignment: Text.AlignHCenter; wrapMode: Text.WordWrap; weight: Font.DemiBold }
    Words { kind: Theme.Small; visible: text.length; text: root.hint; color: Theme.text2; width: parent.width; horizontalAlignment: Text.AlignHCenter; wrapMode: Text.WordWrap }
    Item { width: 1; height: Theme.spaceS; visible: root.action.length }
    PushButton { visible: root.action.length; look: "primary"; text: root.action; anchors.horizontalCenter: parent.horizontalCenter; onClicked: root.acted() }
}
