// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Chooses a person, says what is kept about them, and erases them once their name was typed.
Dialog {
    id: root
    required property DataModel model
    required property AccountsModel accounts
    property string personId
    property var found: []
    readonly property var about: model.person // id, name, address, lines; empty: nobody
    readonly property bool known: about.id !== undefined
    readonly property bool working: model.busy.length > 0
    boxWidth: 560
    boxHeight: 520
    title: known ? qsTr("Erase %1?").arg(about.name) : qsTr("Erase one person")
    function look() { found = accounts.others("person", "", filter.text) }
    function choose(id) { personId = id; model.lookForPerson(id) }
    Component.onCompleted: { model.forget(); if (personId.length) choose(personId); else { accounts.loadOnce(); look(); filter.input.forceActiveFocus() } }
    Component.onDestruction: model.stop()
    Connections { target: root.accounts; function onChanged() { root.look() } }
    Connections { target: root.model; function onDone() { root.closed() } function onChanged() { if (root.known && !root.working && !typed.input.activeFocus) typed.input.forceActiveFocus() } }
    Item {
        visible: !root.personId.length
        anchors.fill: parent
        Field { id: filter; width: parent.width; iconName: "search"; hint: qsTr("Name or address"); input.onTextEdited: root.look(); onAccepted: if (root.found.length === 1) root.choose(root.found[0].id); Keys.onDownPressed: if (list.count) { list.currentIndex = 0; list.forceActiveFocus() } }
        ListView {
            id: list
            y: 48
            width: parent.width
            height: parent.height - y
            clip: true
            model: root.found
            keyNavigationEnabled: true
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: count > 0
            Accessible.role: Accessible.List
            Accessible.name: qsTr("People")
            delegate: MenuRow { required property var modelData; width: ListView.view.width; inList: true; activeFocusOnTab: false; current: ListView.isCurrentItem && list.activeFocus; text: modelData.name; note: modelData.line; onChosen: root.choose(modelData.id) }
            ScrollHandle { view: list }
            Words { visible: list.count === 0; width: parent.width; y: Theme.spaceL; horizontalAlignment: Text.AlignHCenter; color: Theme.text3; text: qsTr("Nobody by this name") }
        }
    }
    Column {
        visible: root.personId.length > 0
        width: parent.width
        spacing: Theme.spaceM
        Words { visible: root.known; width: parent.width; color: Theme.text2; text: root.about.address ?? "" }
        Repeater {
            model: root.about.lines ?? []
            Row {
                id: line
                required property string modelData
                spacing: Theme.spaceS
                Icon { theme: Theme; name: "chevron-right"; color: Theme.text3; y: Theme.spaceXxs }
                Words { text: line.modelData }
            }
        }
        Words { visible: root.known; width: parent.width; wrapMode: Text.WordWrap; color: Theme.text2; text: qsTr("Names, addresses and what they wrote go everywhere, also from the history and the imported mails. What others wrote stays, with “[erased]” for the name. Later imports leave this person out. Backups made before still have them.") }
        Words { visible: root.known; width: parent.width; wrapMode: Text.WordWrap; kind: Theme.Strong; color: Theme.bad; text: qsTr("This cannot be undone.") }
        Field { id: typed; visible: root.known; enabled: !root.working; width: parent.width; label: qsTr("Type %1 to confirm").arg(root.about.name ?? ""); onAccepted: if (root.model.namesPerson(text)) root.model.erasePerson(text) }
        DataWork { width: parent.width; model: root.model }
    }
    Row {
        visible: root.personId.length > 0
        anchors { right: parent.right; bottom: parent.bottom }
        spacing: Theme.spaceS
        PushButton { visible: root.known && !root.working; text: qsTr("Export first"); iconName: "file-text"; onClicked: picker.ask() }
        PushButton { visible: root.working && root.model.canStop; text: qsTr("Stop"); onClicked: root.model.stop() }
        PushButton { visible: !root.working; text: qsTr("Cancel"); onClicked: root.closed() }
        PushButton { look: "danger"; text: qsTr("Erase for good"); iconName: "trash-2"; enabled: root.known && !root.working && root.model.namesPerson(typed.text); disabledReason: root.working ? root.model.busy : qsTr("Type the name first"); onClicked: root.model.erasePerson(typed.text) }
    }
    FolderAsk { id: picker; onPicked: folder => root.model.exportPerson(folder) }
}
