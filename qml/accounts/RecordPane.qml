// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The page of one account or person.
Item {
    id: root
    required property RecordModel record
    required property AccountsModel accounts
    readonly property bool ready: record.state === RecordModel.Ready
    readonly property bool person: record.kind === "person"
    readonly property var everybody: record.owners
    signal dealOpened(string dealId)
    signal conversationOpened(string conversationId)
    signal recordOpened(string kind, string id)
    signal mergeAsked()
    signal personAsked()
    signal eraseAsked()
    function edit() { if (ready) name.start() }
    Flickable {
        id: flick
        property string shownId: root.record.recordId
        visible: root.ready
        anchors.fill: parent
        contentHeight: column.height + Theme.spacePage
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        onShownIdChanged: contentY = 0
        Column {
            id: column
            x: Theme.spaceXs
            width: Math.min(Theme.reading, flick.width - 2 * x - Theme.spaceS)
            spacing: Theme.spacePage
            Item {
                width: parent.width
                height: 60
                Avatar { id: face; y: Theme.spaceXs; size: Theme.tile; initials: root.record.initials }
                EditableText { id: name; x: 60; width: tools.x - x - Theme.spaceL; kind: Theme.Title; text: root.record.name; name: qsTr("Name"); onGiven: text => root.record.set(root.person ? "contactName" : "accountName", text); Accessible.role: Accessible.Heading }
                Row {
                    x: 60
                    y: 34
                    width: parent.width - x
                    spacing: Theme.spaceBadge
                    TextLink { id: at; width: Math.min(implicitWidth, about.text.length ? parent.width * 0.6 : parent.width); visible: root.person && root.record.account.length > 0; kind: Theme.Body; ink: Theme.accentText; text: root.record.account; onClicked: root.recordOpened("account", root.record.accountId) }
                    Words { visible: at.visible && about.text.length > 0; color: Theme.text2; text: "·" }
                    Words { id: about; width: Math.min(implicitWidth, parent.width - x); color: Theme.text2; text: root.record.summary }
                }
                Row {
                    id: tools
                    anchors.right: parent.right
                    spacing: Theme.spaceXs
                    Row {
                        visible: !root.person
                        height: Theme.control
                        rightPadding: Theme.spaceM
                        spacing: Theme.spaceS
                        Words { visible: column.width > 400; anchors.verticalCenter: parent.verticalCenter; kind: Theme.Small; color: Theme.text2; text: qsTr("Owner") }
                        ChoiceText { id: owner; anchors.verticalCenter: parent.verticalCenter; marked: true; text: root.record.owner.length ? root.record.owner : qsTr("Nobody"); name: qsTr("Owner"); onChosen: owners.show() }
                    }
                    IconButton { id: more; iconName: "ellipsis"; name: qsTr("More"); onClicked: { menu.giveFocusTo = more; menu.open = true; mergeRow.forceActiveFocus() } }
                }
            }
            Words { visible: (root.record.errors[root.person ? "contactName" : "accountName"] ?? "").length > 0; width: parent.width; kind: Theme.Small; color: Theme.bad; text: root.record.errors[root.person ? "contactName" : "accountName"] ?? "" }
            Loader { width: parent.width; sourceComponent: root.person ? personFields : accountFields }
            Words { visible: root.record.otherNames.length > 0; width: parent.width; wrapMode: Text.WordWrap; kind: Theme.Small; color: Theme.text2; text: qsTr("Also known as %1").arg(root.record.otherNames) }
            RecordSection {
                width: parent.width
                title: qsTr("Deals")
                count: deals.count
                empty: root.person ? qsTr("No deal was spoken about with this person.") : qsTr("No deal is known here. Deals are found in conversations and tables, or added on the board.")
                Repeater {
                    id: deals
                    model: root.record.deals
                    LinkRow { required property string rowId; required property string name; required property string amount; required property string stage; required property bool open; required property string close; required property bool late; required property string badge; required property int index; width: parent ? parent.width : 0; first: index === 0; faded: !open; title: name; line: badge.length ? stage + " · " + badge : stage; value: amount; note: close; noteTone: late ? Theme.Bad : Theme.Neutral; onOpened: root.dealOpened(rowId) }
                }
            }
            RecordSection {
                visible: !root.person
                width: parent.width
                title: qsTr("People")
                count: people.count
                empty: qsTr("Nobody is known here yet. People are found in signatures, recipients and meetings.")
                Repeater {
                    id: people
                    model: root.record.people
                    LinkRow { required property string rowId; required property string name; required property string about; required property string when; required property string warning; required property int index; width: parent ? parent.width : 0; first: index === 0; title: name; line: about; note: warning.length ? warning : when; noteTone: warning.length ? Theme.Warn : Theme.Neutral; onOpened: root.recordOpened("person", rowId) }
                }
            }
            TextLink { visible: !root.person; iconName: "user-plus"; text: qsTr("Add a person"); ink: Theme.accentText; onClicked: root.personAsked() }
            RecordSection {
                width: parent.width
                title: qsTr("Conversations")
                count: talks.count
                empty: qsTr("Nothing was said yet that this workspace knows of.")
                Repeater {
                    id: talks
                    model: root.record.talks
                    LinkRow { required property string rowId; required property string subject; required property string preview; required property string when; required property int index; width: parent ? parent.width : 0; first: index === 0; title: subject; line: preview; note: when; onOpened: root.conversationOpened(rowId) }
                }
            }
        }
        ScrollHandle { view: flick }
    }
    Component { id: accountFields; AccountFields { record: root.record } }
    Component { id: personFields; PersonFields { record: root.record } }
    Popover {
        id: menu
        x: Math.min(root.width, column.width) - width
        y: 36
        bodyWidth: 220
        Column {
            width: parent.width
            MenuRow { id: mergeRow; text: qsTr("Merge with another"); iconName: "git-merge"; onChosen: { menu.close(); root.mergeAsked() } }
            MenuRow { text: qsTr("Archive"); iconName: "archive"; onChosen: { menu.close(); root.accounts.archive(root.record.kind, root.record.recordId) } }
            MenuRow { text: qsTr("Delete"); iconName: "trash-2"; onChosen: { menu.close(); root.accounts.remove(root.record.kind, root.record.recordId) } }
            MenuRow { visible: root.person; text: qsTr("Erase this person …"); iconName: "user"; onChosen: { menu.close(); root.eraseAsked() } }
        }
    }
    Popover {
        id: owners
        x: Math.min(root.width, column.width) - width - 40
        y: 36
        bodyWidth: 200
        function show() { giveFocusTo = owner; open = true; if (rows.count) rows.itemAt(0).forceActiveFocus() }
        function take(person) { root.record.setOwner(person); close() }
        Column {
            width: parent.width
            Repeater {
                id: rows
                model: owners.open ? root.everybody.concat([{ id: "", name: qsTr("Nobody") }]) : []
                MenuRow { required property var modelData; text: modelData.name; checked: modelData.name === root.record.owner; onChosen: owners.take(modelData.id) }
            }
        }
    }
    Skeleton { id: skeleton; y: Theme.spaceS; waiting: root.record.state === RecordModel.Loading; Column { visible: skeleton.showing; spacing: Theme.spacePage; SkeletonBar { width: 240 } SkeletonBar { width: 420 } SkeletonBar { width: 380 } SkeletonBar { width: 400 } } }
    Loader {
        anchors.centerIn: parent
        width: parent.width
        active: root.record.state === RecordModel.Failed
        sourceComponent: Item { implicitHeight: 200; ErrorState { anchors.horizontalCenter: parent.horizontalCenter; problem: root.record.problem; onRetry: root.record.reload() } }
    }
}
