// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Nothing is chosen yet: drop, choose, type a path, or take the sample.
Item {
    id: root
    required property ImportModel importing
    property bool offersSample: true // nothing is here yet
    signal restoreAsked()
    Component.onCompleted: path.input.forceActiveFocus()
    Rectangle {
        width: parent.width
        height: parent.height - (foot.visible ? foot.height + Theme.spaceL : 0)
        radius: Theme.radiusColumn
        color: Theme.sunken
        DashFrame { theme: Theme; anchors.fill: parent; color: Theme.lineStrong; radius: Theme.radiusColumn }
        Column {
            anchors.centerIn: parent
            width: Math.min(440, parent.width - 2 * Theme.spacePage)
            spacing: Theme.spaceS
            Rectangle { width: Theme.tile; height: Theme.tile; radius: Theme.radiusCard; color: Theme.hover; anchors.horizontalCenter: parent.horizontalCenter; Icon { anchors.centerIn: parent; theme: Theme; name: "upload"; size: Theme.iconLarge; color: Theme.text2 } }
            Words { width: parent.width; horizontalAlignment: Text.AlignHCenter; kind: Theme.StrongHeavy; text: qsTr("Drop files or folders here") }
            Words { width: parent.width; horizontalAlignment: Text.AlignHCenter; wrapMode: Text.WordWrap; kind: Theme.SmallRow; color: Theme.text2; text: qsTr("Mail (.eml, .mbox, Maildir), chats (.json), meeting transcripts (.vtt, .srt, .json) and tables of accounts, contacts, deals and colleagues (.csv). You see what will happen before anything is written.") }
            Item { width: 1; height: Theme.spaceXs }
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.spaceS
                PushButton { text: qsTr("Choose files"); iconName: "file-text"; onClicked: picker.ask(false) }
                PushButton { text: qsTr("Choose a folder"); iconName: "folder-open"; onClicked: picker.ask(true) }
            }
            Field { id: path; width: parent.width; hint: qsTr("Or type or paste a path, then Enter"); iconName: "folder-open"; onAccepted: if (text.trim().length) root.importing.add([text.trim()]) }
        }
    }
    Item {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: 2 * Theme.control + Theme.spaceM
        visible: root.offersSample
        Words { height: Theme.control; verticalAlignment: Text.AlignVCenter; kind: Theme.SmallRow; color: Theme.text2; width: sample.x - Theme.spaceM; text: qsTr("Only looking? The sample is an invented company with 40 accounts, 120 deals and 600 mails.") }
        PushButton { id: sample; anchors.right: parent.right; text: qsTr("Take the sample"); onClicked: root.importing.startSample() }
        Words { y: Theme.control + Theme.spaceM; height: Theme.control; verticalAlignment: Text.AlignVCenter; kind: Theme.SmallRow; color: Theme.text2; width: restore.x - Theme.spaceM; text: qsTr("You have Agent Army on another computer? Back up there, and bring the copy here.") }
        PushButton { id: restore; y: Theme.control + Theme.spaceM; anchors.right: parent.right; text: qsTr("Restore a backup"); onClicked: root.restoreAsked() }
    }
    Loader {
        id: picker
        active: false
        property bool wantsFolder: false
        function ask(folder) { wantsFolder = folder; active = true; if (status === Loader.Ready) open() }
        function open() { const dialogs = item as FilePicker; if (wantsFolder) dialogs.askFolder(); else dialogs.askFiles() }
        source: "FilePicker.qml"
        onLoaded: open()
        Connections { target: picker.item; ignoreUnknownSignals: true; function onPicked(files) { root.importing.add(files) } }
    }
}
