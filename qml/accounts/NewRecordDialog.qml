// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Adds an account or a person by hand.
Dialog {
    id: root
    required property AccountsModel accounts
    property string kind: "account"
    property string accountId
    property string accountName
    readonly property bool person: kind === "person"
    boxWidth: 440
    boxHeight: person ? 296 : 220
    title: person ? (accountName.length ? qsTr("New person at %1").arg(accountName) : qsTr("New person")) : qsTr("New account")
    function add() { name.error = ""; if (name.text.trim().length) accounts.create(kind, name.text, mail.text, accountId); else name.error = qsTr("A name is needed") }
    Component.onCompleted: name.input.forceActiveFocus()
    Connections {
        target: root.accounts
        function onCreated(kind, id) { root.closed() }
        function onRefused(problem) { name.error = problem }
    }
    Column {
        width: parent.width
        spacing: Theme.spaceM
        Field { id: name; width: parent.width; implicitHeight: 72; label: root.person ? qsTr("Name") : qsTr("Company"); onAccepted: root.person ? mail.input.forceActiveFocus() : root.add() }
        Field { id: mail; visible: root.person; width: parent.width; label: qsTr("Mail address"); onAccepted: root.add() }
        PushButton { anchors.right: parent.right; tall: true; look: "primary"; text: qsTr("Add"); onClicked: root.add() }
    }
}
