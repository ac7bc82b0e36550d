// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Search, the state of the workspace, and who looks at it.
Item {
    id: root
    required property Workspace workspace
    property bool folded: false
    signal searchAsked()
    signal importAsked()
    signal menuAsked(Item from)
    height: Theme.topBar
    FocusScope {
        id: search
        property int focusReason: Qt.OtherFocusReason
        x: root.folded ? 0 : Math.max(0, (root.width - width) / 2)
        y: Theme.spaceS
        width: Math.min(root.folded ? Theme.searchNarrow : Theme.searchWidth, side.x - Theme.spaceL)
        height: Theme.controlTall
        activeFocusOnTab: true
        Accessible.role: Accessible.Button
        Accessible.name: qsTr("Search or run a command")
        Accessible.onPressAction: root.searchAsked()
        Keys.onReturnPressed: root.searchAsked()
        Keys.onSpacePressed: root.searchAsked()
        Rectangle { anchors.fill: parent; radius: Theme.radiusCard; color: Theme.surface; border { width: Theme.hair; color: hover.hovered ? Theme.lineStrong : Theme.line } }
        FocusFrame { target: search }
        Icon { theme: Theme; name: "search"; x: Theme.padControl; anchors.verticalCenter: parent.verticalCenter; color: Theme.text2 }
        Words { x: 34; anchors.verticalCenter: parent.verticalCenter; width: caps.x - x; text: qsTr("Search or run a command"); color: Theme.text2 }
        Row {
            id: caps
            anchors { right: parent.right; rightMargin: Theme.padControl; verticalCenter: parent.verticalCenter }
            spacing: Theme.spaceXs
            KeyCap { text: "Ctrl" }
            KeyCap { text: "K" }
        }
        HoverHandler { id: hover; cursorShape: Qt.IBeamCursor }
        Tap { onTapped: { search.focusReason = Qt.MouseFocusReason; root.searchAsked() } }
    }
    Row {
        id: side
        anchors { right: parent.right; rightMargin: Theme.spacePage }
        height: parent.height
        spacing: Theme.spaceM
        SyncPill {
            visible: root.workspace.importing.state === ImportModel.Running
            text: root.workspace.importing.progress >= 0 ? qsTr("Importing %1 %").arg(Math.floor(root.workspace.importing.progress * 100)) : qsTr("Importing")
            tip: root.workspace.importing.progressText
            iconName: "upload"
            iconColor: Theme.text2
            progress: root.workspace.importing.progress
            anchors.verticalCenter: parent.verticalCenter
            activeFocusOnTab: true
            Accessible.role: Accessible.Button
            Keys.onReturnPressed: root.importAsked()
            Tap { onTapped: root.importAsked() }
        }
        SyncPill { visible: root.workspace.importing.state !== ImportModel.Running; text: qsTr("Up to date"); tip: qsTr("Everything is stored on this computer. No server is connected."); anchors.verticalCenter: parent.verticalCenter }
        FocusScope {
            id: me
            property int focusReason: Qt.OtherFocusReason
            width: Theme.control
            height: Theme.control
            anchors.verticalCenter: parent.verticalCenter
            activeFocusOnTab: true
            Accessible.role: Accessible.ButtonMenu
            Accessible.name: qsTr("%1, menu").arg(root.workspace.userName)
            Accessible.onPressAction: root.menuAsked(me)
            Keys.onReturnPressed: root.menuAsked(me)
            Keys.onSpacePressed: root.menuAsked(me)
            Avatar { initials: root.workspace.userInitials }
            FocusFrame { target: me; radius: Theme.control / 2 + Theme.spaceXs }
            HoverHandler { cursorShape: Qt.PointingHandCursor }
            Tap { onTapped: { me.focusReason = Qt.MouseFocusReason; root.menuAsked(me) } }
            HoverTip { text: root.workspace.userName }
        }
    }
}
