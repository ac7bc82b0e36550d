// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

Rectangle {
    id: root
    property string text
    property int tone: Theme.Neutral
    property string iconName
    function ink() { return [Theme.text2, Theme.accentText, Theme.good, Theme.warn, Theme.bad][tone] }
    implicitHeight: Theme.badge
    implicitWidth: row.implicitWidth + 2 * Theme.spaceBadge
    radius: Theme.radiusBadge
    color: [Theme.hover, Theme.accentSoft, Theme.goodSoft, Theme.warnSoft, Theme.badSoft][tone]
    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.spaceXs
        Icon { visible: root.iconName.length; theme: Theme; name: root.iconName; size: Theme.iconSmall; color: root.ink(); anchors.verticalCenter: parent.verticalCenter }
        Words { kind: Theme.CaptionMedium; text: root.text; color: root.ink() }
    }
}
