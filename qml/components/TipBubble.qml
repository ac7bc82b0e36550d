// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

Rectangle {
    id: root
    required property string text
    required property Item anchorItem
    readonly property Item scene: anchorItem.Window.contentItem
    parent: scene
    z: 100
    radius: Theme.radiusControl
    color: Theme.toast
    border { width: Theme.hair; color: Theme.toastEdge }
    width: words.width + 2 * Theme.spaceS
    height: words.height + 2 * Theme.spaceXs
    Words {
        id: words
        anchors.centerIn: parent
        kind: Theme.Small
        color: Theme.toastText
        text: root.text
        wrapMode: Text.WordWrap
        width: Math.min(implicitWidth, 320)
    }
    Component.onCompleted: {
        const at = anchorItem.mapToItem(scene, anchorItem.width / 2, anchorItem.height + Theme.spaceXs)
        x = Math.max(Theme.spaceS, Math.min(scene.width - width - Theme.spaceS, at.x - width / 2))
        y = at.y + height + Theme.spaceS > scene.height ? at.y - anchorItem.height - height - Theme.spaceS : at.y
    }
}
