// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What will be read, how, and what will come of it.
Item {
    id: root
    required property ImportModel importing
    readonly property var table: importing.current
    signal moreAsked()
    Component.onCompleted: go.forceActiveFocus()
    ListView {
        id: files
        width: root.table.name ? 272 : parent.width
        height: parent.height - foot.height - Theme.spaceL
        clip: true
        spacing: Theme.spaceXxs
        boundsBehavior: Flickable.StopAtBounds
        model: root.importing.files
        Accessible.role: Accessible.List
        Accessible.name: qsTr("What will be read")
        delegate: ImportFileRow { width: files.width; selected: root.importing.currentId === rowId; onChosen: root.importing.select(rowId); onLeftOut: root.importing.leaveOut(rowId) }
        ScrollHandle { view: files }
    }
    Rectangle { visible: mapping.active; x: files.width + Theme.spaceM; width: Theme.hair; height: files.height; color: Theme.line }
    Loader {
        id: mapping
        active: root.table.name !== undefined
        x: files.width + Theme.spacePage
        width: parent.width - x
        height: files.height
        sourceComponent: MappingEditor { importing: root.importing }
    }
    Item {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(words.height, Theme.controlTall) + (own.visible ? own.height + Theme.spaceM : 0)
        Field { id: own; visible: root.importing.asksOwn; width: parent.width; label: qsTr("Which side is yours: mail addresses, domains or names, with commas between"); hint: qsTr("you@example.com, example.com"); Component.onCompleted: text = root.importing.own; input.onTextEdited: root.importing.own = text }
        Column {
            id: words
            anchors.bottom: parent.bottom
            width: go.x - Theme.spacePage
            spacing: Theme.spaceXxs
            Row {
                spacing: Theme.spaceXs
                visible: root.importing.missing.length > 0
                Icon { theme: Theme; name: "circle-alert"; size: Theme.iconInline; color: Theme.warn; anchors.verticalCenter: parent.verticalCenter }
                Words { width: Math.min(implicitWidth, words.width - 20); wrapMode: Text.Wrap; maximumLineCount: 4; kind: Theme.SmallRow; color: Theme.warn; text: root.importing.missing }
            }
            Row {
                spacing: Theme.spaceXs
                visible: root.importing.blocked.length > 0
                Icon { theme: Theme; name: "circle-alert"; size: Theme.iconInline; color: Theme.warn; anchors.verticalCenter: parent.verticalCenter }
                Words { width: Math.min(implicitWidth, words.width - 20); kind: Theme.SmallRow; color: Theme.warn; text: root.importing.blocked }
            }
            Words { visible: root.importing.blocked.length === 0; width: parent.width; wrapMode: Text.WordWrap; maximumLineCount: 2; kind: Theme.SmallRow; color: Theme.text2; text: root.importing.checking ? qsTr("Looking at what will come of it …") : root.importing.forecast.length ? root.importing.forecast : qsTr("It is large: what comes of it is said at the end. You can go on working meanwhile.") }
        }
        PushButton { id: go; anchors { right: parent.right; bottom: parent.bottom } look: "primary"; tall: true; text: qsTr("Import"); enabled: root.importing.blocked.length === 0; disabledReason: root.importing.blocked; onClicked: root.importing.start() }
    }
}
