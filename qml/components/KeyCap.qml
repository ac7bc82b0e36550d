// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

Rectangle {
    id: root
    property string text
    property bool onAccent: false
    implicitHeight: Theme.keyCap
    implicitWidth: Math.max(Theme.keyCap, cap.implicitWidth + Theme.spaceS)
    radius: Theme.radiusBadge
    color: onAccent ? Theme.accentPressed : Theme.hover // lighter than the button, white could not be read on it
    border { width: onAccent ? 0 : Theme.hair; color: Theme.line }
    Words {
        id: cap
        anchors.centerIn: parent
        kind: Theme.Tiny
        weight: Font.Medium
        text: root.text
        color: root.onAccent ? Theme.textOnAccent : Theme.text2
        Accessible.ignored: true
    }
}
