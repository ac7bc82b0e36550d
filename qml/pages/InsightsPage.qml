// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What there is to tell about the deals, each once. J and K move, Enter opens, U says useful, F false alarm, S puts it off.
FocusScope {
    id: root
    required property Workspace workspace
    readonly property InsightsModel insights: workspace.insights
    readonly property bool ready: insights.state === InsightsModel.Ready
    signal escaped()
    signal dealOpened(string dealId)
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Insights")
    function step(by) { insights.step(by); const at = insights.rowOf(insights.currentId); if (at >= 0) list.positionViewAtIndex(at, ListView.Contain) }
    function put() { const row = list.itemAtIndex(insights.rowOf(insights.currentId)); if (row) later.show(row) }
    Keys.onPressed: event => {
        event.accepted = true
        const id = root.insights.currentId
        if (event.modifiers & (Qt.ControlModifier | Qt.AltModifier)) event.accepted = false
        else if (event.key === Qt.Key_J || event.key === Qt.Key_Down) root.step(1)
        else if (event.key === Qt.Key_K || event.key === Qt.Key_Up) root.step(-1)
        else if (!id.length) event.accepted = false
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) root.dealOpened(id)
        else if (event.key === Qt.Key_U && !root.insights.answered) root.insights.answer(id, "useful")
        else if (event.key === Qt.Key_F && !root.insights.answered) root.insights.answer(id, "false_alarm")
        else if (event.key === Qt.Key_S && !root.insights.answered) root.put()
        else event.accepted = false
    }
    Words { id: title; x: Theme.spacePage; y: Theme.spaceS; kind: Theme.Title; text: qsTr("Insights"); Accessible.role: Accessible.Heading; Accessible.name: text }
    Row {
        visible: root.ready
        anchors { left: title.right; leftMargin: Theme.spaceL; verticalCenter: title.verticalCenter }
        spacing: Theme.spaceS
        Pill { text: qsTr("Open"); count: root.insights.waiting; on: !root.insights.answered; onClicked: root.insights.answered = false }
        Pill { text: qsTr("Answered"); count: root.insights.answeredCount; visible: count > 0; on: root.insights.answered; onClicked: root.insights.answered = true }
    }
    ListStop { list: list; focus: true; scrolls: false }
    ListView {
        id: list
        visible: root.ready
        x: Theme.spacePage
        y: 48
        width: Math.min(860, parent.width - 2 * x)
        height: parent.height - y
        clip: true
        reuseItems: true
        keyNavigationEnabled: false
        spacing: Theme.spaceS
        bottomMargin: Theme.spacePage
        model: root.insights.rows
        currentIndex: -1
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Insights")
        section.property: "section"
        section.delegate: Words { required property string section; width: list.width; height: 36; topPadding: Theme.spaceM + Theme.leadOf(kind); kind: Theme.CaptionMedium; color: Theme.text2; text: section; Accessible.role: Accessible.Heading; Accessible.name: text }
        delegate: InsightRow { width: list.width; answered: root.insights.answered; selected: root.insights.currentId === rowId; onPicked: root.insights.select(rowId); onOpened: root.dealOpened(rowId); onSaid: answer => root.insights.answer(rowId, answer); onLaterAsked: from => { root.insights.select(rowId); later.show(from) } }
        ScrollHandle { view: list }
    }
    Column {
        visible: root.ready && list.count === 0
        anchors.centerIn: parent
        width: parent.width
        EmptyState { anchors.horizontalCenter: parent.horizontalCenter; iconName: "circle-check"; title: qsTr("Nothing to tell"); hint: qsTr("All that was told is answered. It comes up again only with another cause.") }
    }
    LaterMenu { id: later; workspace: root.workspace; title: qsTr("Tell me again"); onChosen: at => root.insights.snooze(root.insights.currentId, at) }
    Skeleton { id: skeleton; x: Theme.spacePage; y: 64; waiting: root.insights.state === InsightsModel.Loading; Column { visible: skeleton.showing; spacing: 48; Repeater { model: 6; Column { spacing: Theme.spaceM; SkeletonBar { width: 260 } SkeletonBar { width: 420 } } } } }
    Loader {
        anchors.centerIn: parent
        width: parent.width
        active: root.insights.state === InsightsModel.Empty || root.insights.state === InsightsModel.Failed
        sourceComponent: Item {
            implicitHeight: 200
            EmptyState { visible: root.insights.state === InsightsModel.Empty; anchors.horizontalCenter: parent.horizontalCenter; iconName: "lightbulb"; title: qsTr("What you should know will appear here"); hint: qsTr("Deals that are late, silent, stuck, or lack somebody who decides; each is told once.") }
            ErrorState { visible: root.insights.state === InsightsModel.Failed; anchors.horizontalCenter: parent.horizontalCenter; problem: root.insights.problem; onRetry: root.insights.load() }
        }
    }
}
