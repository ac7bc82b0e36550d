// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Where one is in a list; shown while it moves or is hovered. What gets the focus is brought into view.
Rectangle {
    id: root
    property Flickable view: parent as Flickable
    readonly property real share: view.visibleArea.heightRatio
    property bool shown: view.moving || drag.active || hover.hovered
    parent: view
    z: 5
    anchors.right: parent.right
    anchors.rightMargin: Theme.hair
    y: view.visibleArea.yPosition * view.height
    width: Theme.spaceXs
    height: Math.max(Theme.spacePage, share * view.height)
    radius: width / 2
    color: Theme.lineStrong
    visible: share < 1 && share > 0
    opacity: shown ? 1 : 0
    Behavior on opacity { NumberAnimation { duration: Theme.popTime } }
    Connections { target: root.Window; function onActiveFocusItemChanged() { root.follow(root.Window.activeFocusItem) } }
    function follow(item) {
        let up = item
        while (up && up !== view.contentItem) up = up.parent
        if (!up || item.height > view.height) return
        const top = item.mapToItem(view.contentItem, 0, 0).y - Theme.spaceS
        const bottom = top + item.height + 2 * Theme.spaceS
        if (top < view.contentY) view.contentY = Math.max(view.originY, top)
        else if (bottom > view.contentY + view.height) view.contentY = Math.max(view.originY, Math.min(view.originY + view.contentHeight + view.bottomMargin, bottom) - view.height)
    }
    HoverHandler { id: hover; margin: Theme.spaceXs }
    DragHandler {
        id: drag
        target: null
        onCentroidChanged: if (active) root.view.contentY = Math.max(0, Math.min(root.view.contentHeight - root.view.height, root.view.contentY + (centroid.position.y - root.height / 2) / root.view.height * root.view.contentHeight))
    }
}
