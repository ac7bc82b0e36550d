// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What a stage asks for before a deal enters it: missing lines first.
Rectangle {
    id: root
    required property DealColumnModel column
    radius: Theme.radiusCard
    color: Theme.surface
    border { width: Theme.hair; color: Theme.isDark ? Theme.warnSoft : Qt.tint(Theme.warnSoft, Qt.rgba(0.79, 0.52, 0.11, 0.25)) }
    implicitHeight: body.implicitHeight + 2 * Theme.spaceM
    Column {
        id: body
        x: Theme.spaceM
        y: Theme.spaceM
        width: parent.width - 2 * Theme.spaceM
        Words { width: parent.width; kind: Theme.StrongHeavy; text: root.column.proofTitle; bottomPadding: Theme.spaceS - Theme.leadOf(kind) }
        Repeater {
            model: root.column.proof
            Item {
                id: line
                required property var modelData
                width: body.width
                height: 22
                Icon { theme: Theme; name: line.modelData.met ? "circle-check" : "circle-dashed"; size: Theme.iconInline; color: line.modelData.met ? Theme.good : Theme.warn; anchors.verticalCenter: parent.verticalCenter }
                Words { x: Theme.iconInline + Theme.spaceS; width: note.x - x - Theme.spaceXs; anchors.verticalCenter: parent.verticalCenter; kind: line.modelData.met ? Theme.Small : Theme.SmallMedium; color: line.modelData.met ? Theme.text2 : Theme.text; text: line.modelData.text }
                Words { id: note; anchors { right: parent.right; verticalCenter: parent.verticalCenter } kind: Theme.Small; color: line.modelData.met ? Theme.text3 : Theme.warn; text: line.modelData.note }
            }
        }
        Item { width: 1; height: Theme.spaceBadge }
        Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
        Item { width: 1; height: Theme.spaceBadge }
        Words { width: parent.width; wrapMode: Text.WordWrap; kind: Theme.Small; color: Theme.text2; text: root.column.dropHint }
    }
}
