// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Two records that may be one, and what is to become of them.
Surface {
    id: root
    required property string rowId
    required property string kind
    required property string firstId
    required property string firstName
    required property string firstLine
    required property string secondId
    required property string secondName
    required property string secondLine
    required property string reason
    signal merged(bool keepFirst)
    signal keptApart()
    signal opened(string kind, string id)
    readonly property bool tight: width < 640
    height: 124
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1 and %2: %3").arg(firstName).arg(secondName).arg(reason)
    Icon { theme: Theme; name: root.kind === "person" ? "user" : "building-2"; size: Theme.iconInline; color: Theme.text2; x: Theme.spaceL; y: Theme.spaceM + Theme.spaceXxs }
    Words { x: 38; y: Theme.spaceM; width: apart.x - x - Theme.spaceS; kind: Theme.Small; color: Theme.text2; text: root.reason }
    TextLink { id: apart; anchors { right: parent.right; rightMargin: Theme.spaceL } y: Theme.padControl; text: qsTr("Not the same"); name: qsTr("%1 and %2 are not the same").arg(root.firstName).arg(root.secondName); onClicked: root.keptApart() }
    Row {
        id: sides
        x: Theme.spaceL
        y: 40
        width: parent.width - 2 * x
        spacing: Theme.spaceL
        Repeater {
            model: 2
            Rectangle {
                id: side
                required property int index
                readonly property string title: index ? root.secondName : root.firstName
                width: (sides.width - Theme.spaceL) / 2
                height: 68
                radius: Theme.radiusCard
                color: Theme.sunken
                TextLink { x: Theme.spaceM; y: Theme.spaceM; width: keep.x - x - Theme.spaceS; kind: Theme.Strong; ink: Theme.text; text: side.title; name: qsTr("Open %1").arg(side.title); onClicked: root.opened(root.kind, side.index ? root.secondId : root.firstId) }
                Words { x: Theme.spaceM; y: 36; width: parent.width - x - (root.tight ? Theme.spaceM : keep.width + Theme.spaceXl); kind: Theme.Small; color: Theme.text2; text: side.index ? root.secondLine : root.firstLine }
                PushButton { id: keep; anchors { right: parent.right; rightMargin: Theme.spaceM } y: root.tight ? Theme.spaceS : (parent.height - height) / 2; text: root.tight ? qsTr("Keep") : qsTr("Keep this one"); onClicked: root.merged(side.index === 0); Accessible.name: qsTr("Merge into %1").arg(side.title) }
            }
        }
    }
}
