// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// primary (one per card or pane), secondary (line), ghost, danger.
FocusScope {
    id: root
    property string text
    property string iconName
    property string keyText
    property string look: "secondary"
    property string disabledReason
    property bool tall: false
    property bool pressed: tap.pressed
    property int focusReason: Qt.OtherFocusReason
    signal clicked()

    implicitHeight: tall ? Theme.controlTall : Theme.control
    implicitWidth: row.implicitWidth + 2 * Theme.padControl
    activeFocusOnTab: true
    opacity: enabled ? 1 : 0.45
    readonly property bool primary: look === "primary"
    readonly property color ink: primary ? Theme.textOnAccent : look === "danger" ? Theme.bad : look === "ghost" ? Theme.text2 : Theme.text

    Accessible.role: Accessible.Button
    Accessible.name: root.text.length ? root.text : root.disabledReason
    Accessible.focusable: true
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Keys.onSpacePressed: root.clicked()

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: root.primary ? (tap.pressed ? Theme.accentPressed : Theme.accent)
                            : tap.pressed || hover.hovered ? Theme.hover
                            : root.look === "ghost" ? "transparent" : Theme.surface
        border { width: root.primary || root.look === "ghost" ? 0 : Theme.hair; color: Theme.lineStrong }
        Behavior on color { ColorAnimation { duration: Theme.hoverTime } }
    }
    FocusFrame { target: root }
    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.spaceBadge
        Icon {
            visible: root.iconName.length > 0
            anchors.verticalCenter: parent.verticalCenter
            theme: Theme
            name: root.iconName
            color: root.ink
        }
        Words {
            visible: root.text.length > 0
            anchors.verticalCenter: parent.verticalCenter
            kind: Theme.Strong
            text: root.text
            color: root.ink
        }
        KeyCap {
            visible: root.keyText.length > 0
            anchors.verticalCenter: parent.verticalCenter
            text: root.keyText
            onAccent: root.primary
        }
    }
    HoverHandler { id: hover; enabled: root.enabled; cursorShape: Qt.PointingHandCursor }
    Tap { id: tap; onTapped: { root.focusReason = Qt.MouseFocusReason; root.forceActiveFocus(Qt.MouseFocusReason); root.clicked() } }
    HoverTip { text: root.enabled ? "" : root.disabledReason }
    onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
}
