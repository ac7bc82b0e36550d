// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Threads and meetings, to read; the words that prove something are marked.
FocusScope {
    id: root
    required property Workspace workspace
    readonly property ConversationsModel conversations: workspace.conversations
    readonly property ConversationModel conversation: workspace.conversation
    readonly property bool wide: width > Theme.threePanes
    readonly property bool ready: conversations.state === ConversationsModel.Ready
    signal escaped()
    signal importAsked()
    signal dealOpened(string dealId)
    signal reviewAsked(string draftId)
    readonly property var views: [{ view: ConversationsModel.All, text: qsTr("All") }, { view: ConversationsModel.Unread, text: qsTr("Unread") }, { view: ConversationsModel.WaitingOnUs, text: qsTr("Waiting on us") }, { view: ConversationsModel.WaitingOnThem, text: qsTr("Waiting on them") }, { view: ConversationsModel.Escalated, text: qsTr("Escalated") }, { view: ConversationsModel.Snoozed, text: qsTr("Put aside") }]
    readonly property bool reads: visible && ready && conversation.state === ConversationModel.Ready && Window.active
    property string leftUnread // marked as unread while it is shown: stays so until it is opened again
    onReadsChanged: look()
    function look() { // what is shown for a moment is read; what keys pass by is not
        if (leftUnread !== conversation.conversationId) leftUnread = ""
        if (reads && !leftUnread.length && conversations.isUnread(conversation.conversationId)) glance.start()
        else glance.stop()
    }
    function toggleUnread() {
        const id = conversation.conversationId
        const again = !conversations.isUnread(id)
        leftUnread = again ? id : ""
        glance.stop()
        conversations.markUnread(id, again)
    }
    Timer { id: glance; interval: 1000; onTriggered: root.conversations.markUnread(root.conversation.conversationId, false) }
    readonly property ApprovalsModel approvals: workspace.approvals
    readonly property ComposeModel compose: workspace.compose
    readonly property string draftId: approvals.round >= 0 ? approvals.draftOf(conversation.conversationId) : ""
    readonly property bool composing: compose.active
    readonly property bool hasDraft: draftId.length > 0 && approvals.currentId === draftId
    onDraftIdChanged: if (draftId.length && visible) approvals.select(draftId)
    onVisibleChanged: if (visible && draftId.length) approvals.select(draftId)
    function reply() { if (conversation.replyTo.length) compose.reply(conversation.conversationId, conversation.replyTo, "") }
    function write(personId, name) { compose.write(personId, name) }
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Conversations")
    Keys.onPressed: event => {
        event.accepted = true
        if (event.modifiers & Qt.ControlModifier) event.accepted = false
        else if (event.key === Qt.Key_J || event.key === Qt.Key_Down) list.step(1)
        else if (event.key === Qt.Key_K || event.key === Qt.Key_Up) list.step(-1)
        else if (event.key === Qt.Key_Slash) search.input.forceActiveFocus()
        else if (event.key === Qt.Key_N) write("", "")
        else if (event.key === Qt.Key_U && event.modifiers & Qt.ShiftModifier) conversations.markAllRead()
        else if (event.key === Qt.Key_U) toggleUnread()
        else if (event.key === Qt.Key_S && thread.ready) later.show(thread.laterButton)
        else if (event.key === Qt.Key_A && hasDraft) approvals.approve()
        else if (event.key === Qt.Key_E && hasDraft) { if (pane.draft) pane.draft.edit(); else reviewAsked(draftId) }
        else if (event.key === Qt.Key_R) { if (hasDraft && pane.draft) pane.draft.ask(); else reply() }
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && conversation.dealId.length) dealOpened(conversation.dealId)
        else event.accepted = false
    }
    Connections {
        target: root.conversations
        function onChanged() { root.look(); if (root.ready && !root.conversation.conversationId.length && root.conversations.shown) root.conversation.open(root.conversations.idAt(0)) }
    }

    Connections {
        target: root.conversation
        property string shown
        function onChanged() { // a quote opens what may stand far down the list
            if (shown === root.conversation.conversationId) return root.look()
            shown = root.conversation.conversationId
            glance.stop()
            root.look()
            const at = root.conversations.rowOf(shown)
            if (at >= 0) list.positionViewAtIndex(at, ListView.Contain)
        }
    }

    Words { id: title; x: Theme.spacePage; y: Theme.spaceS; kind: Theme.Title; text: qsTr("Conversations"); Accessible.role: Accessible.Heading; Accessible.name: text }
    ScrollRow {
        anchors { left: title.right; leftMargin: Theme.spaceL; right: search.visible ? search.left : fresh.left; rightMargin: Theme.spaceL; verticalCenter: title.verticalCenter }
        spacing: Theme.spaceS
        visible: root.ready
        Repeater {
            model: root.views
            Pill {
                required property var modelData
                text: modelData.text
                count: root.conversations.counts[modelData.view] ?? 0
                on: root.conversations.view === modelData.view
                visible: modelData.view !== ConversationsModel.Snoozed || count > 0
                onClicked: { root.conversations.view = modelData.view; list.currentIndex = -1 }
            }
        }
    }
    Field { id: search; visible: root.ready && root.width > Theme.tight; anchors { right: fresh.left; rightMargin: Theme.spaceS; verticalCenter: title.verticalCenter } width: root.width > Theme.threePanes ? 220 : 160; boxHeight: Theme.control; iconName: "search"; hint: qsTr("Person, account, subject"); Component.onCompleted: text = root.conversations.filterText; input.onTextEdited: root.conversations.filterText = text; Keys.onEscapePressed: { text = ""; root.conversations.filterText = ""; root.forceActiveFocus() } }
    PushButton { id: fresh; visible: root.ready; anchors { right: parent.right; rightMargin: Theme.spacePage; verticalCenter: title.verticalCenter } iconName: "square-pen"; text: root.width > Theme.threePanes ? qsTr("New message") : qsTr("New"); keyText: "N"; onClicked: root.write("", "") }

    ListView {
        id: list
        visible: root.ready
        x: Theme.spacePage
        y: 48
        width: root.wide ? 300 : Math.min(260, root.width * 0.36)
        height: parent.height - y
        clip: true
        focus: true
        activeFocusOnTab: true
        reuseItems: true
        keyNavigationEnabled: false // the page moves along
        spacing: Theme.spaceXxs
        model: root.conversations.rows
        boundsBehavior: Flickable.StopAtBounds
        currentIndex: -1
        cacheBuffer: 176
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Conversations")
        function step(by) {
            const at = root.conversations.rowOf(root.conversation.conversationId)
            const next = Math.max(0, Math.min(count - 1, at + by))
            if (count) { root.conversation.open(root.conversations.idAt(next)); positionViewAtIndex(next, ListView.Contain) }
        }
        delegate: ConversationRow { width: list.width; selected: root.conversation.conversationId === rowId; onOpened: root.conversation.open(rowId) }
        header: Item {
            width: list.width
            height: allRead.visible ? Theme.controlTall : 0
            TextLink { id: allRead; visible: root.conversations.view === ConversationsModel.Unread && root.conversations.unread > 0; x: Theme.spaceM; y: Theme.spaceXs; iconName: "mail-check"; text: qsTr("Mark all as read"); onClicked: root.conversations.markAllRead() }
        }
        ScrollHandle { view: list }
        ListFrame { list: list }
        Words { visible: list.count === 0; width: parent.width; y: Theme.spacePage; horizontalAlignment: Text.AlignHCenter; kind: Theme.Small; color: Theme.text3; text: qsTr("Nothing here") }
    }
    ThreadPane {
        id: thread
        visible: root.ready && width > 200 // where there is no room beside what is written
        x: list.x + list.width + Theme.spacePage
        y: 48
        width: Math.min(Theme.reading, root.width - x - Theme.spacePage - (pane.beside ? pane.width + Theme.spacePage : 0))
        height: parent.height - y
        conversation: root.conversation
        showDraft: !pane.beside && !root.composing
        offersReply: !root.hasDraft && !root.composing && !root.conversation.hasDraft
        onReplyAsked: root.reply()
        onApproved: id => root.approvals.approveDraft(id)
        onLaterAsked: from => later.show(from)
        onDealOpened: dealId => root.dealOpened(dealId)
        onReviewAsked: id => root.reviewAsked(id)
    }
    Loader {
        id: pane
        readonly property bool beside: active
        readonly property DraftPane draft: item as DraftPane
        active: root.ready && (root.composing || (root.hasDraft && root.wide))
        anchors { right: parent.right; rightMargin: Theme.spacePage }
        y: 48
        z: 3
        width: root.wide ? 424 : 340
        height: parent.height - y - Theme.spacePage
        sourceComponent: root.composing ? writing : draft
    }
    Component { id: draft; DraftPane { workspace: root.workspace; onDone: list.forceActiveFocus() } }
    Component { id: writing; ComposePane { workspace: root.workspace; onDone: list.forceActiveFocus() } }
    LaterMenu { id: later; workspace: root.workspace; title: qsTr("Comes back"); onChosen: at => root.conversation.snooze(at) }

    Skeleton {
        id: skeleton
        x: Theme.spacePage
        y: 56
        waiting: root.conversations.state === ConversationsModel.Loading
        Column { visible: skeleton.showing; spacing: 40; Repeater { model: 7; Row { spacing: Theme.spaceM; Rectangle { width: 28; height: 28; radius: 14; color: Theme.hover } Column { spacing: Theme.spaceM; SkeletonBar { width: 140 } SkeletonBar { width: 220 } } } } }
    }
    Loader {
        anchors.centerIn: parent
        width: parent.width
        active: root.conversations.state === ConversationsModel.Empty || root.conversations.state === ConversationsModel.Failed
        sourceComponent: Item {
            implicitHeight: 200
            EmptyState { visible: root.conversations.state === ConversationsModel.Empty; anchors.horizontalCenter: parent.horizontalCenter; iconName: "messages-square"; title: qsTr("Customer mail and chat will appear here"); hint: qsTr("Import .eml, .mbox, chat or transcript files, or drop them here."); action: qsTr("Import files"); onActed: root.importAsked() }
            ErrorState { visible: root.conversations.state === ConversationsModel.Failed; anchors.horizontalCenter: parent.horizontalCenter; problem: root.conversations.problem; onRetry: root.conversations.load() }
        }
    }
}
