// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Where one can go. Folds to icons at 1100 and below.
Item {
    id: root
    property bool folded: false
    property string current
    property int unread: 0
    property int approvals: 0
    property int insights: 0
    signal chosen(string page)
    width: folded ? Theme.railCollapsed : Theme.rail
    readonly property var pages: [
        { id: "home", icon: "house", name: qsTr("Home"), count: 0 },
        { id: "deals", icon: "square-kanban", name: qsTr("Deals"), count: 0 },
        { id: "conversations", icon: "messages-square", name: qsTr("Conversations"), count: root.unread, told: qsTr("%1, %2 unread") },
        { id: "accounts", icon: "building-2", name: qsTr("Accounts"), count: 0 },
        { id: "approvals", icon: "shield-check", name: qsTr("Approvals"), count: root.approvals },
        { id: "insights", icon: "lightbulb", name: qsTr("Insights"), count: root.insights }]
    Icon { theme: Theme; name: "agent"; size: Theme.spacePage; x: Theme.spaceL; y: Theme.spaceM; Accessible.ignored: true }
    Words { visible: !root.folded; x: 50; y: 14; kind: Theme.StrongHeavy; text: qsTr("Agent Army") }
    Column {
        x: Theme.spaceS
        y: Theme.topBar + Theme.spaceS
        width: root.width - 2 * Theme.spaceS
        spacing: Theme.spaceXxs
        Repeater {
            model: root.pages
            RailItem {
                required property var modelData
                width: parent.width
                folded: root.folded
                iconName: modelData.icon
                text: modelData.name
                count: modelData.count
                countName: modelData.told ?? qsTr("%1, %2 waiting")
                on: root.current === modelData.id
                onClicked: root.chosen(modelData.id)
            }
        }
    }
    RailItem { anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.spaceS; rightMargin: Theme.spaceS; bottomMargin: Theme.spaceM } folded: root.folded; iconName: "settings"; text: qsTr("Settings"); on: root.current === "settings"; onClicked: root.chosen("settings") }
}
