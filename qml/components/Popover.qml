// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A small window over the page: closes with Escape and a click outside, gives focus back.
FocusScope {
    id: root
    property bool open: false
    property Item giveFocusTo
    property string name: giveFocusTo ? giveFocusTo.Accessible.name : "" // a popover is called as what opened it
    default property alias content: holder.data
    property int bodyWidth: 240
    signal closed()
    visible: open
    z: 50
    width: bodyWidth
    height: holder.childrenRect.height + 2 * Theme.spaceXs
    function close() { if (open) { open = false; focus = false; closed(); if (giveFocusTo) giveFocusTo.forceActiveFocus() } } // without the focus of its own: what gets it back may be the scope around
    Keys.onEscapePressed: close()
    Accessible.role: Accessible.PopupMenu
    Accessible.name: root.name
    MouseArea {
        parent: root.parent
        anchors.fill: parent
        z: root.z - 1
        visible: root.open
        onPressed: root.close()
        onWheel: wheel => wheel.accepted = true
    }
    Elevation { level: 2 }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: Theme.surface
        border { width: Theme.hair; color: Theme.line }
        MouseArea { anchors.fill: parent }
    }
    Item { id: holder; x: Theme.spaceXs; y: Theme.spaceXs; width: root.width - 2 * Theme.spaceXs; height: childrenRect.height }
}
