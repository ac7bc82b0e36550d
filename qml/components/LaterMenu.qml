// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Chooses a moment: those people take most, or one that is typed.
Popover {
    id: root
    required property Workspace workspace
    property string title
    property var times: []
    signal chosen(var at)
    bodyWidth: 260
    function show(from) {
        times = workspace.laterTimes()
        other.text = other.error = ""
        giveFocusTo = from
        open = true
        const at = from.mapToItem(parent, 0, from.height + Theme.spaceXs)
        x = Math.max(0, Math.min(at.x, parent.width - width))
        y = at.y + height > parent.height ? Math.max(0, at.y - height - from.height - Theme.spaceS) : at.y
        if (rows.count) rows.itemAt(0).forceActiveFocus()
    }
    function take(at) { close(); chosen(at) }
    Column {
        width: parent.width
        Words { x: Theme.spaceS; height: 28; verticalAlignment: Text.AlignVCenter; kind: Theme.Small; color: Theme.text2; text: root.title }
        Repeater {
            id: rows
            model: root.times
            MenuRow { required property var modelData; text: modelData.text; note: modelData.note; onChosen: root.take(modelData.at) }
        }
        Item {
            width: parent.width
            height: other.implicitHeight + Theme.spaceS + Theme.spaceXs
            Field {
                id: other
                x: Theme.spaceS
                y: Theme.spaceS
                width: parent.width - 2 * x
                hint: qsTr("Or when? 3 Dec 9:30")
                input.Accessible.name: qsTr("Another moment")
                onAccepted: {
                    const at = root.workspace.readMoment(text)
                    if (isNaN(at.getTime())) error = qsTr("Not a moment to come")
                    else root.take(at)
                }
            }
        }
    }
}
