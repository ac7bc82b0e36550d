// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What the agent would do next, why, and the draft that waits for a person.
Surface {
    id: root
    required property var advice
    readonly property bool hasDraft: advice.draftText.length > 0
    Flickable {
        id: flick
        anchors { fill: parent; margins: Theme.hair }
        contentHeight: column.height + Theme.spaceXl
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: column
            x: Theme.spaceL - Theme.hair
            width: flick.width - 2 * x
            topPadding: Theme.spaceL
            Item {
                width: parent.width
                height: Theme.pill
                Icon { theme: Theme; name: "agent"; size: Theme.pill }
                Words { x: 34; kind: Theme.Strong; text: qsTr("Next best action"); anchors.verticalCenter: parent.verticalCenter }
                Words { anchors { right: parent.right; verticalCenter: parent.verticalCenter } kind: Theme.Small; color: Theme.text2; text: root.advice.sureness }
            }
            Item { width: 1; height: Theme.spaceM }
            Words { width: parent.width; kind: Theme.Heading; wrapMode: Text.WordWrap; text: root.advice.action.length ? root.advice.action : qsTr("Nothing to do: the next step is theirs") }
            Item { width: 1; height: Theme.spaceM }
            Repeater {
                model: root.advice.reasons
                Item {
                    id: entry
                    required property string modelData
                    width: column.width
                    height: reason.height + Theme.padControl
                    Rectangle { x: Theme.spaceXs - 1; y: 7; width: Theme.spaceXs; height: width; radius: width / 2; color: Theme.text3 }
                    Words { id: reason; x: Theme.spaceL; width: parent.width - x; kind: Theme.Small; color: Theme.text2; wrapMode: Text.WordWrap; text: entry.modelData }
                }
            }
            Item { width: 1; height: Theme.spaceS; visible: root.hasDraft }
            DraftBox { visible: root.hasDraft; x: -Theme.spaceXs; width: parent.width + 2 * Theme.spaceXs; advice: root.advice }
        }
        ScrollHandle { view: flick }
    }
}
