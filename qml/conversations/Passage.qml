// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A mail or chat line as a card, or a spoken piece as a line of the transcript.
Item {
    id: root
    required property string rowId
    required property string author
    required property string initials
    required property string title
    required property bool ours
    required property int speaker
    required property string when
    required property string exact
    required property string text
    required property var readings
    required property var marks
    property bool spoken: false
    property bool marked: false
    property int markBegin: 0
    property int markEnd: 0
    readonly property bool laidOut: words.implicitHeight > 0
    readonly property real markTop: words.y + words.markTop
    readonly property int inset: spoken ? 0 : Theme.spaceL
    signal markPlaced()
    height: words.y + words.implicitHeight + (readingRow.visible ? 36 : 0) + Theme.spaceM
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2: %3").arg(author).arg(exact).arg(text)
    Surface { visible: !root.spoken; anchors.fill: parent }
    readonly property color ink: root.spoken ? Theme.speakers[root.speaker % Theme.speakers.length] : Theme.text
    Rectangle { visible: root.spoken; x: 34 - Theme.spaceS; y: 28; width: Theme.spaceXxs; height: Math.max(0, parent.height - y - Theme.spaceM); radius: Theme.hair; color: root.ink; opacity: 0.35 }
    Avatar { x: root.inset; y: root.spoken ? Theme.spaceXs : 14; initials: root.initials; size: 24 }
    Words { id: name; x: root.inset + 34; y: root.spoken ? Theme.spaceXs + 2 : 16; kind: Theme.Strong; text: root.author; color: root.ink; width: Math.min(implicitWidth, stamp.x - x - Theme.spaceS) }
    Words { anchors { left: name.right; leftMargin: Theme.spaceS } y: name.y; width: stamp.x - x - Theme.spaceS; kind: Theme.SmallRow; color: Theme.text2; text: root.title }
    Words { id: stamp; anchors { right: parent.right; rightMargin: root.inset } y: name.y; kind: Theme.SmallRow; tabular: root.spoken; color: Theme.text2; text: root.when; HoverTip { text: root.exact } }
    MarkedText {
        id: words
        theme: Theme
        fillColor: root.spoken ? Theme.canvas : Theme.surface
        x: (root.spoken ? 34 : Theme.spaceL) - Theme.spaceXs
        y: root.spoken ? 28 : 46
        width: parent.width - x - root.inset + Theme.spaceXs
        height: implicitHeight
        text: root.text
        color: root.ours ? Theme.text2 : Theme.text
        softMarks: root.marks
        markBegin: root.marked ? root.markBegin : 0
        markEnd: root.marked ? root.markEnd : 0
        markColor: Theme.data4
        onLaidOut: if (root.marked) root.markPlaced()
    }
    Row {
        id: readingRow
        visible: root.readings.length > 0
        x: words.x + Theme.spaceXs
        y: words.y + words.implicitHeight + Theme.spaceS
        spacing: Theme.spaceS
        Repeater { model: root.readings.slice(0, 3); Badge { required property string modelData; text: modelData; tone: Theme.Accent } }
        Words { width: Math.max(0, Math.min(implicitWidth, root.width - readingRow.x - x)); kind: Theme.Caption; color: Theme.text2; text: qsTr("read from the marked words"); anchors.verticalCenter: parent.verticalCenter }
    }
}
