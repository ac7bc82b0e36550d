// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Text that turns into a field on Enter or click, and back on Enter (keep) or Escape.
FocusScope {
    id: root
    property string text
    property string startText: text
    property string name
    property int kind: Theme.Body
    property color color: Theme.text
    property bool editable: true
    property bool refused: false
    property bool editing: false
    property int focusReason: Qt.OtherFocusReason
    signal given(string text)
    implicitWidth: editing ? Math.max(140, shown.implicitWidth) : shown.implicitWidth
    implicitHeight: shown.implicitHeight
    activeFocusOnTab: editable
    Accessible.role: editable ? Accessible.Button : Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(root.name).arg(root.text)
    Accessible.description: editable ? qsTr("Edit") : ""
    Accessible.onPressAction: start()
    function start() { if (editable) { refused = false; editing = true; input.text = startText; input.selectAll(); input.forceActiveFocus() } }
    function stop() { editing = false; refused = false; input.focus = false; root.forceActiveFocus() } // else the hidden input takes Ctrl+Z as its own
    function keep() { root.given(input.text); if (!refused) stop() }
    Keys.onReturnPressed: event => { if (editing) keep(); else if (editable) start(); else event.accepted = false }
    Keys.onEscapePressed: event => { if (editing) stop(); else event.accepted = false }
    Words { id: shown; visible: !root.editing; width: Math.min(implicitWidth, root.width); kind: root.kind; text: root.text; color: root.color }
    Rectangle {
        visible: root.editable && !root.editing && hover.hovered
        anchors { fill: shown; leftMargin: -Theme.spaceXs; rightMargin: -Theme.spaceXs }
        z: -1
        radius: Theme.radiusBadge
        color: Theme.hover
    }
    FocusFrame { target: root; visible: root.activeFocus && !root.editing && root.focusReason !== Qt.MouseFocusReason; anchors.fill: shown }
    Rectangle {
        visible: root.editing
        anchors { fill: parent; leftMargin: -Theme.spaceBadge; rightMargin: -Theme.spaceBadge; topMargin: -Theme.spaceXs; bottomMargin: -Theme.spaceXs }
        radius: Theme.radiusControl
        color: Theme.surface
        border { width: Theme.focusWidth; color: root.refused ? Theme.bad : Theme.data1 }
    }
    TextInput {
        id: input
        visible: root.editing
        anchors.fill: parent
        verticalAlignment: TextInput.AlignVCenter
        font: Theme.fontOf(root.kind)
        color: Theme.text
        selectionColor: Theme.accentSoft
        selectedTextColor: Theme.text
        renderType: Text.NativeRendering
        clip: true
        selectByMouse: true
        Accessible.name: root.name
        onTextEdited: root.refused = false
        onActiveFocusChanged: if (!activeFocus && root.editing) root.editing = false
    }
    Words { visible: root.refused; y: parent.height + Theme.spaceXs; kind: Theme.Small; color: Theme.bad; text: qsTr("This cannot be read"); z: 3 }
    HoverHandler { id: hover; enabled: root.editable; cursorShape: Qt.IBeamCursor }
    Tap { enabled: root.editable && !root.editing; onTapped: { root.focusReason = Qt.MouseFocusReason; root.start() } }
    onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
}
