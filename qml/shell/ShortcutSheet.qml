// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// All keys, over the page.
FocusScope {
    id: root
    signal closed()
    anchors.fill: parent
    z: 70
    Keys.onPressed: event => {
        event.accepted = true
        const by = event.key === Qt.Key_Down ? 56 : event.key === Qt.Key_Up ? -56 : 0
        if (by !== 0 && flick.contentHeight > flick.height) flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY + by))
        else root.closed()
    }
    Component.onCompleted: forceActiveFocus()
    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Keyboard shortcuts")
    readonly property var keys: [
        [["J", "K"], qsTr("Next, previous")], [["H", "L"], qsTr("Column to the left, right")], [["↵"], qsTr("Open")],
        [["Esc"], qsTr("Back")], [["M"], qsTr("Move stage")], [["Ctrl", "←", "→"], qsTr("Move one stage back, on")],
        [["E"], qsTr("Edit")], [["T"], qsTr("Board or table")], [["G"], qsTr("By close month")], [["X"], qsTr("Select a deal")], [["/"], qsTr("Filter")], [["Ctrl", "K"], qsTr("Search")], [["Ctrl", "I"], qsTr("Import")], [["Ctrl", "Z"], qsTr("Undo")],
        [["A"], qsTr("Approve")], [["R"], qsTr("Reject")], [["U"], qsTr("Read or unread")], [["⇧", "U"], qsTr("All read")], [["Ctrl", "1"], qsTr("Home")], [["Ctrl", "2"], qsTr("Deals")],
        [["Ctrl", "3"], qsTr("Conversations")], [["Ctrl", "4"], qsTr("Accounts")], [["Ctrl", "5"], qsTr("Approvals")], [["Ctrl", "6"], qsTr("Insights")], [["N"], qsTr("New account or person")], [["Ctrl", ","], qsTr("Settings")], [["?"], qsTr("This list")]]
    Rectangle { anchors.fill: parent; color: Theme.scrim; MouseArea { anchors.fill: parent; onClicked: root.closed(); onWheel: event => event.accepted = true } }
    Item {
        anchors.centerIn: parent
        width: Math.min(760, root.width - 2 * Theme.spacePage)
        height: Math.min(list.height + 88, root.height - 2 * Theme.spacePage)
        Elevation { level: 3; radius: Theme.radiusPalette }
        Rectangle { anchors.fill: parent; radius: Theme.radiusPalette; color: Theme.surface; border { width: Theme.hair; color: Theme.line } MouseArea { anchors.fill: parent } }
        Words { x: Theme.spacePage; y: Theme.spaceXl; kind: Theme.Heading; text: qsTr("Keyboard shortcuts") }
        Flickable {
            id: flick
            x: Theme.spacePage
            y: 56
            width: parent.width - 2 * x
            height: parent.height - y - Theme.spaceXxl
            contentHeight: list.height
            clip: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            ScrollHandle { view: flick }
            Grid {
                id: list
                columns: 2
                columnSpacing: Theme.spaceXxl
                flow: Grid.TopToBottom
                rows: Math.ceil(root.keys.length / 2)
                width: parent.width
                Repeater {
                    model: root.keys
                    Item {
                        id: entry
                        required property var modelData
                        width: (list.width - list.columnSpacing) / 2
                        height: 28
                        Words { anchors.verticalCenter: parent.verticalCenter; width: caps.x - Theme.spaceS; text: entry.modelData[1] }
                        Row { id: caps; anchors { right: parent.right; verticalCenter: parent.verticalCenter } spacing: Theme.spaceXs; Repeater { model: entry.modelData[0]; KeyCap { required property string modelData; text: modelData } } }
                    }
                }
            }
        }
    }
}
