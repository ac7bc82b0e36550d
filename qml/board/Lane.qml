// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A closed or stalled stage, folded to its name; opens to a column, takes drops.
FocusScope {
    id: root
    required property DealColumnModel column
    property bool target: false
    property bool expanded: false
    property int focusReason: Qt.OtherFocusReason
    signal clicked()
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("%1, %2 deals, %3").arg(column.title).arg(column.count).arg(column.laneText)
    Accessible.description: root.expanded ? qsTr("Fold") : qsTr("Show as a column")
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onSpacePressed: root.clicked()
    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusColumn
        color: root.target ? (root.column.forbidden ? Theme.badSoft : Theme.accentSoft) : hover.hovered || root.expanded ? Theme.selected : Theme.column
        border { width: root.target ? Theme.hair : 0; color: root.column.forbidden ? Theme.bad : Theme.data1 }
    }
    FocusFrame { target: root; anchors.margins: 0; radius: Theme.radiusColumn }
    Row {
        id: row
        x: Theme.lane / 2 + height / 2
        y: Theme.spaceM
        height: 20
        rotation: 90
        transformOrigin: Item.TopLeft
        spacing: Theme.spaceS
        Words { kind: Theme.StrongHeavy; text: root.column.title }
        Words { kind: Theme.SmallRow; text: root.column.count; color: Theme.text2 }
        Words { kind: Theme.SmallRow; text: root.target && root.column.answerText.length ? root.column.answerText : root.column.laneText; color: Theme.text2 }
    }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    Tap { onTapped: { root.focusReason = Qt.MouseFocusReason; root.forceActiveFocus(Qt.MouseFocusReason); root.clicked() } }
    HoverTip { text: root.column.tipText }
    onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
}
