// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Asks for a folder; the system's window is made when it is first needed.
Loader {
    id: root
    signal picked(url folder)
    active: false
    width: 0
    height: 0
    function ask() { active = true; if (status === Loader.Ready) (item as FilePicker).askFolder() }
    source: "../importing/FilePicker.qml"
    onLoaded: (item as FilePicker).askFolder()
    Connections { target: root.item; ignoreUnknownSignals: true; function onPicked(files) { root.picked(files[0]) } }
}
