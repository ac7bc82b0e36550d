// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Go to a record or run an action by typing.
FocusScope {
    id: root
    required property Workspace workspace
    signal closed()
    signal dealChosen(string id)
    signal conversationChosen(string id)
    signal recordChosen(string kind, string id)
    signal pageChosen(string page)
    signal shortcutsAsked()
    signal putAwayAsked()
    signal importAsked()
    visible: false
    property int current: 0
    readonly property var actions: [
        { kind: "page", id: "home", title: qsTr("Go to Home"), note: "", icon: "house" },
        { kind: "page", id: "deals", title: qsTr("Go to Deals"), note: "", icon: "square-kanban" },
        { kind: "page", id: "conversations", title: qsTr("Go to Conversations"), note: "", icon: "messages-square" },
        { kind: "page", id: "accounts", title: qsTr("Go to Accounts"), note: "", icon: "building-2" },
        { kind: "page", id: "approvals", title: qsTr("Go to Approvals"), note: "", icon: "shield-check" },
        { kind: "page", id: "insights", title: qsTr("Go to Insights"), note: "", icon: "lightbulb" },
        { kind: "page", id: "settings", title: qsTr("Go to Settings"), note: "", icon: "settings" },
        { kind: "import", id: "", title: qsTr("Import files"), note: "", icon: "upload" },
        { kind: "undo", id: "", title: qsTr("Undo the last change"), note: "", icon: "undo-2" },
        { kind: "putaway", id: "", title: qsTr("Archived and deleted deals"), note: "", icon: "archive" },
        { kind: "theme", id: "", title: Theme.isDark ? qsTr("Use the light theme") : qsTr("Use the dark theme"), note: "", icon: Theme.isDark ? "sun" : "moon" },
        { kind: "keys", id: "", title: qsTr("Keyboard shortcuts"), note: "", icon: "keyboard" }]
    property var records: []
    readonly property var shownActions: actions.filter(action => !field.text.trim().length || action.title.toLowerCase().includes(field.text.replace(">", "").trim().toLowerCase()))
    readonly property var hits: records.concat(shownActions)

    function start() { visible = true; field.text = ""; current = 0; records = []; field.forceActiveFocus() }
    function type(text) { field.text = text }
    function stop() { visible = false; closed() }
    function update() { records = field.text.startsWith(">") ? [] : workspace.find(field.text); current = 0 }
    function run(hit) {
        stop()
        if (!hit) return
        if (hit.kind === "deal") dealChosen(hit.id)
        else if (hit.kind === "conversation") conversationChosen(hit.id)
        else if (hit.kind === "account" || hit.kind === "person") recordChosen(hit.kind, hit.id)
        else if (hit.kind === "page") pageChosen(hit.id)
        else if (hit.kind === "undo") workspace.undo.undo()
        else if (hit.kind === "theme") Theme.mode = Theme.isDark ? Theme.Light : Theme.Dark
        else if (hit.kind === "import") importAsked()
        else if (hit.kind === "putaway") putAwayAsked()
        else shortcutsAsked()
    }
    Keys.onEscapePressed: stop()
    Keys.onDownPressed: current = Math.min(hits.length - 1, current + 1)
    Keys.onUpPressed: current = Math.max(0, current - 1)
    Keys.onReturnPressed: run(hits[current])
    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Search or run a command")

    Rectangle { anchors.fill: parent; color: Theme.scrim; MouseArea { anchors.fill: parent; onClicked: root.stop(); onWheel: event => event.accepted = true } }
    Item {
        id: box
        y: 112
        width: Math.min(640, root.width - 2 * Theme.spacePage)
        height: Math.min(foot.y + foot.height, root.height - y - Theme.spacePage)
        anchors.horizontalCenter: parent.horizontalCenter
        Elevation { level: 3; radius: Theme.radiusPalette }
        Rectangle { anchors.fill: parent; radius: Theme.radiusPalette; color: Theme.surface; border { width: Theme.hair; color: Theme.line } MouseArea { anchors.fill: parent } }
        Icon { theme: Theme; name: "search"; size: Theme.iconLarge; x: Theme.spaceXl; y: 18; color: Theme.text2 }
        TextInput {
            id: field
            x: 52
            width: parent.width - x - 60
            height: 56
            verticalAlignment: TextInput.AlignVCenter
            font: Theme.fontOf(Theme.Value, false, Font.Medium)
            color: Theme.text
            renderType: Text.NativeRendering
            selectByMouse: true
            clip: true
            Accessible.role: Accessible.EditableText
            Accessible.name: qsTr("Search or run a command")
            onTextChanged: root.update()
            Words { anchors.verticalCenter: parent.verticalCenter; visible: !field.text.length; text: qsTr("Search or run a command"); color: Theme.text3; kind: Theme.Value; weight: Font.Normal }
        }
        KeyCap { anchors { right: parent.right; rightMargin: Theme.spaceL } y: 20; text: "Esc" }
        Rectangle { y: 56; width: parent.width; height: Theme.hair; color: Theme.line }
        Column {
            id: list
            x: Theme.spaceS
            y: 57 + Theme.spaceS
            width: parent.width - 2 * Theme.spaceS
            PaletteHead { visible: root.records.length > 0; text: qsTr("Records") }
            Repeater { model: root.records; PaletteRow { required property var modelData; required property int index; hit: modelData; typed: field.text; iconName: ({ deal: "square-kanban", account: "building-2", person: "user" })[modelData.kind] ?? "mail"; on: root.current === index; onChosen: root.run(modelData); onEntered: root.current = index } }
            Item { visible: root.records.length > 0 && root.shownActions.length > 0; width: parent.width; height: Theme.spaceS; Rectangle { anchors.verticalCenter: parent.verticalCenter; x: Theme.spaceXs; width: parent.width - 2 * x; height: Theme.hair; color: Theme.line } }
            PaletteHead { visible: root.shownActions.length > 0; text: qsTr("Actions") }
            Repeater { model: root.shownActions; PaletteRow { required property var modelData; required property int index; hit: modelData; typed: field.text; iconName: modelData.icon; on: root.current === root.records.length + index; onChosen: root.run(modelData); onEntered: root.current = root.records.length + index } }
            Words { visible: !root.hits.length; height: 40; leftPadding: Theme.spaceM; text: qsTr("Nothing by this name"); color: Theme.text3 }
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
                anchors { right: parent.right; rightMargin: Theme.spaceXl; verticalCenter: parent.verticalCenter }
                spacing: Theme.spaceBadge
                Words { kind: Theme.Small; color: Theme.text2; text: qsTr("Type") }
                KeyCap { text: ">"; anchors.verticalCenter: parent.verticalCenter }
                Words { kind: Theme.Small; color: Theme.text2; text: qsTr("for actions only") }
            }
        }
    }
}
