// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

Rectangle {
    implicitHeight: Theme.spaceS
    radius: Theme.radiusBar + 1
    color: Theme.hover
}
