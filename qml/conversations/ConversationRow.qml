// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

Item {
    id: root
    required property string rowId
    required property string person
    required property string initials
    required property string account
    required property string subject
    required property string snippet
    required property string channel
    required property string when
    required property int whenTone
    required property string exact
    required property bool hasDraft
    required property bool escalated
    required property bool unread
    property bool selected: false
    signal opened()
    height: 88
    Accessible.role: Accessible.ListItem
    Accessible.name: (unread ? qsTr("Unread: %1, %2, %3, %4") : qsTr("%1, %2, %3, %4")).arg(person).arg(account).arg(subject).arg(exact)
    Accessible.selected: selected
    Accessible.onPressAction: root.opened()
    Rectangle { anchors.fill: parent; radius: Theme.radiusCard; color: root.selected ? Theme.surface : hover.hovered ? Theme.hover : "transparent"; border { width: root.selected ? Theme.hair : 0; color: Theme.line } }
    Rectangle { visible: root.selected; y: Theme.spaceM; width: 3; height: parent.height - 2 * y; color: Theme.data1 }
    Avatar { x: Theme.spaceM; y: 13; initials: root.initials }
    Rectangle { visible: root.unread; x: Theme.spaceM + 10; y: 60; width: Theme.spaceS; height: width; radius: width / 2; color: Theme.data1 }
    Item {
        x: 52
        width: parent.width - x - Theme.spaceM
        Words { y: Theme.padControl; width: stamp.x - Theme.spaceS; kind: root.unread ? Theme.StrongHeavy : Theme.Strong; text: root.person }
        Words { id: stamp; anchors.right: parent.right; y: Theme.padControl; kind: Theme.SmallRow; text: root.when; color: [Theme.text2, Theme.accentText, Theme.good, Theme.warn, Theme.bad][root.whenTone] }
        Words { y: 32; width: parent.width; kind: root.unread ? Theme.SmallHeavy : Theme.Small; text: root.account.length && root.subject.length ? root.account + " · " + root.subject : root.account + root.subject }
        Words { y: 56; width: parent.width - 40; kind: Theme.Small; color: root.unread ? Theme.text : Theme.text2; text: root.snippet.replace(/\s+/g, " ") }
        Icon { visible: root.hasDraft; theme: Theme; name: "agent"; anchors.right: parent.right; y: 55 }
        Icon { visible: root.escalated && !root.hasDraft; theme: Theme; name: "shield-alert"; color: Theme.warn; anchors.right: parent.right; y: 55 }
        Icon { visible: !root.hasDraft && !root.escalated && root.channel !== "mail"; theme: Theme; name: root.channel; size: Theme.iconInline; color: Theme.text3; anchors.right: parent.right; y: 56 }
    }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    Tap { onTapped: root.opened() }
    HoverTip { text: root.exact }
}
