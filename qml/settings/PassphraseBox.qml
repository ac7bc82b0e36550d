// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Without a keychain: the passphrase that seals the passwords, chosen once or entered at each start.
Column {
    id: root
    required property MailboxesModel mailboxes
    spacing: Theme.spaceS
    Words { width: parent.width; wrapMode: Text.WordWrap; text: root.mailboxes.newPassphrase ? qsTr("This computer has no keychain. Choose a passphrase: it seals the file in which your passwords will lie, and is asked for at each start.") : qsTr("Passwords are sealed. Enter your passphrase to go on reading and sending mail.") }
    Row {
        spacing: Theme.spaceS
        Field { id: words; width: Math.min(320, root.width - go.width - Theme.spaceS); input.echoMode: TextInput.Password; hint: qsTr("Passphrase"); error: root.mailboxes.lockProblem; onAccepted: root.give() }
        PushButton { id: go; tall: true; look: "primary"; text: root.mailboxes.newPassphrase ? qsTr("Seal with it") : qsTr("Unlock"); iconName: "lock"; enabled: words.text.length > 0; onClicked: root.give() }
    }
    function give() { root.mailboxes.unlock(words.text); words.text = "" }
}
