// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What happened, the seconds that are left, and the way back. One at a time.
FocusScope {
    id: root
    required property UndoLog log
    readonly property bool shown: log.showing
    visible: opacity > 0
    opacity: shown ? 1 : 0
    width: Math.min(Theme.toastWidth, row.implicitWidth + 2 * Theme.spaceL)
    height: Theme.toastHeight
    z: 60
    Behavior on opacity { NumberAnimation { duration: root.shown ? Theme.sheetTime : Theme.sheetTime * 0.7; easing.type: root.shown ? Easing.OutCubic : Easing.InCubic } }
    Accessible.role: Accessible.AlertMessage
    Accessible.name: log.text
    Elevation { level: 2 }
    Rectangle { anchors.fill: parent; radius: Theme.radiusCard; color: Theme.toast; border { width: Theme.hair; color: Theme.toastEdge } }
    HoverHandler { id: hover; onHoveredChanged: root.log.hold(hovered || undo.activeFocus) }
    Row {
        id: row
        anchors { left: parent.left; leftMargin: Theme.spaceL; verticalCenter: parent.verticalCenter }
        spacing: Theme.spaceS
        Icon { theme: Theme; name: root.log.troubled ? "circle-alert" : "circle-check"; color: root.log.troubled ? Theme.amberLine : Theme.toastGood; anchors.verticalCenter: parent.verticalCenter }
        Words {
            id: words
            kind: Theme.Strong
            color: Theme.toastText
            text: root.log.text
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, Theme.toastWidth - 2 * Theme.spaceL - Theme.spacePage - (root.log.offersUndo ? undo.width + seconds.width + 3 * Theme.spaceS : 0))
        }
        Words { id: seconds; visible: root.log.offersUndo; kind: Theme.Strong; weight: Font.Normal; color: Theme.toastLink; opacity: 0.8; text: qsTr("%1 s").arg(root.log.secondsLeft); tabular: true; anchors.verticalCenter: parent.verticalCenter; width: Theme.spaceXxl; horizontalAlignment: Text.AlignRight }
        FocusScope {
            id: undo
            visible: root.log.offersUndo
            width: undoRow.implicitWidth + Theme.spaceM
            height: Theme.control
            activeFocusOnTab: true
            property int focusReason: Qt.OtherFocusReason
            anchors.verticalCenter: parent.verticalCenter
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("Undo")
            Accessible.onPressAction: root.log.undo()
            Keys.onReturnPressed: root.log.undo()
            Keys.onSpacePressed: root.log.undo()
            onActiveFocusChanged: root.log.hold(activeFocus || hover.hovered)
            FocusFrame { target: undo; anchors.margins: 0; border.color: Theme.toastLink }
            Row {
                id: undoRow
                anchors.centerIn: parent
                spacing: Theme.spaceBadge
                Words { kind: Theme.StrongHeavy; text: qsTr("Undo"); color: Theme.toastLink }
                Icon { theme: Theme; name: "undo-2"; size: Theme.iconInline; color: Theme.toastLink; anchors.verticalCenter: parent.verticalCenter }
            }
            HoverHandler { cursorShape: Qt.PointingHandCursor }
            Tap { onTapped: root.log.undo() }
        }
    }
}
