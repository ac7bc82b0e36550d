// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Who changed what, when and why; a change can be taken back.
Surface {
    id: root
    required property DealDetailModel deal
    ListStop { list: list }
    ListView {
        id: list
        anchors { fill: parent; margins: Theme.hair }
        clip: true
        model: root.deal.history
        boundsBehavior: Flickable.StopAtBounds
        currentIndex: -1
        keyNavigationEnabled: false
        Accessible.role: Accessible.List
        Accessible.name: qsTr("History")
        delegate: Item {
            id: row
            required property string rowId
            required property string who
            required property string field
            required property string before
            required property string after
            required property string why
            required property string when
            required property string exact
            required property bool byAgent
            required property bool undoable
            required property int index
            width: list.width
            height: why.length ? 76 : 56
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1, %2: %3 to %4, %5").arg(who).arg(field).arg(before).arg(after).arg(exact)
            Rectangle { visible: row.index > 0; x: Theme.spaceL; width: parent.width - 2 * x; height: Theme.hair; color: Theme.line }
            Icon { theme: Theme; name: row.byAgent ? "agent" : "pencil"; size: row.byAgent ? 20 : Theme.icon; x: row.byAgent ? Theme.spaceL - 2 : Theme.spaceL; y: Theme.padControl + 2; color: Theme.text2 }
            Words { x: 44; y: Theme.padControl; width: side.x - x - Theme.spaceS; kind: Theme.Strong; text: row.field }
            Words { x: 44; y: 31; width: parent.width - x - 52; kind: Theme.Small; color: Theme.text2; text: row.before.length ? qsTr("%1 to %2").arg(row.before).arg(row.after) : row.after }
            Words { visible: row.why.length; x: 44; y: 50; width: parent.width - x - Theme.spaceL; kind: Theme.Small; color: Theme.text3; text: row.why; HoverTip { text: parent.truncated ? row.why : "" } }
            Row {
                id: side
                anchors { right: parent.right; rightMargin: Theme.spaceM }
                y: Theme.padControl - Theme.spaceXs
                height: Theme.control
                spacing: Theme.spaceS
                Words { kind: Theme.Small; color: Theme.text2; text: row.who + " · " + row.when; anchors.verticalCenter: parent.verticalCenter; HoverTip { text: row.exact } }
                IconButton { visible: row.undoable; iconName: "rotate-ccw"; name: qsTr("Take this change back"); onClicked: root.deal.restore(row.rowId) }
            }
        }
        ScrollHandle { view: list }
    }
    EmptyState { visible: list.count === 0; anchors.centerIn: parent; iconName: "history"; title: qsTr("Every change will appear here"); hint: qsTr("Who made it, when, and why.") }
}
