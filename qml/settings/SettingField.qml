// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One setting: kept when Enter is pressed or the field is left.
Field {
    id: root
    required property SettingsModel settings
    required property string key
    property string help
    readonly property string kept: settings.values[key] ?? ""
    function keep() { settings.set(key, text) }
    error: settings.errors[key] ?? ""
    onKeptChanged: if (!input.activeFocus || text !== kept) text = kept
    Component.onCompleted: text = kept
    onAccepted: keep()
    input.onActiveFocusChanged: if (!input.activeFocus) keep()
    Keys.onEscapePressed: event => { if (text === kept && !error.length) event.accepted = false; else { text = kept; keep() } }
    implicitHeight: 20 + boxHeight + 20
    Words { visible: root.help.length && !root.error.length; y: root.boxHeight + 20 + Theme.spaceXxs; width: parent.width; kind: Theme.Small; color: Theme.text3; text: root.help }
}
