// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

Item {
    id: root
    required property var hit
    property string typed
    property string iconName
    property bool on: false
    signal chosen()
    signal entered()
    width: parent ? parent.width : 0
    height: 40
    Accessible.role: Accessible.ListItem
    Accessible.name: hit.note.length ? hit.title + ", " + hit.note : hit.title
    Accessible.onPressAction: root.chosen()
    // the match stands in bold
    function marked(text, typed) {
        const safe = text.replace(/&/g, "&amp;").replace(/</g, "&lt;")
        const word = typed.trim().split(" ")[0].replace(/[.*+?^${}()|[\]\\<&]/g, "")
        return word.length ? safe.replace(new RegExp(word, "ig"), "<b>$&</b>") : safe
    }
    Rectangle { anchors.fill: parent; radius: Theme.radiusControl; color: root.on ? Theme.accentSoft : "transparent" }
    Icon { theme: Theme; name: root.iconName; x: Theme.spaceM; anchors.verticalCenter: parent.verticalCenter; color: root.on ? Theme.accentText : Theme.text2 }
    Words { id: title; x: 40; anchors.verticalCenter: parent.verticalCenter; text: root.marked(root.hit.title, root.typed); textFormat: Text.StyledText; width: Math.min(implicitWidth, root.width - 220) }
    Words { anchors { left: title.right; leftMargin: Theme.padControl; verticalCenter: parent.verticalCenter } kind: Theme.Small; color: Theme.text2; text: root.hit.note }
    Row {
        visible: root.on
        anchors { right: parent.right; rightMargin: Theme.spaceM; verticalCenter: parent.verticalCenter }
        spacing: Theme.spaceBadge
        Words { kind: Theme.Small; color: Theme.accentText; text: ["deal", "conversation", "page"].includes(root.hit.kind) ? qsTr("Open") : qsTr("Run") }
        KeyCap { text: "↵"; anchors.verticalCenter: parent.verticalCenter }
    }
    HoverHandler { onHoveredChanged: if (hovered) root.entered() }
    Tap { onTapped: root.chosen() }
}
