// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Language and size. Both hold from the next start on, which is one press away.
Column {
    id: root
    required property Appearance appearance
    spacing: Theme.spaceM
    Words { topPadding: Theme.spaceS; kind: Theme.Strong; text: qsTr("Language") }
    Flow {
        width: parent.width
        spacing: Theme.spaceS
        Repeater {
            model: [{ code: "system", name: qsTr("Like the system") }, { code: "en", name: "English" }, { code: "de", name: "Deutsch" }]
            Pill { required property var modelData; text: modelData.name; on: root.appearance.language === modelData.code; onClicked: root.appearance.language = modelData.code }
        }
    }
    Words { width: parent.width; wrapMode: Text.WordWrap; kind: Theme.Small; color: Theme.text2; text: qsTr("Numbers, amounts and dates follow the language.") }
    Words { topPadding: Theme.spaceS; kind: Theme.Strong; text: qsTr("Size of everything") }
    Flow {
        width: parent.width
        spacing: Theme.spaceS
        Repeater {
            model: root.appearance.scales
            Pill { required property int modelData; text: qsTr("%1 %").arg(modelData); on: root.appearance.scale === modelData; onClicked: root.appearance.scale = modelData }
        }
    }
    Row {
        visible: root.appearance.pending
        topPadding: Theme.spaceS
        spacing: Theme.spaceM
        PushButton { id: again; text: qsTr("Start again now"); iconName: "rotate-ccw"; onClicked: root.appearance.startAgain() }
        Words { width: root.width - again.width - Theme.spaceM; anchors.verticalCenter: again.verticalCenter; wrapMode: Text.WordWrap; color: Theme.text2; text: qsTr("Holds once the program has started again. It opens where you are.") }
    }
}
