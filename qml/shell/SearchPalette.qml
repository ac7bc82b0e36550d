// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Go to a record or run an action by typing. The field keeps the keys; the list follows.
FocusScope {
    id: root
    required property PaletteModel palette
    readonly property bool narrow: box.width < 560
    signal closed()
    signal found(string kind, string id, var at)
    visible: false
    function start(context) { visible = true; field.text = ""; palette.start(context); field.forceActiveFocus(); list.contentY = 0 }
    function type(text) { field.text = text }
    function stop() { if (!visible) return; visible = false; closed() }
    function page() { return Math.max(1, Math.floor(list.height / 40) - 1) }
    Keys.onEscapePressed: stop()
    Keys.onPressed: event => {
        event.accepted = true
        if (event.key === Qt.Key_Down || (event.key === Qt.Key_Tab && !(event.modifiers & Qt.ShiftModifier))) palette.step(1)
        else if (event.key === Qt.Key_Up || event.key === Qt.Key_Backtab) palette.step(-1)
        else if (event.key === Qt.Key_PageDown) palette.step(page())
        else if (event.key === Qt.Key_PageUp) palette.step(-page())
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) palette.choose(-1)
        else event.accepted = false
    }
    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Search or run a command")
    Connections {
        target: root.palette
        function onChosen(kind, id, at) { root.stop(); root.found(kind, id, at) }
        function onTextChanged() { if (field.text !== root.palette.text) field.text = root.palette.text; list.contentY = 0 }
        // once the rows of an answer are all there
        function onCurrentChanged() { Qt.callLater(list.reveal) } // qmllint disable
    }

    Rectangle { anchors.fill: parent; color: Theme.scrim; MouseArea { anchors.fill: parent; hoverEnabled: true; onClicked: root.stop(); onWheel: event => event.accepted = true } }
    Item {
        id: box
        y: Math.min(112, Math.max(Theme.spaceL, root.height * 0.12))
        width: Math.min(640, root.width - 2 * Theme.spacePage)
        height: 57 + Theme.spaceS + list.height + Theme.spaceS + foot.height
        anchors.horizontalCenter: parent.horizontalCenter
        Elevation { level: 3; radius: Theme.radiusPalette }
        Rectangle { anchors.fill: parent; radius: Theme.radiusPalette; color: Theme.surface; border { width: Theme.hair; color: Theme.line } MouseArea { anchors.fill: parent; onWheel: event => event.accepted = true } }
        Icon { theme: Theme; name: "search"; size: Theme.iconLarge; x: Theme.spaceXl; y: 18; color: Theme.text2 }
        TextInput {
            id: field
            x: 52
            width: tail.x - x - Theme.spaceM
            height: 56
            verticalAlignment: TextInput.AlignVCenter
            font: Theme.fontOf(Theme.Value, false, Font.Medium)
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.textOnAccent
            renderType: Text.NativeRendering
            selectByMouse: true
            clip: true
            focus: true
            maximumLength: 1000
            Accessible.role: Accessible.EditableText
            Accessible.name: qsTr("Search or run a command")
            Accessible.description: list.currentText
            onTextChanged: root.palette.text = text
            // with a list below, the ends of the list are nearer than those of a few words
            Keys.onPressed: event => {
                const plain = event.modifiers === Qt.NoModifier
                if (plain && event.key === Qt.Key_Home && cursorPosition === 0) root.palette.select(0)
                else if (plain && event.key === Qt.Key_End && cursorPosition === length) root.palette.select(root.palette.count - 1)
                else return
                event.accepted = true
            }
            Words { anchors.verticalCenter: parent.verticalCenter; visible: !field.text.length && !field.preeditText.length; text: qsTr("Search or run a command"); color: Theme.text3; kind: Theme.Value; weight: Font.Normal; Accessible.ignored: true }
        }
        Row {
            id: tail
            anchors { right: parent.right; rightMargin: Theme.spaceL }
            height: 56
            spacing: Theme.spaceS
            Words { visible: !root.narrow && text.length; anchors.verticalCenter: parent.verticalCenter; kind: Theme.Small; color: Theme.text2; text: root.palette.summary; Accessible.role: Accessible.StaticText; Accessible.name: text }
            KeyCap { text: "Esc"; anchors.verticalCenter: parent.verticalCenter }
        }
        Rectangle { y: 56; width: parent.width; height: Theme.hair; color: Theme.line }
        // Not a list view: that of Qt 6.4 keeps rows of the last answer when one comes while others are being made. There are few.
        Flickable {
            id: list
            readonly property int most: Math.max(80, Math.min(480, root.height - box.y - Theme.spacePage - 57 - 2 * Theme.spaceS - foot.height))
            property string currentText
            x: Theme.spaceS
            y: 57 + Theme.spaceS
            width: parent.width - 2 * Theme.spaceS
            height: Math.min(most, Math.max(contentHeight, 40))
            contentHeight: lines.height
            clip: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Results")
            /// The current row is in view, and where it is the first of its group, the name of the group too.
            function reveal() {
                const row = rows.itemAt(root.palette.current) as PaletteRow
                currentText = ""
                if (!row) return
                if (root.palette.current === 0) contentY = 0
                else contentY = Math.max(Math.min(contentY, row.y), row.y + row.height - height)
                currentText = row.Accessible.name + (row.Accessible.description.length ? ", " + row.Accessible.description : "")
            }
            Column {
                id: lines
                width: list.width
                Words { visible: text.length > 0; height: visible ? 40 : 0; width: parent.width; leftPadding: Theme.spaceM; rightPadding: Theme.spaceM; verticalAlignment: Text.AlignVCenter; text: root.palette.hint; color: Theme.text2; Accessible.role: Accessible.StaticText; Accessible.name: text }
                Repeater {
                    id: rows
                    model: root.palette.rows
                    PaletteRow { width: lines.width; on: root.palette.current === index; onChosen: root.palette.choose(index); onEntered: if (!on) root.palette.select(index) }
                }
            }
            ScrollHandle { view: list }
        }
        Item {
            id: foot
            y: list.y + list.height + Theme.spaceS
            width: parent.width
            height: 40
            Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
            Row {
                x: Theme.spaceXl
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.spaceS
                KeyCap { text: "↑"; anchors.verticalCenter: parent.verticalCenter }
                KeyCap { text: "↓"; anchors.verticalCenter: parent.verticalCenter }
                Words { kind: Theme.Small; color: Theme.text2; text: qsTr("move") }
                Item { width: Theme.spaceXs; height: 1 }
                KeyCap { text: "↵"; anchors.verticalCenter: parent.verticalCenter }
                Words { kind: Theme.Small; color: Theme.text2; text: qsTr("open") }
            }
            Row {
                visible: !root.narrow
                anchors { right: parent.right; rightMargin: Theme.spaceXl; verticalCenter: parent.verticalCenter }
                spacing: Theme.spaceBadge
                Repeater {
                    model: [{ key: ">", text: qsTr("actions") }, { key: "@", text: qsTr("people") }, { key: "#", text: qsTr("deals") }]
                    Row {
                        id: prefix
                        required property var modelData
                        spacing: Theme.spaceBadge
                        KeyCap { text: prefix.modelData.key; anchors.verticalCenter: parent.verticalCenter }
                        Words { kind: Theme.Small; color: Theme.text2; rightPadding: Theme.spaceXs; text: prefix.modelData.text }
                    }
                }
            }
        }
    }
}
