// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Deletes everything once the words were typed; offers a backup first.
Dialog {
    id: root
    required property DataModel model
    readonly property bool working: model.busy.length > 0
    boxWidth: 520
    boxHeight: 360
    title: qsTr("Clear everything?")
    Component.onCompleted: { model.forget(); typed.input.forceActiveFocus() }
    Connections { target: root.model; function onDone() { root.closed() } }
    Column {
        width: parent.width
        spacing: Theme.spaceM
        Words { width: parent.width; wrapMode: Text.WordWrap; text: qsTr("All accounts, deals, conversations, meetings and the history are deleted from this computer. Your backups stay.") }
        Words { width: parent.width; wrapMode: Text.WordWrap; kind: Theme.Strong; color: Theme.bad; text: qsTr("This cannot be undone.") }
        Words { visible: root.model.savedAt.length > 0; width: parent.width; wrapMode: Text.WrapAnywhere; color: Theme.good; text: qsTr("Backed up to %1").arg(root.model.savedAt) }
        Field { id: typed; enabled: !root.working; width: parent.width; label: qsTr("Type “%1” to confirm").arg(root.model.confirmWord()); onAccepted: root.model.clear(text) }
        DataWork { width: parent.width; model: root.model }
    }
    Row {
        anchors { right: parent.right; bottom: parent.bottom }
        spacing: Theme.spaceS
        PushButton { visible: !root.model.savedAt.length; enabled: !root.working; disabledReason: root.model.busy; text: qsTr("Back up first"); iconName: "copy"; onClicked: picker.ask() }
        PushButton { visible: !root.working; text: qsTr("Cancel"); onClicked: root.closed() }
        PushButton { look: "danger"; text: qsTr("Clear everything"); iconName: "trash-2"; enabled: !root.working && root.model.isConfirmWord(typed.text); disabledReason: root.working ? root.model.busy : qsTr("Type the words first"); onClicked: root.model.clear(typed.text) }
    }
    FolderAsk { id: picker; onPicked: folder => root.model.saveFirst(folder) }
}
