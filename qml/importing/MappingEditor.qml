// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What a table holds, and which of its columns goes into which field, with the first values of each.
Item {
    id: root
    required property ImportModel importing
    readonly property var table: importing.current
    property string asked // field whose column is chosen
    Item {
        id: head
        width: parent.width
        height: Theme.controlTall
        Words { id: name; anchors.verticalCenter: parent.verticalCenter; width: Math.min(implicitWidth, kinds.x - Theme.spaceM); kind: Theme.Strong; text: root.table.name ?? "" }
        Row {
            id: kinds
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            spacing: Theme.spaceXs
            Repeater {
                model: root.table.kinds ?? []
                Pill { required property var modelData; text: modelData.name; on: root.table.kind === modelData.key; onClicked: root.importing.setKind(modelData.key) }
            }
        }
    }
    Item {
        id: dates
        visible: root.table.asksDateOrder ?? false
        y: head.height + Theme.spaceXs
        width: parent.width
        height: visible ? Theme.controlTall : 0
        Words { anchors.verticalCenter: parent.verticalCenter; kind: Theme.SmallRow; color: Theme.text2; text: qsTr("In a date such as 03/04/2027 the") }
        Row {
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            spacing: Theme.spaceXs
            Pill { text: qsTr("day comes first"); on: root.table.dateOrder === "dmy"; onClicked: root.importing.setDateOrder("dmy") }
            Pill { text: qsTr("month comes first"); on: root.table.dateOrder === "mdy"; onClicked: root.importing.setDateOrder("mdy") }
        }
    }
    Rectangle { y: list.y - Theme.hair; width: parent.width; height: Theme.hair; color: Theme.line }
    ListView {
        id: list
        y: dates.y + dates.height + Theme.spaceS
        width: parent.width
        height: parent.height - y
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.table.fields ?? []
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Fields and their columns")
        delegate: Item {
            id: row
            required property var modelData
            required property int index
            width: list.width
            height: Theme.controlTall + Theme.spaceXs
            Words { width: 128; anchors.verticalCenter: parent.verticalCenter; kind: Theme.SmallRow; color: row.modelData.missing ? Theme.warn : Theme.text2; text: row.modelData.label }
            ChoiceText {
                id: column
                x: 136
                width: 148
                anchors.verticalCenter: parent.verticalCenter
                kind: row.modelData.column >= 0 ? Theme.Strong : Theme.SmallRow
                name: row.modelData.label
                marked: true
                ink: row.modelData.column >= 0 ? Theme.text : Theme.text3
                text: row.modelData.column >= 0 ? row.modelData.header : qsTr("no column")
                onChosen: { root.asked = row.modelData.field; headers.openFor(column, row.modelData.column) }
            }
            Words { x: 292; width: parent.width - x; anchors.verticalCenter: parent.verticalCenter; kind: Theme.Small; color: Theme.text3; text: row.modelData.sample }
            Rectangle { y: parent.height - Theme.hair; width: parent.width; height: Theme.hair; color: Theme.line }
        }
        ScrollHandle { view: list }
    }
    Popover {
        id: headers
        bodyWidth: 240
        property int chosen: -1
        function openFor(from, column) {
            giveFocusTo = from
            chosen = column
            const at = from.mapToItem(root, 0, from.height)
            x = Math.min(at.x, root.width - width)
            y = Math.max(0, Math.min(at.y + Theme.spaceXs, root.height - 260))
            open = true
            choices.currentIndex = column + 1
            choices.forceActiveFocus()
        }
        function take(column) { root.importing.setColumn(root.asked, column); close() }
        ListView {
            id: choices
            width: parent.width
            height: Math.min(contentHeight, 248)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: [qsTr("No column")].concat(root.table.headers ?? [])
            keyNavigationEnabled: true
            activeFocusOnTab: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Columns")
            Keys.onReturnPressed: headers.take(currentIndex - 1)
            Keys.onSpacePressed: headers.take(currentIndex - 1)
            delegate: MenuRow { required property int index; required property string modelData; inList: true; activeFocusOnTab: false; current: ListView.isCurrentItem && choices.activeFocus; text: modelData; checked: headers.chosen === index - 1; onChosen: headers.take(index - 1) }
        }
    }
}
