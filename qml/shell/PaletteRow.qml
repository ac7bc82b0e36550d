// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One thing to go to or to do; the first of its group carries the name of the group.
Item {
    id: root
    required property int index
    required property string kind
    required property string group
    required property bool heads
    required property string title
    required property string titleHtml
    required property string note
    required property string snippetHtml
    required property string iconName
    required property string reason
    required property var keys
    required property int place
    required property int of
    property bool on: false
    readonly property bool able: reason.length === 0
    readonly property bool runs: kind === "action" || kind === "retry" || kind === "everywhere" || kind === "clear"
    readonly property int above: heads ? head.height + (index > 0 ? Theme.spaceS : 0) : 0
    signal chosen()
    signal entered()
    height: above + body.height
    Accessible.role: Accessible.ListItem
    Accessible.name: root.note.length ? root.title + ", " + root.note : root.title
    Accessible.description: root.group.length ? qsTr("%1, %2 of %3").arg(root.group).arg(root.place).arg(root.of) : ""
    Accessible.selectable: true
    Accessible.selected: root.on
    Accessible.onPressAction: root.chosen()
    Rectangle { visible: root.heads && root.index > 0; x: Theme.spaceXs; y: Theme.spaceXs; width: parent.width - 2 * x; height: Theme.hair; color: Theme.line }
    PaletteHead { id: head; visible: root.heads; y: root.index > 0 ? Theme.spaceS : 0; width: parent.width; text: root.group; Accessible.role: Accessible.Heading; Accessible.name: text }
    Item {
        id: body
        y: root.above
        width: parent.width
        height: root.snippetHtml.length ? 56 : 40
        Rectangle { anchors.fill: parent; radius: Theme.radiusControl; color: root.on ? Theme.accentSoft : "transparent" }
        Item {
            anchors.fill: parent
            opacity: root.able ? 1 : 0.55
            Icon { theme: Theme; name: root.iconName; x: Theme.spaceM; y: 12; color: root.on && root.able ? Theme.accentText : Theme.text2 }
            Words { id: title; x: 40; y: root.snippetHtml.length ? Theme.spaceS : 10; text: root.titleHtml; textFormat: Text.StyledText; width: Math.min(implicitWidth, Math.max(root.width * 0.35, tail.x - x - Math.min(note.implicitWidth, root.width * 0.35) - Theme.padControl - Theme.spaceS)) }
            Words { id: note; anchors { left: title.right; leftMargin: Theme.padControl; baseline: title.baseline } width: Math.max(0, Math.min(implicitWidth, tail.x - x - Theme.spaceS)); kind: Theme.Small; color: Theme.text2; text: root.note }
            Words { visible: root.snippetHtml.length; x: 40; y: 30; width: tail.x - x - Theme.spaceS; kind: Theme.Small; color: Theme.text2; text: root.snippetHtml; textFormat: Text.StyledText; maximumLineCount: 1 }
        }
        Row {
            id: tail
            anchors { right: parent.right; rightMargin: Theme.spaceM; verticalCenter: parent.verticalCenter }
            spacing: Theme.spaceXs
            Repeater { model: root.keys; KeyCap { required property string modelData; text: modelData; anchors.verticalCenter: parent.verticalCenter } }
            Words { visible: root.on && root.able && !root.keys.length; rightPadding: Theme.spaceXxs; kind: Theme.Small; color: Theme.accentText; text: root.runs ? qsTr("Run") : qsTr("Open") }
            KeyCap { visible: root.on && root.able && !root.keys.length; text: "↵"; anchors.verticalCenter: parent.verticalCenter }
        }
        HoverHandler { id: hover; property point last: Qt.point(-1, -1); onPointChanged: { const at = point.scenePosition; if (hovered && last.x >= 0 && (at.x !== last.x || at.y !== last.y)) root.entered(); last = at } }
        Tap { onTapped: root.chosen() }
    }
}
