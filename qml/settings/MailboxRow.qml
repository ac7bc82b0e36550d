// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One mailbox: how it is doing, and what can be done with it.
Item {
    id: root
    required property MailboxesModel mailboxes
    required property string mailboxId
    required property string address
    required property string line
    required property int tone
    required property double share
    required property bool sends
    signal editAsked(string id)
    signal disconnectAsked(string id)
    height: Math.max(60, 30 + state.height + (bar.visible ? Theme.spaceM : 0) + Theme.spaceS)
    Icon { theme: Theme; name: root.sends ? "mail-check" : "mail"; color: Theme.text2; y: Theme.spaceS }
    Words { x: 28; y: Theme.spaceXs; width: buttons.x - x - Theme.spaceM; kind: Theme.Strong; text: root.address }
    Words { id: state; x: 28; y: 28; width: buttons.x - x - Theme.spaceM; wrapMode: Text.WordWrap; kind: Theme.Small; color: [Theme.text2, Theme.accentText, Theme.good, Theme.warn, Theme.bad][root.tone]; text: root.sends ? root.line : qsTr("%1 · reads only").arg(root.line) }
    ProgressLine { id: bar; visible: root.share >= 0; x: 28; y: state.y + state.height + Theme.spaceXs; width: buttons.x - x - Theme.spaceM; value: root.share; name: root.line }
    Row {
        id: buttons
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        spacing: Theme.spaceS
        PushButton { text: qsTr("Change"); iconName: "pencil"; Accessible.name: qsTr("Change %1").arg(root.address); onClicked: root.editAsked(root.mailboxId) }
        PushButton { look: "danger"; text: qsTr("Disconnect"); Accessible.name: qsTr("Disconnect %1").arg(root.address); onClicked: root.disconnectAsked(root.mailboxId) }
    }
    Rectangle { y: parent.height - Theme.hair; width: parent.width; height: Theme.hair; color: Theme.line }
}
