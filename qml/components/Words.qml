// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Text of one step of the type scale, standing in the middle of its line.
Text {
    id: root
    property int kind: Theme.Body
    property bool tabular: false
    property int weight: -1 // another weight or size than its kind has; a font set in parts would lose its family
    property int size: 0
    property bool struck: false
    font: Theme.fontOf(kind, tabular, weight, size, struck)
    lineHeight: Theme.lineOf(kind)
    lineHeightMode: Text.FixedHeight
    topPadding: Theme.leadOf(kind)
    bottomPadding: -Theme.leadOf(kind)
    color: Theme.text
    textFormat: Text.PlainText
    elide: Text.ElideRight
    maximumLineCount: wrapMode === Text.NoWrap ? 1 : 1000000 // what others wrote may hold line breaks
    horizontalAlignment: wrapMode === Text.NoWrap ? Text.AlignLeft : undefined // names line up in any script; paragraphs stand on their own side
    renderType: Text.NativeRendering
}
