// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Everything to another computer: the copy is made here, the rest is said step by step.
Dialog {
    id: root
    required property DataModel model
    signal clearAsked()
    readonly property bool working: model.busy.length > 0
    readonly property bool copied: model.savedAt.length > 0
    boxWidth: 560
    boxHeight: 420
    title: qsTr("Move to another computer")
    Component.onCompleted: { model.forget(); copy.forceActiveFocus() }
    component Step: Row {
        id: step
        property int number
        property bool over: false
        property alias text: words.text
        width: parent.width
        spacing: Theme.spaceM
        Rectangle { width: Theme.pill; height: Theme.pill; radius: height / 2; color: step.over ? Theme.goodSoft : Theme.hover; Words { visible: !step.over; anchors.centerIn: parent; kind: Theme.SmallHeavy; text: step.number } Icon { visible: step.over; anchors.centerIn: parent; theme: Theme; name: "check"; size: Theme.iconInline; color: Theme.good } }
        Words { id: words; width: parent.width - Theme.pill - Theme.spaceM; wrapMode: Text.WordWrap }
    }
    Column {
        width: parent.width
        spacing: Theme.spaceL
        Step { number: 1; over: root.copied; text: qsTr("Copy everything to a stick or a folder that both computers reach. You can go on working; what you change after it stays here.") }
        Words { visible: root.copied; x: Theme.pill + Theme.spaceM; width: parent.width - x; wrapMode: Text.WrapAnywhere; color: Theme.good; text: qsTr("Copied to %1").arg(root.model.savedAt) }
        DataWork { x: Theme.pill + Theme.spaceM; width: parent.width - x; model: root.model }
        Step { number: 2; text: qsTr("On the other computer start Agent Army, press Ctrl+I, choose “Restore a backup” and that folder. It is checked and shown before anything is replaced.") }
        Step { number: 3; text: qsTr("Look whether everything is there. If you no longer want it on this computer, clear it here. Two copies do not follow each other: go on in one of them.") }
    }
    Row {
        anchors { right: parent.right; bottom: parent.bottom }
        spacing: Theme.spaceS
        PushButton { visible: root.copied; look: "ghost"; enabled: !root.working; text: qsTr("Clear everything here"); onClicked: root.clearAsked() }
        PushButton { visible: !root.working; text: root.copied ? qsTr("Done") : qsTr("Cancel"); onClicked: root.closed() }
        PushButton { id: copy; look: root.copied ? "secondary" : "primary"; enabled: !root.working; disabledReason: root.model.busy; text: root.copied ? qsTr("Copy again") : qsTr("Copy to"); iconName: "copy"; onClicked: picker.ask() }
    }
    FolderAsk { id: picker; onPicked: folder => root.model.saveFirst(folder) }
}
