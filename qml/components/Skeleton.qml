// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Shown after 150 ms of waiting, never for less than 300; what is there meanwhile is covered until then.
Item {
    id: root
    property bool waiting: false
    property bool showing: false
    visible: showing
    onWaitingChanged: waiting ? delay.restart() : hold.running ? undefined : finish()
    function finish() { delay.stop(); showing = false }
    Rectangle { visible: root.showing && root.parent; z: -1; x: -root.x; y: -Theme.spaceS; width: root.parent ? root.parent.width : 0; height: root.parent ? root.parent.height - root.y + Theme.spaceS : 0; color: Theme.canvas }
    Timer { id: delay; interval: Theme.skeletonDelay; running: root.waiting; onTriggered: { root.showing = true; hold.restart() } }
    Timer { id: hold; interval: Theme.skeletonMinimum; onTriggered: if (!root.waiting) root.finish() }
}
