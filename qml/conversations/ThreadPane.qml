// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One thread or transcript. Opening a quote scrolls to its passage and marks the words.
Item {
    id: root
    required property ConversationModel conversation
    property bool showDraft: false
    readonly property bool ready: conversation.state === ConversationModel.Ready
    signal dealOpened(string dealId)
    signal reviewAsked(string draftId)
    signal approved(string draftId)
    signal replyAsked()
    signal laterAsked(Item from)
    property bool offersReply: false // nothing waits here, so that one may begin
    Words { id: title; visible: root.ready; y: Theme.spaceXxs - 1; width: tools.x - Theme.spaceS; kind: Theme.Heading; text: root.conversation.subject.length ? root.conversation.subject : qsTr("Without a subject"); Accessible.role: Accessible.Heading; Accessible.name: text }
    Row {
        id: tools
        visible: root.ready
        anchors.right: parent.right
        y: -Theme.spaceXxs
        Words { visible: root.conversation.snoozed.length > 0; anchors.verticalCenter: parent.verticalCenter; rightPadding: Theme.spaceS; kind: Theme.Small; color: Theme.text2; text: qsTr("back %1").arg(root.conversation.snoozed) }
        IconButton { visible: root.conversation.snoozed.length > 0; iconName: "rotate-ccw"; name: qsTr("Back among the others now"); onClicked: root.conversation.snooze(new Date(NaN)) }
        IconButton { id: aside; iconName: "alarm-clock"; name: qsTr("Put aside (S)"); onClicked: root.laterAsked(aside) }
        IconButton { visible: !root.conversation.spoken; iconName: "hand"; active: root.conversation.byPerson; name: root.conversation.byPerson ? qsTr("Give back to the agent") : qsTr("Take over from the agent"); onClicked: root.conversation.hand(!root.conversation.byPerson) }
        IconButton { visible: !root.conversation.spoken && root.conversation.replyTo.length > 0; iconName: "corner-up-left"; name: qsTr("Answer (R)"); onClicked: root.replyAsked() }
    }
    readonly property Item laterButton: aside
    TextLink { visible: root.ready && root.conversation.dealId.length; y: 24; text: root.conversation.dealLine; name: qsTr("Open the deal: %1").arg(text); onClicked: root.dealOpened(root.conversation.dealId); width: Math.min(implicitWidth, parent.width) }
    Words { visible: root.ready && !root.conversation.dealId.length; y: 25; kind: Theme.Small; color: Theme.text2; text: root.conversation.account; width: parent.width }
    ListStop { list: list }
    ListView {
        id: list
        visible: root.ready
        y: 60
        width: parent.width
        height: parent.height - y
        clip: true
        currentIndex: -1
        keyNavigationEnabled: false
        model: root.conversation.passages
        spacing: root.conversation.spoken ? 0 : Theme.spaceM
        bottomMargin: Theme.spacePage
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 1200
        Accessible.role: Accessible.List
        Accessible.name: root.conversation.subject
        delegate: Passage { width: list.width; spoken: root.conversation.spoken; marked: root.conversation.markId === rowId; markBegin: root.conversation.markBegin; markEnd: root.conversation.markEnd; onMarkPlaced: root.settle() }
        footer: Column {
            width: list.width
            Row {
                visible: root.ready && root.offersReply && !root.conversation.spoken
                topPadding: Theme.spaceL
                spacing: Theme.spaceS
                PushButton { visible: root.conversation.replyTo.length > 0; iconName: "corner-up-left"; text: qsTr("Answer"); keyText: "R"; onClicked: root.replyAsked() }
                PushButton { visible: root.conversation.replyTo.length > 0; look: "ghost"; text: qsTr("Let the agent draft"); onClicked: root.conversation.askForDraft() }
            }
            Loader { active: root.showDraft && root.conversation.hasDraft; width: list.width; sourceComponent: Item { height: box.height + Theme.spaceL; DraftBox { id: box; y: Theme.spaceL; width: parent.width; advice: root.conversation.advice; onReviewAsked: id => root.reviewAsked(id); onApproved: id => root.approved(id) } } }
        }
        ScrollHandle { view: list }
    }
    function jump() {
        const row = conversation.markRow
        if (row >= 0) {
            list.positionViewAtIndex(row, ListView.Beginning)
            settling = true
            soon.again = true
            soon.restart()
        } else if (!conversation.spoken) {
            list.positionViewAtEnd()
        } else {
            list.positionViewAtBeginning()
        }
    }
    property bool settling: false
    // The marked words, not only their passage, must be in view once the text is laid out.
    function settle() {
        if (!settling)
            return
        const item = list.itemAtIndex(conversation.markRow) as Passage
        if (!item || !item.laidOut)
            return
        settling = false
        const top = item.y + item.markTop
        const highest = Math.max(list.originY, list.originY + list.contentHeight + list.bottomMargin - list.height)
        list.contentY = Math.max(list.originY, Math.min(highest, top - list.height * 0.35))
    }
    Connections { target: root.conversation; function onMarkChanged() { soon.again = false; soon.restart() } }
    Timer { id: soon; property bool again: false; interval: 0; onTriggered: if (again) root.settle(); else root.jump() }
    Component.onCompleted: if (root.ready) soon.restart()
    Skeleton {
        id: skeleton
        anchors.fill: parent
        waiting: root.conversation.state === ConversationModel.Loading
        Column { visible: skeleton.showing; width: parent.width; spacing: Theme.spaceM; SkeletonBar { width: 180 } Item { width: 1; height: Theme.spaceM } Repeater { model: 2; Surface { width: parent.width; height: 140; SkeletonBar { x: Theme.spaceL; y: 24; width: 140 } SkeletonBar { x: Theme.spaceL; y: 60; width: parent.width * 0.7 } SkeletonBar { x: Theme.spaceL; y: 84; width: parent.width * 0.6 } } } }
    }
    Loader {
        anchors.centerIn: parent
        width: parent.width
        active: root.conversation.state === ConversationModel.Failed
        sourceComponent: Item { implicitHeight: failed.implicitHeight; ErrorState { id: failed; anchors.horizontalCenter: parent.horizontalCenter; problem: root.conversation.problem; onRetry: root.conversation.reload() } }
    }
}
