// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

Window {
    id: window
    required property Workspace workspace
    readonly property Shell shell: body
    property string startPage: "home"
    width: 1440
    height: 900
    minimumWidth: 700 // what is left of a small screen at twice the size
    minimumHeight: 440
    title: qsTr("Agent Army")
    color: Theme.canvas
    Shell { id: body; anchors.fill: parent; focus: true; workspace: window.workspace; page: window.startPage }
}
