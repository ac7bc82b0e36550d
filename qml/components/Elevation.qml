// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The shadow of the item that it fills; elevation 2 and 3 of the design, as a nine-patch.
BorderImage {
    id: root
    property int level: 2
    property int radius: Theme.radiusCard
    readonly property int reach: level === 3 ? 40 : level === 2 ? 26 : 4
    readonly property int corner: reach + radius + (level === 3 ? 28 : level === 2 ? 20 : 3)
    anchors.fill: parent
    anchors.margins: -reach
    source: "image://shadow/" + level + "-" + radius + "-" + (Theme.isDark ? "dark" : "light")
    border { left: root.corner; right: root.corner; top: root.corner; bottom: root.corner }
    z: -1
}
