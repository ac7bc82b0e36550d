// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Tabs of a pane; left and right go along.
Row {
    id: root
    property var tabs: []
    property string current
    signal chosen(string id)
    height: Theme.control
    spacing: Theme.spaceXl
    clip: true
    Accessible.role: Accessible.PageTabList
    Repeater {
        id: items
        model: root.tabs
        FocusScope {
            id: tab
            required property var modelData
            required property int index
            readonly property bool on: root.current === modelData.id
            property int focusReason: Qt.OtherFocusReason
            width: words.implicitWidth
            height: root.height
            activeFocusOnTab: true
            Accessible.role: Accessible.PageTab
            Accessible.name: modelData.text
            Accessible.selected: on
            Accessible.onPressAction: root.chosen(modelData.id)
            Keys.onReturnPressed: root.chosen(modelData.id)
            Keys.onSpacePressed: root.chosen(modelData.id)
            Keys.onRightPressed: { const next = items.itemAt((index + 1) % items.count); next.forceActiveFocus(); root.chosen(next.modelData.id) }
            Keys.onLeftPressed: { const next = items.itemAt((index + items.count - 1) % items.count); next.forceActiveFocus(); root.chosen(next.modelData.id) }
            Words { id: words; y: Theme.spaceXxs; kind: Theme.Strong; text: tab.modelData.text; color: tab.on ? Theme.text : hover.hovered ? Theme.text : Theme.text2 }
            Rectangle { visible: tab.on; width: parent.width; height: Theme.spaceXxs; radius: Theme.hair; color: Theme.data1; anchors.bottom: parent.bottom }
            Rectangle { visible: tab.activeFocus && tab.focusReason !== Qt.MouseFocusReason; anchors.fill: parent; anchors.bottomMargin: Theme.spaceXs; radius: Theme.radiusBadge; color: "transparent"; border { width: Theme.focusWidth; color: Theme.data1 } }
            HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
            Tap { onTapped: { tab.focusReason = Qt.MouseFocusReason; tab.forceActiveFocus(Qt.MouseFocusReason); root.chosen(tab.modelData.id) } }
            onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
        }
    }
}
