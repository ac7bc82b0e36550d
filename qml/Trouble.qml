// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The window when the workspace cannot be opened: why, and another try.
Window {
    id: window
    property string problem
    property string folder
    signal retried()
    width: 640
    height: 360
    minimumWidth: 420
    minimumHeight: 280
    title: qsTr("Agent Army")
    color: Theme.canvas
    EmptyState {
        anchors.centerIn: parent
        focus: true
        iconName: "triangle-alert"
        title: window.problem
        hint: window.folder
        action: qsTr("Try again")
        onActed: window.retried()
    }
    Shortcut { sequences: [StandardKey.Quit, "Esc"]; onActivated: window.close() }
}
