// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

FocusScope {
    id: root
    property string text
    property string note
    property int noteTone: Theme.Neutral
    property string iconName
    property string keyText
    property bool checked: false
    property bool inList: false // a list view moves between its rows
    property bool current: activeFocus
    signal chosen()
    implicitHeight: Theme.railItem
    width: parent ? parent.width : implicitWidth
    activeFocusOnTab: true
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.MenuItem
    Accessible.name: root.note.length ? root.text + ", " + root.note : root.text
    Accessible.onPressAction: root.chosen()
    Keys.onReturnPressed: root.chosen()
    Keys.onEnterPressed: root.chosen()
    Keys.onSpacePressed: root.chosen()
    Keys.onDownPressed: event => { if (inList) event.accepted = false; else nextItemInFocusChain(true).forceActiveFocus() }
    Keys.onUpPressed: event => { if (inList) event.accepted = false; else nextItemInFocusChain(false).forceActiveFocus() }
    Rectangle { anchors.fill: parent; radius: Theme.radiusControl; color: root.current ? Theme.accentSoft : hover.hovered ? Theme.hover : "transparent" }
    Icon { id: glyph; visible: root.iconName.length; theme: Theme; name: root.iconName; x: Theme.spaceS; anchors.verticalCenter: parent.verticalCenter; color: root.current ? Theme.accentText : Theme.text2 }
    Words { x: root.iconName.length ? Theme.spaceXxl : Theme.spaceS; anchors.verticalCenter: parent.verticalCenter; kind: Theme.Strong; weight: Font.Normal; text: root.text; width: Math.min(implicitWidth, tail.x - x - Theme.spaceS) }
    Row {
        id: tail
        anchors { right: parent.right; rightMargin: Theme.spaceS; verticalCenter: parent.verticalCenter }
        spacing: Theme.spaceS
        Words { visible: root.note.length; kind: Theme.Small; text: root.note; color: [Theme.text3, Theme.accentText, Theme.good, Theme.warn, Theme.bad][root.noteTone]; anchors.verticalCenter: parent.verticalCenter }
        Icon { visible: root.checked; theme: Theme; name: "check"; color: Theme.accentText; anchors.verticalCenter: parent.verticalCenter }
        KeyCap { visible: root.keyText.length; text: root.keyText; anchors.verticalCenter: parent.verticalCenter }
    }
    HoverHandler { id: hover }
    Tap { onTapped: root.chosen() }
}
