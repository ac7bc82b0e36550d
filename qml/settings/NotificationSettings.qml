// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What the desktop is told about and when, and whether the program stays when its window is closed.
SettingGroup {
    id: root
    required property NoticeSettingsModel notices
    readonly property var errors: notices.errors
    title: qsTr("Notifications")
    hint: qsTr("Your desktop tells you once when something needs you. Nothing is told while the window shows it.")
    component Choice: FocusScope {
        id: choice
        property string text
        property string help
        property bool on
        property bool usable: true
        property int focusReason: Qt.OtherFocusReason
        signal turned(bool on)
        width: parent ? parent.width : 0
        implicitHeight: Math.max(Theme.railItem, lines.height + Theme.spaceS)
        activeFocusOnTab: usable
        opacity: usable ? 1 : 0.45
        Accessible.role: Accessible.CheckBox
        Accessible.name: choice.text
        Accessible.description: choice.help
        Accessible.checkable: true
        Accessible.checked: choice.on
        Accessible.onToggleAction: choice.turn()
        Accessible.onPressAction: choice.turn()
        function turn() { if (usable) turned(!on) }
        Keys.onSpacePressed: choice.turn()
        Keys.onReturnPressed: choice.turn()
        FocusFrame { target: choice; radius: Theme.radiusControl }
        Rectangle {
            id: box
            y: Theme.spaceS
            width: Theme.icon
            height: Theme.icon
            radius: Theme.radiusBadge
            color: choice.on ? Theme.accent : hover.hovered && choice.usable ? Theme.hover : Theme.surface
            border { width: choice.on ? 0 : Theme.hair; color: Theme.lineStrong }
            Icon { anchors.centerIn: parent; visible: choice.on; theme: Theme; name: "check"; size: Theme.iconSmall; color: Theme.textOnAccent }
        }
        Column {
            id: lines
            x: box.width + Theme.spaceM
            y: Theme.spaceBadge
            width: parent.width - x
            Words { width: parent.width; text: choice.text }
            Words { visible: choice.help.length > 0; width: parent.width; wrapMode: Text.WordWrap; kind: Theme.Small; color: Theme.text2; text: choice.help }
        }
        HoverHandler { id: hover; enabled: choice.usable; cursorShape: Qt.PointingHandCursor }
        Tap { enabled: choice.usable; onTapped: { choice.focusReason = Qt.MouseFocusReason; choice.forceActiveFocus(Qt.MouseFocusReason); choice.turn() } }
        onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
    }
    Column {
        width: parent.width
        Repeater {
            model: root.notices.kinds.length
            Choice { required property int index; readonly property var kind: root.notices.kinds[index]; text: kind.text; on: kind.on; onTurned: on => root.notices.setOn(kind.key, on) }
        }
        Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
        Choice { text: qsTr("Show details"); help: qsTr("Off: only a short name, nothing of what customers wrote."); on: root.notices.details; onTurned: on => root.notices.details = on }
        Choice { text: qsTr("Quiet hours"); help: qsTr("What comes meanwhile is told in one afterwards."); on: root.notices.quiet; onTurned: on => root.notices.quiet = on }
    }
    Row {
        visible: root.notices.quiet
        spacing: Theme.spaceM
        KeptField { width: 140; label: qsTr("From"); kept: root.notices.quietFrom; error: root.errors.from ?? ""; onGiven: text => { if (text !== kept || error.length) root.notices.setQuietTime("from", text) } }
        KeptField { width: 140; label: qsTr("To"); kept: root.notices.quietTo; error: root.errors.to ?? ""; onGiven: text => { if (text !== kept || error.length) root.notices.setQuietTime("to", text) } }
    }
    Row {
        spacing: Theme.spaceM
        PushButton { text: qsTr("Send a test"); enabled: !root.notices.testing; disabledReason: qsTr("Waiting for the desktop"); onClicked: root.notices.sendTest() }
        PushButton { visible: root.notices.paused.length > 0; text: qsTr("Go on now"); onClicked: root.notices.goOn() }
        Words { visible: root.notices.paused.length > 0; anchors.verticalCenter: parent.verticalCenter; color: Theme.text2; text: qsTr("Paused until %1").arg(root.notices.paused) }
    }
    Row {
        visible: root.notices.testAnswer.length > 0
        spacing: Theme.spaceS
        Icon { theme: Theme; name: root.notices.testGood ? "circle-check" : "circle-alert"; color: root.notices.testGood ? Theme.good : Theme.bad; y: Theme.spaceXxs }
        Words { width: root.width - 24; wrapMode: Text.WordWrap; text: root.notices.testAnswer; Accessible.role: Accessible.AlertMessage; Accessible.name: text }
    }
    Choice { text: qsTr("Keep running in the tray when the window is closed"); help: root.notices.trayProblem; usable: root.notices.trayProblem.length === 0; on: root.notices.inTray; onTurned: on => root.notices.inTray = on }
}
