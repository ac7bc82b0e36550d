// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

FocusScope {
    id: root
    property string iconName
    property string text
    property int count: 0
    property string countName: qsTr("%1, %2 waiting") // how the count is told
    property bool folded: false
    property bool on: false
    property int focusReason: Qt.OtherFocusReason
    signal clicked()
    implicitHeight: Theme.railItem
    activeFocusOnTab: true
    Accessible.role: Accessible.PageTab
    Accessible.name: root.count > 0 ? root.countName.arg(root.text).arg(root.count) : root.text
    Accessible.selected: root.on
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onSpacePressed: root.clicked()
    Rectangle { anchors.fill: parent; radius: Theme.radiusControl; color: root.on ? Theme.selected : hover.hovered ? Theme.hover : "transparent" }
    FocusFrame { target: root; anchors.margins: 0; radius: Theme.radiusControl }
    Icon { id: glyph; theme: Theme; name: root.iconName; x: root.folded ? (root.width - width) / 2 : Theme.spaceS; anchors.verticalCenter: parent.verticalCenter; color: root.on ? Theme.text : Theme.text2 }
    Words { visible: !root.folded; x: 34; width: tail.x - x; anchors.verticalCenter: parent.verticalCenter; kind: Theme.Strong; text: root.text; color: root.on ? Theme.text : Theme.text2 }
    Words { id: tail; visible: !root.folded && root.count > 0; anchors { right: parent.right; rightMargin: Theme.padControl; verticalCenter: parent.verticalCenter } kind: Theme.SmallMedium; text: root.count; color: Theme.text2 }
    Rectangle { visible: root.folded && root.count > 0; width: Theme.spaceBadge; height: width; radius: width / 2; color: Theme.data1; x: glyph.x + glyph.width - 2; y: glyph.y - 2 }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    Tap { onTapped: { root.focusReason = Qt.MouseFocusReason; root.clicked() } }
    HoverTip { text: root.folded ? root.text : "" }
    onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
}
