// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Archived and deleted deals, over the page, and the way back for each.
FocusScope {
    id: root
    required property PutAwayModel putAway
    signal closed()
    anchors.fill: parent
    z: 70
    Keys.onEscapePressed: root.closed()
    Component.onCompleted: { putAway.load(); list.forceActiveFocus() }
    Accessible.role: Accessible.Dialog
    Accessible.name: heading.text
    Rectangle { anchors.fill: parent; color: Theme.scrim; MouseArea { anchors.fill: parent; onClicked: root.closed(); onWheel: event => event.accepted = true } }
    Item {
        id: box
        anchors.horizontalCenter: parent.horizontalCenter
        y: 112
        width: Math.min(560, root.width - 2 * Theme.spacePage)
        height: Math.min(root.height - y - Theme.spacePage, 64 + Math.max(160, list.contentHeight + Theme.spaceM))
        Elevation { level: 3; radius: Theme.radiusPalette }
        Rectangle { anchors.fill: parent; radius: Theme.radiusPalette; color: Theme.surface; border { width: Theme.hair; color: Theme.line } MouseArea { anchors.fill: parent } }
        Words { id: heading; x: Theme.spacePage; y: Theme.spaceXl; kind: Theme.Heading; text: qsTr("Archived and deleted deals"); Accessible.role: Accessible.Heading; Accessible.name: text }
        KeyCap { anchors { right: parent.right; rightMargin: Theme.spacePage } y: 22; text: "Esc" }
        ListView {
            id: list
            y: 60
            width: parent.width
            height: parent.height - y - Theme.spaceS
            clip: true
            activeFocusOnTab: true
            keyNavigationEnabled: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.putAway.rows
            Accessible.role: Accessible.List
            Accessible.name: heading.text
            Keys.onReturnPressed: if (currentIndex >= 0 && currentIndex < count) root.putAway.restore(root.putAway.rows[currentIndex].id)
            delegate: Item {
                id: row
                required property var modelData
                required property int index
                width: list.width
                height: 52
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1, %2, %3").arg(modelData.name).arg(modelData.account).arg(modelData.note)
                Accessible.onPressAction: root.putAway.restore(row.modelData.id)
                Rectangle { visible: list.activeFocus && row.ListView.isCurrentItem; anchors { fill: parent; leftMargin: Theme.spaceS; rightMargin: Theme.spaceS } radius: Theme.radiusControl; color: Theme.accentSoft }
                Icon { theme: Theme; name: row.modelData.deleted ? "trash-2" : "archive"; x: Theme.spacePage; anchors.verticalCenter: parent.verticalCenter; color: Theme.text2 }
                Words { x: 52; y: Theme.spaceS; width: back.x - x - Theme.spaceS; kind: Theme.Strong; text: row.modelData.name }
                Words { x: 52; y: 29; width: back.x - x - Theme.spaceS; kind: Theme.Small; color: Theme.text2; text: row.modelData.account.length ? row.modelData.account + " · " + row.modelData.note : row.modelData.note }
                PushButton { id: back; anchors { right: parent.right; rightMargin: Theme.spacePage; verticalCenter: parent.verticalCenter } text: qsTr("Restore"); onClicked: root.putAway.restore(row.modelData.id) }
            }
            ScrollHandle { view: list }
        }
        EmptyState { visible: !root.putAway.loading && list.count === 0; y: 72; anchors.horizontalCenter: parent.horizontalCenter; iconName: "archive"; title: root.putAway.problem.length ? root.putAway.problem : qsTr("What you archive or delete stays here"); hint: root.putAway.problem.length ? "" : qsTr("Deleted deals can be restored for 30 days.") }
    }
}
