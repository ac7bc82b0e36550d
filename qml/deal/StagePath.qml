// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The way of the deal: passed, here, ahead.
Row {
    id: root
    property var steps: []
    height: 40
    spacing: Theme.spaceXs
    Repeater {
        model: root.steps
        Rectangle {
            id: step
            required property var modelData
            readonly property bool here: modelData.state === 1
            readonly property bool passed: modelData.state === 0
            readonly property bool tight: width < 116
            width: (root.width - (root.steps.length - 1) * root.spacing) / root.steps.length
            height: root.height
            radius: Theme.radiusControl
            color: here ? Theme.accentSoft : passed ? Theme.selected : "transparent"
            border { width: here || passed ? 0 : Theme.hair; color: Theme.line }
            Accessible.role: Accessible.StaticText
            Accessible.name: (here ? qsTr("%1, here, %2") : passed ? qsTr("%1, passed, %2") : qsTr("%1, ahead, %2")).arg(modelData.name).arg(modelData.note)
            Icon { id: glyph; visible: !step.tight; theme: Theme; name: step.here ? "circle-dot" : step.passed ? "check" : "circle"; x: Theme.spaceM; anchors.verticalCenter: parent.verticalCenter; color: step.here ? Theme.accentText : step.passed ? Theme.text2 : Theme.text3 }
            Column {
                x: step.tight ? Theme.spaceS : 36
                width: parent.width - x - Theme.spaceXs
                anchors.verticalCenter: parent.verticalCenter
                Words { id: name; width: parent.width; kind: Theme.SmallMedium; text: step.modelData.name; color: step.here ? Theme.accentText : step.passed ? Theme.text : Theme.text2 }
                Words { id: note; visible: text.length; width: parent.width; kind: Theme.Caption; text: step.modelData.note; color: step.modelData.warns ? Theme.warn : step.here ? Theme.accentText : Theme.text2 }
            }
            HoverTip { text: name.truncated || note.truncated ? step.modelData.note.length ? step.modelData.name + ", " + step.modelData.note : step.modelData.name : "" }
        }
    }
}
