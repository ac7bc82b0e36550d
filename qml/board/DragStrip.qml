// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Columns side by side that scroll by themselves while cards are held over the left or right edge.
Flickable {
    id: root
    property bool holding: false // cards are in the hand
    property int margin: Theme.spacePage
    property int edge: 0
    interactive: contentWidth > width && !holding
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.HorizontalFlick
    clip: contentWidth > width
    /// Scrolls on if the hand (in the window's coordinates) is at an edge of `page`.
    function aim(at, page) { edge = at.x > page.mapToItem(null, page.width, 0).x - 40 ? 1 : at.x < page.mapToItem(null, margin, 0).x + 16 ? -1 : 0 }
    function reveal(column) {
        if (column.x < contentX) contentX = Math.max(0, column.x - margin)
        else if (column.x + column.width > contentX + width) contentX = column.x + column.width - width + margin
    }
    Timer { running: root.edge !== 0 && root.contentWidth > root.width; interval: 16; repeat: true; onTriggered: root.contentX = Math.max(0, Math.min(root.contentWidth - root.width, root.contentX + root.edge * 12)) }
}
