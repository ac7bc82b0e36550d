// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What to do next, what needs a look, how the quarter stands, and what the agent did meanwhile.
FocusScope {
    id: root
    required property Workspace workspace
    readonly property HomeModel home: workspace.home
    readonly property bool ready: home.state === HomeModel.Ready
    readonly property bool wide: width > Theme.threePanes
    readonly property int sideWidth: wide ? 372 : width - 2 * Theme.spacePage
    signal escaped()
    signal pageAsked(string page)
    signal dealOpened(string dealId)
    signal quoteOpened(var quote)
    signal reviewAsked(string draftId)
    signal importAsked()
    signal sampleAsked()
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Home")
    Keys.onPressed: event => {
        event.accepted = true
        const now = root.home.current
        if (event.modifiers & (Qt.ControlModifier | Qt.AltModifier)) event.accepted = false
        else if (event.key === Qt.Key_J || event.key === Qt.Key_Down) root.step(1)
        else if (event.key === Qt.Key_K || event.key === Qt.Key_Up) root.step(-1)
        else if (event.key === Qt.Key_A) root.home.approve(root.home.currentId)
        else if (event.key === Qt.Key_E) root.review(now)
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) root.openAction(now)
        else event.accepted = false
    }
    function review(action) { if (action.draftId) reviewAsked(action.draftId) }
    function openAction(action) {
        if (action.dealId) dealOpened(action.dealId)
        else if (action.conversationId) quoteOpened({ conversationId: action.conversationId })
    }
    function step(by) {
        home.step(by)
        const row = rows.itemAt(home.rowOf(home.currentId))
        if (!row)
            return
        const top = row.mapToItem(content, 0, 0).y
        if (top < flick.contentY + Theme.spacePage) flick.contentY = Math.max(0, top - 120)
        else if (top + row.height > flick.contentY + flick.height) flick.contentY = Math.min(flick.contentHeight - flick.height, top + row.height - flick.height + Theme.spacePage)
    }
    Flickable {
        id: flick
        anchors.fill: parent
        visible: root.ready
        contentHeight: content.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Item {
            id: content
            width: flick.width
            height: Math.max(main.y + main.height, side.y + side.height) + Theme.spacePage
            Words { id: hello; x: Theme.spacePage; y: Theme.spaceS; width: parent.width - 2 * x; kind: Theme.Title; text: root.home.greeting; Accessible.role: Accessible.Heading; Accessible.name: text }
            Words { x: Theme.spacePage; y: 36; width: parent.width - 2 * x; color: Theme.text2; text: root.home.summary }
            Column {
                id: main
                x: Theme.spacePage
                y: 76
                width: root.wide ? parent.width - root.sideWidth - 3 * Theme.spacePage : root.sideWidth
                spacing: 0
                Item {
                    width: parent.width
                    height: Theme.spaceXxl
                    Words { id: nextHead; kind: Theme.Heading; text: qsTr("Next actions"); Accessible.role: Accessible.Heading; Accessible.name: text }
                    Words { anchors { left: nextHead.right; leftMargin: Theme.spaceS; baseline: nextHead.baseline } width: Math.max(0, keys.x - x - Theme.spaceS); kind: Theme.SmallRow; color: Theme.text2; text: root.home.scope.length ? qsTr("by expected value × urgency, %1").arg(root.home.scope) : qsTr("by expected value × urgency") }
                    Row {
                        id: keys
                        visible: root.home.actionCount > 0
                        anchors.right: parent.right
                        spacing: Theme.spaceM
                        Repeater {
                            model: [{ keys: ["J", "K"], words: qsTr("Move") }, { keys: ["A"], words: qsTr("Approve") }]
                            Row {
                                id: help
                                required property var modelData
                                spacing: Theme.spaceXs
                                Words { kind: Theme.SmallRow; color: Theme.text2; text: help.modelData.words; anchors.verticalCenter: parent.verticalCenter }
                                Repeater { model: help.modelData.keys; KeyCap { required property string modelData; text: modelData; anchors.verticalCenter: parent ? parent.verticalCenter : undefined } }
                            }
                        }
                    }
                }
                Surface {
                    width: parent.width
                    height: root.home.actionCount > 0 ? list.height + (more.visible ? 40 : 0) : 76
                    Column {
                        id: list
                        width: parent.width
                        Accessible.role: Accessible.List
                        Accessible.name: qsTr("Next actions")
                        Repeater {
                            id: rows
                            model: root.home.actions
                            ActionRow {
                                required property int index
                                width: list.width
                                selected: root.home.currentId === rowId
                                last: index === rows.count - 1 && !more.visible
                                onChosen: { root.home.select(rowId); root.forceActiveFocus() }
                                onOpened: root.openAction(root.home.detail(rowId))
                                onQuoteAsked: { const quote = root.home.detail(rowId).quote; if (quote.conversationId) root.quoteOpened(quote) }
                                onApproved: root.home.approve(rowId)
                                onReviewed: root.review(root.home.detail(rowId))
                                onPostponed: { root.home.notNow(rowId); root.forceActiveFocus() }
                            }
                        }
                    }
                    TextLink { id: more; visible: root.home.hiddenCount > 0 || root.home.all; x: 64; anchors { bottom: parent.bottom; bottomMargin: Theme.padControl } ink: Theme.accentText; kind: Theme.SmallMedium; text: root.home.all ? qsTr("Show fewer") : root.home.hiddenCount === 1 ? qsTr("Show 1 more") : qsTr("Show %1 more").arg(root.home.hiddenCount); onClicked: root.home.all = !root.home.all }
                    Row {
                        visible: root.home.actionCount === 0
                        x: Theme.spaceL
                        anchors.verticalCenter: parent.verticalCenter
                        spacing: Theme.spaceM
                        Icon { theme: Theme; name: "circle-check"; color: Theme.good; anchors.verticalCenter: parent.verticalCenter }
                        Words { text: qsTr("Nothing to do: every next step is theirs."); color: Theme.text2 }
                    }
                }
                Item { width: 1; height: Theme.spacePage }
                Item {
                    visible: root.home.attentionCount > 0
                    width: parent.width
                    height: Theme.spaceXxl
                    Words { kind: Theme.Heading; text: qsTr("Deals that need attention"); Accessible.role: Accessible.Heading; Accessible.name: text }
                    TextLink { anchors.right: parent.right; ink: Theme.accentText; kind: Theme.SmallMedium; text: qsTr("All %1").arg(root.home.attentionCount); name: qsTr("Show all %1 deals that need attention").arg(root.home.attentionCount); onClicked: { root.workspace.board.view = 2; root.pageAsked("deals") } }
                }
                Flow {
                    width: parent.width
                    spacing: Theme.spaceM
                    Repeater {
                        model: root.home.attention
                        AttentionCard {
                            required property int index
                            visible: index < (root.wide ? 3 : 4)
                            width: (main.width - (root.wide ? 2 : 1) * Theme.spaceM) / (root.wide ? 3 : 2)
                            onOpened: root.dealOpened(rowId)
                        }
                    }
                }
            }
            Column {
                id: side
                x: root.wide ? main.x + main.width + Theme.spacePage : Theme.spacePage
                y: root.wide ? main.y : main.y + main.height + Theme.spacePage
                width: root.sideWidth
                Item {
                    width: parent.width
                    height: Theme.spaceXxl
                    Words { kind: Theme.Heading; text: root.home.periodName; Accessible.role: Accessible.Heading; Accessible.name: text }
                    Words { anchors.right: parent.right; kind: Theme.SmallRow; color: Theme.text2; text: root.home.periodLeft }
                }
                Surface {
                    width: parent.width
                    height: 128
                    Row {
                        id: gaugeRow
                        anchors { fill: parent; leftMargin: Theme.spaceM; rightMargin: Theme.spaceM; topMargin: Theme.spaceM }
                        Repeater {
                            model: root.home.gauges
                            GaugeCard { required property var modelData; gauge: modelData; width: gaugeRow.width / 3; onEditAsked: { editor.openFor(modelData, this); const at = mapToItem(root, width / 2, height); editor.x = Math.min(root.width - editor.width - Theme.spacePage, at.x - editor.width / 2); editor.y = Math.min(at.y, root.height - 140) } }
                        }
                    }
                }
                Item { width: 1; height: Theme.spacePage }
                Item {
                    width: parent.width
                    height: Theme.spaceXxl
                    Words { width: parent.width; kind: Theme.Heading; text: root.home.deedsTitle; Accessible.role: Accessible.Heading; Accessible.name: text }
                }
                Surface {
                    width: parent.width
                    height: Math.max(52, deeds.height)
                    Column {
                        id: deeds
                        width: parent.width
                        topPadding: deedRows.count ? Theme.spaceS : 0
                        bottomPadding: topPadding
                        Repeater {
                            id: deedRows
                            model: root.home.deeds
                            DeedRow { width: deeds.width; onOpened: page === "deal" ? root.dealOpened(dealId) : root.pageAsked(page) }
                        }
                    }
                    Words { visible: deedRows.count === 0; x: Theme.spaceL; width: parent.width - 2 * x; anchors.verticalCenter: parent.verticalCenter; color: Theme.text2; text: qsTr("Nothing new. New mail and files are read as they come.") }
                }
            }
        }
        ScrollHandle { view: flick }
    }
    TargetEditor { id: editor; home: root.home }
    Skeleton {
        id: skeleton
        anchors { fill: parent; margins: Theme.spacePage }
        waiting: root.home.state === HomeModel.Loading
        Row {
            visible: skeleton.showing
            spacing: Theme.spacePage
            Surface { width: skeleton.width - (root.wide ? root.sideWidth + Theme.spacePage : 0); height: 456; Column { x: Theme.spaceL; y: Theme.spaceL; spacing: 44; Repeater { model: 6; Row { spacing: Theme.spaceL; Rectangle { width: Theme.spaceXxl; height: width; radius: Theme.radiusCard; color: Theme.hover } Column { spacing: Theme.spaceM; SkeletonBar { width: 240 } SkeletonBar { width: 320 } } } } } }
            Surface { visible: root.wide; width: root.sideWidth; height: 128 }
        }
    }
    Loader {
        anchors.centerIn: parent
        width: parent.width
        active: root.home.state === HomeModel.Empty || root.home.state === HomeModel.Failed
        sourceComponent: Item {
            implicitHeight: 200
            Column {
                visible: root.home.state === HomeModel.Empty
                anchors.horizontalCenter: parent.horizontalCenter
                width: parent.width
                spacing: Theme.spaceS
                EmptyState { anchors.horizontalCenter: parent.horizontalCenter; iconName: "house"; title: qsTr("What to do next will appear here"); hint: qsTr("The agent reads your mail, chats, meeting transcripts and deal lists, and says what to do and why. Nothing leaves this computer."); action: qsTr("Import your files"); onActed: root.importAsked() }
                PushButton { anchors.horizontalCenter: parent.horizontalCenter; look: "ghost"; text: qsTr("Or look at the sample first"); onClicked: root.sampleAsked() }
            }
            ErrorState { visible: root.home.state === HomeModel.Failed; anchors.horizontalCenter: parent.horizontalCenter; problem: root.home.problem; onRetry: root.home.load() }
        }
    }
}
