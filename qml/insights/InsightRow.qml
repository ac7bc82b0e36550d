// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One alert: how bad in icon and word, which deal, since when, and what one says to it.
Surface {
    id: root
    required property string rowId
    required property string title
    required property string deal
    required property string more
    required property string amount
    required property int tone
    required property string severity
    required property string when
    required property string exact
    required property string answer
    property bool selected: false
    property bool answered: false
    signal picked()
    signal opened()
    signal said(string answer)
    signal laterAsked(Item from)
    readonly property color ink: [Theme.text2, Theme.accentText, Theme.good, Theme.warn, Theme.bad][tone]
    height: more.length ? 96 : 76
    border.color: selected ? Theme.data1 : Theme.line
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2: %3, %4 %5").arg(severity).arg(deal).arg(title).arg(amount).arg(when)
    Accessible.selected: selected
    Accessible.onPressAction: root.opened()
    Tap { onTapped: root.picked(); onDoubleTapped: root.opened() }
    Icon { theme: Theme; name: root.tone === Theme.Bad ? "circle-alert" : root.tone === Theme.Warn ? "triangle-alert" : "info"; color: root.ink; x: Theme.spaceL; y: Theme.spaceL }
    Words { id: head; x: 44; y: Theme.spaceM; width: Math.min(implicitWidth, buttons.x - x - badge.width - Theme.spaceL); kind: Theme.StrongHeavy; text: root.title }
    Badge { id: badge; anchors { left: head.right; leftMargin: Theme.spaceS; verticalCenter: head.verticalCenter } text: root.severity; tone: root.tone }
    TextLink { x: 44; y: 38; width: Math.min(implicitWidth, buttons.x - x - money.width - Theme.spaceL); kind: Theme.Body; ink: Theme.accentText; text: root.deal; name: qsTr("Open %1").arg(root.deal); onClicked: root.opened() }
    Words { visible: root.more.length > 0; x: 44; y: 64; width: buttons.x - x - Theme.spaceM; kind: Theme.Small; color: Theme.text2; text: root.more }
    Column {
        id: money
        anchors { right: buttons.left; rightMargin: Theme.spaceL }
        y: Theme.spaceM
        spacing: Theme.spaceXs
        Words { anchors.right: parent.right; kind: Theme.Strong; tabular: true; text: root.amount }
        Words { anchors.right: parent.right; kind: Theme.Small; color: Theme.text2; text: root.when; HoverTip { text: root.exact } }
    }
    Row {
        id: buttons
        anchors { right: parent.right; rightMargin: Theme.spaceM; verticalCenter: parent.verticalCenter }
        spacing: Theme.spaceXxs
        Words { visible: root.answered; anchors.verticalCenter: parent.verticalCenter; rightPadding: Theme.spaceS; kind: Theme.Small; color: Theme.text2; text: root.answer }
        IconButton { visible: !root.answered; iconName: "check"; name: qsTr("Useful (U)"); onClicked: root.said("useful") }
        IconButton { visible: !root.answered; iconName: "x"; name: qsTr("False alarm (F)"); onClicked: root.said("false_alarm") }
        IconButton { id: aside; visible: !root.answered; iconName: "alarm-clock"; name: qsTr("Tell me again later (S)"); onClicked: root.laterAsked(aside) }
        IconButton { visible: root.answered; iconName: "rotate-ccw"; name: qsTr("Open it again"); onClicked: root.said("") }
    }
}
