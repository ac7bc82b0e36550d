// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What can be decided about the selected draft, with its keys. Asks for a reason before it rejects.
FocusScope {
    id: root
    required property var draft
    property bool editing: false
    property bool busy: false
    property bool asking: false // for the reason of a rejection
    signal approved()
    signal editAsked()
    signal rejected(string reason)
    signal handedOver()
    signal triedAgain()
    signal takenBack()
    signal kept()
    signal dropped()
    implicitHeight: 72
    readonly property bool tight: width < 660
    function ask() { asking = true; reason.text = ""; reason.input.forceActiveFocus() }
    onDraftChanged: if (draft.inOutbox) asking = false
    Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
    ScrollRow {
        x: Theme.spacePage
        width: root.width - 2 * x
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceS
        visible: !root.asking && !root.editing && !root.draft.inOutbox && !root.draft.failed
        PushButton { tall: true; look: root.draft.blocked ? "secondary" : "primary"; text: root.draft.blocked ? qsTr("Approve as it is") : qsTr("Approve"); keyText: "A"; enabled: !root.busy; onClicked: root.approved() }
        PushButton { tall: true; look: root.draft.blocked ? "primary" : "secondary"; text: root.tight ? qsTr("Edit") : qsTr("Edit, then approve"); keyText: "E"; enabled: !root.busy; onClicked: root.editAsked() }
        PushButton { tall: true; look: "danger"; text: root.tight ? qsTr("Reject") : qsTr("Reject with reason"); keyText: "R"; enabled: !root.busy; onClicked: root.ask() }
    }
    ScrollRow {
        x: Theme.spacePage
        width: root.width - 2 * x
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceS
        visible: root.editing
        PushButton { tall: true; look: "primary"; text: qsTr("Keep the change"); keyText: qsTr("Ctrl ↵"); enabled: !root.busy; onClicked: root.kept() }
        PushButton { tall: true; look: "ghost"; text: qsTr("Leave it as it was"); keyText: qsTr("Esc"); onClicked: root.dropped() }
    }
    Row {
        x: Theme.spacePage
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceS
        visible: root.draft.failed === true && !root.editing
        PushButton { tall: true; look: "primary"; text: qsTr("Try again"); iconName: "rotate-ccw"; enabled: !root.busy; onClicked: root.triedAgain() }
        PushButton { tall: true; text: qsTr("Take it back"); iconName: "undo-2"; enabled: !root.busy; onClicked: root.takenBack() }
    }
    Row {
        x: Theme.spacePage
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceM
        visible: root.draft.inOutbox && !root.editing
        PushButton { visible: !root.draft.leaving && !root.draft.byItself; tall: true; look: "primary"; text: root.draft.chat ? qsTr("Write it to a file now") : qsTr("Hand it to the mail program now"); onClicked: root.handedOver() }
        Icon { visible: root.draft.leaving; theme: Theme; name: "clock"; color: Theme.text2; anchors.verticalCenter: parent.verticalCenter }
        Icon { visible: root.draft.byItself && !root.draft.leaving; theme: Theme; name: "send"; color: Theme.text2; anchors.verticalCenter: parent.verticalCenter }
        Words { visible: root.draft.byItself && !root.draft.leaving; text: qsTr("Leaves by your mailbox"); color: Theme.text2; anchors.verticalCenter: parent.verticalCenter }
        Words { visible: root.draft.leaving; text: qsTr("Leaves when the ten seconds to undo are over"); color: Theme.text2; anchors.verticalCenter: parent.verticalCenter }
    }
    Row {
        x: Theme.spacePage
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceS
        visible: root.asking
        Field { id: reason; width: Math.min(360, root.width - x - no.width - back.width - 3 * Theme.spacePage); boxHeight: Theme.controlTall; hint: qsTr("Why? The agent learns from it"); onAccepted: root.give(); Keys.onEscapePressed: root.stop() }
        PushButton { id: no; tall: true; look: "danger"; text: qsTr("Reject"); onClicked: root.give() }
        PushButton { id: back; tall: true; look: "ghost"; text: qsTr("Back"); onClicked: root.stop() }
    }
    Words { visible: root.width > 800 && !root.asking; anchors { right: parent.right; rightMargin: Theme.spacePage; verticalCenter: parent.verticalCenter } kind: Theme.Small; color: Theme.text2; text: root.draft.place }
    function give() { const words = reason.text; asking = false; root.rejected(words) }
    function stop() { asking = false; root.dropped() }
}
