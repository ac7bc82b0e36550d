// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A card: surface, hairline, and the smallest shadow.
Rectangle {
    id: root
    property bool raised: true
    radius: Theme.radiusCard
    color: Theme.surface
    border { width: Theme.hair; color: Theme.line }
    Rectangle {
        visible: root.raised && !Theme.isDark
        z: -1
        anchors { fill: parent; topMargin: Theme.hair; bottomMargin: -Theme.hair }
        radius: root.radius
        color: Theme.hover
    }
}
