// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A line of a record's page that leads to another record.
FocusScope {
    id: root
    property string title
    property string line
    property string value
    property string note
    property string exact
    property int noteTone: Theme.Neutral
    property string iconName
    property string initials
    property bool first: false
    property bool faded: false
    property int focusReason: Qt.OtherFocusReason
    signal opened()
    implicitHeight: 52
    activeFocusOnTab: true
    Accessible.role: Accessible.Link
    Accessible.name: qsTr("%1, %2 %3 %4").arg(title).arg(line).arg(value).arg(note)
    Accessible.onPressAction: root.opened()
    Keys.onReturnPressed: root.opened()
    Keys.onSpacePressed: root.opened()
    readonly property int lead: iconName.length || initials.length ? 52 : Theme.spaceL
    Rectangle { anchors { fill: parent; margins: Theme.hair } radius: Theme.radiusCard; color: hover.hovered ? Theme.sunken : "transparent" }
    FocusFrame { target: root; anchors.margins: Theme.spaceXxs }
    Rectangle { visible: !root.first; x: root.lead; width: parent.width - x - Theme.spaceL; height: Theme.hair; color: Theme.line }
    Avatar { visible: root.initials.length; x: Theme.spaceL; anchors.verticalCenter: parent.verticalCenter; size: Theme.pill; initials: root.initials }
    Icon { visible: root.iconName.length; theme: Theme; name: root.iconName; x: Theme.spaceXl; anchors.verticalCenter: parent.verticalCenter; color: Theme.text2 }
    Words { id: head; x: root.lead; y: root.line.length ? Theme.spaceS : 16; width: (root.value.length ? money.x : tail.visible ? tail.x : parent.width - Theme.spaceL) - x - Theme.spaceS; kind: Theme.Strong; text: root.title; color: root.faded ? Theme.text2 : Theme.text }
    Words { visible: root.line.length; x: root.lead; y: 27; width: (tail.visible ? tail.x : parent.width - Theme.spaceL) - x - Theme.spaceS; kind: Theme.Small; color: Theme.text2; text: root.line }
    Words { id: money; anchors { right: parent.right; rightMargin: Theme.spaceL } y: head.y; kind: Theme.Strong; tabular: true; text: root.value; color: root.faded ? Theme.text2 : Theme.text }
    Words { id: tail; visible: root.note.length; anchors { right: parent.right; rightMargin: Theme.spaceL } y: root.value.length ? 27 : (parent.height - height) / 2; kind: Theme.Small; text: root.note; color: [Theme.text2, Theme.accentText, Theme.good, Theme.warn, Theme.bad][root.noteTone] }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    Tap { onTapped: { root.focusReason = Qt.MouseFocusReason; root.opened() } }
    HoverTip { text: root.exact }
    onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
}
