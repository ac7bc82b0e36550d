// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What is proven, dimension by dimension, each with its words.
Surface {
    id: root
    required property DealDetailModel deal
    signal jumped(string dimension)
    signal quoteOpened(var quote)
    signal editAsked(string dimension, Item from)
    Flickable {
        id: flick
        anchors.fill: parent
        anchors.margins: Theme.hair
        contentHeight: column.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: column
            width: flick.width
            Item {
                width: parent.width
                height: Math.max(105, answer.height + 31)
                Ring {
                    id: ring
                    theme: Theme
                    fillColor: Theme.surface
                    x: Theme.spaceXl - Theme.hair
                    y: 18
                    width: 72
                    height: 72
                    values: root.deal.ring
                    identified: root.deal.identified
                    NumberAnimation on fill { from: Theme.still ? 1 : 0; to: 1; duration: Theme.fillTime; easing.type: Easing.OutCubic }
                    Accessible.role: Accessible.Graphic
                    Accessible.name: root.deal.proofTitle
                }
                Column {
                    id: answer
                    x: ring.x + 92
                    width: parent.width - x - Theme.spaceXl
                    y: 19
                    spacing: Theme.spaceXxs
                    Words { width: parent.width; kind: Theme.Heading; text: root.deal.proofTitle }
                    Words { width: parent.width; kind: Theme.Small; color: Theme.text2; text: root.deal.proofSummary; wrapMode: Text.WordWrap; maximumLineCount: 3 }
                    Words { visible: text.length; width: parent.width; kind: Theme.Caption; color: Theme.text2; text: root.deal.lastRead; topPadding: Theme.spaceXs + Theme.leadOf(kind) }
                }
            }
            Repeater {
                model: root.deal.meddic
                QualificationRow { width: column.width; deal: root.deal; onJumped: root.jumped(rowId); onQuoteOpened: quote => root.quoteOpened(quote); onEditAsked: from => root.editAsked(rowId, from) }
            }
            Rectangle {
                width: parent.width
                height: Math.max(points.height + 2 * Theme.spaceM, flick.height - y)
                color: Theme.sunken
                radius: Theme.radiusCard - 1
                Rectangle { width: parent.width; height: Theme.radiusCard; color: Theme.sunken }
                Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
                Row {
                    id: points
                    x: Theme.spaceXl - Theme.hair
                    y: Theme.spaceM
                    width: parent.width - 2 * x
                    spacing: Theme.spaceL
                    readonly property int lines: { let most = 1; for (let i = 0; i < cells.count; ++i) { const cell = cells.itemAt(i) as BantCell; if (cell) most = Math.max(most, cell.lineCount) } return most }
                    Repeater {
                        id: cells
                        model: root.deal.bant
                        BantCell { width: (parent.width - 3 * Theme.spaceL) / 4; lines: points.lines; onJumped: root.jumped(rowId); onEditAsked: from => root.editAsked(rowId, from) }
                    }
                }
            }
        }
        ScrollHandle { view: flick }
    }
}
