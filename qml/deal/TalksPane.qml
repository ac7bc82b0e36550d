// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Mail and chat about this deal; a click opens the thread.
Surface {
    id: root
    required property DealDetailModel deal
    signal conversationOpened(string id)
    ListView {
        id: list
        anchors { fill: parent; margins: Theme.hair }
        clip: true
        model: root.deal.talks
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: false
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Messages")
        delegate: LinkRow { required property string rowId; required property string subject; required property string preview; required property string when; required property bool waiting; required property int index; required iconName; required exact; width: list.width; first: index === 0; title: subject; line: preview; note: waiting ? qsTr("waits for us · %1").arg(when) : when; noteTone: waiting ? Theme.Warn : Theme.Neutral; onOpened: root.conversationOpened(rowId) }
        ScrollHandle { view: list }
    }
    EmptyState { visible: list.count === 0; anchors.centerIn: parent; iconName: "mail"; title: qsTr("Mail and chat about this deal will appear here"); hint: qsTr("What is imported is read, and finds its deal.") }
}
