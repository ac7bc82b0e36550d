// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Meetings about this deal, with who spoke how much; a click opens the transcript.
Surface {
    id: root
    required property DealDetailModel deal
    signal conversationOpened(string id)
    ListView {
        id: list
        anchors { fill: parent; margins: Theme.hair }
        clip: true
        model: root.deal.meetings
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: false
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Meetings")
        delegate: Item {
            id: row
            required property string rowId
            required property string title
            required property string line
            required property string when
            required property string exact
            required property var shares
            required property int index
            width: list.width
            height: link.height + (shares.length ? 28 : 0)
            LinkRow { id: link; width: parent.width; first: row.index === 0; iconName: "calendar"; title: row.title; line: row.line; note: row.when; exact: row.exact; onOpened: root.conversationOpened(row.rowId) }
            Row {
                id: bar
                visible: row.shares.length > 0
                x: 52
                y: link.height + Theme.spaceXxs
                width: parent.width - x - Theme.spaceL
                height: Theme.spaceS
                spacing: Theme.hair
                Accessible.role: Accessible.Graphic
                Accessible.name: row.shares.map(each => qsTr("%1 spoke %2").arg(each.name).arg(each.text)).join(", ")
                Repeater {
                    model: row.shares
                    Rectangle {
                        id: part
                        required property var modelData
                        width: Math.max(Theme.spaceXxs, bar.width * modelData.share - Theme.hair)
                        height: bar.height
                        radius: Theme.radiusBar
                        color: Theme.speakers[modelData.order % Theme.speakers.length]
                        HoverHandler { id: hover }
                        HoverTip { text: qsTr("%1 spoke %2").arg(part.modelData.name).arg(part.modelData.text) }
                    }
                }
            }
        }
        ScrollHandle { view: list }
    }
    EmptyState { visible: list.count === 0; anchors.centerIn: parent; iconName: "calendar"; title: qsTr("Meetings about this deal will appear here"); hint: qsTr("Import .vtt, .srt or other transcripts, or drop them here.") }
}
