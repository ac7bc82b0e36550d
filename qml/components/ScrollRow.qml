// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A row that scrolls where there is no room for all of it; what has the focus stays in view.
Flickable {
    id: root
    default property alias content: row.data
    property alias spacing: row.spacing
    readonly property Item focused: Window.activeFocusItem
    implicitWidth: row.width
    implicitHeight: row.height
    contentWidth: row.width
    contentHeight: row.height
    clip: contentWidth > width
    interactive: contentWidth > width
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.HorizontalFlick
    onFocusedChanged: {
        let each = root.focused
        while (each && each !== row) each = each.parent
        if (!each) return
        const at = root.focused.mapToItem(row, 0, 0).x
        if (at < contentX) contentX = Math.max(0, at - Theme.spaceS)
        else if (at + root.focused.width > contentX + width) contentX = Math.min(contentWidth - width, at + root.focused.width - width + Theme.spaceS)
    }
    onWidthChanged: contentX = Math.max(0, Math.min(contentX, contentWidth - width))
    Row { id: row }
}
