// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// How a person is reached, what they decide, and what the three scores rest on.
Column {
    id: root
    required property RecordModel record
    readonly property var values: record.values
    readonly property var errors: record.errors
    readonly property var held: record.roles
    readonly property var figures: record.scores
    spacing: Theme.spaceL
    Grid {
        id: grid
        width: parent.width
        bottomPadding: -Theme.spaceXl
        readonly property int cell: (width - (columns - 1) * columnSpacing) / columns
        columns: width > 560 ? 3 : width > 360 ? 2 : 1
        columnSpacing: Theme.spaceL
        Repeater {
            model: [{ key: "title", label: qsTr("Title") }, { key: "contactEmail", label: qsTr("Mail address") }, { key: "phones", label: qsTr("Phone") },
                { key: "language", label: qsTr("Language") }, { key: "timeZone", label: qsTr("Time zone") }]
            KeptField { required property var modelData; width: grid.cell; label: modelData.label; kept: root.values[modelData.key] ?? ""; error: root.errors[modelData.key] ?? ""; onGiven: text => root.record.set(modelData.key, text) }
        }
    }
    Column {
        width: parent.width
        spacing: Theme.spaceS
        Words { kind: Theme.Small; color: Theme.text3; text: qsTr("Roles in a purchase") }
        Flow {
            width: parent.width
            spacing: Theme.spaceS
            Repeater {
                model: [{ id: "decision_maker", text: qsTr("Decision maker") }, { id: "influencer", text: qsTr("Influencer") }, { id: "champion", text: qsTr("Champion") }, { id: "blocker", text: qsTr("Blocker") }, { id: "user", text: qsTr("User") }, { id: "gatekeeper", text: qsTr("Gatekeeper") }]
                Pill { required property var modelData; text: modelData.text; on: root.held.includes(modelData.id); Accessible.role: Accessible.CheckBox; onClicked: root.record.setRole(modelData.id, !on) }
            }
        }
    }
    Grid {
        id: scores
        width: parent.width
        columns: width > 560 ? 3 : 1
        columnSpacing: Theme.spaceL
        rowSpacing: Theme.spaceM
        Repeater {
            model: root.figures.length
            ScoreStepper { required property int index; width: (scores.width - (scores.columns - 1) * Theme.spaceL) / scores.columns; score: root.figures[index] ?? ({ key: "", label: "", value: 0, own: false, note: "" }); onGiven: value => root.record.setScore(score.key, value); onCleared: root.record.clearScore(score.key) }
        }
    }
    Column {
        width: parent.width
        spacing: Theme.spaceXs
        Words { kind: Theme.Small; color: Theme.text3; text: qsTr("Notes") }
        TextBox {
            id: notes
            readonly property string kept: root.values.notes ?? ""
            width: parent.width
            leastHeight: 52
            name: qsTr("Notes")
            hint: qsTr("What a colleague should know before writing to them")
            onKeptChanged: if (!input.activeFocus) text = kept
            Component.onCompleted: text = kept
            onAccepted: root.record.set("notes", text)
            onEscaped: { text = kept; root.forceActiveFocus() }
            input.onActiveFocusChanged: if (!input.activeFocus) root.record.set("notes", text)
        }
    }
    Row {
        spacing: Theme.spaceS
        Pill { text: qsTr("Wants no messages"); on: root.record.optedOut; Accessible.role: Accessible.CheckBox; onClicked: root.record.setOptedOut(!on) }
        Words { visible: root.record.addressInvalid; anchors.verticalCenter: parent.verticalCenter; kind: Theme.Small; color: Theme.warn; text: qsTr("Mail to this address came back") }
    }
}
