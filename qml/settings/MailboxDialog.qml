// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Connects a mailbox, or changes one: address and password, the rest is guessed and can be corrected.
Dialog {
    id: root
    required property MailboxesModel mailboxes
    readonly property var form: mailboxes.form
    readonly property bool isNew: !form.id
    readonly property bool working: mailboxes.busy.length > 0
    property bool more: !isNew
    boxWidth: 560
    boxHeight: more ? 660 : 460
    title: isNew ? qsTr("Connect a mailbox") : form.address
    Component.onDestruction: mailboxes.stop()
    Component.onCompleted: isNew ? address.input.forceActiveFocus() : password.input.forceActiveFocus()
    Connections { target: root.mailboxes; function onConnected() { root.closed() } }
    function go() { if (!working) mailboxes.keep(password.text) }
    component Security: Flow {
        id: choice
        property string value
        signal chosen(string value)
        spacing: Theme.spaceS
        Repeater {
            model: [{ value: "tls", text: qsTr("TLS") }, { value: "starttls", text: qsTr("STARTTLS") }, { value: "none", text: qsTr("None, on this computer only") }]
            Pill { required property var modelData; text: modelData.text; on: choice.value === modelData.value; onClicked: choice.chosen(modelData.value) }
        }
    }
    Flickable {
        id: flick
        width: parent.width
        height: parent.height - buttons.height - Theme.spaceM
        contentHeight: fields.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: fields
            width: flick.width
            spacing: Theme.spaceM
            Field { id: address; visible: root.isNew; width: parent.width; label: qsTr("Mail address"); text: root.form.address; onTextChanged: if (input.activeFocus) root.mailboxes.set("address", text); onAccepted: password.input.forceActiveFocus() }
            Field { id: password; width: parent.width; label: root.isNew ? qsTr("Password") : qsTr("New password, only if it changed"); input.echoMode: TextInput.Password; onAccepted: root.go() }
            Words { visible: (root.form.note ?? "").length; width: parent.width; wrapMode: Text.WordWrap; color: Theme.warn; text: root.form.note ?? "" }
            Field { width: parent.width; label: qsTr("Your name in what is sent"); text: root.form.senderName; onTextChanged: if (input.activeFocus) root.mailboxes.set("senderName", text) }
            TextLink { visible: !root.more; text: root.form.imapHost ? qsTr("Servers: %1 and %2").arg(root.form.imapHost).arg(root.form.smtpHost) : qsTr("Servers and folders"); onClicked: root.more = true }
            Column {
                visible: root.more
                width: parent.width
                spacing: Theme.spaceM
                Row {
                    width: parent.width
                    spacing: Theme.spaceS
                    Field { width: parent.width - 108; label: qsTr("Server for reading (IMAP)"); text: root.form.imapHost; onTextChanged: if (input.activeFocus) root.mailboxes.set("imapHost", text) }
                    Field { width: 100; label: qsTr("Port"); text: root.form.imapPort; onTextChanged: if (input.activeFocus) root.mailboxes.set("imapPort", text) }
                }
                Security { width: parent.width; value: root.form.imapSecurity; onChosen: value => root.mailboxes.set("imapSecurity", value) }
                Row {
                    width: parent.width
                    spacing: Theme.spaceS
                    Field { width: parent.width - 108; label: qsTr("Server for sending (SMTP), empty: only read"); text: root.form.smtpHost; onTextChanged: if (input.activeFocus) root.mailboxes.set("smtpHost", text) }
                    Field { width: 100; label: qsTr("Port"); text: root.form.smtpPort; onTextChanged: if (input.activeFocus) root.mailboxes.set("smtpPort", text) }
                }
                Security { width: parent.width; value: root.form.smtpSecurity; onChosen: value => root.mailboxes.set("smtpSecurity", value) }
                Field { width: parent.width; label: qsTr("Name to sign in with"); text: root.form.user; onTextChanged: if (input.activeFocus) root.mailboxes.set("user", text) }
                Words { kind: Theme.Strong; text: qsTr("Whose mail is read") }
                Flow {
                    width: parent.width
                    spacing: Theme.spaceS
                    Pill { text: qsTr("Everybody's"); on: !root.form.knownOnly; onClicked: root.mailboxes.set("knownOnly", false) }
                    Pill { text: qsTr("Only of people and companies that are known"); on: root.form.knownOnly; onClicked: root.mailboxes.set("knownOnly", true) }
                }
                Words { kind: Theme.Strong; text: qsTr("Mails that are deleted on the server") }
                Flow {
                    width: parent.width
                    spacing: Theme.spaceS
                    Pill { text: qsTr("Are deleted here too"); on: !root.form.keepDeleted; onClicked: root.mailboxes.set("keepDeleted", false) }
                    Pill { text: qsTr("Stay here"); on: root.form.keepDeleted; onClicked: root.mailboxes.set("keepDeleted", true) }
                }
                Words { visible: root.isNew; kind: Theme.Strong; text: qsTr("How far back") }
                Flow {
                    visible: root.isNew
                    width: parent.width
                    spacing: Theme.spaceS
                    Repeater {
                        model: [{ days: 30, text: qsTr("A month") }, { days: 180, text: qsTr("Half a year") }, { days: 730, text: qsTr("Two years") }, { days: 36500, text: qsTr("Everything") }]
                        Pill { required property var modelData; text: modelData.text; on: root.form.sinceDays === modelData.days; onClicked: root.mailboxes.set("sinceDays", modelData.days) }
                    }
                }
            }
            Words { visible: root.working; width: parent.width; color: Theme.text2; text: qsTr("%1 …").arg(root.mailboxes.busy) }
            Repeater {
                model: root.mailboxes.found
                Row { id: line; required property string modelData; spacing: Theme.spaceS; Icon { theme: Theme; name: "circle-check"; color: Theme.good; y: Theme.spaceXxs } Words { width: fields.width - 28; wrapMode: Text.WordWrap; text: line.modelData } }
            }
            Row {
                visible: root.mailboxes.formProblem.length
                spacing: Theme.spaceS
                Icon { theme: Theme; name: "circle-alert"; color: Theme.bad; y: Theme.spaceXxs }
                Words { width: fields.width - 28; wrapMode: Text.WordWrap; color: Theme.bad; text: root.mailboxes.formProblem }
            }
        }
        ScrollHandle { view: flick }
    }
    Row {
        id: buttons
        anchors { right: parent.right; bottom: parent.bottom }
        spacing: Theme.spaceS
        PushButton { visible: !root.working; text: qsTr("Test"); iconName: "shield-check"; enabled: root.form.address.length > 0 && (password.text.length > 0 || !root.isNew); onClicked: root.mailboxes.check(password.text) }
        PushButton { visible: root.working; text: qsTr("Stop"); onClicked: root.mailboxes.stop() }
        PushButton { visible: !root.working; text: qsTr("Cancel"); onClicked: root.closed() }
        PushButton { look: "primary"; text: root.isNew ? qsTr("Connect") : qsTr("Keep"); iconName: "check"; enabled: !root.working && root.form.address.length > 0 && (password.text.length > 0 || !root.isNew); disabledReason: root.working ? root.mailboxes.busy : qsTr("Address and password are needed"); onClicked: root.go() }
    }
}
