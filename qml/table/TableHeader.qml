// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The heads of the columns: a click sorts, the right edge sizes (also by Shift and the arrow keys), Ctrl and the arrow keys move.
FocusScope {
    id: root
    required property DealTableModel table
    property int lead: 40
    signal focused(real from, real to) // the head between them: it is to be seen
    implicitHeight: Theme.controlTall
    /// Else the table, once it is reached again, would hand the focus to the head that had it last.
    function letGo(head) { if (head && !head.activeFocus) head.focus = false; if (!activeFocus) focus = false }
    Rectangle { y: parent.height - Theme.hair; width: parent.width; height: Theme.hair; color: Theme.lineStrong }
    IconButton { id: all; x: Theme.spaceXs; anchors.verticalCenter: parent.verticalCenter; iconName: "check"; visible: root.table.selectedCount > 0; name: qsTr("Clear the selection"); onClicked: root.table.clearSelection() }
    Row {
        x: root.lead
        height: parent.height
        Repeater {
            model: root.table.columns
            FocusScope {
                id: head
                required property var modelData
                property int focusReason: Qt.OtherFocusReason
                width: modelData.width
                height: root.height
                activeFocusOnTab: true
                Accessible.role: Accessible.ColumnHeader
                Accessible.name: modelData.sorted ? (modelData.sorted > 0 ? qsTr("%1, sorted upwards").arg(modelData.label) : qsTr("%1, sorted downwards").arg(modelData.label)) : modelData.label
                Accessible.description: qsTr("Sort")
                Accessible.onPressAction: root.table.sortBy(modelData.key)
                Keys.onReturnPressed: root.table.sortBy(modelData.key)
                Keys.onSpacePressed: root.table.sortBy(modelData.key)
                Keys.onPressed: event => {
                    const by = event.key === Qt.Key_Right ? 1 : event.key === Qt.Key_Left ? -1 : 0
                    if (by && event.modifiers & Qt.ShiftModifier) root.table.setWidth(modelData.key, modelData.width + 16 * by)
                    else if (by && event.modifiers & Qt.ControlModifier) root.table.moveColumn(modelData.key, by)
                    else return
                    event.accepted = true
                }
                FocusFrame { target: head; anchors.margins: 2; radius: Theme.radiusBadge }
                Row {
                    x: head.modelData.right ? parent.width - width - Theme.spaceM : Theme.spaceS
                    height: parent.height
                    spacing: Theme.spaceXs
                    Words { width: Math.min(implicitWidth, head.width - Theme.spaceXl - (arrow.visible ? arrow.width : 0)); anchors.verticalCenter: parent.verticalCenter; kind: Theme.CaptionMedium; color: head.modelData.sorted ? Theme.text : Theme.text2; text: head.modelData.label }
                    Icon { id: arrow; visible: head.modelData.sorted !== 0; theme: Theme; name: "chevron-down"; size: Theme.iconSmall; rotation: head.modelData.sorted > 0 ? 180 : 0; color: Theme.text2; anchors.verticalCenter: parent.verticalCenter }
                }
                Tap { onTapped: { head.focusReason = Qt.MouseFocusReason; root.table.sortBy(head.modelData.key) } }
                HoverHandler { id: hover }
                Rectangle { visible: hover.hovered || grip.pressed; anchors { right: parent.right; verticalCenter: parent.verticalCenter } width: Theme.spaceXxs; height: Theme.spaceL; radius: Theme.hair; color: grip.pressed ? Theme.data1 : Theme.lineStrong }
                MouseArea {
                    id: grip
                    property real from: 0
                    property int before: 0
                    x: parent.width - Theme.spaceS
                    width: Theme.spaceM
                    height: parent.height
                    cursorShape: Qt.SizeHorCursor
                    preventStealing: true
                    onPressed: mouse => { from = mapToItem(root, mouse.x, 0).x; before = head.modelData.width }
                    onPositionChanged: mouse => { if (pressed) shift.wanted = before + mapToItem(root, mouse.x, 0).x - from }
                    onReleased: root.table.setWidth(head.modelData.key, shift.wanted || before)
                    onDoubleClicked: root.table.setWidth(head.modelData.key, 160)
                    QtObject { id: shift; property int wanted: 0 }
                }
                Rectangle { visible: grip.pressed && shift.wanted > 0; x: shift.wanted - 1; width: Theme.spaceXxs; height: 2000; color: Theme.data1; z: 10 }
                onActiveFocusChanged: if (activeFocus) root.focused(root.lead + head.x, root.lead + head.x + head.width); else { focusReason = Qt.OtherFocusReason; Qt.callLater(root.letGo, head) }
            }
        }
    }
}
