// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Title, sums, views, filter and order of the board.
Item {
    id: root
    required property DealBoardModel board
    required property DealTableModel table
    required property DealGroupsModel groups
    required property SavedViewsModel saved
    signal layoutAsked(string layout) // board, table, groups
    readonly property var groupings: [qsTr("By close month"), qsTr("By owner"), qsTr("By forecast")]
    readonly property bool asBoard: !table.shown && !groups.shown
    signal escaped()
    height: 80
    function focusFilter() { filtering = true; field.input.forceActiveFocus() }
    property bool filtering: false
    readonly property var views: [qsTr("All open"), qsTr("Closing this quarter"), qsTr("At risk"), qsTr("No next step")]
    readonly property var orders: [qsTr("Close date"), qsTr("Amount"), qsTr("Last activity"), qsTr("Risk")]

    Words { id: title; y: Theme.spaceS; kind: Theme.Title; text: qsTr("Deals"); Accessible.role: Accessible.Heading; Accessible.name: text }
    Words {
        anchors { right: parent.right; left: title.right; leftMargin: Theme.spacePage; verticalCenter: title.verticalCenter }
        horizontalAlignment: Text.AlignRight
        kind: Theme.Small
        color: Theme.text2
        text: root.board.state === DealBoardModel.Ready ? root.board.summary : ""
    }
    ScrollRow {
        y: 48
        width: Math.max(0, tools.x - Theme.spaceM)
        height: Theme.pill
        spacing: Theme.spaceS
        visible: root.board.state !== DealBoardModel.Empty && root.board.state !== DealBoardModel.Failed
        Repeater {
            model: root.views
            Pill {
                required property int index
                required property string modelData
                text: modelData
                on: root.board.view === index
                visible: index < 2 || root.width > 900
                onClicked: root.board.view = index
            }
        }
        Rectangle { width: Theme.hair; height: Theme.spaceL; color: Theme.lineStrong; anchors.verticalCenter: parent.verticalCenter }
        Row {
            spacing: Theme.spaceBadge
            height: Theme.pill
            IconButton { id: bounds; iconName: "list-filter"; active: root.board.bounds > 0; ink: active ? Theme.accentText : Theme.text2; name: root.board.bounds > 0 ? qsTr("Filters: %1").arg(root.board.bounds) : qsTr("More filters"); onClicked: panel.show(bounds); anchors.verticalCenter: parent.verticalCenter }
            TextLink { visible: root.board.ownerText.length; text: root.board.ownerText; name: qsTr("Choose owners"); onClicked: owners.toggle(this); anchors.verticalCenter: parent.verticalCenter }
            TextLink { visible: root.board.ownerText.length; iconName: "x"; name: qsTr("Show all owners"); onClicked: root.board.clearOwners(); anchors.verticalCenter: parent.verticalCenter }
            TextLink { id: ownerLink; visible: !root.board.ownerText.length; text: qsTr("Owner"); name: qsTr("Choose owners"); onClicked: owners.toggle(this); anchors.verticalCenter: parent.verticalCenter }
            Item { width: Theme.spaceXxs; height: 1 }
            TextLink { visible: !root.filtering && !root.board.filterText.length; text: qsTr("+ Filter"); name: qsTr("Filter by text"); onClicked: root.focusFilter(); anchors.verticalCenter: parent.verticalCenter }
            Field {
                id: field
                visible: root.filtering || root.board.filterText.length
                width: 180
                boxHeight: Theme.control
                anchors.verticalCenter: parent.verticalCenter
                hint: qsTr("Deal, account, next step")
                input.onTextEdited: root.board.filterText = text
                input.onActiveFocusChanged: if (!input.activeFocus && !text.length) root.filtering = false
                Keys.onEscapePressed: { text = ""; root.board.filterText = ""; root.filtering = false; root.escaped() }
                onAccepted: root.escaped()
            }
        }
    }
    Row {
        id: tools
        visible: root.board.state !== DealBoardModel.Empty && root.board.state !== DealBoardModel.Failed
        anchors.right: parent.right
        y: 48 + (Theme.pill - height) / 2
        spacing: Theme.spaceXs
        IconButton { id: chooser; visible: root.table.shown; iconName: "settings"; name: qsTr("Choose columns"); onClicked: columns.toggle(chooser) }
        IconButton { visible: root.table.shown; iconName: "file-text"; name: qsTr("Write the table to a CSV file"); onClicked: root.table.exportCsv() }
        TextLink { id: grouping; visible: root.groups.shown; anchors.verticalCenter: parent.verticalCenter; iconName: "sliders-horizontal"; text: root.groupings[root.groups.by]; name: qsTr("Grouped %1").arg(text); onClicked: { byMenu.giveFocusTo = grouping; byMenu.open = true; byRows.itemAt(root.groups.by).forceActiveFocus() } }
        Item { visible: root.groups.shown; width: Theme.spaceS; height: 1 }
        TextLink { id: order; visible: !root.table.shown; anchors.verticalCenter: parent.verticalCenter; iconName: "arrow-down-narrow-wide"; text: root.width > 1000 ? root.board.sortText : ""; name: qsTr("Order by %1").arg(root.board.sortText); onClicked: orders.toggle(order) }
        Item { visible: !root.table.shown; width: Theme.spaceS; height: 1 }
        IconButton { id: marks; iconName: "bookmark"; name: qsTr("Saved views"); active: root.saved.current.length > 0; ink: active ? Theme.accentText : Theme.text2; onClicked: saves.show(marks) }
        IconButton { iconName: "square-kanban"; name: qsTr("Board (T)"); active: root.asBoard; ink: active ? Theme.text : Theme.text2; onClicked: root.layoutAsked("board") }
        IconButton { iconName: "table-2"; name: qsTr("Table (T)"); active: root.table.shown; ink: active ? Theme.text : Theme.text2; onClicked: root.layoutAsked("table") }
        IconButton { iconName: "calendar-range"; name: qsTr("By close month (G)"); active: root.groups.shown; ink: active ? Theme.text : Theme.text2; onClicked: root.layoutAsked("groups") }
    }
    ColumnChooser { id: columns; table: root.table; y: 80; x: root.width - width }
    FilterPanel { id: panel; board: root.board; y: 80; x: Math.max(0, Math.min(bounds.parent.x, root.width - width)) }
    SavedViews { id: saves; views: root.saved; y: 80; x: root.width - width }
    Popover {
        id: byMenu
        y: 76
        x: root.width - width - 76
        bodyWidth: 200
        function take(by) { root.groups.by = by; close() }
        Column {
            width: parent.width
            Repeater { id: byRows; model: root.groupings; MenuRow { required property int index; required property string modelData; text: modelData; checked: root.groups.by === index; onChosen: byMenu.take(index) } }
        }
    }
    Popover {
        id: orders
        y: 76
        x: root.width - width
        bodyWidth: 200
        function toggle(from) { giveFocusTo = from; open = !open; if (open) orderRows.itemAt(root.board.sort).forceActiveFocus() }
        Column {
            width: parent.width
            Repeater {
                id: orderRows
                model: root.orders
                MenuRow { required property int index; required property string modelData; text: modelData; checked: root.board.sort === index; onChosen: { root.board.sort = index; orders.close() } }
            }
        }
    }
    Popover {
        id: owners
        y: 76
        x: Math.min(ownerLink.parent.x, root.width - width)
        function toggle(from) { giveFocusTo = from; open = !open; if (open && ownerRows.count) ownerRows.itemAt(0).forceActiveFocus() }
        Column {
            width: parent.width
            Repeater {
                id: ownerRows
                model: owners.open ? root.board.owners : []
                MenuRow { required property var modelData; text: modelData.name; checked: modelData.chosen; onChosen: root.board.toggleOwner(modelData.id) }
            }
            MenuRow { text: qsTr("Everybody"); enabled: root.board.ownerText.length > 0; onChosen: { root.board.clearOwners(); owners.close() } }
        }
    }
}
