// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Customers and their people, a list and a page of each, and who may be there twice. J and K move, E edits the name, M merges, N adds.
FocusScope {
    id: root
    required property Workspace workspace
    readonly property AccountsModel accounts: workspace.accounts
    readonly property RecordModel record: workspace.record
    readonly property bool ready: accounts.state === AccountsModel.Ready
    readonly property bool pairs: accounts.view === AccountsModel.Pairs
    readonly property string kind: accounts.view === AccountsModel.People ? "person" : "account"
    signal escaped()
    signal importAsked()
    signal dealOpened(string dealId)
    signal conversationOpened(string conversationId)
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Accounts")
    Keys.onPressed: event => {
        event.accepted = true
        if (event.modifiers & (Qt.ControlModifier | Qt.AltModifier)) event.accepted = false
        else if (event.key === Qt.Key_J || event.key === Qt.Key_Down) root.step(1)
        else if (event.key === Qt.Key_K || event.key === Qt.Key_Up) root.step(-1)
        else if (event.key === Qt.Key_Slash) search.input.forceActiveFocus()
        else if (event.key === Qt.Key_E) pane.edit()
        else if (event.key === Qt.Key_M && root.record.state === RecordModel.Ready && !root.pairs) root.merge()
        else if (event.key === Qt.Key_N) root.add("", "")
        else event.accepted = false
    }
    /// Shows a record wherever it stands.
    function show(kind, id) {
        accounts.view = kind === "person" ? AccountsModel.People : AccountsModel.Accounts
        if (accounts.filterText.length && accounts.rowOf(id) < 0) { search.text = ""; accounts.filterText = "" }
        record.open(kind, id)
        reveal(id)
    }
    function openFirst() { if (ready && !pairs && !record.recordId.length && list.count) record.open(kind, accounts.idAt(0)) }
    Component.onCompleted: openFirst()
    function reveal(id) { const at = accounts.rowOf(id); if (at >= 0) list.positionViewAtIndex(at, ListView.Contain) }
    function step(by) {
        if (pairs || !list.count) return
        const at = accounts.rowOf(record.recordId)
        const next = Math.max(0, Math.min(list.count - 1, at + by))
        record.open(kind, accounts.idAt(next))
        list.positionViewAtIndex(next, ListView.Contain)
    }
    function pick(view) { accounts.view = view; if (!pairs && accounts.rowOf(record.recordId) < 0) record.open(kind, accounts.idAt(0)); list.positionViewAtBeginning() }
    function merge() { dialog.sourceComponent = merging; dialog.active = true }
    function add(accountId, accountName) { adding.accountId = accountId; adding.accountName = accountName; adding.kind = accountId.length ? "person" : kind; dialog.sourceComponent = newRecord; dialog.active = true }
    QtObject { id: adding; property string kind; property string accountId; property string accountName }
    Connections {
        target: root.accounts
        function onChanged() { root.openFirst() }
        function onCreated(kind, id) { root.accounts.view = kind === "person" ? AccountsModel.People : AccountsModel.Accounts; root.record.open(kind, id) }
        function onGone(id, into) { if (root.record.recordId === id) root.record.open(root.record.kind, into) }
    }
    Words { id: title; x: Theme.spacePage; y: Theme.spaceS; kind: Theme.Title; text: qsTr("Accounts"); Accessible.role: Accessible.Heading; Accessible.name: text }
    Row {
        anchors { left: title.right; leftMargin: Theme.spaceL; verticalCenter: title.verticalCenter }
        spacing: Theme.spaceS
        visible: root.ready
        Repeater {
            model: [qsTr("Companies"), qsTr("People"), qsTr("Duplicates")]
            Pill { required property int index; required property string modelData; text: modelData; count: root.accounts.counts[index] ?? 0; visible: index < 2 || count > 0; on: root.accounts.view === index; onClicked: root.pick(index) }
        }
    }
    Row {
        visible: root.accounts.state === AccountsModel.Ready || root.accounts.state === AccountsModel.Empty
        anchors { right: parent.right; rightMargin: Theme.spacePage; verticalCenter: title.verticalCenter }
        spacing: Theme.spaceS
        Field { id: search; visible: root.ready && root.width > 720; width: 220; boxHeight: Theme.control; iconName: "search"; hint: qsTr("Name, domain, owner"); Component.onCompleted: text = root.accounts.filterText; input.onTextEdited: root.accounts.filterText = text; Keys.onEscapePressed: { text = ""; root.accounts.filterText = ""; root.forceActiveFocus() } }
        PushButton { iconName: "plus"; text: root.kind === "person" ? qsTr("New person") : qsTr("New account"); keyText: "N"; onClicked: root.add("", "") }
    }
    ListView {
        id: list
        visible: root.ready && !root.pairs
        x: Theme.spacePage
        y: 48
        width: root.width > Theme.threePanes ? 360 : 300
        height: parent.height - y
        clip: true
        focus: true
        activeFocusOnTab: true
        reuseItems: true
        keyNavigationEnabled: false // the page moves along
        spacing: Theme.spaceXxs
        model: root.accounts.rows
        boundsBehavior: Flickable.StopAtBounds
        currentIndex: -1
        Accessible.role: Accessible.List
        Accessible.name: root.kind === "person" ? qsTr("People") : qsTr("Companies")
        delegate: RecordRow { width: list.width; selected: root.record.recordId === rowId; onOpened: { root.record.open(root.kind, rowId); list.forceActiveFocus() } }
        ScrollHandle { view: list }
        Words { visible: list.count === 0; width: parent.width; y: Theme.spacePage; horizontalAlignment: Text.AlignHCenter; kind: Theme.Small; color: Theme.text3; text: root.accounts.filterText.length ? qsTr("Nothing by this name") : qsTr("Nobody yet") }
    }
    RecordPane {
        id: pane
        visible: root.ready && !root.pairs
        anchors { left: list.right; leftMargin: Theme.spaceXxl; right: parent.right; rightMargin: Theme.spacePage; bottom: parent.bottom }
        height: parent.height - 48
        record: root.record
        accounts: root.accounts
        onDealOpened: dealId => root.dealOpened(dealId)
        onConversationOpened: id => root.conversationOpened(id)
        onRecordOpened: (kind, id) => root.show(kind, id)
        onMergeAsked: root.merge()
        onPersonAsked: root.add(root.record.recordId, root.record.name)
    }
    ListView {
        id: couples
        visible: root.ready && root.pairs
        x: Theme.spacePage
        y: 56
        width: Math.min(880, parent.width - 2 * x)
        height: parent.height - y
        clip: true
        spacing: Theme.spaceM
        bottomMargin: Theme.spacePage
        model: root.accounts.pairs
        keyNavigationEnabled: false
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Records that may be one")
        delegate: PairRow { width: couples.width; onMerged: keepFirst => root.accounts.mergePair(rowId, keepFirst); onKeptApart: root.accounts.keepApart(rowId); onOpened: (kind, id) => root.show(kind, id) }
        ScrollHandle { view: couples }
    }
    Skeleton {
        id: skeleton
        x: Theme.spacePage
        y: 56
        waiting: root.accounts.state === AccountsModel.Loading
        Column { visible: skeleton.showing; spacing: 36; Repeater { model: 7; Row { spacing: Theme.spaceM; Rectangle { width: 28; height: 28; radius: 14; color: Theme.hover } Column { spacing: Theme.spaceM; SkeletonBar { width: 140 } SkeletonBar { width: 220 } } } } }
    }
    Loader {
        anchors.centerIn: parent
        width: parent.width
        active: root.accounts.state === AccountsModel.Empty || root.accounts.state === AccountsModel.Failed
        sourceComponent: Item {
            implicitHeight: 200
            EmptyState { visible: root.accounts.state === AccountsModel.Empty; anchors.horizontalCenter: parent.horizontalCenter; iconName: "building-2"; title: qsTr("Your customers and their people will appear here"); hint: qsTr("They are found in mail, meetings and tables that you import."); action: qsTr("Import files"); onActed: root.importAsked() }
            ErrorState { visible: root.accounts.state === AccountsModel.Failed; anchors.horizontalCenter: parent.horizontalCenter; problem: root.accounts.problem; onRetry: root.accounts.load() }
        }
    }
    Component { id: merging; MergeDialog { focus: true; accounts: root.accounts; record: root.record; onClosed: dialog.stop() } }
    Component { id: newRecord; NewRecordDialog { focus: true; accounts: root.accounts; kind: adding.kind; accountId: adding.accountId; accountName: adding.accountName; onClosed: dialog.stop() } }
    Loader { id: dialog; active: false; anchors.fill: parent; z: 70; function stop() { active = false; root.forceActiveFocus(); list.forceActiveFocus() } }
}
