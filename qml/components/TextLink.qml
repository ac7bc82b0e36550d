// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A quiet word that does something.
FocusScope {
    id: root
    property string text
    property string iconName
    property string name: text
    property color ink: Theme.text2
    property int kind: Theme.Small
    property int focusReason: Qt.OtherFocusReason
    signal clicked()
    implicitWidth: words.implicitWidth + (iconName.length ? glyph.width + (text.length ? Theme.spaceBadge : 0) : 0)
    implicitHeight: Theme.iconLarge
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: root.name
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onSpacePressed: root.clicked()
    FocusFrame { target: root }
    Row {
        id: row
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceBadge
        Icon { id: glyph; visible: root.iconName.length; theme: Theme; name: root.iconName; size: root.text.length ? Theme.iconInline : Theme.iconSmall; color: hover.hovered ? Theme.text : root.ink; anchors.verticalCenter: parent.verticalCenter }
        Words { id: words; visible: root.text.length; width: Math.min(implicitWidth, root.width - x); kind: root.kind; text: root.text; color: hover.hovered ? Theme.text : root.ink }
    }
    HoverHandler { id: hover; margin: Theme.spaceXs; cursorShape: Qt.PointingHandCursor }
    Tap { margin: Theme.spaceXs; onTapped: { root.focusReason = Qt.MouseFocusReason; root.forceActiveFocus(Qt.MouseFocusReason); root.clicked() } }
    onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
}
