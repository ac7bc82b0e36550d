// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

Rectangle {
    id: root
    property string initials
    property int size: Theme.control
    implicitWidth: size
    implicitHeight: size
    radius: size / 2
    color: Theme.pillOn
    Words {
        anchors.centerIn: parent
        kind: Theme.Tiny
        size: root.size > Theme.iconLarge + Theme.spaceXs ? 11 : 9
        text: root.initials
        color: Theme.text2
        Accessible.ignored: true
    }
}
