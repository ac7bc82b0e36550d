// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The agent's draft beside its thread, to read and copy.
Surface {
    id: root
    required property var advice
    signal reviewAsked(string draftId)
    Rectangle {
        id: head
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.hair }
        height: 47
        radius: Theme.radiusCard - 1
        color: Theme.accentSoft
        Rectangle { anchors { left: parent.left; right: parent.right; bottom: parent.bottom } height: Theme.radiusCard; color: Theme.accentSoft }
        Icon { theme: Theme; name: "agent"; size: Theme.iconLarge; x: Theme.spaceL; anchors.verticalCenter: parent.verticalCenter }
        Words { x: 43; anchors.verticalCenter: parent.verticalCenter; kind: Theme.StrongHeavy; color: Theme.accentText; text: qsTr("Draft by the agent") }
        Words { anchors { right: parent.right; rightMargin: Theme.spaceL; verticalCenter: parent.verticalCenter } kind: Theme.Small; color: Theme.accentText; text: qsTr("not sent") }
    }
    Flickable {
        id: flick
        anchors { fill: parent; topMargin: 48; bottomMargin: Theme.hair }
        contentHeight: column.height + Theme.spaceL
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: column
            x: Theme.spaceL
            width: flick.width - 2 * x
            Repeater {
                model: [{ name: qsTr("To"), value: root.advice.draftTo, strong: false }, { name: qsTr("Subject"), value: root.advice.draftSubject, strong: true }].filter(line => line.value.length)
                Item {
                    id: entry
                    required property var modelData
                    width: column.width
                    height: 40
                    Words { anchors.verticalCenter: parent.verticalCenter; color: Theme.text2; text: entry.modelData.name }
                    Words { x: 56; width: parent.width - x; anchors.verticalCenter: parent.verticalCenter; kind: entry.modelData.strong ? Theme.Strong : Theme.Body; text: entry.modelData.value }
                    Rectangle { width: parent.width; height: Theme.hair; color: Theme.line; anchors.bottom: parent.bottom }
                }
            }
            DraftBox { width: parent.width; topPadding: Theme.spaceL; advice: root.advice; bare: true; onReviewAsked: id => root.reviewAsked(id) }
        }
        ScrollHandle { view: flick }
    }
}
