// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A tooltip for its parent; made only while it is shown.
Item {
    id: root
    property string text
    anchors.fill: parent
    HoverHandler { id: hover; enabled: root.text.length > 0 }
    Timer { id: wait; interval: 600; running: hover.hovered && root.text.length > 0; onTriggered: bubble.active = true }
    Connections { target: hover; function onHoveredChanged() { if (!hover.hovered) bubble.active = false } }
    Loader {
        id: bubble
        active: false
        sourceComponent: TipBubble { text: root.text; anchorItem: root }
    }
}
