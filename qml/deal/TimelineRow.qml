// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

Item {
    id: root
    required property string rowId
    required property string kind
    required property string iconName
    required property string title
    required property string text
    required property string note
    required property string exact
    required property bool canJump
    property bool selected: false
    property bool last: false
    signal jumped()
    height: body.height + 26
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2, %3").arg(title).arg(exact).arg(text)
    Accessible.onPressAction: root.jumped()
    Rectangle { visible: root.selected || (hover.hovered && root.canJump); anchors { fill: parent; leftMargin: 28; rightMargin: Theme.hair; topMargin: -Theme.spaceXs; bottomMargin: Theme.spaceL - Theme.spaceXxs } radius: Theme.radiusControl; color: Theme.hover }
    Rectangle { visible: !root.last; x: 11; y: 24; width: Theme.hair; height: parent.height - y - Theme.spaceXs; color: Theme.line }
    Rectangle {
        visible: root.kind !== "agent"
        y: -Theme.spaceXxs
        width: Theme.pill
        height: Theme.pill
        radius: width / 2
        color: Theme.surface
        border { width: Theme.hair; color: Theme.line }
        Icon { theme: Theme; anchors.centerIn: parent; name: root.iconName; size: Theme.iconSmall; color: Theme.text2 }
    }
    Icon { visible: root.kind === "agent"; y: -Theme.spaceXxs; theme: Theme; name: "agent"; size: Theme.pill }
    Column {
        id: body
        x: 36
        width: parent.width - x
        spacing: Theme.hair
        Item {
            width: parent.width
            height: 20
            Words { width: parent.width - note.implicitWidth - Theme.spaceS; kind: Theme.Strong; text: root.title }
            Words { id: note; anchors.right: parent.right; kind: Theme.Small; topPadding: Theme.spaceXxs + Theme.leadOf(kind); color: Theme.text2; text: root.note }
        }
        Words { visible: text.length; width: parent.width; kind: Theme.Small; color: Theme.text2; text: root.text; wrapMode: Text.WordWrap; maximumLineCount: 3 }
    }
    HoverHandler { id: hover; cursorShape: root.canJump ? Qt.PointingHandCursor : Qt.ArrowCursor }
    Tap { enabled: root.canJump; onTapped: root.jumped() }
    HoverTip { text: root.exact }
}
