// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One deal: its path, what happened, what is proven, and what the agent would do next.
FocusScope {
    id: root
    required property Workspace workspace
    readonly property DealDetailModel deal: workspace.deal
    readonly property bool ready: deal.state === DealDetailModel.Ready
    readonly property bool wide: width > Theme.threePanes
    readonly property bool folded: width < Theme.tight // the timeline is a tab then
    property string tab: "qualification"
    signal escaped()
    signal boardAsked()
    signal quoteOpened(var quote)
    signal reviewAsked(string draftId)
    signal recordOpened(string kind, string id)
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: deal.name
    function openMenu(from) {
        const menu = moveMenu.make()
        const at = mapFromItem(from, 0, from.height + Theme.spaceXs)
        menu.x = Math.max(Theme.spaceS, Math.min(at.x, width - menu.width - Theme.spacePage))
        menu.y = at.y
        menu.openFor(deal.dealId, from)
    }
    function jump(dimension) {
        const quotes = deal.quotesOf(dimension)
        if (quotes.length && quotes[0].conversationId.length)
            quoteOpened(quotes[0])
    }
    Keys.onPressed: event => {
        event.accepted = true
        if (event.modifiers & Qt.ControlModifier) event.accepted = false
        else if (event.key === Qt.Key_M) openMenu(header.moveButton)
        else if (event.key === Qt.Key_E) header.edit("estimatedValue")
        else if (event.key === Qt.Key_A && (root.deal.advice.draftId ?? "").length) workspace.approvals.approveDraft(root.deal.advice.draftId)
        else if (event.key === Qt.Key_Slash) { tab = folded ? "timeline" : tab; timeline.search() }
        else if (event.key === Qt.Key_J) timeline.step(1)
        else if (event.key === Qt.Key_K) timeline.step(-1)
        else event.accepted = false
    }
    /// What the search field asks for: "move", "edit:closeDate", "todo", "tab:people".
    function act(what) {
        const [verb, which] = what.split(":")
        if (verb === "move") openMenu(header.moveButton)
        else if (verb === "edit") header.edit(which)
        else if (verb === "todo") { tab = "plan"; (pane.item as PlanPane)?.begin() }
        else if (verb === "tab") tab = which
    }
    Connections { target: root.deal; function onRemoved() { root.boardAsked() } }
    Connections { target: root.workspace.board; enabled: root.visible; function onInputAsked(dealId, stage) { root.openMenu(header.moveButton); moveMenu.make().choose(stage) } }

    DealHeader { id: header; visible: root.ready; x: Theme.spacePage; width: root.width - 2 * x; deal: root.deal; onBoardAsked: root.boardAsked(); onAccountAsked: root.recordOpened("account", root.deal.accountId); onMoveAsked: from => root.openMenu(from) }
    StagePath { id: path; visible: root.ready; x: Theme.spacePage; y: header.height + Theme.spaceL; width: header.width; steps: root.deal.path }

    Item {
        id: body
        visible: root.ready
        x: Theme.spacePage
        y: path.y + path.height + Theme.spaceL
        width: header.width
        height: root.height - y
        readonly property int agentWidth: root.wide && root.deal.hasAdvice ? 352 : 0
        readonly property int timelineWidth: root.folded ? -Theme.spacePage : Math.min(312, Math.max(240, (width - agentWidth) * 0.38))
        TimelinePane {
            id: timeline
            visible: !root.folded || root.tab === "timeline"
            y: root.folded ? 40 : 0
            width: root.folded ? body.width : body.timelineWidth
            height: parent.height - y
            deal: root.deal
            onJumped: id => { const quote = root.deal.jumpOf(id); if (quote.conversationId) root.quoteOpened(quote) }
        }
        ScrollRow {
            id: strip
            x: body.timelineWidth + Theme.spacePage
            y: Theme.spaceXxs
            width: body.width - x - (body.agentWidth ? body.agentWidth + Theme.spacePage : 0)
            TabRow {
                id: tabs
                current: root.folded || root.tab !== "timeline" ? root.tab : "qualification"
                readonly property var always: [{ id: "qualification", text: qsTr("Qualification") }, { id: "people", text: qsTr("People %1").arg(root.deal.peopleCount) }, { id: "plan", text: qsTr("Plan") }, { id: "messages", text: root.deal.talkCount ? qsTr("Messages %1").arg(root.deal.talkCount) : qsTr("Messages") }, { id: "meetings", text: root.deal.meetingCount ? qsTr("Meetings %1").arg(root.deal.meetingCount) : qsTr("Meetings") }, { id: "history", text: qsTr("History") }]
                readonly property var advised: root.deal.hasAdvice && !root.wide ? [always[0], { id: "agent", text: root.deal.checks.length ? qsTr("Next step %1").arg(root.deal.checks.length) : qsTr("Next step") }, ...always.slice(1)] : always
                tabs: root.folded ? [{ id: "timeline", text: qsTr("Timeline") }, ...advised] : advised
                onChosen: id => root.tab = id
            }
        }
        Loader {
            id: pane
            visible: !root.folded || root.tab !== "timeline"
            x: strip.x
            y: 40
            width: strip.width
            height: body.height - y - Theme.spacePage
            sourceComponent: ({ people: people, plan: plan, messages: messages, meetings: meetings, history: history })[root.tab] ?? (root.tab === "agent" && !root.wide ? advice : proof)
            Component { id: proof; QualificationPane { deal: root.deal; onEditAsked: (dimension, from) => points.show(dimension, from); onJumped: dimension => root.jump(dimension); onQuoteOpened: quote => root.quoteOpened(quote) } }
            Component { id: people; PeoplePane { deal: root.deal; onPersonOpened: id => root.recordOpened("person", id) } }
            Component { id: plan; PlanPane { deal: root.deal } }
            Component { id: messages; TalksPane { deal: root.deal; onConversationOpened: id => root.quoteOpened({ conversationId: id }) } }
            Component { id: meetings; MeetingsPane { deal: root.deal; onConversationOpened: id => root.quoteOpened({ conversationId: id }) } }
            Component { id: history; HistoryPane { deal: root.deal } }
        }
        Component { id: advice; AdvicePane { advice: root.deal.advice; checks: root.deal.checks; onReviewAsked: id => root.reviewAsked(id); onQuoteOpened: quote => root.quoteOpened(quote); onApproved: id => root.workspace.approvals.approveDraft(id); onAnswered: (check, accepted) => root.deal.answerCheck(check, accepted) } }
        Loader {
            active: body.agentWidth > 0
            x: body.width - width
            width: body.agentWidth
            height: body.height - Theme.spacePage
            sourceComponent: advice
        }
    }
    PointEditor { id: points; deal: root.deal }
    DealSkeleton { anchors { fill: parent; margins: Theme.spacePage } waiting: root.deal.state === DealDetailModel.Loading }
    Loader {
        anchors.centerIn: parent
        width: parent.width
        active: root.deal.state === DealDetailModel.Failed
        sourceComponent: Item { implicitHeight: failed.implicitHeight; ErrorState { id: failed; anchors.horizontalCenter: parent.horizontalCenter; problem: root.deal.problem; action: root.deal.gone ? qsTr("To the board") : qsTr("Retry"); onRetry: root.deal.gone ? root.boardAsked() : root.deal.reload() } }
    }
    Loader {
        id: moveMenu
        anchors.fill: parent
        z: 40
        active: false
        function make() { active = true; return (item as MoveLayer).menu }
        sourceComponent: MoveLayer { board: root.workspace.board }
    }
}
