// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Bounds of the deals that are shown: amount, close date, warning, forecast.
Popover {
    id: root
    required property DealBoardModel board
    bodyWidth: 320
    function show(from) {
        giveFocusTo = from
        open = true
        for (let i = 0; i < fields.count; ++i) (fields.itemAt(i) as Field).text = board.boundText((fields.itemAt(i) as Field).key)
        fields.itemAt(0).input.forceActiveFocus()
    }
    readonly property var warnings: [qsTr("All"), qsTr("Overdue"), qsTr("Stale"), qsTr("Stuck"), qsTr("Any warning")]
    readonly property var categories: [qsTr("All"), qsTr("Commit"), qsTr("Best case"), qsTr("Pipeline"), qsTr("Omitted")]
    readonly property int warning: board.bounds >= 0 ? Number(board.boundText("warning")) : 0
    readonly property int category: board.bounds >= 0 ? Number(board.boundText("category")) : -1
    Column {
        width: parent.width
        padding: Theme.spaceS
        spacing: Theme.spaceM
        Grid {
            id: grid
            width: parent.width - 2 * parent.padding
            columns: 2
            columnSpacing: Theme.spaceS
            rowSpacing: Theme.spaceS
            Repeater {
                id: fields
                model: [{ key: "least", label: qsTr("Amount from"), hint: "50k" }, { key: "most", label: qsTr("to"), hint: "" }, { key: "from", label: qsTr("Closes from"), hint: qsTr("1 Dec") }, { key: "to", label: qsTr("to"), hint: "" }]
                Field {
                    required property var modelData
                    readonly property string key: modelData.key
                    function keep() { error = root.board.setBound(key, text) ? "" : qsTr("Cannot be read") }
                    width: (grid.width - Theme.spaceS) / 2
                    label: modelData.label
                    hint: modelData.hint
                    onAccepted: keep()
                    input.onActiveFocusChanged: if (!input.activeFocus && root.open) keep()
                }
            }
        }
        Column {
            width: grid.width
            spacing: Theme.spaceXs
            Words { kind: Theme.Small; color: Theme.text3; text: qsTr("Warning") }
            Flow { width: parent.width; spacing: Theme.spaceXs; Repeater { model: root.warnings; Pill { required property int index; required property string modelData; text: modelData; on: root.warning === index; onClicked: root.board.setBound("warning", String(index)) } } }
        }
        Column {
            width: grid.width
            spacing: Theme.spaceXs
            Words { kind: Theme.Small; color: Theme.text3; text: qsTr("Forecast") }
            Flow { width: parent.width; spacing: Theme.spaceXs; Repeater { model: root.categories; Pill { required property int index; required property string modelData; text: modelData; on: root.category === index - 1; onClicked: root.board.setBound("category", String(index - 1)) } } }
        }
        PushButton { text: qsTr("Clear all filters"); enabled: root.board.filtered; onClicked: { root.board.clearFilter(); root.close() } }
    }
}
