// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One line of input: label above, error below with its icon.
FocusScope {
    id: root
    property alias text: input.text
    property string label
    property string hint
    property string error
    property string iconName
    property alias input: input
    property int boxHeight: Theme.controlTall
    signal accepted()
    implicitHeight: (label.length ? Theme.iconLarge : 0) + boxHeight + (error.length ? Theme.iconLarge : 0)
    implicitWidth: 200
    // An input leaves these keys to whatever is around it: a page would take them as its own.
    Keys.onReturnPressed: event => event.accepted = true
    Keys.onEnterPressed: event => event.accepted = true
    Words { id: caption; visible: root.label.length; kind: Theme.Small; color: Theme.text3; text: root.label }
    Rectangle {
        id: box
        y: root.label.length ? Theme.iconLarge : 0
        width: parent.width
        height: root.boxHeight
        radius: Theme.radiusCard
        color: Theme.surface
        border { width: input.activeFocus ? Theme.focusWidth : Theme.hair; color: root.error.length ? Theme.bad : input.activeFocus ? Theme.data1 : Theme.lineStrong }
        Icon { id: glyph; visible: root.iconName.length; theme: Theme; name: root.iconName; x: Theme.padControl; anchors.verticalCenter: parent.verticalCenter; color: Theme.text3 }
        TextInput {
            id: input
            anchors { fill: parent; leftMargin: root.iconName.length ? Theme.spaceXxl : Theme.padControl; rightMargin: Theme.padControl }
            verticalAlignment: TextInput.AlignVCenter
            font: Theme.fontOf(Theme.Body)
            color: Theme.text
            selectionColor: Theme.accentSoft
            selectedTextColor: Theme.text
            selectByMouse: true
            clip: true
            focus: true
            activeFocusOnTab: true
            renderType: Text.NativeRendering
            Accessible.role: Accessible.EditableText
            Accessible.name: root.label.length ? root.label : root.hint
            Accessible.description: root.error
            onAccepted: root.accepted()
            onTextChanged: if (!activeFocus) cursorPosition = 0 // the beginning says more than the end
            onActiveFocusChanged: if (!activeFocus) cursorPosition = 0
            Words { anchors.verticalCenter: parent.verticalCenter; width: parent.width; visible: !input.text.length; text: root.hint; color: Theme.text3; Accessible.ignored: true }
        }
    }
    Row {
        visible: root.error.length
        anchors { top: box.bottom; topMargin: Theme.spaceXs }
        spacing: Theme.spaceXs
        Icon { theme: Theme; name: "circle-alert"; size: Theme.iconSmall; color: Theme.bad; anchors.verticalCenter: parent.verticalCenter }
        Words { kind: Theme.Small; text: root.error; color: Theme.bad }
    }
}
