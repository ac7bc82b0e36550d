// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Where Tab stops for a list with buttons in its rows. Beside the list: the list itself would hand the focus on to the button that had it
// last, and Shift+Tab would never get out of it again.
Item {
    id: root
    required property ListView list
    property bool scrolls: true // else the page moves along
    anchors.fill: list
    visible: list.visible && list.count > 0
    activeFocusOnTab: true
    Accessible.role: Accessible.List
    Accessible.name: list.Accessible.name
    Accessible.focusable: true
    readonly property real lowest: Math.max(list.originY, list.originY + list.contentHeight - list.height + list.bottomMargin)
    function scroll(by) { list.contentY = Math.max(list.originY, Math.min(lowest, list.contentY + by)) }
    Keys.onPressed: event => {
        event.accepted = root.scrolls
        if (!root.scrolls) return
        if (event.key === Qt.Key_Up) scroll(-60)
        else if (event.key === Qt.Key_Down) scroll(60)
        else if (event.key === Qt.Key_PageDown || event.key === Qt.Key_Space) scroll(list.height * 0.9)
        else if (event.key === Qt.Key_PageUp) scroll(-list.height * 0.9)
        else event.accepted = false
    }
    ListFrame {}
}
