// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// How far something is; below zero: nobody knows.
Rectangle {
    id: root
    property real value: -1
    property string name
    implicitHeight: Theme.spaceBadge
    radius: Theme.radiusBar
    color: Theme.track
    Accessible.role: Accessible.ProgressBar
    Accessible.name: root.value >= 0 ? qsTr("%1, %2 %").arg(root.name).arg(Math.round(root.value * 100)) : root.name
    Rectangle { width: root.value >= 0 ? Math.max(height, parent.width * Math.min(1, root.value)) : 0; height: parent.height; radius: parent.radius; color: Theme.data1 }
}
