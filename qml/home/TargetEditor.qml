// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The target of one number for this quarter.
Popover {
    id: root
    required property HomeModel home
    property string type
    bodyWidth: 264
    function openFor(gauge, from) {
        giveFocusTo = from
        type = gauge.type
        field.label = qsTr("%1: target of the quarter").arg(gauge.name)
        field.text = gauge.targetText
        field.error = ""
        open = true
        field.input.selectAll()
        field.input.forceActiveFocus()
    }
    function keep() {
        if (home.setTarget(type, field.text)) close()
        else field.error = qsTr("An amount above zero")
    }
    Column {
        width: parent.width
        padding: Theme.spaceS
        spacing: Theme.spaceM
        Field { id: field; width: parent.width - 2 * parent.padding; hint: qsTr("Empty: no target"); input.onTextEdited: error = ""; onAccepted: root.keep() }
        Row {
            spacing: Theme.spaceS
            PushButton { look: "primary"; text: qsTr("Set"); onClicked: root.keep() }
            PushButton { look: "ghost"; text: qsTr("Cancel"); onClicked: root.close() }
        }
    }
}
