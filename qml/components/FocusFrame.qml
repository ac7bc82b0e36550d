// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The visible focus: 2 px, 4 outside of what it frames.
Rectangle {
    property var target: parent // any item with a focusReason
    anchors.fill: parent
    anchors.margins: -Theme.spaceXs
    visible: target.activeFocus && target.focusReason !== Qt.MouseFocusReason
    color: "transparent"
    radius: Theme.radiusFocus
    border { width: Theme.focusWidth; color: Theme.data1 }
}
