// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Rail, top bar and one page at a time. Pages load when they are first opened; going back finds them as they were left.
FocusScope {
    id: root
    required property Workspace workspace
    property string page: "home" // home, deals, deal, conversations, accounts, approvals, insights, settings
    property var trail: []
    readonly property bool folded: width <= Theme.narrow
    readonly property Item board: boardPage

    function go(to) {
        if (to === page)
            return
        trail = trail.concat([page]).slice(-20)
        show(to)
    }
    /// Pages that are made when they are first shown; the board is there from the start.
    readonly property var loaders: ({ home: homeLoader, deal: dealLoader, conversations: conversationsLoader, accounts: accountsLoader, insights: insightsLoader, approvals: approvalsLoader, settings: settingsLoader })
    function show(to) {
        page = to
        if (loaders[to]) loaders[to].active = true
        workspace.accounts.shown = to === "accounts"
        if (to === "home") workspace.home.load()
        else if (to === "conversations") { workspace.conversations.load(); workspace.approvals.load(); workspace.accounts.loadOnce() }
        else if (to === "insights") workspace.insights.loadOnce()
        else if (to === "settings") workspace.settings.load()
        else if (to === "approvals") workspace.approvals.load()
        focusPage()
    }
    function focusPage() {
        const item = page === "deals" ? boardPage : loaders[page].item
        if (item)
            item.forceActiveFocus()
    }
    function back() {
        if (!trail.length)
            return
        const to = trail[trail.length - 1]
        trail = trail.slice(0, -1)
        show(to)
    }
    function openDeal(dealId) { workspace.board.select(dealId); workspace.deal.load(dealId); go("deal") }
    function openQuote(quote) { workspace.conversation.open(quote.conversationId, quote); go("conversations") }
    function openRecord(kind, id) { go("accounts"); (accountsLoader.item as AccountsPage).show(kind, id) }
    function openApproval(draftId) { workspace.approvals.select(draftId); go("approvals") }
    /// Where a notification or the tray leads.
    function openPlace(place, id) {
        if (place === "import") { importLoader.active = true; return }
        importLoader.active = false
        if (place === "deal" && id.length) openDeal(id)
        else if (place === "conversation" && id.length) openQuote({ conversationId: id })
        else if (place === "approvals" && id.length) openApproval(id)
        else if (loaders[place] || place === "deals") go(place)
    }
    function importFiles(files) { importLoader.active = true; if (files && files.length) workspace.importing.add(files); else if (workspace.importing.state === ImportModel.Failed) workspace.importing.close() }
    function closeImport(unused) { importLoader.active = false; workspace.importing.close(); if (workspace.importing.state === ImportModel.Looking) importLoader.active = true; else focusPage() }
    property Item beforeSearch // gets the focus back
    function search() {
        beforeSearch = Window.activeFocusItem
        searchLoader.active = true
        settingsLoader.active = true; // it names its sections
        workspace.insights.loadOnce();
        (searchLoader.item as SearchPalette).start({ page: page, pages: rail.pages, sections: (settingsLoader.item as SettingsPage).sections, layout: boardPage.asTable ? 1 : boardPage.asGroups ? 2 : 0, dark: Theme.isDark })
    }
    /// Goes to what was found.
    function openFound(kind, id, at) {
        if (kind === "deal") openDeal(id)
        else if (kind === "account" || kind === "person") openRecord(kind, id)
        else if (kind === "draft") openApproval(id)
        else if (kind === "alert") { workspace.insights.answered = false; workspace.insights.select(id); go("insights"); (insightsLoader.item as InsightsPage).step(0) }
        else if (kind === "task" && at.dealId.length) onDeal(at.dealId, "tab:plan")
        else if (at.conversationId.length) openQuote({ conversationId: at.conversationId, sourceId: at.sourceId, begin: at.begin, end: at.end })
        else if (at.dealId.length) onDeal(at.dealId, kind === "meeting" ? "tab:meetings" : "tab:messages")
        else workspace.undo.complain(qsTr("This belongs to no deal and no conversation"))
    }
    /// Opens a deal, and does something there once it can be seen.
    property string forDeal
    property string thenDo
    function onDeal(dealId, what) {
        forDeal = dealId
        thenDo = what
        if (page !== "deal" || workspace.deal.dealId !== dealId) openDeal(dealId)
        Qt.callLater(doThen) // once the page shows what was read
    }
    function doThen() {
        const what = thenDo
        if (!what.length || page !== "deal" || workspace.deal.dealId !== forDeal || workspace.deal.state !== DealDetailModel.Ready) return
        thenDo = ""
        const deal = workspace.deal
        if (what.startsWith("move:")) workspace.board.moveBy(forDeal, Number(what.slice(5)) - workspace.board.stageOf(forDeal))
        else if (what === "archive") deal.archive(!deal.archived)
        else if (what === "remove") deal.remove()
        else (dealLoader.item as DealPage).act(what)
    }
    Connections { target: root.workspace.deal; function onChanged() { Qt.callLater(root.doThen) } } // qmllint disable
    /// Runs an action of the search field.
    function runAction(action, dealId) {
        const [verb, which, more] = action.split(":")
        if (verb === "page") go(which)
        else if (verb === "section") { go("settings"); (settingsLoader.item as SettingsPage).section = which }
        else if (verb === "layout") { go("deals"); boardPage.showLayout(which) }
        else if (verb === "filter") { go("deals"); workspace.board.view = Number(which) }
        else if (verb === "view") { go("deals"); workspace.views.apply(action.slice(5)) }
        else if (verb === "clearFilter") { go("deals"); workspace.board.clearFilter() }
        else if (verb === "table") workspace.table.exportCsv()
        else if (verb === "putAway") putAway.active = true
        else if (verb === "new" && which === "mail") { go("conversations"); (conversationsLoader.item as ConversationsPage).write("", "") }
        else if (verb === "new") { go("accounts"); workspace.accounts.view = which === "person" ? AccountsModel.People : AccountsModel.Accounts; (accountsLoader.item as AccountsPage).add("", "") }
        else if (verb === "talk" && which === "reply") (conversationsLoader.item as ConversationsPage).reply()
        else if (verb === "talk" && which === "draft") workspace.conversation.askForDraft()
        else if (verb === "talk") workspace.conversation.hand(!workspace.conversation.byPerson)
        else if (verb === "import") importFiles([])
        else if (["backup", "export", "examine", "move", "restore"].includes(verb)) { go("settings"); (settingsLoader.item as SettingsPage).begin(verb) }
        else if (verb === "undo") workspace.undo.undo()
        else if (verb === "theme") Theme.mode = which === "system" ? Theme.System : which === "dark" ? Theme.Dark : Theme.Light
        else if (verb === "shortcuts") sheet.active = true
        else if (verb === "deal" && which === "approve") workspace.palette.approve(dealId)
        else if (verb === "deal" && which === "write") { const name = workspace.palette.nameOf(more); go("conversations"); (conversationsLoader.item as ConversationsPage).write(more, name) }
        else if (verb === "deal") onDeal(dealId, action.slice(5))
    }

    // what is open on a page beside what the models know, for the next run
    readonly property string dealTab: dealLoader.item ? (dealLoader.item as DealPage).tab : ""
    readonly property string settingsSection: settingsLoader.item ? (settingsLoader.item as SettingsPage).section : ""
    /// Shows the page of an earlier run; a deal leads back to the board.
    function resume(to, tab, section) {
        trail = to === "deal" ? ["deals"] : []
        show(to)
        if (to === "deal" && tab.length) showTab(tab)
        if (to === "settings" && section.length) (settingsLoader.item as SettingsPage).section = section
    }

    // for pictures: states that otherwise need a hand on the mouse
    function showDrag(dealId) { boardPage.showDrag(dealId) }
    function hideDrag(unused) { boardPage.flown(); boardPage.targetStage = -1 }
    function showMove(dealId) { workspace.board.select(dealId); boardPage.openMenu() }
    function hideMove(unused) { boardPage.closeMenu() }
    function showTab(tab) { if (dealLoader.item) dealLoader.item.tab = tab }
    function hideSearch(unused) { if (searchLoader.item) (searchLoader.item as SearchPalette).stop() }
    function showSearch(text) { search(); (searchLoader.item as SearchPalette).type(text) }

    Rectangle { anchors.fill: parent; color: Theme.canvas }
    Rail { id: rail; height: parent.height; folded: root.folded; current: root.page === "deal" ? "deals" : root.page; unread: root.workspace.conversations.unread; approvals: root.workspace.approvals.waiting; insights: root.workspace.insights.waiting; onChosen: page => root.go(page) }
    TopBar { id: topBar; anchors { left: rail.right; right: parent.right } workspace: root.workspace; folded: root.folded; onSearchAsked: root.search(); onImportAsked: root.importFiles([]); onMenuAsked: from => { menuLoader.active = true; menuLoader.item.openFor(from) } }
    Item {
        id: stage
        anchors { left: rail.right; right: parent.right; top: topBar.bottom; bottom: parent.bottom }
        Loader {
            id: homeLoader
            anchors.fill: parent
            active: false
            visible: root.page === "home"
            enabled: visible
            sourceComponent: HomePage { workspace: root.workspace; onEscaped: root.back(); onPageAsked: page => root.go(page); onDealOpened: dealId => root.openDeal(dealId); onQuoteOpened: quote => root.openQuote(quote); onReviewAsked: id => root.openApproval(id); onImportAsked: root.importFiles([]); onSampleAsked: { root.importFiles([]); root.workspace.importing.startSample() } }
        }
        DealsPage {
            id: boardPage
            anchors.fill: parent
            visible: root.page === "deals"
            enabled: visible
            workspace: root.workspace
            onDealOpened: dealId => root.openDeal(dealId)
            onImportAsked: root.importFiles([])
        }
        Loader {
            id: dealLoader
            anchors.fill: parent
            active: false
            visible: root.page === "deal"
            enabled: visible
            sourceComponent: DealPage { workspace: root.workspace; onEscaped: root.back(); onBoardAsked: root.go("deals"); onQuoteOpened: quote => root.openQuote(quote); onReviewAsked: id => root.openApproval(id); onRecordOpened: (kind, id) => root.openRecord(kind, id) }
        }
        Loader {
            id: conversationsLoader
            anchors.fill: parent
            active: false
            visible: root.page === "conversations"
            enabled: visible
            sourceComponent: ConversationsPage { workspace: root.workspace; onImportAsked: root.importFiles([]); onReviewAsked: id => root.openApproval(id); onEscaped: root.back(); onDealOpened: dealId => root.openDeal(dealId) }
        }
    }
    Loader { parent: stage; id: accountsLoader; anchors.fill: parent; active: false; visible: root.page === "accounts"; enabled: visible; sourceComponent: AccountsPage { workspace: root.workspace; onEscaped: root.back(); onImportAsked: root.importFiles([]); onDealOpened: id => root.openDeal(id); onConversationOpened: id => root.openQuote({ conversationId: id }) } }
    Loader { parent: stage; id: insightsLoader; anchors.fill: parent; active: false; visible: root.page === "insights"; enabled: visible; sourceComponent: InsightsPage { workspace: root.workspace; onEscaped: root.back(); onDealOpened: id => root.openDeal(id) } }
    Loader { parent: stage; id: settingsLoader; anchors.fill: parent; active: false; visible: root.page === "settings"; enabled: visible; sourceComponent: SettingsPage { workspace: root.workspace; onEscaped: root.back(); onImportAsked: root.importFiles([]) } }
    Loader { parent: stage; id: approvalsLoader; anchors.fill: parent; active: false; visible: root.page === "approvals"; enabled: visible; sourceComponent: ApprovalsPage { workspace: root.workspace; onEscaped: root.back(); onConversationOpened: id => root.openQuote({ conversationId: id }); onDealOpened: id => root.openDeal(id) } }
    Toast { log: root.workspace.undo; anchors { horizontalCenter: stage.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.spacePage } }
    Loader { id: menuLoader; active: false; anchors.fill: parent; z: 50; sourceComponent: Item { function openFor(item) { menu.openFor(item) } UserMenu { id: menu; workspace: root.workspace; x: parent.width - width - Theme.spacePage; y: Theme.topBar - Theme.spaceXs; onShortcutsAsked: sheet.active = true; onPutAwayAsked: putAway.active = true; onImportAsked: root.importFiles([]) } } }
    Loader { id: searchLoader; active: false; anchors.fill: parent; z: 60; sourceComponent: SearchPalette { palette: root.workspace.palette; onClosed: { if (root.beforeSearch && root.beforeSearch.visible) root.beforeSearch.forceActiveFocus(Qt.PopupFocusReason); else root.focusPage() } onFound: (kind, id, at) => { if (kind === "action") root.runAction(id, at.dealId); else root.openFound(kind, id, at) } } }
    DropArea {
        anchors.fill: parent
        z: 55
        keys: ["text/uri-list"]
        onDropped: drop => { root.importFiles(drop.urls); drop.acceptProposedAction() }
        Rectangle { anchors.fill: parent; visible: parent.containsDrag; color: Theme.scrim; Surface { anchors.centerIn: parent; width: 360; height: 88; radius: Theme.radiusPalette; Words { anchors.centerIn: parent; kind: Theme.Heading; text: qsTr("Drop to import") } } }
    }
    Loader { id: importLoader; active: false; anchors.fill: parent; z: 70; sourceComponent: ImportDialog { focus: true; importing: root.workspace.importing; offersSample: root.workspace.home.state === HomeModel.Empty; onClosed: root.closeImport(); onRestoreAsked: { root.closeImport(); root.runAction("restore", "") } onBoardAsked: { root.closeImport(); root.go("deals") } } onLoaded: (item as Item).forceActiveFocus() }
    Loader { id: putAway; active: false; anchors.fill: parent; z: 70; sourceComponent: PutAwayList { putAway: root.workspace.putAway; onClosed: { putAway.active = false; root.focusPage() } } }
    Loader { id: sheet; active: false; anchors.fill: parent; z: 70; sourceComponent: ShortcutSheet { onClosed: { sheet.active = false; root.focusPage() } } }

    Timer { interval: 1500; running: root.workspace.board.state === DealBoardModel.Ready && root.workspace.conversations.state === ConversationsModel.Loading; onTriggered: { root.workspace.conversations.load(); root.workspace.approvals.load(); root.workspace.accounts.loadOnce(); root.workspace.insights.loadOnce(); root.workspace.palette.prepare() } }
    Connections { target: root.workspace; function onReplaced() { root.trail = []; if (root.page === "deal") root.show("home"); else root.workspace.home.load() } }
    Shortcut { sequence: "Ctrl+K"; onActivated: root.search() }
    Shortcut { sequences: [StandardKey.Undo]; onActivated: root.workspace.undo.undo() }
    Shortcut { sequence: "Ctrl+I"; onActivated: root.importFiles([]) }
    Shortcut { sequence: "Ctrl+1"; onActivated: root.go("home") }
    Shortcut { sequence: "Ctrl+2"; onActivated: root.go("deals") }
    Shortcut { sequence: "Ctrl+3"; onActivated: root.go("conversations") }
    Shortcut { sequence: "Ctrl+4"; onActivated: root.go("accounts") }
    Shortcut { sequence: "Ctrl+5"; onActivated: root.go("approvals") }
    Shortcut { sequence: "Ctrl+6"; onActivated: root.go("insights") }
    Shortcut { sequence: "Ctrl+,"; onActivated: root.go("settings") }
    Keys.onPressed: event => {
        if (event.text === "?") sheet.active = true
        else if (event.key === Qt.Key_Escape || event.key === Qt.Key_Back) root.back()
        else return
        event.accepted = true
    }
    Component.onCompleted: show(page)
}
