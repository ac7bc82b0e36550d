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
    required property DataModel model
    required property AccountsModel accounts
    required property Item page ///< the windows open over it
    readonly property string busy: settings.busy.length ? settings.busy : model.busy
    /// "backup", "export" or "restore": asks where; "move" shows the steps, "examine" looks it over.
    function begin(what) { if (what === "examine") settings.lookOver(); else if (what === "move") dialog.show(moving); else { asked = what; picker.ask() } }
    function take(folder) {
        if (asked === "backup") settings.backUp(folder)
        else if (asked === "export") settings.exportTo(folder)
        else { model.forget(); model.lookAtBackup(folder); dialog.show(restoring) }
    }
    component Part: Words { width: root.width; kind: Theme.Strong; color: Theme.text2; topPadding: Theme.spaceM; Accessible.role: Accessible.Heading; Accessible.name: text }
    DataLine { text: qsTr("Where it lies"); help: root.values.folder ?? ""; action: qsTr("Show"); iconName: "folder-open"; busy: root.busy; onActed: root.settings.showFolder() }
    DataLine { text: qsTr("Bring in more"); help: qsTr("Mail, chats, meetings, tables"); action: qsTr("Import"); iconName: "upload"; busy: root.busy; onActed: root.importAsked() }
    DataLine { text: qsTr("Look it over"); help: qsTr("Is the file sound, does every record lead somewhere?"); action: qsTr("Look"); iconName: "shield-check"; busy: root.busy; onActed: root.settings.lookOver() }
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
    Part { text: qsTr("Copies") }
    DataLine { text: qsTr("Back up"); help: qsTr("A complete copy, also while you work"); action: qsTr("Back up to"); iconName: "copy"; busy: root.busy; onActed: { root.asked = "backup"; picker.ask() } }
    DataLine { text: qsTr("Restore a backup"); help: qsTr("It is checked and shown first; what is here now is kept beside"); action: qsTr("Restore from"); iconName: "history"; busy: root.busy; onActed: { root.asked = "restore"; picker.ask() } }
    DataLine { text: qsTr("Export everything"); help: qsTr("Tables, JSON lines, the mails as they came, and the history"); action: qsTr("Export to"); iconName: "file-text"; busy: root.busy; onActed: { root.asked = "export"; picker.ask() } }
    DataLine { text: qsTr("Move to another computer"); help: qsTr("A copy to take along, and what to do with it there"); action: qsTr("Move"); iconName: "arrow-right"; busy: root.busy; onActed: dialog.show(moving) }
    Part { text: qsTr("Taking data out") }
    DataLine { danger: true; text: qsTr("Erase one person"); help: qsTr("Name, addresses and words of one contact go from everywhere, for good"); action: qsTr("Erase"); iconName: "user"; busy: root.busy; onActed: dialog.show(erasing) }
    DataLine { danger: true; text: qsTr("Clear everything"); help: qsTr("Deletes all data of this workspace from this computer"); action: qsTr("Clear"); iconName: "trash-2"; busy: root.busy; onActed: dialog.show(clearing) }
    FolderAsk { id: picker; onPicked: folder => root.take(folder) }
    Component { id: erasing; ErasePersonDialog { focus: true; model: root.model; accounts: root.accounts; onClosed: dialog.stop() } }
    Component { id: restoring; RestoreDialog { focus: true; model: root.model; onClosed: dialog.stop() } }
    Component { id: moving; MoveDialog { focus: true; model: root.model; onClosed: dialog.stop(); onClearAsked: dialog.show(clearing) } }
    Component { id: clearing; ClearDialog { focus: true; model: root.model; onClosed: dialog.stop() } }
    Loader { id: dialog; parent: root.page; active: false; anchors.fill: parent; z: 70; function show(what) { sourceComponent = what; active = true; item.forceActiveFocus() } function stop() { active = false; root.page.forceActiveFocus() } }
}
