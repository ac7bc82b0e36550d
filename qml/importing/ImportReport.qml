// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What came of it, and every row and file that was not taken.
Item {
    id: root
    required property ImportModel importing
    signal closed()
    signal boardAsked()
    Component.onCompleted: go.forceActiveFocus()
    Column {
        id: lines
        width: parent.width
        spacing: Theme.spaceXs
        Repeater {
            model: root.importing.outcome
            Row {
                id: line
                required property string modelData
                required property int index
                spacing: Theme.spaceS
                Icon { theme: Theme; name: line.index === 0 ? (root.importing.cancelled ? "info" : "circle-check") : "chevron-right"; color: line.index === 0 && !root.importing.cancelled ? Theme.good : Theme.text3; y: Theme.spaceXxs }
                Words { width: Math.min(implicitWidth, lines.width - 28); wrapMode: Text.WordWrap; text: line.modelData; kind: line.index === 0 ? Theme.Strong : Theme.Body }
            }
        }
        Item { width: 1; height: Theme.spaceXs }
        Repeater { model: root.importing.notes; Words { required property string modelData; width: lines.width; wrapMode: Text.WordWrap; kind: Theme.SmallRow; color: Theme.text2; text: modelData } }
        Item { width: 1; height: Theme.spaceS }
        Words { visible: problems.count > 0; kind: Theme.StrongHeavy; text: problems.count === 1 ? qsTr("One was not taken") : qsTr("%1 were not taken").arg(problems.count) }
    }
    ListView {
        id: problems
        y: lines.height + Theme.spaceS
        width: parent.width
        height: parent.height - y - 48
        clip: true
        activeFocusOnTab: count > 0
        boundsBehavior: Flickable.StopAtBounds
        model: root.importing.problems
        Accessible.role: Accessible.List
        Accessible.name: qsTr("What was not taken")
        delegate: Item {
            id: row
            required property string where
            required property string file
            required property string reason
            width: problems.width
            height: Theme.controlTall
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1: %2").arg(where).arg(reason)
            Words { width: 200; anchors.verticalCenter: parent.verticalCenter; kind: Theme.SmallMedium; text: row.where }
            Words { x: 212; width: parent.width - x; anchors.verticalCenter: parent.verticalCenter; kind: Theme.SmallRow; color: Theme.text2; text: row.reason }
            Rectangle { y: parent.height - Theme.hair; width: parent.width; height: Theme.hair; color: Theme.line }
            HoverTip { text: row.file }
        }
        ScrollHandle { view: problems }
    }
    Words { visible: root.importing.laterCount > 0; anchors { left: parent.left; bottom: parent.bottom; bottomMargin: Theme.spaceXs } kind: Theme.SmallRow; color: Theme.text2; text: root.importing.laterCount === 1 ? qsTr("One more file waits and comes next.") : qsTr("%1 more files wait and come next.").arg(root.importing.laterCount) }
    Row {
        anchors { right: parent.right; bottom: parent.bottom }
        spacing: Theme.spaceS
        PushButton { text: qsTr("Close"); tall: true; onClicked: root.closed() }
        PushButton { id: go; look: "primary"; tall: true; text: qsTr("Open the board"); onClicked: root.boardAsked() }
    }
}
