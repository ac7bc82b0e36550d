// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import QtTest
import AgentArmy

// qmllint disable unqualified
// `stand` is the test program's.
Item {
    id: root
    width: 1440
    height: 900

    Loader { id: loader; anchors.fill: parent; active: false; sourceComponent: Shell { workspace: stand.workspace; focus: true } }

    TestCase {
        name: "Mailboxes"
        when: windowShown
        property var shell: null
        property var mailboxes: null

        function initTestCase() { Theme.still = true }
        function init() {
            loader.active = false
            wait(0)
            stand.renew()
            loader.active = true
            shell = loader.item
            mailboxes = stand.workspace.mailboxes
        }
        function open() {
            keyClick(Qt.Key_Comma, Qt.ControlModifier)
            wait(50)
            mouseClick(button("Mailboxes"))
            tryVerify(() => mailboxes.state !== MailboxesModel.Loading)
            wait(50)
        }
        function find(item, matches) {
            if (matches(item))
                return item
            for (let i = 0; i < item.children.length; ++i) {
                const found = find(item.children[i], matches)
                if (found)
                    return found
            }
            return null
        }
        function shown(item) { for (let at = item; at; at = at.parent) if (!at.visible) return false; return true }
        function button(text) { return find(shell, item => item.clicked !== undefined && item.text === text && shown(item)) }
        function field(label) { return find(shell, item => item.accepted !== undefined && item.input !== undefined && (item.label === label || item.hint === label) && shown(item)) }
        function words(text) { return find(shell, item => item.kind !== undefined && item.text === text && shown(item)) }
        function type(target, text) {
            target.input.forceActiveFocus()
            target.input.selectAll()
            for (const letter of text) keyClick(letter)
        }
        function connectOne() {
            mouseClick(button("Connect a mailbox"))
            wait(30)
            type(field("Mail address"), "lena@meridian.example")
            compare(mailboxes.form.imapHost, "imap.meridian.example")
            compare(mailboxes.form.smtpPort, "465")
            type(field("Password"), "secret")
            keyClick(Qt.Key_Return)
            tryCompare(mailboxes, "state", MailboxesModel.Ready)
            tryVerify(() => !field("Password"))
        }

        function test_connectsByAddressAndPassword() {
            open()
            compare(mailboxes.state, MailboxesModel.Empty)
            connectOne()
            verify(words("lena@meridian.example"))
            stand.tellMailbox("mailbox-1", 2, 300, 1200, "")
            tryVerify(() => words("Reading what is there: INBOX, 300 of 1,200"))
            stand.tellMailbox("mailbox-1", 4, 0, 0, "")
            tryVerify(() => words("Up to date"))
            stand.tellMailbox("mailbox-1", 6, 0, 0, "The server refused the name or the password.")
            tryVerify(() => words("The server refused the name or the password."))
        }
        function test_aWrongPasswordIsSaidAndNothingIsKept() {
            open()
            mouseClick(button("Connect a mailbox"))
            wait(30)
            type(field("Mail address"), "lena@gmail.com")
            verify(words("Make an app password in the settings of your account and use it here."))
            type(field("Password"), "wrong")
            keyClick(Qt.Key_Return)
            tryVerify(() => words("Reading: The server refused the name or the password."))
            compare(mailboxes.state, MailboxesModel.Empty)
            keyClick(Qt.Key_Escape)
            tryVerify(() => !field("Password"))
        }
        function test_aTestTellsAndKeepsNothing() {
            open()
            mouseClick(button("Connect a mailbox"))
            wait(30)
            type(field("Mail address"), "lena@meridian.example")
            type(field("Password"), "secret")
            mouseClick(button("Test"))
            tryVerify(() => words("Reading works: 1,234 mails in INBOX, Sent"))
            verify(words("Sending works"))
            compare(mailboxes.state, MailboxesModel.Empty)
        }
        function test_serversThatWereSaidStay() {
            open()
            mouseClick(button("Connect a mailbox"))
            wait(30)
            type(field("Mail address"), "lena@meridian.example")
            mouseClick(find(shell, item => item.clicked !== undefined && String(item.text).startsWith("Servers:") && shown(item)))
            wait(30)
            type(field("Server for reading (IMAP)"), "nowhere.example")
            type(field("Mail address"), "mara@meridian.example")
            compare(mailboxes.form.imapHost, "nowhere.example")
            type(field("Password"), "secret")
            keyClick(Qt.Key_Return)
            tryVerify(() => words("Reading: The mail server cannot be reached."))
        }
        function test_disconnectsWithItsMails() {
            open()
            connectOne()
            mouseClick(button("Disconnect"))
            wait(30)
            mouseClick(button("Is deleted for good"))
            wait(30)
            const dialog = find(shell, item => item.withMessages !== undefined)
            verify(dialog.withMessages)
            mouseClick(find(dialog, item => item.clicked !== undefined && item.text === "Disconnect"))
            tryCompare(mailboxes, "state", MailboxesModel.Empty)
        }
        function test_withoutAKeychainAPassphraseComesFirst() {
            stand.lockSecrets(false)
            open()
            tryVerify(() => field("Passphrase"))
            verify(!button("Connect a mailbox").enabled)
            type(field("Passphrase"), "wrong horse")
            keyClick(Qt.Key_Return)
            tryCompare(mailboxes, "lockProblem", "That is not the passphrase of this workspace.")
            type(field("Passphrase"), "correct horse")
            keyClick(Qt.Key_Return)
            tryCompare(mailboxes, "locked", false)
            verify(button("Connect a mailbox").enabled)
        }
    }
}
