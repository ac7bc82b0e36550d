// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What is known of a company.
Grid {
    id: root
    required property RecordModel record
    readonly property var values: record.values
    readonly property var errors: record.errors
    readonly property int cell: (width - (columns - 1) * columnSpacing) / columns
    columns: width > 560 ? 3 : width > 360 ? 2 : 1
    columnSpacing: Theme.spaceL
    Repeater {
        model: [{ key: "industry", label: qsTr("Industry") }, { key: "companySize", label: qsTr("Size") }, { key: "region", label: qsTr("Region") },
            { key: "website", label: qsTr("Website") }, { key: "domains", label: qsTr("Mail domains") }]
        KeptField { required property var modelData; width: root.cell; label: modelData.label; kept: root.values[modelData.key] ?? ""; error: root.errors[modelData.key] ?? ""; onGiven: text => root.record.set(modelData.key, text) }
    }
}
