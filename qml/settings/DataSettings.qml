// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Where the data lies, a copy of it, all of it in open formats, and whether it is sound.
SettingGroup {
    id: root
    required property SettingsModel settings
    property string asked
    readonly property var values: settings.values
    signal importAsked()
    title: qsTr("Your data")
    hint: qsTr("Everything lies in one folder on this computer. Nothing is sent anywhere.")
    /// "backup" or "export": asks where to; "examine" looks it over.
    function begin(what) { if (what === "examine") settings.lookOver(); else { asked = what; picker.ask() } }
    function take(folder) { if (asked === "backup") settings.backUp(folder); else settings.exportTo(folder) }
    component Line: Item {
        id: line
        property string text
        property string help
        property string action
        property string iconName
        signal acted()
        width: parent ? parent.width : 0
        height: 52
        Words { width: button.x - Theme.spaceM; y: Theme.spaceXs; kind: Theme.Strong; text: line.text }
        Words { width: button.x - Theme.spaceM; y: 26; kind: Theme.Small; color: Theme.text2; text: line.help }
        PushButton { id: button; anchors { right: parent.right; verticalCenter: parent.verticalCenter } text: line.action; iconName: line.iconName; enabled: root.settings.busy.length === 0; disabledReason: root.settings.busy; onClicked: line.acted() }
        Rectangle { y: parent.height - Theme.hair; width: parent.width; height: Theme.hair; color: Theme.line }
    }
    Line { text: qsTr("Where it lies"); help: root.values.folder ?? ""; action: qsTr("Show"); iconName: "folder-open"; onActed: root.settings.showFolder() }
    Line { text: qsTr("Bring in more"); help: qsTr("Mail, chats, meetings, tables"); action: qsTr("Import"); iconName: "upload"; onActed: root.importAsked() }
    Line { text: qsTr("Back up"); help: qsTr("A complete copy, also while you work; agentarmyctl restore brings it back, here or on another computer"); action: qsTr("Back up to"); iconName: "copy"; onActed: { root.asked = "backup"; picker.ask() } }
    Line { text: qsTr("Export everything"); help: qsTr("Tables, JSON lines, the mails as they came, and the history"); action: qsTr("Export to"); iconName: "file-text"; onActed: { root.asked = "export"; picker.ask() } }
    Line { text: qsTr("Look it over"); help: qsTr("Is the file sound, does every record lead somewhere?"); action: qsTr("Look"); iconName: "shield-check"; onActed: root.settings.lookOver() }
    Words { visible: root.settings.busy.length; width: parent.width; color: Theme.text2; text: qsTr("%1 …").arg(root.settings.busy) }
    Repeater {
        model: root.settings.report
        Row {
            id: found
            required property string modelData
            required property int index
            spacing: Theme.spaceS
            Icon { theme: Theme; name: found.index > 0 ? "chevron-right" : root.settings.sound ? "circle-check" : "circle-alert"; color: found.index > 0 ? Theme.text3 : root.settings.sound ? Theme.good : Theme.bad; y: Theme.spaceXxs }
            Words { width: root.width - 24; wrapMode: Text.WordWrap; text: found.modelData; color: found.index > 0 ? Theme.text2 : Theme.text }
        }
    }
    Loader {
        id: picker
        active: false
        width: 0
        height: 0
        function ask() { active = true; if (status === Loader.Ready) (item as FilePicker).askFolder() }
        source: "../importing/FilePicker.qml"
        onLoaded: (item as FilePicker).askFolder()
        Connections { target: picker.item; ignoreUnknownSignals: true; function onPicked(files) { root.take(files[0]) } }
    }
}
