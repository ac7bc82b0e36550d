// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A part of a record's page: its name, how many there are, and a card with them.
Column {
    id: root
    property string title
    property int count: -1
    property string empty
    default property alias content: body.data
    spacing: Theme.spaceS
    Row {
        spacing: Theme.spaceS
        Words { kind: Theme.Heading; text: root.title; Accessible.role: Accessible.Heading; Accessible.name: root.count < 0 ? root.title : root.title + " " + root.count }
        Words { visible: root.count > 0; kind: Theme.Heading; weight: Font.Normal; color: Theme.text2; text: root.count }
    }
    Words { visible: root.count === 0; width: parent.width; wrapMode: Text.WordWrap; kind: Theme.Small; color: Theme.text2; text: root.empty }
    Surface { visible: root.count !== 0; width: parent.width; height: body.height; Column { id: body; width: parent.width } }
}
