// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What happened, newest first: mail, chat, meetings, changes, the agent.
FocusScope {
    id: root
    required property DealDetailModel deal
    signal jumped(string id)
    property bool searching: false
    function search() { searching = true; field.input.forceActiveFocus() }
    function step(by) { list.forceActiveFocus(); list.currentIndex = Math.max(0, Math.min(list.count - 1, list.currentIndex + by)) }
    Words { visible: !root.searching; y: Theme.spaceXs; kind: Theme.Heading; text: qsTr("Timeline"); Accessible.role: Accessible.Heading; Accessible.name: text }
    IconButton { id: kinds; visible: !root.searching; anchors { right: parent.right; rightMargin: Theme.control + Theme.spaceXs } iconName: "list-filter"; active: root.deal.timelineKind.length > 0; name: qsTr("What is shown"); onClicked: { choice.giveFocusTo = kinds; choice.open = true; choices.itemAt(0).forceActiveFocus() } }
    IconButton { visible: !root.searching; anchors.right: parent.right; iconName: "search"; name: qsTr("Search the timeline"); onClicked: root.search() }
    Field {
        id: field
        visible: root.searching
        width: parent.width
        boxHeight: Theme.control
        iconName: "search"
        hint: qsTr("Search the timeline")
        input.onTextEdited: root.deal.timelineFilter = text
        Keys.onEscapePressed: { text = ""; root.deal.timelineFilter = ""; root.searching = false; list.forceActiveFocus() }
    }
    ListView {
        id: list
        y: 40
        width: parent.width
        height: parent.height - y
        clip: true
        focus: true
        activeFocusOnTab: true
        model: root.deal.timeline
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        currentIndex: -1
        reuseItems: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Timeline")
        Keys.onReturnPressed: { const row = currentItem as TimelineRow; if (row) root.jumped(row.rowId) }
        section.property: "section"
        section.delegate: Words { required property string section; width: list.width; height: 32; topPadding: Theme.spaceXs + Theme.leadOf(kind); kind: Theme.CaptionMedium; color: Theme.text2; text: section; Accessible.role: Accessible.Heading; Accessible.name: text }
        delegate: TimelineRow { width: list.width; selected: list.activeFocus && ListView.isCurrentItem; last: ListView.section !== ListView.nextSection; onJumped: root.jumped(rowId) }
        ScrollHandle { view: list }
        ListFrame { list: list }
    }
    Popover {
        id: choice
        x: parent.width - width
        y: Theme.controlTall
        bodyWidth: 200
        function take(kind) { root.deal.timelineKind = kind; close() }
        Column {
            width: parent.width
            Repeater {
                id: choices
                model: [{ kind: "", text: qsTr("Everything"), icon: "history" }, { kind: "mail", text: qsTr("Mail"), icon: "mail" }, { kind: "chat", text: qsTr("Chat"), icon: "message-square" }, { kind: "meeting", text: qsTr("Meetings"), icon: "calendar" }, { kind: "change", text: qsTr("Changes"), icon: "pencil" }, { kind: "agent", text: qsTr("The agent"), icon: "agent" }]
                MenuRow { required property var modelData; text: modelData.text; iconName: modelData.icon; checked: root.deal.timelineKind === modelData.kind; onChosen: choice.take(modelData.kind) }
            }
        }
    }
    Words { visible: list.count === 0; y: 48; width: parent.width; wrapMode: Text.WordWrap; kind: Theme.Small; color: Theme.text3; text: root.searching || root.deal.timelineKind.length ? qsTr("Nothing here matches") : qsTr("Mail, chats, meetings and changes of this deal will appear here") }
}
