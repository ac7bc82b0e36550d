// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Who you are, whose company it is, how it looks, and what one does with the data.
FocusScope {
    id: root
    required property Workspace workspace
    readonly property SettingsModel settings: workspace.settings
    readonly property bool ready: settings.state === SettingsModel.Ready
    readonly property var sections: [{ id: "you", text: qsTr("You"), icon: "user" }, { id: "company", text: qsTr("Your company"), icon: "building-2" }, { id: "mail", text: qsTr("Mailboxes"), icon: "mail" }, { id: "voice", text: qsTr("How it writes"), icon: "pen-line" }, { id: "looks", text: qsTr("Appearance"), icon: "sun" }, { id: "notifications", text: qsTr("Notifications"), icon: "bell" }, { id: "data", text: qsTr("Your data"), icon: "archive" }, { id: "about", text: qsTr("About"), icon: "info" }]
    property string section: "you"
    signal escaped()
    signal importAsked()
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Settings")
    /// Something that is done with the data: "backup", "export", "examine"; or "connect": a mailbox.
    function begin(what) {
        if (what === "connect") { section = "mail"; (body.item as MailboxSettings)?.begin(what) }
        else { section = "data"; (body.item as DataSettings)?.begin(what) }
    }
    function step(by) { const at = sections.findIndex(each => each.id === section); section = sections[Math.max(0, Math.min(sections.length - 1, at + by))].id }
    Keys.onPressed: event => {
        event.accepted = true
        if (event.key === Qt.Key_Down || event.key === Qt.Key_J) root.step(1)
        else if (event.key === Qt.Key_Up || event.key === Qt.Key_K) root.step(-1)
        else event.accepted = false
    }
    Words { id: title; x: Theme.spacePage; y: Theme.spaceS; kind: Theme.Title; text: qsTr("Settings"); Accessible.role: Accessible.Heading; Accessible.name: text }
    Column {
        id: nav
        x: Theme.spacePage - Theme.spaceS
        y: 56
        width: 184
        spacing: Theme.spaceXxs
        Repeater {
            model: root.sections
            RailItem { required property var modelData; width: nav.width; iconName: modelData.icon; text: modelData.text; on: root.section === modelData.id; onClicked: root.section = modelData.id }
        }
    }
    Flickable {
        id: flick
        visible: root.ready
        x: nav.x + nav.width + Theme.spaceXxl
        y: 56
        width: Math.min(root.section === "voice" ? Theme.reading : 600, root.width - x - Theme.spacePage)
        height: parent.height - y
        contentHeight: body.height + Theme.spacePage
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Loader {
            id: body
            x: Theme.spaceXs
            y: Theme.spaceXs
            width: flick.width - 2 * x
            sourceComponent: ({ you: you, company: company, mail: mail, voice: voice, looks: looks, notifications: notifications, data: data })[root.section] ?? about
        }
        ScrollHandle { view: flick }
    }
    Component {
        id: you
        SettingGroup {
            title: qsTr("You")
            hint: qsTr("Drafts are signed with your name; mail from your address is yours.")
            SettingField { width: parent.width; settings: root.settings; key: "name"; label: qsTr("Name") }
            SettingField { width: parent.width; settings: root.settings; key: "email"; label: qsTr("Mail address") }
        }
    }
    Component {
        id: company
        SettingGroup {
            title: qsTr("Your company")
            hint: qsTr("Says which side is yours in every mail, chat and meeting. What is changed holds for what is read from now on.")
            SettingField { width: parent.width; settings: root.settings; key: "company"; label: qsTr("Name") }
            SettingField { width: parent.width; settings: root.settings; key: "domains"; label: qsTr("Mail domains of your side"); help: qsTr("With commas between: example.com, example.de") }
            SettingField { width: parent.width; settings: root.settings; key: "addresses"; label: qsTr("Single addresses of your side"); help: qsTr("For addresses at free mail providers") }
            SettingField { width: parent.width; settings: root.settings; key: "products"; label: qsTr("Products"); help: qsTr("The agent looks for them in what customers write") }
            SettingField { width: parent.width; settings: root.settings; key: "currency"; label: qsTr("Currency of amounts without one"); help: qsTr("EUR, USD, GBP …") }
            SettingField { width: parent.width; settings: root.settings; key: "timeZone"; label: qsTr("Time zone"); help: qsTr("Decides what is late today: Europe/Berlin, America/Chicago …") }
        }
    }
    Component {
        id: looks
        SettingGroup {
            title: qsTr("Appearance")
            Words { kind: Theme.Strong; text: qsTr("Colours") }
            Flow {
                width: parent.width
                spacing: Theme.spaceS
                Repeater {
                    model: [{ mode: Theme.Light, name: qsTr("Light") }, { mode: Theme.Dark, name: qsTr("Dark") }, { mode: Theme.System, name: qsTr("Like the system") }]
                    Pill { required property var modelData; text: modelData.name; on: Theme.mode === modelData.mode; onClicked: Theme.mode = modelData.mode }
                }
            }
            LooksSettings { width: parent.width; appearance: root.workspace.appearance }
        }
    }
    Component { id: data; DataSettings { settings: root.settings; model: root.workspace.wholeData; accounts: root.workspace.accounts; page: root; onImportAsked: root.importAsked() } }
    Component { id: mail; MailboxSettings { mailboxes: root.workspace.mailboxes; page: root } }
    Component { id: voice; PersonaSettings { persona: root.workspace.persona } }
    Component { id: notifications; NotificationSettings { notices: root.workspace.notices } }
    Component {
        id: about
        SettingGroup {
            title: qsTr("Agent Army %1").arg(root.settings.version)
            hint: qsTr("Free software under the GNU Affero General Public License, version 3 or later. It comes without any warranty.")
            Words { width: parent.width; wrapMode: Text.WordWrap; color: Theme.text2; text: qsTr("Built with Qt (LGPL-3.0), SQLite (public domain), ICU, GMime, Gumbo, simdjson, nlohmann JSON and others. Font: Inter, SIL Open Font License 1.1. Icons: Lucide, ISC License, parts from Feather, MIT License.") }
        }
    }
    Loader {
        anchors.centerIn: parent
        width: parent.width
        active: root.settings.state === SettingsModel.Failed
        sourceComponent: Item { implicitHeight: 200; ErrorState { anchors.horizontalCenter: parent.horizontalCenter; problem: root.settings.problem; onRetry: root.settings.load() } }
    }
}
