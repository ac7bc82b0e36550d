// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What can be done to the selected deals at once.
FocusScope {
    id: root
    required property DealTableModel table
    readonly property var people: table.people
    signal done()
    width: row.width + 2 * Theme.spaceL
    height: 52
    Accessible.role: Accessible.ToolBar
    Accessible.name: table.selectionText
    Elevation { level: 2 }
    Rectangle { anchors.fill: parent; radius: Theme.radiusCard; color: Theme.surface; border { width: Theme.hair; color: Theme.line } MouseArea { anchors.fill: parent } }
    Row {
        id: row
        x: Theme.spaceL
        height: parent.height
        spacing: Theme.spaceS
        Words { anchors.verticalCenter: parent.verticalCenter; kind: Theme.Strong; text: root.table.selectionText; rightPadding: Theme.spaceS }
        PushButton { id: stage; anchors.verticalCenter: parent.verticalCenter; text: qsTr("Stage"); iconName: "arrow-right"; onClicked: menu.show(stage, "stage") }
        PushButton { id: owner; anchors.verticalCenter: parent.verticalCenter; text: qsTr("Owner"); iconName: "user"; onClicked: menu.show(owner, "ownerId") }
        PushButton { id: close; anchors.verticalCenter: parent.verticalCenter; text: qsTr("Close date"); iconName: "calendar"; onClicked: date.show() }
        PushButton { anchors.verticalCenter: parent.verticalCenter; text: qsTr("Archive"); iconName: "archive"; onClicked: { root.table.editSelected("archived", true); root.done() } }
        PushButton { anchors.verticalCenter: parent.verticalCenter; look: "ghost"; text: qsTr("Clear"); keyText: "Esc"; onClicked: { root.table.clearSelection(); root.done() } }
    }
    Popover {
        id: menu
        property string target
        readonly property var stages: [qsTr("Prospecting"), qsTr("Discovery"), qsTr("Qualification"), qsTr("Evaluation"), qsTr("Negotiation")]
        readonly property var entries: !open ? [] : target === "stage" ? stages.map((name, at) => ({ name: name, value: at })) : root.people.map(person => ({ name: person.name, value: person.id })).concat([{ name: qsTr("Nobody"), value: "" }])
        bodyWidth: 200
        y: -height - Theme.spaceXs
        function take(value) { root.table.editSelected(target, value); open = false; root.done() }
        function show(from, which) { target = which; giveFocusTo = from; x = from.x + row.x; open = true; if (choices.count) choices.itemAt(0).forceActiveFocus() }
        Column {
            width: parent.width
            Repeater {
                id: choices
                model: menu.entries
                MenuRow { required property var modelData; text: modelData.name; onChosen: menu.take(modelData.value) }
            }
        }
    }
    Popover {
        id: date
        bodyWidth: 240
        y: -height - Theme.spaceXs
        x: close.x
        function show() { giveFocusTo = close; field.text = ""; field.error = ""; open = true; field.input.forceActiveFocus() }
        Column {
            width: parent.width
            padding: Theme.spaceS
            Field { id: field; width: parent.width - 2 * parent.padding; label: qsTr("Close date of all selected"); hint: qsTr("18 Dec; empty: none"); input.onTextEdited: error = ""; onAccepted: { if (root.table.editSelected("closeDate", text)) { date.open = false; root.done() } else error = qsTr("This is no date") } }
        }
    }
}
