// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The visible focus of a list that Tab has got to. A list that has the focus since its page was opened shows its selected row instead.
Rectangle {
    id: root
    property Item list: parent
    property bool byTab: false
    parent: list // and not the content of a list, which scrolls
    anchors.fill: parent
    z: 4
    visible: byTab && list.activeFocus
    color: "transparent"
    radius: Theme.radiusCard
    border { width: Theme.focusWidth; color: Theme.data1 }
    // The press of Tab is told to what had the focus, its release to what has got it.
    Connections { target: root.list.Keys; function onReleased(event) { if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab) root.byTab = true; event.accepted = false } }
    Connections { target: root.list; function onActiveFocusChanged() { if (!root.list.activeFocus) root.byTab = false } }
}
