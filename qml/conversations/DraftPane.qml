// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The draft that waits in a thread, beside it: read, change, approve, send later, reject. Nothing leaves before the ten seconds to undo.
Surface {
    id: root
    required property Workspace workspace
    readonly property ApprovalsModel approvals: workspace.approvals
    readonly property var draft: approvals.current
    readonly property bool shown: draft.title !== undefined
    readonly property var findings: shown ? draft.findings : []
    property bool editing: false
    property bool asking: false
    signal done() // the page takes the keys again
    function edit() { if (shown && !draft.inOutbox) { editing = true; exact.start() } }
    function ask() { if (shown && !draft.inOutbox) { asking = true; reason.text = ""; reason.input.forceActiveFocus() } }
    function approve() { if (shown && !draft.inOutbox) approvals.approve() }
    function keep() { const subject = exact.subjectText, body = exact.bodyText; stop(); approvals.edit(subject, body) }
    function stop() { editing = false; asking = false; done() }
    function reject() { const words = reason.text; stop(); approvals.reject(words) }
    function takeOut(passage) { approvals.edit(draft.subject, draft.body.replace(passage, "").replace(/\n{3,}/g, "\n\n").trim()) }
    Connections { target: root.approvals; function onCurrentChanged() { if (root.editing && root.approvals.currentId !== flick.shownId) root.editing = false; flick.shownId = root.approvals.currentId } }
    PaneHead {
        id: head
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.hair }
        iconName: root.shown && root.draft.own ? "square-pen" : "agent"
        title: !root.shown ? "" : root.draft.inOutbox ? qsTr("In the outbox") : root.draft.own ? qsTr("Your draft") : qsTr("Draft by the agent")
        note: !root.shown ? "" : root.draft.scheduled ? qsTr("leaves %1").arg(root.draft.leaves) : root.draft.leaving ? qsTr("leaves in a moment") : root.draft.stale ? qsTr("they wrote again") : qsTr("not sent")
    }
    Flickable {
        id: flick
        property string shownId: root.approvals.currentId
        anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: foot.top }
        contentHeight: column.height + Theme.spaceL
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        onShownIdChanged: contentY = 0
        Column {
            id: column
            x: Theme.spaceL
            width: flick.width - 2 * x
            spacing: Theme.spaceM
            Item {
                width: parent.width
                height: 40
                Words { anchors.verticalCenter: parent.verticalCenter; color: Theme.text2; text: qsTr("To") }
                Words { x: 56; width: parent.width - x; anchors.verticalCenter: parent.verticalCenter; text: root.shown ? root.draft.to : "" }
                Rectangle { width: parent.width; height: Theme.hair; color: Theme.line; anchors.bottom: parent.bottom }
            }
            ApprovalText { id: exact; width: parent.width; visible: root.shown; draft: root.shown ? root.draft : ({ subject: "", body: "", diff: [] }); editing: root.editing; onKept: root.keep(); onDropped: root.stop() }
            Column {
                width: parent.width
                spacing: Theme.spaceS
                visible: root.shown && !root.editing
                Repeater {
                    model: root.findings
                    Rectangle {
                        id: finding
                        required property var modelData
                        width: column.width
                        height: Math.max(told.height, out.visible ? out.height : 0) + 2 * Theme.spaceS
                        radius: Theme.radiusCard
                        color: modelData.tone === Theme.Warn ? Theme.warnSoft : Theme.hover
                        Icon { theme: Theme; name: finding.modelData.blocks ? "shield-alert" : "info"; x: Theme.spaceM; y: Theme.padControl; color: finding.modelData.tone === Theme.Warn ? Theme.warn : Theme.text2 }
                        Words { id: told; x: 36; y: Theme.spaceS; width: (out.visible ? out.x : parent.width) - x - Theme.spaceM; wrapMode: Text.Wrap; color: finding.modelData.tone === Theme.Warn ? Theme.warn : Theme.text2; text: finding.modelData.text }
                        PushButton { id: out; visible: !root.draft.inOutbox && finding.modelData.passage.length > 0 && root.draft.body.includes(finding.modelData.passage); anchors { right: parent.right; rightMargin: Theme.spaceS; verticalCenter: parent.verticalCenter } text: qsTr("Take out"); onClicked: root.takeOut(finding.modelData.passage) }
                    }
                }
                Row {
                    visible: root.shown && root.findings.length === 0
                    spacing: Theme.spaceBadge
                    Icon { theme: Theme; name: "shield-check"; size: Theme.iconInline; color: Theme.good; anchors.verticalCenter: parent.verticalCenter }
                    Words { kind: Theme.Small; color: Theme.good; text: qsTr("All checks passed") }
                }
            }
        }
        ScrollHandle { view: flick }
    }
    Item {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.hair }
        height: root.shown && !root.editing && !root.asking ? 104 : 64
        Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
        ScrollRow {
            x: Theme.spaceL
            y: Theme.spaceL
            width: foot.width - 2 * x
            spacing: Theme.spaceS
            visible: root.shown && !root.editing && !root.asking && !root.draft.inOutbox
            PushButton { tall: true; look: root.shown && root.draft.blocked ? "secondary" : "primary"; text: root.shown && root.draft.blocked ? qsTr("Approve as it is") : qsTr("Approve"); keyText: "A"; enabled: !root.approvals.busy; onClicked: root.approve() }
            PushButton { tall: true; look: root.shown && root.draft.blocked ? "primary" : "secondary"; text: qsTr("Edit"); keyText: "E"; enabled: !root.approvals.busy; onClicked: root.edit() }
            PushButton { tall: true; look: "ghost"; text: root.shown && root.draft.own ? qsTr("Discard") : qsTr("Reject"); keyText: "R"; enabled: !root.approvals.busy; onClicked: root.draft.own ? root.approvals.reject("") : root.ask() }
        }
        Row {
            x: Theme.spaceL
            y: 68
            spacing: Theme.spaceXl
            visible: root.shown && !root.editing && !root.asking && !root.draft.inOutbox
            TextLink { id: laterLink; iconName: "clock"; text: qsTr("Send later"); onClicked: later.show(laterLink) }
            TextLink { iconName: "hand"; visible: root.shown && !root.draft.own; text: root.workspace.conversation.byPerson ? qsTr("Give back to the agent") : qsTr("Take over from the agent"); onClicked: root.workspace.conversation.hand(!root.workspace.conversation.byPerson) }
        }
        ScrollRow {
            x: Theme.spaceL
            y: Theme.spaceL
            width: foot.width - 2 * x
            spacing: Theme.spaceS
            visible: root.shown && root.draft.inOutbox
            PushButton { tall: true; look: "primary"; iconName: "undo-2"; text: qsTr("Take back"); enabled: !root.approvals.busy; onClicked: root.approvals.takeBack() }
            PushButton { visible: root.shown && root.draft.scheduled; tall: true; text: qsTr("Send now"); enabled: !root.approvals.busy; onClicked: root.approvals.sendNow() }
            PushButton { visible: root.shown && !root.draft.scheduled && !root.draft.leaving; tall: true; text: root.shown && root.draft.chat ? qsTr("Write it to a file") : qsTr("Hand it over now"); onClicked: root.approvals.handOver() }
        }
        Words { x: Theme.spaceL; y: 70; width: parent.width - 2 * x; visible: root.shown && root.draft.inOutbox; kind: Theme.Small; color: Theme.text2; text: root.shown ? root.draft.otherwise : "" }
        ScrollRow {
            x: Theme.spaceL
            y: Theme.spaceL
            width: foot.width - 2 * x
            spacing: Theme.spaceS
            visible: root.editing
            PushButton { tall: true; look: "primary"; text: qsTr("Keep the change"); keyText: qsTr("Ctrl ↵"); onClicked: root.keep() }
            PushButton { tall: true; look: "ghost"; text: qsTr("Leave it as it was"); keyText: qsTr("Esc"); onClicked: root.stop() }
        }
        ScrollRow {
            x: Theme.spaceL
            y: Theme.spaceL
            width: foot.width - 2 * x
            spacing: Theme.spaceS
            visible: root.asking
            Field { id: reason; width: foot.width - 2 * Theme.spaceL - no.width - back.width - 2 * Theme.spaceS; hint: qsTr("Why? The agent learns from it"); onAccepted: root.reject(); Keys.onEscapePressed: root.stop() }
            PushButton { id: no; tall: true; look: "danger"; text: qsTr("Reject"); onClicked: root.reject() }
            PushButton { id: back; tall: true; look: "ghost"; text: qsTr("Back"); onClicked: root.stop() }
        }
    }
    LaterMenu { id: later; workspace: root.workspace; title: qsTr("Send it"); onChosen: at => root.approvals.approveDraft(root.approvals.currentId, at) }
}
