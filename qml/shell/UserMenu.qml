// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

Popover {
    id: root
    required property Workspace workspace
    signal shortcutsAsked()
    signal putAwayAsked()
    signal importAsked()
    readonly property var modes: [{ name: qsTr("Light"), icon: "sun" }, { name: qsTr("Dark"), icon: "moon" }, { name: qsTr("Like the system"), icon: "monitor" }]
    function openFor(item) { giveFocusTo = item; open = true; rows.itemAt(Theme.mode).forceActiveFocus() }
    Column {
        width: parent.width
        Item {
            width: parent.width
            height: 48
            Words { x: Theme.spaceS; y: Theme.spaceXs; kind: Theme.Strong; text: root.workspace.userName; width: parent.width - 2 * x }
            Words { x: Theme.spaceS; y: 26; kind: Theme.Small; color: Theme.text3; text: root.workspace.workspaceName; width: parent.width - 2 * x }
        }
        Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
        Item { width: 1; height: Theme.spaceXs }
        Repeater {
            id: rows
            model: root.modes
            MenuRow { required property int index; required property var modelData; text: modelData.name; iconName: modelData.icon; checked: Theme.mode === index; onChosen: { Theme.mode = index; root.close() } }
        }
        Item { width: 1; height: Theme.spaceXs }
        Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
        Item { width: 1; height: Theme.spaceXs }
        MenuRow { text: qsTr("Import"); iconName: "upload"; keyText: "Ctrl I"; onChosen: { root.open = false; root.importAsked() } }
        MenuRow { text: qsTr("Archived and deleted"); iconName: "archive"; onChosen: { root.close(); root.putAwayAsked() } }
        MenuRow { text: qsTr("Keyboard shortcuts"); iconName: "keyboard"; keyText: "?"; onChosen: { root.close(); root.shortcutsAsked() } }
    }
}
