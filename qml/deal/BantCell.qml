// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

Item {
    id: root
    required property string rowId
    required property string label
    required property string value
    required property double confidence
    required property bool identified
    required property bool sure
    required property string quoteSource
    required property string quote
    required property bool canJump
    property int focusReason: Qt.OtherFocusReason
    signal jumped()
    signal editAsked(Item from)
    height: bar.y + bar.height + Theme.spaceXs
    activeFocusOnTab: true
    Accessible.role: Accessible.Link
    Accessible.name: qsTr("%1: %2").arg(label).arg(value)
    Accessible.description: quote
    Accessible.onPressAction: root.jumped()
    Keys.onReturnPressed: if (canJump) root.jumped()
    Keys.onPressed: event => { if (event.key === Qt.Key_E && !(event.modifiers & Qt.ControlModifier)) { root.editAsked(root); event.accepted = true } }
    FocusFrame { target: root }
    Icon { id: glyph; theme: Theme; name: root.identified ? "circle-check" : "circle-dashed"; size: Theme.iconInline; color: root.identified ? Theme.good : Theme.warn; y: Theme.spaceXxs }
    Words { x: 20; kind: Theme.Small; color: Theme.text2; text: root.label; width: parent.width - x }
    property int lines: lineCount // shared, so that the bars of a row stand level
    readonly property int lineCount: said.lineCount
    Words { id: said; y: 22; width: parent.width; kind: Theme.Strong; wrapMode: Text.Wrap; maximumLineCount: 2; text: root.identified ? root.value : qsTr("Not proven"); HoverTip { text: parent.truncated ? root.value : "" } }
    Words { id: from; y: said.y + root.lines * 20; width: parent.width; kind: Theme.Caption; color: Theme.text2; text: root.quoteSource }
    Rectangle {
        id: bar
        y: from.y + (root.lines > 1 ? 22 : 28)
        width: parent.width
        height: Theme.spaceXs
        radius: Theme.spaceXxs
        color: Theme.track
        Rectangle { width: parent.width * root.confidence; height: parent.height; radius: parent.radius; color: root.sure ? Theme.data1 : Theme.data2 }
    }
    IconButton { id: pencil; visible: hover.hovered || activeFocus || root.activeFocus; anchors.right: parent.right; y: -Theme.spaceBadge; iconName: "pencil"; name: qsTr("Edit %1").arg(root.label); onClicked: root.editAsked(pencil) }
    HoverHandler { id: hover; cursorShape: root.canJump ? Qt.PointingHandCursor : Qt.ArrowCursor }
    Tap { enabled: root.canJump; onTapped: root.jumped() }
}
