// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Says what a backup holds before it takes the place of the workspace.
Dialog {
    id: root
    required property DataModel model
    readonly property var found: model.backup // folder, line, when; empty: none
    readonly property bool known: found.folder !== undefined
    readonly property bool working: model.busy.length > 0
    boxWidth: 520
    boxHeight: 340
    title: qsTr("Restore a backup")
    focus: true
    Component.onDestruction: model.stop()
    Connections { target: root.model; function onDone() { root.closed() } }
    Column {
        width: parent.width
        spacing: Theme.spaceM
        Words { visible: root.known; width: parent.width; wrapMode: Text.WrapAnywhere; color: Theme.text2; text: root.found.folder ?? "" }
        Words { visible: root.known; width: parent.width; kind: Theme.Strong; text: root.found.line ?? "" }
        Words { visible: root.known; width: parent.width; color: Theme.text2; text: root.found.when ?? "" }
        Words { visible: root.known; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("It takes the place of what is here now. That is kept in a folder of its own beside it, named with today's date.") }
        DataWork { width: parent.width; model: root.model }
    }
    Row {
        anchors { right: parent.right; bottom: parent.bottom }
        spacing: Theme.spaceS
        PushButton { visible: root.working && root.model.canStop; text: qsTr("Stop"); onClicked: root.model.stop() }
        PushButton { visible: !root.working; text: qsTr("Cancel"); onClicked: root.closed() }
        PushButton { id: go; look: "danger"; text: qsTr("Restore"); iconName: "history"; enabled: root.known && !root.working; disabledReason: root.model.busy; onClicked: root.model.restore() }
    }
}
