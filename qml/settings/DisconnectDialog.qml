// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Disconnects a mailbox, with or without the mails that came from it.
Dialog {
    id: root
    required property MailboxesModel mailboxes
    readonly property var form: mailboxes.form
    property bool withMessages: false
    boxWidth: 520
    boxHeight: 330
    title: qsTr("Disconnect %1").arg(form.address)
    focus: true
    Connections { target: root.mailboxes; function onConnected() { root.closed() } }
    Column {
        width: parent.width
        spacing: Theme.spaceM
        Words { width: parent.width; wrapMode: Text.WordWrap; text: qsTr("It is no longer read, nothing leaves by it, and its password is deleted from this computer. On the server nothing changes.") }
        Words { kind: Theme.Strong; text: qsTr("What was read from it") }
        Flow {
            width: parent.width
            spacing: Theme.spaceS
            Pill { text: qsTr("Stays here"); on: !root.withMessages; onClicked: root.withMessages = false }
            Pill { text: qsTr("Is deleted for good"); on: root.withMessages; onClicked: root.withMessages = true }
        }
        Words { visible: root.withMessages; width: parent.width; wrapMode: Text.WordWrap; color: Theme.warn; text: qsTr("Its mails and their files go, so that they cannot be restored. What was learnt about deals stays, with its quotes.") }
    }
    Row {
        anchors { right: parent.right; bottom: parent.bottom }
        spacing: Theme.spaceS
        PushButton { text: qsTr("Cancel"); onClicked: root.closed() }
        PushButton { look: "danger"; text: qsTr("Disconnect"); enabled: root.mailboxes.busy.length === 0; disabledReason: root.mailboxes.busy; onClicked: root.mailboxes.disconnect(root.form.id, root.withMessages) }
    }
}
