// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Where the deal stands in five facts; a fact that can be edited opens in place.
Item {
    id: root
    required property DealDetailModel deal
    readonly property Item moveButton: move
    signal boardAsked()
    signal accountAsked()
    signal moveAsked(Item from)
    readonly property bool folded: width < 720 // the facts stand below the name then
    height: folded ? 104 : 52
    function edit(field) {
        for (let i = 0; i < facts.count; ++i)
            if (facts.itemAt(i).modelData === field && facts.itemAt(i).entry.editable)
                facts.itemAt(i).start()
    }
    Row {
        id: path
        y: Theme.spaceXs
        width: right.x - Theme.spacePage
        spacing: Theme.spaceS
        TextLink { text: qsTr("Deals"); name: qsTr("Back to the board"); onClicked: root.boardAsked(); anchors.verticalCenter: parent.verticalCenter }
        Icon { theme: Theme; name: "chevron-right"; size: Theme.iconInline; color: Theme.text3; anchors.verticalCenter: parent.verticalCenter }
        TextLink { width: Math.min(implicitWidth, path.width - x - (archived.visible ? archived.width + Theme.spaceS : 0)); text: root.deal.account; name: qsTr("Open %1").arg(root.deal.account); onClicked: root.accountAsked(); anchors.verticalCenter: parent.verticalCenter }
        Badge { id: archived; visible: root.deal.archived; text: qsTr("Archived"); anchors.verticalCenter: parent.verticalCenter }
    }
    EditableText {
        y: 26
        width: root.folded ? root.width : right.x - Theme.spacePage
        kind: Theme.Title
        text: root.deal.name
        name: qsTr("Name of the deal")
        startText: root.deal.editText("name")
        onGiven: text => refused = !root.deal.edit("name", text)
    }
    Row {
        id: right
        x: root.folded ? 0 : root.width - width
        y: root.folded ? 48 : 0
        spacing: 28
        Row {
            spacing: 28
            Repeater {
                id: facts
                model: ["estimatedValue", "closeDate", "forecast", "probability", "ownerId"] // by name: news from elsewhere must not end an edit
                Column {
                    id: fact
                    required property string modelData
                    readonly property var entry: root.deal.facts.find(each => each.id === modelData)
                    readonly property bool choice: modelData === "ownerId"
                    function start() { if (!choice) value.start() }
                    topPadding: Theme.spaceM
                    visible: root.width > 860 || fact.entry.editable
                    Words { kind: Theme.Small; color: Theme.text2; text: fact.entry.label }
                    ChoiceText {
                        visible: fact.choice
                        text: fact.entry.value
                        name: fact.entry.label
                        onChosen: owners.openFor(this)
                    }
                    EditableText {
                        id: value
                        visible: !fact.choice
                        kind: Theme.Strong
                        text: fact.entry.value
                        color: fact.entry.late ? Theme.bad : Theme.text
                        editable: fact.entry.editable
                        name: fact.entry.label
                        startText: root.deal.editText(fact.modelData)
                        onGiven: text => refused = !root.deal.edit(fact.modelData, text)
                    }
                }
            }
        }
        Row {
            spacing: Theme.spaceXs
            topPadding: Theme.spaceL
            PushButton { id: move; text: qsTr("Move stage"); keyText: "M"; onClicked: root.moveAsked(move) }
            IconButton { id: more; iconName: "ellipsis"; name: qsTr("More"); onClicked: { menu.giveFocusTo = more; menu.open = true; archiveRow.forceActiveFocus() } }
        }
    }
    Popover {
        id: menu
        x: Math.max(0, root.folded ? right.x + right.width - width : root.width - width)
        y: right.y + 48
        bodyWidth: 200
        Column {
            width: parent.width
            MenuRow { id: archiveRow; text: root.deal.archived ? qsTr("Back to the board") : qsTr("Archive"); iconName: "archive"; onChosen: { menu.close(); root.deal.archive(!root.deal.archived) } }
            MenuRow { text: qsTr("Delete"); iconName: "trash-2"; onChosen: { menu.close(); root.deal.remove() } }
        }
    }
    Popover {
        id: owners
        x: Math.max(0, Math.min(wanted, root.width - width))
        y: right.y + 48
        bodyWidth: 220
        property real wanted: 0
        function openFor(from) { giveFocusTo = from; wanted = from.mapToItem(root, 0, 0).x - Theme.spaceS; open = true; if (rows.count) rows.itemAt(0).forceActiveFocus() }
        Column {
            width: parent.width
            Repeater {
                id: rows
                model: owners.open ? root.deal.owners : []
                MenuRow { required property var modelData; text: modelData.name; checked: modelData.chosen; onChosen: { root.deal.edit("ownerId", modelData.id); owners.close() } }
            }
        }
    }
}
