// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What is to be done, and what the agent keeps of the account: the tone, what was said last, events, wins and losses.
Surface {
    id: root
    required property DealDetailModel deal
    readonly property var plan: deal.plan
    readonly property var lists: [{ title: qsTr("Events"), items: plan.events }, { title: qsTr("Wins"), items: plan.wins }, { title: qsTr("Losses"), items: plan.losses }, { title: qsTr("Technology in use"), items: plan.technologies }, { title: qsTr("Plans of theirs"), items: plan.initiatives }].filter(each => each.items.length > 0)
    function begin() { what.input.forceActiveFocus() }
    function add() { what.error = ""; deal.addTask(what.text, due.text) }
    Connections {
        target: root.deal
        function onTaskAdded(problem) { what.error = problem; if (!problem.length) { what.text = due.text = ""; what.input.forceActiveFocus() } }
    }
    Flickable {
        id: flick
        anchors { fill: parent; margins: Theme.hair }
        contentHeight: column.height + Theme.spacePage
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: column
            x: Theme.spaceL
            y: Theme.spaceL
            width: flick.width - 2 * x
            spacing: Theme.spaceM
            Words { kind: Theme.Heading; text: qsTr("To do"); Accessible.role: Accessible.Heading; Accessible.name: text }
            Column {
                width: parent.width
                Repeater {
                    id: tasks
                    model: root.deal.tasks
                    Item {
                        id: task
                        required property string rowId
                        required property string text
                        required property string line
                        required property bool done
                        required property bool late
                        width: column.width
                        height: line.length ? 48 : 32
                        FocusScope {
                            id: box
                            property int focusReason: Qt.OtherFocusReason
                            y: Theme.spaceS
                            width: Theme.spaceL
                            height: width
                            activeFocusOnTab: true
                            Accessible.role: Accessible.CheckBox
                            Accessible.name: task.text
                            Accessible.checkable: true
                            Accessible.checked: task.done
                            Accessible.onPressAction: root.deal.setTaskDone(task.rowId, !task.done)
                            Keys.onSpacePressed: root.deal.setTaskDone(task.rowId, !task.done)
                            Keys.onReturnPressed: root.deal.setTaskDone(task.rowId, !task.done)
                            Rectangle { anchors.fill: parent; radius: Theme.radiusBadge; color: task.done ? Theme.accent : Theme.surface; border { width: task.done ? 0 : Theme.hair; color: Theme.lineStrong } Icon { visible: task.done; anchors.centerIn: parent; theme: Theme; name: "check"; size: Theme.iconSmall; color: Theme.textOnAccent } }
                            FocusFrame { target: box }
                            Tap { margin: Theme.spaceS; onTapped: { box.focusReason = Qt.MouseFocusReason; root.deal.setTaskDone(task.rowId, !task.done) } }
                            onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
                        }
                        Words { x: 28; y: Theme.spaceXs + Theme.spaceXxs; width: parent.width - x; text: task.text; color: task.done ? Theme.text3 : Theme.text; struck: task.done; HoverTip { text: parent.truncated ? task.text : "" } }
                        Words { visible: text.length; x: 28; y: 26; width: parent.width - x; kind: Theme.Small; text: task.line; color: task.late ? Theme.bad : Theme.text2 }
                    }
                }
            }
            Words { visible: tasks.count === 0; kind: Theme.Small; color: Theme.text2; text: qsTr("Nothing is open. The agent adds what somebody promises.") }
            Row {
                width: parent.width
                spacing: Theme.spaceS
                Field { id: what; width: parent.width - due.width - more.width - 2 * Theme.spaceS; hint: qsTr("Something to do"); input.maximumLength: 500; input.Accessible.name: qsTr("Something to do"); onAccepted: root.add() }
                Field { id: due; width: 96; hint: qsTr("3 Dec"); input.Accessible.name: qsTr("Due"); onAccepted: root.add() }
                PushButton { id: more; tall: true; text: qsTr("Add"); onClicked: root.add() }
            }
            Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
            Row {
                visible: root.plan.mood.length > 0
                spacing: Theme.spaceS
                Words { kind: Theme.Heading; text: qsTr("The account lately"); Accessible.role: Accessible.Heading; Accessible.name: text }
                Badge { anchors.verticalCenter: parent.verticalCenter; text: root.plan.mood; tone: root.plan.moodTone }
            }
            Repeater {
                model: root.plan.notes
                Item {
                    id: note
                    required property var modelData
                    width: column.width
                    height: said.height + Theme.spaceXs
                    Icon { theme: Theme; name: note.modelData.iconName; size: Theme.iconInline; color: [Theme.text2, Theme.accentText, Theme.good, Theme.warn, Theme.bad][note.modelData.tone]; y: Theme.spaceXxs }
                    Words { id: said; x: 28; width: parent.width - x - when.width - Theme.spaceM; wrapMode: Text.WordWrap; kind: Theme.Small; text: note.modelData.text }
                    Words { id: when; anchors.right: parent.right; kind: Theme.Small; color: Theme.text2; text: note.modelData.when }
                }
            }
            Words { visible: root.plan.mood.length === 0; width: parent.width; wrapMode: Text.WordWrap; kind: Theme.Small; color: Theme.text2; text: qsTr("Once something was said, a line about each talk stands here: when, where, and in which tone.") }
            Repeater {
                model: root.lists
                Column {
                    id: section
                    required property var modelData
                    width: column.width
                    spacing: Theme.spaceXs
                    topPadding: Theme.spaceS
                    Words { kind: Theme.Strong; text: section.modelData.title; Accessible.role: Accessible.Heading; Accessible.name: text }
                    Repeater { model: section.modelData.items; Words { required property string modelData; width: section.width; wrapMode: Text.WordWrap; kind: Theme.Small; color: Theme.text2; text: "· " + modelData } }
                }
            }
        }
        ScrollHandle { view: flick }
    }
}
