// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The coloured head of the pane beside a thread.
Rectangle {
    id: root
    property string iconName: "agent"
    property string title
    property string note
    height: 47
    radius: Theme.radiusCard - 1
    color: Theme.accentSoft
    Rectangle { anchors { left: parent.left; right: parent.right; bottom: parent.bottom } height: Theme.radiusCard; color: Theme.accentSoft }
    Icon { theme: Theme; name: root.iconName; size: root.iconName === "agent" ? Theme.iconLarge : Theme.icon; color: Theme.accentText; x: Theme.spaceL; anchors.verticalCenter: parent.verticalCenter }
    Words { x: 43; width: note.x - x - Theme.spaceS; anchors.verticalCenter: parent.verticalCenter; kind: Theme.StrongHeavy; color: Theme.accentText; text: root.title; Accessible.role: Accessible.Heading; Accessible.name: text }
    Words { id: note; anchors { right: parent.right; rightMargin: Theme.spaceL; verticalCenter: parent.verticalCenter } kind: Theme.Small; color: Theme.accentText; text: root.note }
}
