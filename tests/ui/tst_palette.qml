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
        name: "Palette"
        when: windowShown
        property var shell: null
        property var palette: null

        function initTestCase() { Theme.still = true }
        function init() {
            loader.active = false
            root.width = 1440
            wait(0)
            stand.renew()
            loader.active = true
            shell = loader.item
            palette = stand.workspace.palette
            stand.workspace.board.load()
            tryCompare(stand.workspace.board, "state", DealBoardModel.Ready)
            stand.workspace.approvals.load()
            tryCompare(stand.workspace.approvals, "state", ApprovalsModel.Ready)
            stand.workspace.insights.load()
            tryCompare(stand.workspace.insights, "state", InsightsModel.Ready)
            Theme.mode = Theme.Light
        }
        function cleanup() { Theme.mode = Theme.Light }
        function open(text) { keyClick(Qt.Key_K, Qt.ControlModifier); type(text); tryCompare(palette, "busy", false) }
        function type(text) { for (const letter of text) keyClick(letter) }
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
        function isRow(item) { return item.titleHtml !== undefined }
        function row(matches) { return find(shell, item => isRow(item) && matches(item)) }
        function titled(text) { return row(item => item.title === text) }
        function current() { return row(item => item.on) }
        function field() { return find(shell, item => item.cursorPosition !== undefined && item.activeFocus) }

        /// Down to the first row of the kind; rows out of sight are not made.
        function reach(kind) {
            tryVerify(() => current() !== null)
            for (let i = 0; i < 60 && current().kind !== kind; ++i) { keyClick(Qt.Key_Down); tryVerify(() => current() !== null) }
        }
        function test_theKeyboardOpensEachKind_data() {
            return [
                { tag: "deal", typed: "nordwind fleet", kind: "deal", page: "deal" },
                { tag: "account", typed: "solaris grid", kind: "account", page: "accounts" },
                { tag: "person", typed: "petra wolff", kind: "person", page: "accounts" },
                { tag: "conversation", typed: "security questionnaire", kind: "conversation", page: "conversations" },
                { tag: "meeting", typed: "operations deep", kind: "meeting", page: "conversations" },
                { tag: "to-do", typed: "reference of vantage", kind: "task", page: "deal" },
                { tag: "draft", typed: "ines duarte", kind: "draft", page: "approvals" },
                { tag: "message", typed: "works council", kind: "message", page: "conversations" },
                { tag: "said", typed: "talk to sap", kind: "meeting", page: "conversations" },
                { tag: "action", typed: "go to insights", kind: "action", page: "insights" }]
        }
        function test_theKeyboardOpensEachKind(data) {
            open(data.typed)
            reach(data.kind)
            compare(current().kind, data.kind)
            keyClick(Qt.Key_Return)
            tryCompare(shell, "page", data.page)
        }
        function test_theMouseOpensEachKind(data) {
            open(data.typed)
            reach(data.kind)
            const it = row(item => item.kind === data.kind)
            mouseClick(it, it.width / 2, it.height - 12)
            tryCompare(shell, "page", data.page)
        }
        function test_theMouseOpensEachKind_data() { return test_theKeyboardOpensEachKind_data() }

        function test_aMessageOpensAtItsWords() {
            open("works council")
            tryVerify(() => row(item => item.kind === "message") !== null)
            verify(row(item => item.kind === "message").snippetHtml.includes("<b>"))
            keyClick(Qt.Key_Return)
            tryCompare(shell, "page", "conversations")
            tryCompare(stand.workspace.conversation, "state", ConversationModel.Ready)
            compare(stand.workspace.conversation.markId, "m1")
            verify(stand.workspace.conversation.markEnd > stand.workspace.conversation.markBegin)
        }
        function test_whatWasSaidOpensAtThePiece() {
            open("talk to sap")
            tryVerify(() => row(item => item.snippetHtml.length > 0) !== null)
            keyClick(Qt.Key_Return)
            tryCompare(stand.workspace.conversation, "markId", "u2")
        }
        function test_aToDoOpensThePlan() {
            open("reference of vantage")
            tryVerify(() => current() !== null && current().kind === "task")
            keyClick(Qt.Key_Return)
            tryCompare(shell, "page", "deal")
            tryVerify(() => find(shell, item => item.tab === "plan") !== null)
        }
        function test_anAlertOpensInInsights() {
            const insights = stand.workspace.insights
            const id = insights.currentId
            open(stand.workspace.board.cardOf(id).account)
            tryVerify(() => row(item => item.kind === "alert") !== null)
            const it = row(item => item.kind === "alert")
            mouseClick(it, it.width / 2, it.height - 12)
            tryCompare(shell, "page", "insights")
            verify(insights.currentId.length > 0)
        }
        function test_enterBeforeTheAnswerWaitsForIt() {
            keyClick(Qt.Key_K, Qt.ControlModifier)
            stand.slow("findNames", 60)
            keyClick("n")
            keyClick(Qt.Key_Return)
            compare(shell.page, "home")
            tryVerify(() => shell.page !== "home")
        }
        function test_anOldAnswerIsNotShown() {
            keyClick(Qt.Key_K, Qt.ControlModifier)
            stand.slow("findNames", 80)
            keyClick("n")
            keyClick(Qt.Key_Backspace)
            type("solaris")
            tryVerify(() => current() !== null && current().title.startsWith("Solaris"))
            wait(120)
            verify(current().title.startsWith("Solaris"))
            verify(row(item => item.title.startsWith("Nordwind")) === null)
        }
        function test_nothingMovesUnderTheChosenRow() {
            stand.slow("search", 80)
            keyClick(Qt.Key_K, Qt.ControlModifier)
            type("works")
            tryVerify(() => palette.count > 0 && current() !== null)
            wait(20)
            keyClick(Qt.Key_Down)
            const title = current().title
            const at = palette.current
            tryVerify(() => row(item => item.kind === "message") !== null)
            compare(current().title, title)
            compare(palette.current, at)
        }
        function test_whatFailsIsSaidAndTriedAgain_data() { return [{ tag: "names", call: "findNames" }, { tag: "text", call: "search" }] }
        function test_whatFailsIsSaidAndTriedAgain(data) {
            open("works counci")
            stand.fail(data.call, "The file is locked")
            keyClick("l")
            tryVerify(() => titled("The file is locked") !== null)
            const it = titled("The file is locked")
            mouseClick(it, it.width / 2, it.height / 2)
            tryVerify(() => titled("The file is locked") === null)
            tryVerify(() => row(item => item.kind === "message") !== null)
            compare(palette.text, "works council")
        }
        function test_nothingFoundSaysWhatWasSearched() {
            open("zzqqxx")
            tryVerify(() => palette.hint.includes("zzqqxx"))
            keyClick(Qt.Key_Return) // the offer to clear
            compare(palette.text, "")
            verify(palette.count > 5)
            type("@works council")
            tryVerify(() => palette.hint.includes("works council"))
            compare(current().kind, "everywhere")
            keyClick(Qt.Key_Return)
            compare(palette.text, "works council")
            tryVerify(() => row(item => item.kind === "message") !== null)
        }
        function test_prefixesNarrow() {
            open(">theme")
            tryVerify(() => current() !== null && current().kind === "action")
            verify(row(item => item.kind !== "action") === null)
            for (let i = 0; i < 6; ++i) keyClick(Qt.Key_Backspace)
            type("@petra")
            tryVerify(() => current() !== null && current().kind === "person")
            verify(row(item => item.kind !== "person") === null)
            for (let i = 0; i < 6; ++i) keyClick(Qt.Key_Backspace)
            type("#fleet")
            tryVerify(() => current() !== null && current().kind === "deal")
            verify(row(item => item.kind !== "deal") === null)
        }
        function test_actionsShowTheirKeysAndReasons() {
            open(">undo")
            const it = titled("Undo the last change")
            verify(it)
            compare(it.keys.join("+"), "Ctrl+Z")
            compare(it.reason, "Nothing to undo")
            mouseClick(it, it.width / 2, it.height - 12)
            verify(titled("Undo the last change")) // nothing was done, nothing closed
        }
        function test_everySectionOfSettingsCanBeGoneTo() {
            open(">settings")
            verify(palette.count > 5)
            const it = titled("Settings: Your data")
            mouseClick(it, it.width / 2, it.height - 12)
            tryCompare(shell, "page", "settings")
            verify(find(shell, item => item.section === "data" && item.sections !== undefined))
        }
        function test_theThemeIsSwitched() {
            open("dark theme")
            keyClick(Qt.Key_Return)
            tryCompare(Theme, "mode", Theme.Dark)
            open("light theme")
            keyClick(Qt.Key_Return)
            tryCompare(Theme, "mode", Theme.Light)
        }
        function test_whatIsUsedComesFirstTheNextTime() {
            open("keyboard short")
            keyClick(Qt.Key_Return)
            tryVerify(() => find(shell, item => item.keys !== undefined && item.keys.length > 10) !== null)
            keyClick(Qt.Key_Escape)
            keyClick(Qt.Key_K, Qt.ControlModifier)
            compare(current().group, "Recently used")
            compare(current().title, "Keyboard shortcuts")
        }
        function test_aDealIsMovedFromAnywhere() {
            shell.openDeal("nordwind")
            tryCompare(stand.workspace.deal, "state", DealDetailModel.Ready)
            open("move to negotiation")
            compare(current().title, "Move to Negotiation")
            keyClick(Qt.Key_Return)
            tryVerify(() => stand.workspace.board.stageOf("nordwind") === 4)
            compare(shell.page, "deal")
        }
        function test_aStageThatAsksOpensItsQuestion() {
            shell.openDeal("nordwind")
            tryCompare(stand.workspace.deal, "state", DealDetailModel.Ready)
            open("move to prospecting")
            keyClick(Qt.Key_Return)
            tryVerify(() => find(shell, item => item.askStage === 0) !== null)
        }
        function test_whatIsAboutADealIsDoneOnIt_data() {
            return [{ tag: "to-do", typed: "add a to-do" }, { tag: "close date", typed: "set close date" }, { tag: "people", typed: "show people of" }]
        }
        function test_whatIsAboutADealIsDoneOnIt(data) {
            keyClick(Qt.Key_2, Qt.ControlModifier)
            stand.workspace.board.select("nordwind")
            open(data.typed)
            keyClick(Qt.Key_Return)
            tryCompare(shell, "page", "deal")
            compare(stand.workspace.deal.dealId, "nordwind")
            if (data.tag === "people") tryVerify(() => find(shell, item => item.tab === "people") !== null)
            else tryVerify(() => field() !== null)
            if (data.tag === "to-do") { type("Call them"); keyClick(Qt.Key_Return); tryVerify(() => find(shell, item => item.text === "Call them" && item.rowId !== undefined) !== null) }
        }
        function test_aDealIsArchivedAndBack() {
            shell.openDeal("nordwind")
            tryCompare(stand.workspace.deal, "state", DealDetailModel.Ready)
            open(">archive")
            compare(current().title, "Archive")
            keyClick(Qt.Key_Return)
            tryCompare(stand.workspace.deal, "archived", true)
            open(">back to the board")
            keyClick(Qt.Key_Return)
            tryCompare(stand.workspace.deal, "archived", false)
        }
        function test_aLongListScrollsWithTheRow() {
            keyClick(Qt.Key_K, Qt.ControlModifier)
            type(">")
            verify(palette.count > 20)
            keyClick(Qt.Key_End)
            compare(palette.current, palette.count - 1)
            const list = find(shell, item => item.currentText !== undefined)
            const inView = () => { const it = current(); if (!it) return false; const y = it.mapToItem(list, 0, 0).y; return y >= -1 && y + it.height <= list.height + 1 }
            tryVerify(inView)
            keyClick(Qt.Key_PageUp)
            verify(palette.current < palette.count - 5)
            tryVerify(inView)
            for (let i = 0; i < 12; ++i) { keyClick(Qt.Key_Up); verify(inView()) }
            keyClick(Qt.Key_PageDown)
            tryVerify(inView)
            keyClick(Qt.Key_Home) // first to the start of the text, then to the first row
            keyClick(Qt.Key_Home)
            compare(palette.current, 0)
            tryVerify(inView)
            verify(list.currentText.includes("1 of"))
        }
        function test_aReaderHearsGroupAndPlace() {
            open("nordwind")
            tryVerify(() => current() !== null)
            verify(current().Accessible.description.includes("Deals"))
            verify(current().Accessible.selected)
        }
        function test_oddInputBreaksNothing_data() {
            return [{ tag: "quotes", typed: "\"fleet" }, { tag: "operators", typed: "fleet OR (NEAR* -x)" }, { tag: "emoji", typed: "🚀" }, { tag: "rtl", typed: "שלום" }, { tag: "tags", typed: "<b>x</b> & y" }, { tag: "long", typed: "a".repeat(10000) }]
        }
        function test_oddInputBreaksNothing(data) {
            keyClick(Qt.Key_K, Qt.ControlModifier)
            shell.showSearch(data.typed)
            tryCompare(palette, "busy", false)
            verify(palette.count > 0)
            keyClick(Qt.Key_Escape)
            compare(shell.page, "home")
        }
        function test_itFitsANarrowWindow() {
            root.width = 560
            open("nordwind")
            tryVerify(() => current() !== null)
            const it = current()
            verify(it.width < 560)
            keyClick(Qt.Key_Escape)
            verify(current() === null)
        }
    }
}
