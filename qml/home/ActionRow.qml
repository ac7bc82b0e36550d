// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One thing to do next. Only the selected one is open: why, the customer's words, and the buttons.
Item {
    id: root
    required property string rowId
    required property string iconName
    required property string title
    required property string line
    required property string shortLine
    required property string amount
    required property string when
    required property int tone
    required property string exact
    required property string why
    required property string quote
    required property string quoteSource
    required property bool canApprove
    required property bool hasDraft
    required property int warnings
    required property bool blocked
    property bool selected: false
    property bool last: false
    signal chosen()
    signal opened()
    signal quoteAsked()
    signal approved()
    signal reviewed()
    signal postponed()
    readonly property string action: canApprove ? qsTr("Approve") : hasDraft ? qsTr("Review") : qsTr("Open")
    implicitHeight: selected ? open.y + open.height + Theme.spaceM : 76
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2, %3 %4").arg(title).arg(line).arg(amount).arg(when)
    Accessible.selected: selected
    Accessible.onPressAction: root.chosen()
    Rectangle { visible: root.selected || hover.hovered; anchors { fill: parent; margins: Theme.hair } radius: Theme.radiusCard - 1; color: Theme.sunken }
    Rectangle { visible: root.selected; x: Theme.hair; y: Theme.spaceM; width: 3; height: parent.height - 2 * y; color: Theme.data1 }
    Rectangle {
        x: Theme.spaceL
        y: root.selected ? Theme.spaceL + Theme.spaceXxs : (76 - height) / 2
        width: Theme.spaceXxl
        height: width
        radius: Theme.radiusCard
        color: root.selected ? Theme.accentSoft : Theme.hover
        Icon { anchors.centerIn: parent; theme: Theme; name: root.iconName; color: root.selected ? Theme.accentText : Theme.text2 }
    }
    Item {
        id: head
        x: 64
        y: root.selected ? Theme.spaceM : Theme.spaceL + Theme.spaceXxs
        width: parent.width - x - Theme.spaceL - (root.selected ? 0 : side.width + Theme.spacePage)
        height: 40
        Words { width: money.x - Theme.spaceM; kind: root.selected ? Theme.StrongHeavy : Theme.Strong; text: root.title }
        Words { id: money; anchors.right: parent.right; kind: Theme.StrongHeavy; tabular: true; text: root.amount }
        Words { y: Theme.iconLarge; width: wait.x - Theme.spaceM; kind: Theme.SmallRow; color: Theme.text2; text: root.selected ? root.line : root.shortLine }
        Words { id: wait; y: Theme.iconLarge; anchors.right: parent.right; kind: Theme.SmallRow; color: [Theme.text2, Theme.accentText, Theme.good, Theme.warn, Theme.bad][root.tone]; text: root.when; HoverTip { text: root.exact } }
    }
    PushButton { id: side; visible: !root.selected; width: Math.max(108, implicitWidth); anchors { right: parent.right; rightMargin: Theme.spaceL; verticalCenter: parent.verticalCenter } text: root.action; onClicked: { root.chosen(); root.canApprove ? root.approved() : root.hasDraft ? root.reviewed() : root.opened() } }
    Column {
        id: open
        visible: root.selected
        x: 64
        y: 60
        width: parent.width - x - Theme.spaceL
        spacing: Theme.spaceM
        Words { width: parent.width; wrapMode: Text.WordWrap; maximumLineCount: 3; text: root.why }
        EvidenceChip { visible: root.quote.length; width: Math.min(implicitWidth, parent.width); text: root.quote; sourceText: root.quoteSource; onClicked: root.quoteAsked() }
        Item {
            width: parent.width
            height: Theme.control
            Row {
                spacing: Theme.spaceS
                PushButton { visible: root.canApprove; look: "primary"; text: qsTr("Approve and send"); keyText: "A"; onClicked: root.approved() }
                PushButton { visible: root.hasDraft; look: root.canApprove ? "secondary" : "primary"; text: root.canApprove ? qsTr("Edit") : qsTr("Review and decide"); keyText: "E"; onClicked: root.reviewed() }
                PushButton { visible: !root.hasDraft; look: "primary"; text: qsTr("Open the conversation"); onClicked: root.opened() }
                PushButton { look: "ghost"; text: qsTr("Not now"); onClicked: root.postponed() }
            }
            Row {
                visible: root.hasDraft && parent.width > 520
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                spacing: Theme.spaceXs
                readonly property color ink: root.warnings ? Theme.warn : Theme.good
                Icon { theme: Theme; name: root.warnings ? "shield-alert" : "shield-check"; size: Theme.iconInline; color: parent.ink; anchors.verticalCenter: parent.verticalCenter }
                Words { kind: Theme.SmallRow; color: parent.ink; text: root.blocked ? qsTr("Held back by a check") : root.warnings === 1 ? qsTr("1 thing to look at") : root.warnings ? qsTr("%1 things to look at").arg(root.warnings) : qsTr("Passed all checks") }
            }
        }
    }
    Rectangle { visible: !root.last; x: root.selected ? 0 : 64; y: parent.height - Theme.hair; width: parent.width - x - (root.selected ? 0 : Theme.spaceL); height: Theme.hair; color: Theme.line }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    Tap { onTapped: root.chosen(); onDoubleTapped: root.opened() }
}
