// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Asks for the words that a move needs, where the card was dropped.
FocusScope {
    id: root
    required property DealColumnModel column
    property string dealName
    property string startAmount
    signal given(var input)
    signal cancelled()
    implicitHeight: body.implicitHeight + 2 * Theme.spaceM
    Keys.onEscapePressed: root.cancelled()
    Accessible.role: Accessible.Dialog
    Accessible.name: heading.text
    function submit() {
        const short_ = text => text.trim().length < 3
        reason.error = column.needsReason && short_(reason.text) ? qsTr("At least 3 letters") : ""
        lost.error = column.needsLostReason && short_(lost.text) ? qsTr("At least 3 letters") : ""
        amount.error = column.needsClosedValue && !amount.text.trim().length ? qsTr("The amount is needed") : ""
        if (!reason.error && !lost.error && !amount.error)
            root.given({ reason: reason.text, lostReason: lost.text, closedValue: amount.text })
    }
    function refused() { if (column.needsClosedValue) amount.error = qsTr("Not an amount above zero") }
    Component.onCompleted: {
        amount.text = startAmount
        const first = column.needsClosedValue ? amount : column.needsLostReason ? lost : reason
        first.input.selectAll()
        first.input.forceActiveFocus()
    }
    Rectangle { anchors.fill: parent; radius: Theme.radiusCard; color: Theme.surface; border { width: Theme.hair; color: Theme.lineStrong } }
    Column {
        id: body
        x: Theme.spaceM
        y: Theme.spaceM
        width: parent.width - 2 * Theme.spaceM
        spacing: Theme.spaceS
        Words { id: heading; width: parent.width; wrapMode: Text.WordWrap; kind: Theme.StrongHeavy; text: qsTr("Move %1 to %2").arg(root.dealName).arg(root.column.title) }
        Field { id: amount; width: parent.width; visible: root.column.needsClosedValue; label: qsTr("Final amount"); onAccepted: root.submit() }
        Field { id: lost; width: parent.width; visible: root.column.needsLostReason; label: qsTr("Why was it lost?"); onAccepted: root.submit() }
        Field { id: reason; width: parent.width; visible: root.column.needsReason; label: qsTr("Why?"); onAccepted: root.submit() }
        Row {
            spacing: Theme.spaceS
            PushButton { look: "primary"; text: qsTr("Move"); onClicked: root.submit() }
            PushButton { look: "ghost"; text: qsTr("Cancel"); keyText: "Esc"; onClicked: root.cancelled() }
        }
    }
}
