// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One queue of what the agent wants to do and may not do alone, most urgent first.
FocusScope {
    id: root
    required property Workspace workspace
    readonly property ApprovalsModel approvals: workspace.approvals
    readonly property bool ready: approvals.state === ApprovalsModel.Ready
    signal escaped()
    signal conversationOpened(string conversationId)
    signal dealOpened(string dealId)
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Approvals")
    Keys.onPressed: event => {
        event.accepted = true
        if (event.modifiers & (Qt.ControlModifier | Qt.AltModifier)) event.accepted = false
        else if (event.key === Qt.Key_J || event.key === Qt.Key_Down) root.step(1)
        else if (event.key === Qt.Key_K || event.key === Qt.Key_Up) root.step(-1)
        else if (event.key === Qt.Key_A) root.approvals.approve()
        else if (event.key === Qt.Key_E) detail.edit()
        else if (event.key === Qt.Key_R) detail.ask()
        else event.accepted = false
    }
    function step(by) {
        approvals.step(by)
        for (let i = 0; i < list.count; ++i) // few rows: what waits is decided, not collected
            if ((list.itemAtIndex(i) as ApprovalRow)?.selected)
                list.positionViewAtIndex(i, ListView.Contain)
    }
    Words { id: title; x: Theme.spacePage; y: Theme.spaceS; kind: Theme.Title; text: qsTr("Approvals"); Accessible.role: Accessible.Heading; Accessible.name: text }
    Words { visible: root.ready; anchors { left: title.right; leftMargin: Theme.spaceM; baseline: title.baseline } color: Theme.text2; text: root.approvals.waiting === 1 ? qsTr("1 waits for you") : root.approvals.waiting > 1 ? qsTr("%1 wait for you").arg(root.approvals.waiting) : qsTr("nothing waits for you") }
    Row {
        visible: root.ready && root.width > Theme.tight
        anchors { right: parent.right; rightMargin: Theme.spacePage; verticalCenter: title.verticalCenter }
        spacing: Theme.spaceM
        Repeater {
            model: [{ keys: ["J", "K"], words: qsTr("move") }, { keys: ["A"], words: qsTr("approve") }, { keys: ["E"], words: qsTr("edit") }, { keys: ["R"], words: qsTr("reject") }]
            Row {
                id: help
                required property var modelData
                spacing: Theme.spaceXs
                Repeater { model: help.modelData.keys; KeyCap { required property string modelData; text: modelData; anchors.verticalCenter: parent ? parent.verticalCenter : undefined } }
                Words { kind: Theme.Small; color: Theme.text2; text: help.modelData.words; anchors.verticalCenter: parent.verticalCenter }
            }
        }
    }
    Surface {
        id: queue
        visible: root.ready
        x: Theme.spacePage
        y: 48
        width: root.width > Theme.threePanes ? 440 : Math.min(320, root.width * 0.38)
        height: parent.height - y - Theme.spacePage
        ListView {
            id: list
            anchors.fill: parent
            clip: true
            focus: true
            activeFocusOnTab: true
            reuseItems: true
            keyNavigationEnabled: false // the page moves along
            model: root.approvals.rows
            currentIndex: -1
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What waits for you")
            delegate: ApprovalRow { required property int index; width: list.width; selected: root.approvals.currentId === rowId; last: index === list.count - 1; onChosen: root.approvals.select(rowId) }
            ScrollHandle { view: list }
            ListFrame { list: list }
        }
    }
    ApprovalDetail {
        id: detail
        visible: root.ready
        anchors { left: queue.right; leftMargin: Theme.spacePage; right: parent.right; rightMargin: Theme.spacePage; top: queue.top; bottom: queue.bottom }
        approvals: root.approvals
        onConversationOpened: id => root.conversationOpened(id)
        onDealOpened: id => root.dealOpened(id)
        onDone: list.forceActiveFocus()
    }
    Skeleton {
        id: skeleton
        x: Theme.spacePage
        y: 56
        waiting: root.approvals.state === ApprovalsModel.Loading
        Column { visible: skeleton.showing; spacing: 44; Repeater { model: 6; Row { spacing: Theme.spaceM; Rectangle { width: Theme.spaceXxl; height: width; radius: Theme.radiusCard; color: Theme.hover } Column { spacing: Theme.spaceM; SkeletonBar { width: 180 } SkeletonBar { width: 240 } } } } }
    }
    Loader {
        anchors.centerIn: parent
        width: parent.width
        active: root.approvals.state === ApprovalsModel.Empty || root.approvals.state === ApprovalsModel.Failed
        sourceComponent: Item {
            implicitHeight: 200
            EmptyState { visible: root.approvals.state === ApprovalsModel.Empty; anchors.horizontalCenter: parent.horizontalCenter; iconName: "shield-check"; title: qsTr("Nothing waits for you"); hint: qsTr("What the agent drafts for your customers comes here first. Nothing leaves without your yes."); action: qsTr("Look again"); onActed: root.approvals.load() }
            ErrorState { visible: root.approvals.state === ApprovalsModel.Failed; anchors.horizontalCenter: parent.horizontalCenter; problem: root.approvals.problem; onRetry: root.approvals.load() }
        }
    }
}
