// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The mailboxes that are read as mail comes and that messages leave by.
SettingGroup {
    id: root
    required property MailboxesModel mailboxes
    required property Item page ///< the windows open over it
    title: qsTr("Mailboxes")
    hint: qsTr("Mail is read as it comes, and what you approve leaves by your own mailbox. Everything stays on this computer.")
    Component.onCompleted: mailboxes.load()
    function begin(what) { if (what === "connect") root.edit("") }
    function edit(id) { mailboxes.begin(id); dialog.show(editing) }
    PassphraseBox { visible: root.mailboxes.locked; width: parent.width; mailboxes: root.mailboxes }
    Repeater {
        model: root.mailboxes.rows
        MailboxRow { width: root.width; mailboxes: root.mailboxes; onEditAsked: id => root.edit(id); onDisconnectAsked: id => { root.mailboxes.begin(id); dialog.show(leaving) } }
    }
    Words { visible: root.mailboxes.state === MailboxesModel.Empty; width: parent.width; wrapMode: Text.WordWrap; color: Theme.text2; text: qsTr("No mailbox is connected yet. What you import by file stays as it is.") }
    ErrorState { visible: root.mailboxes.state === MailboxesModel.Failed; problem: root.mailboxes.problem; onRetry: root.mailboxes.load() }
    Row {
        spacing: Theme.spaceS
        topPadding: Theme.spaceS
        PushButton { look: root.mailboxes.state === MailboxesModel.Empty ? "primary" : "secondary"; text: qsTr("Connect a mailbox"); iconName: "plus"; enabled: !root.mailboxes.locked; disabledReason: qsTr("Enter the passphrase first"); onClicked: root.edit("") }
        PushButton { visible: root.mailboxes.state === MailboxesModel.Ready; text: qsTr("Look for mail now"); iconName: "inbox"; onClicked: root.mailboxes.lookNow() }
    }
    Words {
        width: parent.width
        wrapMode: Text.WordWrap
        kind: Theme.Small
        color: Theme.text2
        text: root.mailboxes.inKeychain ? qsTr("Passwords lie in the keychain of this computer.") : qsTr("This computer has no keychain: passwords lie in a file of the workspace that your passphrase seals.")
    }
    Component { id: editing; MailboxDialog { focus: true; mailboxes: root.mailboxes; onClosed: dialog.stop() } }
    Component { id: leaving; DisconnectDialog { focus: true; mailboxes: root.mailboxes; onClosed: dialog.stop() } }
    Loader { id: dialog; parent: root.page; active: false; anchors.fill: parent; z: 70; function show(what) { sourceComponent = what; active = true; item.forceActiveFocus() } function stop() { active = false; root.page.forceActiveFocus() } }
}
