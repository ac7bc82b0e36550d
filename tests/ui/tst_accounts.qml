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
        name: "Accounts"
        when: windowShown
        property var shell: null
        property var accounts: null
        property var record: null

        function initTestCase() { Theme.still = true }
        function init() {
            loader.active = false
            wait(0)
            stand.renew()
            loader.active = true
            shell = loader.item
            accounts = stand.workspace.accounts
            record = stand.workspace.record
            keyClick(Qt.Key_4, Qt.ControlModifier)
            tryCompare(accounts, "state", AccountsModel.Ready)
            tryCompare(record, "state", RecordModel.Ready)
            wait(50)
        }
        function find(item, matches) {
            if (!item.visible)
                return null
            if (matches(item))
                return item
            for (let i = 0; i < item.children.length; ++i) {
                const found = find(item.children[i], matches)
                if (found)
                    return found
            }
            return null
        }
        function button(text) { return find(shell, item => item.clicked !== undefined && (item.text === text || item.name === text)) }
        function field(label) { return find(shell, item => item.label === label && item.kept !== undefined) }
        function type(text) { for (const letter of text) keyClick(letter) }

        function test_theFirstOneIsShownAndKeysMoveOn() {
            compare(shell.page, "accounts")
            const first = accounts.idAt(0)
            compare(record.recordId, first)
            keyClick(Qt.Key_J)
            tryCompare(record, "recordId", accounts.idAt(1))
            keyClick(Qt.Key_Up)
            tryCompare(record, "recordId", first)
        }
        function test_theFilterNarrowsAndEscapeClears() {
            const all = accounts.count
            keyClick(Qt.Key_Slash)
            type("nordw")
            tryCompare(accounts, "count", 1)
            keyClick(Qt.Key_Escape)
            tryCompare(accounts, "count", all)
        }
        function test_aFieldIsKeptAndUndone() {
            record.open("account", "account-nordwind")
            tryCompare(record, "state", RecordModel.Ready)
            const size = field("Size")
            size.input.forceActiveFocus()
            keyClick(Qt.Key_A, Qt.ControlModifier)
            type("900")
            keyClick(Qt.Key_Return)
            tryVerify(() => record.values.companySize === "900")
            keyClick(Qt.Key_Escape)
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryVerify(() => record.values.companySize === "1,200")
            tryCompare(size, "text", "1,200")
        }
        function test_theNameIsEditedInPlaceAndARefusalIsSaid() {
            shell.openRecord("account", "account-nordwind")
            tryCompare(record, "name", "Nordwind Logistics")
            wait(30)
            keyClick(Qt.Key_E)
            keyClick(Qt.Key_A, Qt.ControlModifier)
            type("Nordwind AG")
            keyClick(Qt.Key_Return)
            tryCompare(record, "name", "Nordwind AG")
            keyClick(Qt.Key_E)
            keyClick(Qt.Key_A, Qt.ControlModifier)
            keyClick(Qt.Key_Delete)
            keyClick(Qt.Key_Return)
            tryVerify(() => (record.errors.accountName ?? "").includes("1..300"))
            compare(record.name, "Nordwind AG")
        }
        function test_peopleHaveRolesScoresAndAddresses() {
            mouseClick(button("People"))
            tryVerify(() => record.kind === "person")
            shell.openRecord("person", "p2")
            tryCompare(record, "name", "Jonas Brandt")
            wait(30)
            const blocker = button("Blocker")
            mouseClick(blocker)
            tryVerify(() => record.roles.includes("blocker"))
            mouseClick(button("Blocker"))
            tryVerify(() => !record.roles.includes("blocker"))
            const power = find(shell, item => item.score !== undefined && item.score.key === "decisionPower")
            power.forceActiveFocus()
            keyClick(Qt.Key_Right)
            tryVerify(() => record.scores[0].value === 7 && record.scores[0].own)
            keyClick(Qt.Key_Delete)
            tryVerify(() => !record.scores[0].own)
            const mail = field("Mail address")
            mail.input.forceActiveFocus()
            keyClick(Qt.Key_A, Qt.ControlModifier)
            type("nobody")
            keyClick(Qt.Key_Tab)
            tryVerify(() => mail.error.includes("mail address"))
            mail.input.forceActiveFocus()
            keyClick(Qt.Key_Escape)
            tryCompare(mail, "error", "")
            mouseClick(button("Wants no messages"))
            tryCompare(record, "optedOut", true)
        }
        function test_rowsLeadToDealsPeopleAndConversations() {
            shell.openRecord("account", "account-nordwind")
            tryCompare(record, "name", "Nordwind Logistics")
            wait(30)
            const row = title => find(shell, item => item.opened !== undefined && item.title === title)
            mouseClick(row("Jonas Brandt"))
            tryCompare(record, "name", "Jonas Brandt")
            mouseClick(button("Nordwind Logistics"))
            tryCompare(record, "name", "Nordwind Logistics")
            wait(30)
            mouseClick(row("Phasing the rollout"))
            tryCompare(shell, "page", "conversations")
            shell.back()
            tryCompare(shell, "page", "accounts")
            mouseClick(row("Fleet planning rollout"))
            tryCompare(shell, "page", "deal")
            tryCompare(stand.workspace.deal, "state", DealDetailModel.Ready)
            wait(30)
            mouseClick(button("Open Nordwind Logistics"))
            tryCompare(shell, "page", "accounts")
        }
        function test_aPairBecomesOneAndTwoAgain() {
            const all = accounts.counts[0]
            mouseClick(button("Duplicates"))
            tryCompare(accounts, "count", 2)
            wait(30)
            mouseClick(button("Keep this one"))
            tryCompare(accounts, "count", 1)
            tryVerify(() => accounts.counts[0] === all - 1)
            verify(stand.workspace.undo.text.includes("is part of"))
            keyClick(Qt.Key_Z, Qt.ControlModifier)
            tryVerify(() => accounts.counts[0] === all)
            tryCompare(accounts, "count", 2)
            mouseClick(button("J. Brandt and Jonas Brandt are not the same") ?? button("Jonas Brandt and J. Brandt are not the same"))
            tryCompare(accounts, "count", 1)
        }
        function test_anyTwoCanBeMerged() {
            shell.openRecord("account", "account-twin")
            tryCompare(record, "name", "Brightwater Utility")
            wait(30)
            keyClick(Qt.Key_M)
            const dialog = find(shell, item => item.title === "What becomes part of Brightwater Utility?")
            verify(dialog)
            type("tamarind")
            tryCompare(dialog.found, "length", 1)
            keyClick(Qt.Key_Return)
            tryCompare(record, "otherNames", "Tamarind Hotels")
            tryCompare(accounts, "state", AccountsModel.Ready)
            compare(find(shell, item => item === dialog), null)
        }
        function test_oneIsAddedByHandAndATakenNameIsSaid() {
            keyClick(Qt.Key_N)
            const dialog = find(shell, item => item.title === "New account")
            verify(dialog)
            keyClick(Qt.Key_Return)
            tryVerify(() => find(dialog, item => item.error === "A name is needed"))
            type("nordwind logistics")
            keyClick(Qt.Key_Return)
            tryVerify(() => find(dialog, item => String(item.error).includes("has this already")))
            keyClick(Qt.Key_A, Qt.ControlModifier)
            type("Zebra Rail")
            keyClick(Qt.Key_Return)
            tryCompare(record, "name", "Zebra Rail")
            tryVerify(() => accounts.rowOf(record.recordId) >= 0)
        }
        function test_whatHasOpenDealsStaysWhatHasNoneGoes() {
            shell.openRecord("account", "account-nordwind")
            tryCompare(record, "name", "Nordwind Logistics")
            wait(30)
            mouseClick(find(shell, item => item.iconName === "ellipsis" && item.clicked !== undefined))
            mouseClick(find(shell, item => item.chosen !== undefined && item.text === "Delete"))
            tryVerify(() => stand.workspace.undo.text.includes("has open deals"))
            shell.openRecord("account", "account-twin")
            tryCompare(record, "name", "Brightwater Utility")
            const all = accounts.counts[0]
            accounts.archive("account", "account-twin")
            tryVerify(() => accounts.counts[0] === all - 1)
            stand.workspace.undo.undo()
            tryVerify(() => accounts.counts[0] === all)
        }
        function test_thePaletteFindsThem() {
            keyClick(Qt.Key_K, Qt.ControlModifier)
            type("petra wolff")
            keyClick(Qt.Key_Return)
            tryCompare(record, "name", "Petra Wolff")
            compare(shell.page, "accounts")
        }
        function test_whatCannotBeReadIsSaid() {
            loader.active = false
            wait(0)
            stand.renew()
            stand.fail("accountBook", "The file is locked")
            loader.active = true
            shell = loader.item
            accounts = stand.workspace.accounts
            shell.go("accounts")
            tryCompare(accounts, "state", AccountsModel.Failed)
            wait(30)
            mouseClick(button("Retry"))
            tryCompare(accounts, "state", AccountsModel.Ready)
        }
        function test_anEmptyWorkspaceSaysWhatComesHere() {
            loader.active = false
            wait(0)
            stand.renew()
            stand.clear()
            loader.active = true
            shell = loader.item
            shell.go("accounts")
            tryCompare(stand.workspace.accounts, "state", AccountsModel.Empty)
            wait(30)
            mouseClick(button("Import files"))
            tryVerify(() => find(shell, item => item.importing !== undefined && item.closed !== undefined))
        }
    }
}
