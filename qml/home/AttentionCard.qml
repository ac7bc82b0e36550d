// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A deal that needs a look, and the one reason to say first.
FocusScope {
    id: root
    required property string rowId
    required property string account
    required property string name
    required property string reason
    required property string amount
    required property var ring
    required property int identified
    required property string badge
    required property int badgeTone
    property int focusReason: Qt.OtherFocusReason
    signal opened()
    implicitHeight: 144
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("%1, %2, %3, %4").arg(account).arg(name).arg(reason).arg(amount)
    Accessible.onPressAction: root.opened()
    Keys.onReturnPressed: root.opened()
    Keys.onSpacePressed: root.opened()
    Surface { anchors.fill: parent; border.color: hover.hovered ? Theme.lineStrong : Theme.line }
    FocusFrame { target: root; radius: Theme.radiusCard + Theme.spaceXs }
    Words { x: Theme.spaceL; y: Theme.spaceM + Theme.spaceXxs; width: parent.width - 2 * x - 40; kind: Theme.SmallRow; color: Theme.text2; text: root.account }
    Words { x: Theme.spaceL; y: 34; width: parent.width - 2 * x - 40; kind: Theme.Strong; text: root.name }
    Ring { theme: Theme; anchors { right: parent.right; top: parent.top; margins: Theme.spaceL } width: Theme.spaceXxl; height: width; values: root.ring; identified: root.identified }
    Words { x: Theme.spaceL; y: 66; width: parent.width - 2 * x; kind: Theme.SmallRow; color: Theme.text; text: root.reason }
    Badge { visible: root.badge.length; x: Theme.spaceL; y: 108; text: root.badge; tone: root.badgeTone }
    Words { anchors { right: parent.right; rightMargin: Theme.spaceL } y: 108; kind: Theme.StrongHeavy; tabular: true; text: root.amount }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    Tap { onTapped: { root.focusReason = Qt.MouseFocusReason; root.opened() } }
    onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
}
