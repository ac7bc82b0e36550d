// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The keyboard's way to move a deal: every stage with what the rules say about it.
Popover {
    id: root
    required property DealBoardModel board
    property int askStage: -1
    bodyWidth: 300
    readonly property var stages: board.columns.concat(board.lanes) // qmllint disable
    readonly property DealColumnModel askColumn: askStage >= 0 ? stages[askStage] : null
    Accessible.role: Accessible.PopupMenu
    Accessible.name: qsTr("Move stage")

    function openFor(dealId, giveBack) {
        giveFocusTo = giveBack
        askStage = -1
        board.lift(dealId)
        open = true
        if (board.hasAnswers)
            focusFirst()
    }
    function focusFirst() {
        for (let i = 0; i < rows.count; ++i)
            if (rows.itemAt(i).enabled) { rows.itemAt(i).forceActiveFocus(); return }
    }
    function choose(stage) {
        const column = stages[stage]
        if (column.forbidden || stage === board.stageOf(board.liftedId))
            return
        if (column.needsInput) {
            askStage = stage
            return
        }
        if (board.drop(stage))
            close()
    }
    onClosed: { askStage = -1; board.release() }
    Connections {
        target: root.board
        enabled: root.open
        function onAnswered() { root.focusFirst() }
    }
    Keys.onPressed: event => {
        const stage = event.key - Qt.Key_1
        if (askStage < 0 && stage >= 0 && stage < stages.length) {
            choose(stage)
            event.accepted = true
        }
    }
    Column {
        visible: root.askStage < 0
        width: parent.width
        Words { leftPadding: Theme.spaceS; kind: Theme.CaptionMedium; color: Theme.text3; text: qsTr("Move to"); height: Theme.spacePage }
        Repeater {
            id: rows
            model: root.stages
            MenuRow {
                required property int index
                required property var modelData
                text: modelData.title
                note: modelData.answerText
                noteTone: modelData.answerTone
                keyText: String(index + 1)
                enabled: root.board.hasAnswers && !modelData.forbidden && modelData.title !== root.hereTitle
                checked: modelData.title === root.hereTitle
                onChosen: root.choose(index)
            }
        }
    }
    readonly property string hereTitle: { const at = board.liftedId.length ? board.stageOf(board.liftedId) : -1; return at >= 0 ? stages[at].title : "" }
    Loader {
        width: parent.width
        active: root.askColumn !== null
        visible: active
        sourceComponent: AskCard {
            column: root.askColumn
            dealName: root.board.nameOf(root.board.liftedId)
            startAmount: root.board.amountOf(root.board.liftedId)
            onGiven: input => { if (root.board.drop(root.askStage, input)) root.close(); else refused() }
            onCancelled: root.close()
        }
    }
}
