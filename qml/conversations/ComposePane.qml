// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Where a person writes: an answer beside its thread, or a first mail. Ctrl+Enter sends, Escape puts it aside with its text.
Surface {
    id: root
    required property Workspace workspace
    readonly property ComposeModel compose: workspace.compose
    readonly property bool first: compose.conversationId.length === 0
    readonly property bool asksWho: first && compose.personId.length === 0
    property var found: []
    signal done()
    function start() { if (asksWho) who.input.forceActiveFocus(); else if (first && !compose.subject.length) subject.input.forceActiveFocus(); else body.input.forceActiveFocus() }
    function look() { found = compose.people(who.text) }
    function choose(person) { compose.choose(person.id, person.name); found = []; subject.input.forceActiveFocus() }
    Connections {
        target: root.compose
        function onTextChanged() { if (body.text !== root.compose.body) body.text = root.compose.body; if (subject.text !== root.compose.subject) subject.text = root.compose.subject }
        function onChanged() { if (!root.compose.active) root.done() }
    }
    Component.onCompleted: { body.text = compose.body; subject.text = compose.subject; start() }
    Keys.onEscapePressed: compose.putAside()
    PaneHead { id: head; anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.hair } iconName: "square-pen"; title: root.first ? qsTr("New message") : qsTr("Your answer"); note: qsTr("not sent") }
    Column {
        id: lines
        anchors { left: parent.left; right: parent.right; top: head.bottom; leftMargin: Theme.spaceL; rightMargin: Theme.spaceL; topMargin: Theme.spaceM }
        spacing: Theme.spaceM
        z: 2
        Item {
            width: parent.width
            height: Theme.controlTall
            Words { anchors.verticalCenter: parent.verticalCenter; color: Theme.text2; text: qsTr("To") }
            Words { id: name; visible: !root.asksWho; x: 64; width: Math.min(implicitWidth, parent.width - x - 40); anchors.verticalCenter: parent.verticalCenter; kind: Theme.Strong; text: root.compose.to }
            IconButton { visible: root.first && !root.asksWho; anchors { left: name.right; leftMargin: Theme.spaceXs; verticalCenter: parent.verticalCenter } iconName: "x"; name: qsTr("Somebody else"); onClicked: { root.compose.choose("", ""); who.text = ""; who.input.forceActiveFocus() } }
            Field {
                id: who
                visible: root.asksWho
                x: 64
                width: parent.width - x
                hint: qsTr("A name, an address or a company")
                input.Accessible.name: qsTr("To")
                input.onTextEdited: root.look()
                onAccepted: if (root.found.length) root.choose(root.found[0])
                Keys.onDownPressed: if (people.count) people.itemAt(0).forceActiveFocus()
            }
            Rectangle {
                visible: root.asksWho && root.found.length > 0
                x: who.x
                y: Theme.controlTall + Theme.spaceXs
                width: who.width
                height: hits.height + Theme.spaceS
                radius: Theme.radiusCard
                color: Theme.surface
                border { width: Theme.hair; color: Theme.lineStrong }
                Column {
                    id: hits
                    x: Theme.spaceXs
                    y: Theme.spaceXs
                    width: parent.width - 2 * x
                    Repeater { id: people; model: root.found; MenuRow { required property var modelData; text: modelData.name; note: modelData.line; onChosen: root.choose(modelData) } }
                }
            }
        }
        Item {
            width: parent.width
            height: Theme.controlTall
            Words { anchors.verticalCenter: parent.verticalCenter; color: Theme.text2; text: qsTr("Subject") }
            Field { id: subject; x: 64; width: parent.width - x; hint: root.first ? "" : qsTr("As before"); input.Accessible.name: qsTr("Subject"); input.maximumLength: 500; input.onTextEdited: root.compose.subject = text; onAccepted: body.input.forceActiveFocus() }
        }
    }
    TextBox {
        id: body
        anchors { left: lines.left; right: lines.right; top: lines.bottom; topMargin: Theme.spaceM; bottom: problem.visible ? problem.top : foot.top; bottomMargin: Theme.spaceM }
        name: qsTr("Text of the message")
        hint: root.compose.to.length ? qsTr("What do you want to say to %1?").arg(root.compose.to) : qsTr("What do you want to say?")
        input.onTextChanged: root.compose.body = text
        onAccepted: root.compose.send()
        onEscaped: root.compose.putAside()
    }
    Row {
        id: problem
        visible: root.compose.problem.length > 0
        anchors { left: lines.left; right: lines.right; bottom: foot.top; bottomMargin: Theme.spaceS }
        spacing: Theme.spaceXs
        Icon { theme: Theme; name: "circle-alert"; size: Theme.iconSmall; color: Theme.bad; y: Theme.spaceXs }
        Words { width: parent.width - 20; wrapMode: Text.Wrap; kind: Theme.Small; color: Theme.bad; text: root.compose.problem }
    }
    Item {
        id: foot
        readonly property bool tight: width < 400
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.hair }
        height: 104
        Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
        ScrollRow {
            x: Theme.spaceL
            y: Theme.spaceL
            width: foot.width - 2 * x
            spacing: Theme.spaceS
            PushButton { tall: true; look: "primary"; iconName: "send"; text: qsTr("Send"); keyText: foot.tight ? "" : qsTr("Ctrl ↵"); enabled: !root.compose.busy; onClicked: root.compose.send() }
            PushButton { id: laterButton; tall: true; text: qsTr("Send later"); enabled: !root.compose.busy; onClicked: later.show(laterButton) }
            PushButton { tall: true; look: "ghost"; text: qsTr("Put aside"); keyText: foot.tight ? "" : qsTr("Esc"); onClicked: root.compose.putAside() }
        }
        Row {
            x: Theme.spaceL
            y: 68
            spacing: Theme.spaceXl
            TextLink { iconName: "inbox"; text: qsTr("Keep as a draft"); onClicked: root.compose.keep() }
            TextLink { iconName: "trash-2"; text: qsTr("Discard"); onClicked: root.compose.discard() }
        }
    }
    LaterMenu { id: later; workspace: root.workspace; title: qsTr("Send it"); onChosen: at => root.compose.send(at) }
}
