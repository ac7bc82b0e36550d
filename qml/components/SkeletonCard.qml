// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

Surface {
    implicitHeight: Theme.card
    SkeletonBar { x: Theme.spaceM; y: 16; width: parent.width * 0.45 }
    SkeletonBar { x: Theme.spaceM; y: 36; width: parent.width * 0.65 }
    SkeletonBar { x: Theme.spaceM; y: 60; width: parent.width * 0.30 }
    SkeletonBar { x: Theme.spaceM; y: 86; width: parent.width * 0.42 }
    Rectangle { x: Theme.spaceM; y: 104; width: parent.width - 2 * Theme.spaceM; height: Theme.hair; color: Theme.line }
    SkeletonBar { x: Theme.spaceM; y: 116; width: parent.width * 0.55 }
    Rectangle { anchors { right: parent.right; top: parent.top; margins: Theme.spaceM } width: Theme.control; height: width; radius: width / 2; color: Theme.hover }
}
