// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The head of a column: name, count and sums; while a card is lifted, what a drop would mean.
Item {
    id: root
    required property DealColumnModel column
    implicitHeight: Theme.stageHeader
    readonly property bool roomy: total.fits // else the sum takes the line below, and the tip tells the weighted one
    readonly property bool asking: column.answerText.length > 0
    Accessible.role: Accessible.Heading
    Accessible.name: asking ? qsTr("%1, %2 deals, %3").arg(column.title).arg(column.count).arg(column.answerText)
                            : qsTr("%1, %2 deals, %3").arg(column.title).arg(column.count).arg(column.sumText)
    Words { id: name; x: Theme.spaceM; y: Theme.spaceS; kind: Theme.StrongHeavy; text: root.column.title }
    Words { id: count; anchors { left: name.right; leftMargin: Theme.spaceS; top: name.top } kind: Theme.SmallRow; text: root.column.count; color: Theme.text3 }
    FittingSum { id: total; anchors { right: parent.right; rightMargin: Theme.spaceM; top: name.top; left: count.right; leftMargin: Theme.spaceS } whole: root.column.sumText; brief: root.column.laneText } // the line below names all currencies
    Words {
        id: answer
        visible: root.asking
        x: Theme.spaceM
        y: 26
        kind: Theme.Caption
        text: root.column.answerText
        color: root.column.answerTone === Theme.Bad ? Theme.bad : root.column.answerTone === Theme.Warn ? Theme.warn : Theme.text2
    }
    Words {
        anchors { right: parent.right; rightMargin: Theme.spaceM; left: root.asking ? answer.right : parent.left; leftMargin: Theme.spaceS }
        y: 26
        visible: !root.asking || implicitWidth <= width // half a sum would mislead
        horizontalAlignment: Text.AlignRight
        kind: root.roomy || root.asking ? Theme.Caption : Theme.SmallHeavy
        text: root.asking ? root.column.weightedShort : root.roomy ? root.column.weightedText : root.column.sumText
        color: root.roomy || root.asking ? Theme.text2 : Theme.text
    }
    HoverTip { text: root.column.tipText }
}
