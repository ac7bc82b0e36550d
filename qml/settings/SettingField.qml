// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One setting of the workspace.
KeptField {
    id: root
    required property SettingsModel settings
    required property string key
    kept: settings.values[key] ?? ""
    error: settings.errors[key] ?? ""
    onGiven: text => settings.set(key, text)
}
