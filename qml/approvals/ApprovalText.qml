// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The exact text that would leave: what a person took out is struck, what was put in is green; or, while it is edited, a
// field.
Rectangle {
    id: root
    required property var draft
    property bool editing: false
    property alias subjectText: subjectInput.text
    property alias bodyText: bodyInput.text
    signal kept()
    signal dropped()
    height: column.y + column.height + Theme.spaceM
    radius: Theme.radiusCard
    color: editing ? Theme.surface : Theme.sunken
    border { width: editing ? Theme.focusWidth : Theme.hair; color: editing ? Theme.data1 : Theme.line }
    function start() {
        subjectInput.text = draft.subject
        bodyInput.text = draft.body
        bodyInput.forceActiveFocus()
        bodyInput.cursorPosition = 0
    }
    Keys.onPressed: event => {
        if (!root.editing) return
        event.accepted = true // an input's keys are no commands of the page
        if (event.key === Qt.Key_Escape) root.dropped()
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && (event.modifiers & Qt.ControlModifier)) root.kept()
        else if (event.modifiers & Qt.ControlModifier) event.accepted = false
    }
    Column {
        id: column
        x: Theme.spaceL
        y: Theme.spaceS
        width: parent.width - 2 * x
        spacing: Theme.spaceS
        Item {
            visible: root.editing || root.draft.subject.length > 0
            width: parent.width
            height: Theme.controlTall
            Words { visible: !root.editing; width: parent.width; anchors.verticalCenter: parent.verticalCenter; kind: Theme.Strong; text: root.draft.subject }
            TextInput {
                id: subjectInput
                visible: root.editing
                anchors.fill: parent
                verticalAlignment: TextInput.AlignVCenter
                font: Theme.fontOf(Theme.Strong)
                color: Theme.text
                selectionColor: Theme.accentSoft
                selectedTextColor: Theme.text
                renderType: Text.NativeRendering
                clip: true
                selectByMouse: true
                maximumLength: 500
                activeFocusOnTab: true
                KeyNavigation.tab: bodyInput
                Accessible.role: Accessible.EditableText
                Accessible.name: qsTr("Subject")
            }
            Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: Theme.hair; color: Theme.line }
        }
        Column {
            visible: !root.editing
            width: parent.width
            Repeater {
                model: root.draft.diff
                DiffLine { required property var modelData; x: -margin; width: column.width + 2 * margin; margin: Theme.spaceL - Theme.focusWidth; kind: modelData.kind; text: modelData.text }
            }
        }
        TextEdit {
            id: bodyInput
            visible: root.editing
            width: parent.width
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            font: Theme.fontOf(Theme.Body)
            color: Theme.text
            selectionColor: Theme.accentSoft
            selectedTextColor: Theme.text
            renderType: Text.NativeRendering
            selectByMouse: true
            activeFocusOnTab: true
            Accessible.role: Accessible.EditableText
            Accessible.name: qsTr("Text of the message")
            Accessible.multiLine: true
        }
    }
}
