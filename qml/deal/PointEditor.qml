// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What a person says about one of the ten points: another value, that it is right, that it is wrong, or that the agent may change it again.
Popover {
    id: root
    required property DealDetailModel deal
    property string dimension
    readonly property var point: open ? deal.pointOf(dimension) : ({ label: "", value: "", locked: false, known: false, alternatives: [] })
    bodyWidth: 320
    function show(id, from) {
        dimension = id
        giveFocusTo = from
        open = true
        value.text = point.value
        value.error = ""
        const at = from.mapToItem(parent, 0, from.height + Theme.spaceXs)
        x = Math.max(0, Math.min(at.x, parent.width - width))
        y = at.y + height > parent.height ? Math.max(0, parent.height - height) : at.y
        value.input.forceActiveFocus()
        value.input.selectAll()
    }
    Connections {
        target: root.deal
        enabled: root.open
        function onQualified(problem) { if (problem.length) value.error = problem; else root.close() }
    }
    Column {
        width: parent.width
        spacing: Theme.spaceXs
        Item {
            width: parent.width
            height: value.implicitHeight + Theme.spaceM
            Field { id: value; x: Theme.spaceS; y: Theme.spaceS; width: parent.width - 2 * x; label: root.point.label; hint: qsTr("What you know"); input.maximumLength: 500; onAccepted: root.deal.qualify(root.dimension, "set", text) }
        }
        Words { visible: root.point.alternatives.length > 0; x: Theme.spaceS; height: 24; verticalAlignment: Text.AlignVCenter; kind: Theme.Small; color: Theme.text2; text: qsTr("Also said") }
        Repeater {
            model: root.point.alternatives
            MenuRow { required property string modelData; iconName: "quote"; text: modelData; onChosen: root.deal.qualify(root.dimension, "set", modelData) }
        }
        Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
        MenuRow { iconName: "check"; text: qsTr("Keep what is written"); keyText: "↵"; onChosen: root.deal.qualify(root.dimension, "set", value.text) }
        MenuRow { visible: root.point.known && !root.point.locked; iconName: "lock"; text: qsTr("It is right: lock it"); onChosen: root.deal.qualify(root.dimension, "lock") }
        MenuRow { visible: root.point.locked; iconName: "agent"; text: qsTr("Let the agent change it again"); onChosen: root.deal.qualify(root.dimension, "unlock") }
        MenuRow { visible: root.point.known; iconName: "x"; text: qsTr("It is wrong: nothing is known"); onChosen: root.deal.qualify(root.dimension, "reject") }
    }
}
