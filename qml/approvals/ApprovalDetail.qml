// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One draft in full: for whom, why, what asks for a person, the exact text, and the decision.
Surface {
    id: root
    required property ApprovalsModel approvals
    readonly property var draft: approvals.current
    readonly property bool shown: draft.title !== undefined
    property bool editing: false
    signal conversationOpened(string conversationId)
    signal dealOpened(string dealId)
    signal done() // the page takes the keys again
    function edit() { if (shown && !draft.inOutbox) { editing = true; exact.start() } }
    function ask() { if (shown && !draft.inOutbox) (bar.item as DecisionBar).ask() }
    function stop() { editing = false; root.done() }
    function keep() { const subject = exact.subjectText, body = exact.bodyText; stop(); approvals.edit(subject, body) }
    Connections { target: root.approvals; function onCurrentChanged() { if (root.editing && root.approvals.currentId !== flick.shownId) root.editing = false; flick.shownId = root.approvals.currentId } }
    Flickable {
        id: flick
        property string shownId: root.approvals.currentId
        visible: root.shown
        anchors { fill: parent; margins: Theme.hair; bottomMargin: bar.height }
        contentHeight: column.height + Theme.spacePage
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        onShownIdChanged: contentY = 0
        Column {
            id: column
            width: flick.width
            Item {
                width: parent.width
                height: 84
                Words { x: Theme.spacePage; y: Theme.spaceXl; width: late.visible ? late.x - x - Theme.spaceS : parent.width - 2 * x; kind: Theme.Value; text: root.shown ? root.draft.title : ""; Accessible.role: Accessible.Heading; Accessible.name: text }
                Badge { id: late; visible: root.shown && root.draft.waited.length > 0; anchors { right: parent.right; rightMargin: Theme.spacePage } y: Theme.spaceXl + Theme.spaceXxs; iconName: "clock"; text: root.shown ? root.draft.waited : ""; tone: root.shown ? root.draft.tone : 0 }
                Words { x: Theme.spacePage; y: 48; width: parent.width - 2 * x; kind: Theme.SmallRow; color: Theme.text2; text: root.shown ? root.draft.line : "" }
                Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: Theme.hair; color: Theme.line }
            }
            Grid {
                id: reasons
                x: Theme.spacePage
                width: parent.width - 2 * x
                topPadding: Theme.spaceM
                bottomPadding: Theme.spaceL
                columns: width > 520 ? 3 : 1
                columnSpacing: Theme.spacePage
                rowSpacing: Theme.spaceM
                Repeater {
                    model: root.shown ? [{ head: qsTr("Why"), words: root.draft.why }, { head: qsTr("Why it asks"), words: root.draft.asks }, { head: qsTr("If you do nothing"), words: root.draft.otherwise }] : []
                    Column {
                        id: reason
                        required property var modelData
                        width: reasons.columns === 1 ? reasons.width : (reasons.width - 2 * Theme.spacePage) / 3
                        spacing: Theme.spaceXxs
                        Words { kind: Theme.Small; color: Theme.text2; text: reason.modelData.head }
                        Words { width: parent.width; wrapMode: Text.Wrap; text: reason.modelData.words }
                    }
                }
            }
            Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
            Item {
                width: parent.width
                height: 48
                Words { id: exactHead; x: Theme.spacePage; anchors.verticalCenter: parent.verticalCenter; kind: Theme.Heading; text: qsTr("Exact text") }
                Words { anchors { left: exactHead.right; leftMargin: Theme.spaceS; verticalCenter: parent.verticalCenter } kind: Theme.Small; color: Theme.text2; text: root.editing ? qsTr("what you write leaves as it stands") : root.shown && root.draft.edited ? qsTr("your changes are marked") : "" }
            }
            ApprovalText { id: exact; x: Theme.spacePage; width: parent.width - 2 * x; visible: root.shown; draft: root.shown ? root.draft : ({ subject: "", body: "", diff: [] }); editing: root.editing; onKept: root.keep(); onDropped: root.stop() }
            Item { width: 1; height: Theme.spaceL }
            Column {
                x: Theme.spacePage
                width: parent.width - 2 * x
                spacing: Theme.spaceS
                visible: root.shown && !root.editing
                Repeater {
                    model: root.shown ? root.draft.findings : []
                    Rectangle {
                        id: finding
                        required property var modelData
                        width: parent.width
                        height: told.height + 2 * Theme.spaceS
                        radius: Theme.radiusCard
                        color: modelData.tone === Theme.Warn ? Theme.warnSoft : Theme.hover
                        Icon { theme: Theme; name: finding.modelData.blocks ? "shield-alert" : "info"; x: Theme.spaceM; y: Theme.padControl; color: finding.modelData.tone === Theme.Warn ? Theme.warn : Theme.text2 }
                        Words { id: told; x: 36; y: Theme.spaceS; width: parent.width - x - Theme.spaceM; wrapMode: Text.Wrap; color: finding.modelData.tone === Theme.Warn ? Theme.warn : Theme.text2; text: finding.modelData.text }
                    }
                }
                Row {
                    spacing: Theme.spaceS
                    height: Theme.controlTall
                    TextLink { visible: root.shown && root.draft.conversationId.length > 0; anchors.verticalCenter: parent.verticalCenter; iconName: "mail"; text: qsTr("Open the conversation"); ink: Theme.accentText; onClicked: root.conversationOpened(root.draft.conversationId) }
                    TextLink { visible: root.shown && root.draft.dealId.length > 0; anchors.verticalCenter: parent.verticalCenter; iconName: "square-kanban"; text: qsTr("Open the deal"); ink: Theme.accentText; onClicked: root.dealOpened(root.draft.dealId) }
                    Icon { visible: passed.visible; theme: Theme; name: "shield-check"; size: Theme.iconInline; color: Theme.good; anchors.verticalCenter: parent.verticalCenter }
                    Words { id: passed; visible: root.shown && root.draft.findings.length === 0; kind: Theme.Small; color: Theme.good; text: qsTr("All checks passed"); anchors.verticalCenter: parent.verticalCenter }
                }
            }
        }
        ScrollHandle { view: flick }
    }
    Loader {
        id: bar
        active: root.shown
        visible: active
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        sourceComponent: DecisionBar {
            draft: root.draft
            editing: root.editing
            busy: root.approvals.busy
            onApproved: root.approvals.approve()
            onEditAsked: root.edit()
            onRejected: reason => { root.done(); root.approvals.reject(reason) }
            onHandedOver: root.approvals.handOver()
            onTriedAgain: root.approvals.tryAgain()
            onTakenBack: root.approvals.takeBack()
            onKept: root.keep()
            onDropped: root.stop()
        }
    }
}
