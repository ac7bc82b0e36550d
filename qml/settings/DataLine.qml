// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One thing to do with the data: what it does, and the button that does it.
Item {
    id: root
    property string text
    property string help
    property string action
    property string iconName
    property string busy ///< why the button waits
    property bool danger: false
    signal acted()
    width: parent ? parent.width : 0
    height: Math.max(52, 26 + note.height + Theme.spaceS)
    Words { width: button.x - Theme.spaceM; y: Theme.spaceXs; kind: Theme.Strong; text: root.text }
    Words { id: note; width: button.x - Theme.spaceM; y: 26; wrapMode: Text.WordWrap; kind: Theme.Small; color: Theme.text2; text: root.help }
    PushButton { id: button; anchors { right: parent.right; verticalCenter: parent.verticalCenter } look: root.danger ? "danger" : "secondary"; text: root.action; iconName: root.iconName; enabled: root.busy.length === 0; disabledReason: root.busy; onClicked: root.acted() }
    Rectangle { y: parent.height - Theme.hair; width: parent.width; height: Theme.hair; color: Theme.line }
}
