// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

Skeleton {
    id: root
    Loader {
        active: root.showing
        anchors.fill: parent
        sourceComponent: Item {
            SkeletonBar { y: 0; width: 120 }
            SkeletonBar { y: 24; width: 260; height: 14 }
            Rectangle { y: 44; width: parent.width; height: 40; radius: Theme.radiusControl; color: Theme.hover }
            Column { y: 112; width: 300; spacing: Theme.spacePage; Repeater { model: 6; Column { spacing: Theme.spaceS; SkeletonBar { width: 180 } SkeletonBar { width: 260 } } } }
            Surface { x: 336; y: 112; width: parent.width - 336; height: parent.height - y; Column { x: Theme.spaceXl; y: Theme.spaceXl; spacing: Theme.spaceXxl; Repeater { model: 6; Column { spacing: Theme.spaceM; SkeletonBar { width: 200 } SkeletonBar { width: 320 } } } } }
        }
    }
}
