// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Chooses the record that becomes part of the open one.
Dialog {
    id: root
    required property AccountsModel accounts
    required property RecordModel record
    property var found: []
    boxWidth: 520
    boxHeight: 480
    title: qsTr("What becomes part of %1?").arg(record.name)
    function look() { found = accounts.others(record.kind, record.recordId, filter.text) }
    function take(other) { accounts.merge(record.kind, record.recordId, other); closed() }
    Component.onCompleted: { look(); filter.input.forceActiveFocus() }
    Field { id: filter; width: parent.width; iconName: "search"; hint: qsTr("Name or address"); input.onTextEdited: root.look(); onAccepted: if (root.found.length === 1) root.take(root.found[0].id); Keys.onDownPressed: list.focusFirst() }
    Words { id: help; y: 42; width: parent.width; wrapMode: Text.WordWrap; kind: Theme.Small; color: Theme.text2; text: qsTr("Its deals, people and conversations move over, its names and addresses are kept. It can be undone.") }
    ListView {
        id: list
        y: help.y + help.height + Theme.spaceS
        width: parent.width
        height: parent.height - y
        clip: true
        model: root.found
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: count > 0
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Records")
        function focusFirst() { if (count) { currentIndex = 0; forceActiveFocus() } }
        delegate: MenuRow { required property var modelData; required property int index; width: ListView.view.width; inList: true; activeFocusOnTab: false; current: ListView.isCurrentItem && list.activeFocus; text: modelData.name; note: modelData.line; onChosen: root.take(modelData.id) }
        ScrollHandle { view: list }
        Words { visible: list.count === 0; width: parent.width; y: Theme.spaceL; horizontalAlignment: Text.AlignHCenter; color: Theme.text3; text: qsTr("Nobody by this name") }
    }
}
