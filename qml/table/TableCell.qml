// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One value of a deal: to read, to edit in place, or to choose.
Item {
    id: root
    required property DealTableModel table
    required property string dealId
    required property var column
    property string value
    property int tone: Theme.Neutral
    property bool strong: false
    signal opened()
    signal choiceAsked(Item from)
    readonly property color ink: [Theme.text, Theme.accentText, Theme.good, Theme.warn, Theme.bad][tone]
    function edit() { if (editor.item) (editor.item as EditableText).start() }
    Words {
        visible: root.column.edits !== "text" && root.column.edits !== "owner" && root.column.edits !== "stage"
        x: Theme.spaceS
        width: parent.width - Theme.spaceS - Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: root.column.right ? Text.AlignRight : Text.AlignLeft
        kind: root.strong ? Theme.Strong : Theme.SmallRow
        tabular: root.column.right
        color: root.tone === Theme.Neutral && !root.strong ? Theme.text2 : root.ink
        text: root.value
        HoverTip { text: parent.truncated ? root.value : "" }
    }
    Loader {
        id: editor
        active: root.column.edits === "text"
        anchors.verticalCenter: parent.verticalCenter
        x: root.column.right ? parent.width - width - Theme.spaceM : Theme.spaceS
        sourceComponent: EditableText {
            name: root.column.label
            kind: root.column.key === "amount" ? Theme.StrongHeavy : root.strong ? Theme.Strong : Theme.SmallRow
            color: root.ink
            text: root.value.length ? root.value : "–"
            startText: root.table.editText(root.dealId, root.column.key)
            width: editing ? root.width - Theme.spaceM : Math.min(implicitWidth, root.width - Theme.spaceXl)
            activeFocusOnTab: false
            onGiven: text => refused = !root.table.edit(root.dealId, root.column.key, text)
        }
    }
    Loader {
        active: root.column.edits === "owner" || root.column.edits === "stage"
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.spaceS
        sourceComponent: ChoiceText { activeFocusOnTab: false; kind: Theme.SmallRow; ink: Theme.text2; width: Math.min(implicitWidth, root.width - Theme.spaceXl); name: root.column.label; text: root.value.length ? root.value : "–"; onChosen: root.choiceAsked(this) }
    }
}
