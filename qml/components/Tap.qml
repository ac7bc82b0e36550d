// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick

// A click on what it lies in. Behind the siblings, so that a button within a row has its own clicks. Not a TapHandler:
// of those also the ones below a menu or dialog would be told.
MouseArea {
    id: root
    property int margin: 0
    signal tapped()
    signal doubleTapped()
    anchors { fill: parent; margins: -margin }
    z: -1
    onClicked: root.tapped()
    onDoubleClicked: root.doubleTapped()
}
