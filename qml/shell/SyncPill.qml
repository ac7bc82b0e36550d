// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The state of the workspace in one line; only issues are coloured.
FocusScope {
    id: root
    property string text
    property string iconName: "circle-check"
    property color iconColor: Theme.good
    property string tip
    property bool issue: false
    property real progress: -1
    implicitHeight: Theme.pill
    implicitWidth: row.implicitWidth + 2 * Theme.padControl
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text
    Rectangle { anchors.fill: parent; radius: height / 2; color: root.issue ? Theme.warnSoft : Theme.surface; border { width: root.issue ? 0 : Theme.hair; color: Theme.line } }
    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.spaceBadge
        Icon { theme: Theme; name: root.iconName; size: Theme.iconInline; color: root.issue ? Theme.warn : root.iconColor; anchors.verticalCenter: parent.verticalCenter }
        Words { kind: Theme.SmallMedium; text: root.text; color: root.issue ? Theme.warn : Theme.text2 }
    }
    Rectangle { visible: root.progress >= 0; x: Theme.spaceM; width: (parent.width - 2 * Theme.spaceM) * root.progress; height: Theme.spaceXxs; radius: Theme.hair; color: Theme.data1; anchors.bottom: parent.bottom }
    HoverTip { text: root.tip }
}
