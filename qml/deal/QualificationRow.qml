// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

Item {
    id: root
    required property DealDetailModel deal
    required property string rowId
    required property string label
    required property string value
    required property double confidence
    required property string percentText
    required property bool identified
    required property bool sure
    required property bool locked
    required property string alternatives
    required property string quote
    required property string quoteSource
    required property int more
    required property bool canJump
    property bool unfolded: false
    readonly property bool guess: confidence > 0 && !identified
    readonly property int textLeft: 136
    signal jumped()
    signal quoteOpened(var quote)
    signal editAsked(Item from)
    height: 72 + (unfolded ? rest.height + Theme.spaceXs : 0)
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2, %3").arg(label).arg(value).arg(percentText)
    Rectangle { x: Theme.spaceXl - Theme.hair; width: parent.width - 2 * x; height: Theme.hair; color: Theme.line }
    Words { x: Theme.spaceXl - Theme.hair; y: Theme.padControl; width: 110; kind: Theme.SmallRow; color: Theme.text2; text: root.label }
    Words { x: Theme.spaceXl - Theme.hair; y: 40; width: 110; kind: Theme.Caption; color: Theme.text2; text: root.quoteSource }
    ChoiceText { id: said; x: root.textLeft; y: Theme.padControl; width: meter.x - x - Theme.spaceS; text: root.value; name: root.label; ink: root.confidence > 0 ? Theme.text : Theme.text3; Accessible.description: qsTr("Edit"); onChosen: root.editAsked(said) }
    Rectangle {
        id: meter
        visible: root.confidence > 0
        anchors { right: percent.left; rightMargin: Theme.spaceS }
        y: 19
        width: Theme.spaceXxl
        height: Theme.spaceXs
        radius: Theme.spaceXxs
        color: Theme.track
        Rectangle { width: parent.width * root.confidence; height: parent.height; radius: parent.radius; color: root.sure ? Theme.data1 : Theme.data2 }
    }
    Words { id: percent; anchors { right: parent.right; rightMargin: Theme.spaceXl - Theme.hair } y: Theme.padControl; width: 28; elide: Text.ElideNone; horizontalAlignment: Text.AlignRight; kind: Theme.SmallRow; tabular: true; text: root.percentText; color: root.guess || !root.sure ? Theme.warn : Theme.text2 }
    EvidenceChip { visible: root.quote.length; x: root.textLeft; y: 36; width: Math.min(implicitWidth, tail.x - x - Theme.spaceS); text: root.quote; jumps: root.canJump; onClicked: root.jumped() }
    Row {
        visible: !root.quote.length
        x: root.textLeft
        y: 38
        spacing: Theme.spaceBadge
        Icon { theme: Theme; name: "circle-dashed"; size: Theme.iconInline; color: Theme.warn; anchors.verticalCenter: parent.verticalCenter }
        Words { kind: Theme.Small; color: Theme.text3; text: root.confidence > 0 ? qsTr("A guess: no quote proves it") : qsTr("Nothing said about it yet"); topPadding: Theme.spaceXxs + Theme.leadOf(kind) }
    }
    Row {
        id: tail
        anchors { right: parent.right; rightMargin: Theme.spaceXl - Theme.hair }
        y: 38
        spacing: Theme.spaceBadge
        Badge { visible: root.alternatives.length; text: qsTr("Contradicted"); tone: Theme.Warn; anchors.verticalCenter: parent.verticalCenter; HoverTip { text: qsTr("Also said: %1").arg(root.alternatives) } }
        Icon { visible: root.locked; theme: Theme; name: "lock"; size: Theme.iconInline; color: Theme.text2; anchors.verticalCenter: parent.verticalCenter; HoverTip { text: qsTr("Set by a person; the agent leaves it alone") } }
        TextLink { visible: root.more > 0; text: root.unfolded ? "−" : "+" + root.more; name: qsTr("%1 more quotes").arg(root.more); onClicked: root.unfolded = !root.unfolded }
    }
    Column {
        id: rest
        visible: root.unfolded
        x: root.textLeft
        y: 66
        width: root.width - x - Theme.spaceXl
        spacing: Theme.spaceXs
        Repeater {
            model: root.unfolded ? root.deal.otherQuotesOf(root.rowId) : []
            EvidenceChip { required property var modelData; width: Math.min(implicitWidth, rest.width); text: modelData.text; sourceText: modelData.source; jumps: modelData.conversationId.length > 0; onClicked: root.quoteOpened(modelData) }
        }
    }
}
