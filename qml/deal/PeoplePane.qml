// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Who is who in this deal: drawn by power and influence, or as a list; and who is missing.
Surface {
    id: root
    required property DealDetailModel deal
    readonly property var gaps: deal.gaps
    property bool drawn: true
    signal personOpened(string id)
    readonly property bool empty: deal.peopleCount === 0
    Row {
        id: head
        visible: !root.empty
        x: Theme.spaceL
        y: Theme.spaceM
        spacing: Theme.spaceS
        Pill { text: qsTr("Map"); on: root.drawn; onClicked: root.drawn = true }
        Pill { text: qsTr("List"); on: !root.drawn; onClicked: root.drawn = false }
    }
    Column {
        id: missing
        visible: !root.empty && root.gaps.length > 0
        x: Theme.spaceL
        y: 48
        width: parent.width - 2 * x
        spacing: Theme.spaceXs
        Repeater {
            model: root.gaps
            Row {
                id: gap
                required property string modelData
                spacing: Theme.spaceBadge
                Icon { theme: Theme; name: "circle-dashed"; size: Theme.iconInline; color: Theme.warn; y: Theme.spaceXxs }
                Words { width: missing.width - 20; wrapMode: Text.WordWrap; kind: Theme.Small; color: Theme.warn; text: gap.modelData }
            }
        }
    }
    Item {
        anchors { fill: parent; topMargin: missing.visible ? missing.y + missing.height + Theme.spaceM : 48; margins: Theme.hair }
        Flickable { // where there is little room the map scrolls
            id: land
            anchors { fill: parent; leftMargin: Theme.spaceS; rightMargin: Theme.spaceS }
            visible: root.drawn && !root.empty
            contentHeight: Math.max(height, 260)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Loader { width: land.width; height: land.contentHeight; active: land.visible; sourceComponent: PoliticalMap { deal: root.deal; onPersonOpened: id => root.personOpened(id) } }
            ScrollHandle { view: land }
        }
        ListView {
            id: list
            visible: !root.drawn
            anchors.fill: parent
            clip: true
            model: root.deal.people
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("People")
            delegate: Item {
                id: row
                required property string rowId
                required property string name
                required property string title
                required property string initials
                required property string roles
                required property int power
                required property int influence
                required property int relationship
                required property string lastText
                required property string lastExact
                required property int index
                width: list.width
                height: 64
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1, %2, %3").arg(name).arg(title).arg(roles)
                Accessible.onPressAction: root.personOpened(rowId)
                Rectangle { anchors { fill: parent; margins: Theme.hair } radius: Theme.radiusCard; color: hover.hovered ? Theme.sunken : "transparent" }
                HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
                Tap { onTapped: root.personOpened(row.rowId) }
                Rectangle { visible: row.index > 0; x: 60; width: parent.width - x - Theme.spaceL; height: Theme.hair; color: Theme.line }
                Avatar { x: Theme.spaceL; anchors.verticalCenter: parent.verticalCenter; initials: row.initials; size: 32 }
                Words { x: 60; y: Theme.padControl + 1; width: scores.x - x - Theme.spaceS; kind: Theme.Strong; text: row.name }
                Words { x: 60; y: 33; width: scores.x - x - Theme.spaceS; kind: Theme.Small; color: Theme.text2; text: row.title.length && row.roles.length ? row.roles + " · " + row.title : row.roles + row.title; HoverTip { text: parent.truncated ? parent.text : "" } }
                Row {
                    id: scores
                    anchors { right: parent.right; rightMargin: Theme.spaceL }
                    y: Theme.padControl + 1
                    spacing: Theme.spaceL
                    Score { label: qsTr("Power"); value: row.power }
                    Score { label: qsTr("Influence"); value: row.influence }
                    Column {
                        width: 84
                        Words { width: parent.width; horizontalAlignment: Text.AlignRight; kind: Theme.SmallRow; color: Theme.text2; text: row.lastText; HoverTip { text: row.lastExact } }
                        Words { width: parent.width; horizontalAlignment: Text.AlignRight; kind: Theme.Caption; color: Theme.text3; text: qsTr("Last spoke") }
                    }
                }
            }
            ScrollHandle { view: list }
        }
    }
    EmptyState { visible: root.empty; anchors.centerIn: parent; iconName: "users"; title: qsTr("People of this account will appear here"); hint: qsTr("They are found in signatures, recipients and meetings.") }
}
