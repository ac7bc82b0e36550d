// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One number beside its target; a click sets the target.
FocusScope {
    id: root
    required property var gauge
    property int focusReason: Qt.OtherFocusReason
    signal editAsked()
    implicitWidth: 104
    implicitHeight: 104
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("%1: %2, %3").arg(root.gauge.name).arg(root.gauge.value).arg(root.gauge.of)
    Accessible.description: qsTr("Set the target")
    Accessible.onPressAction: root.editAsked()
    Keys.onReturnPressed: root.editAsked()
    Keys.onSpacePressed: root.editAsked()
    FocusFrame { target: root; anchors.margins: 0; radius: Theme.radiusControl }
    Gauge { id: arc; theme: Theme; anchors.horizontalCenter: parent.horizontalCenter; y: Theme.spaceXxs; width: 96; height: 54; share: root.gauge.share; pace: root.gauge.hasTarget ? root.gauge.pace : -1 }
    Words { anchors.horizontalCenter: parent.horizontalCenter; y: 28; width: 80; horizontalAlignment: Text.AlignHCenter; kind: Theme.Value; size: text.length > 9 ? 13 : implicitWidth > 68 ? 15 : 0; text: root.gauge.value; elide: Text.ElideNone }
    Words { y: 58; width: parent.width; horizontalAlignment: Text.AlignHCenter; kind: Theme.SmallMedium; text: root.gauge.name }
    Words { y: 78; width: parent.width; horizontalAlignment: Text.AlignHCenter; kind: Theme.Caption; color: hover.hovered && !root.gauge.hasTarget ? Theme.accentText : Theme.text2; text: root.gauge.hasTarget ? root.gauge.of : qsTr("Set a target") }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    Tap { onTapped: { root.focusReason = Qt.MouseFocusReason; root.editAsked() } }
    HoverTip { text: root.gauge.tip }
    onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
}
