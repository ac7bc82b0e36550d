// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Who has power and who has influence; the colour says how well we know them, a mark whether they help or hinder.
Item {
    id: root
    required property DealDetailModel deal
    readonly property var places: deal.round >= 0 && room.width > 0 ? deal.placesFor(room.width, room.height) : []
    readonly property int hidden: deal.peopleCount - places.length
    signal personOpened(string id)
    readonly property int node: 36
    readonly property var tones: [Theme.text3, Theme.accentText, Theme.good, Theme.warn, Theme.bad]
    readonly property var grounds: [Theme.hover, Theme.accentSoft, Theme.goodSoft, Theme.warnSoft, Theme.badSoft]
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Political map of %1 people").arg(places.length)
    Rectangle {
        id: plane
        anchors { fill: parent; leftMargin: 28; bottomMargin: 28; topMargin: Theme.spaceS; rightMargin: Theme.spaceS }
        color: Theme.sunken
        radius: Theme.radiusCard
        border { width: Theme.hair; color: Theme.line }
        Rectangle { x: parent.width / 2; width: Theme.hair; height: parent.height; color: Theme.line }
        Rectangle { y: parent.height / 2; width: parent.width; height: Theme.hair; color: Theme.line }
        Words { x: Theme.spaceM; y: Theme.spaceS; kind: Theme.Caption; color: Theme.text2; text: qsTr("Decides alone") }
        Words { anchors { right: parent.right; rightMargin: Theme.spaceM } y: Theme.spaceS; kind: Theme.Caption; color: Theme.text2; text: qsTr("Decides and is heard") }
        Words { x: Theme.spaceM; anchors { bottom: parent.bottom; bottomMargin: Theme.spaceS } kind: Theme.Caption; color: Theme.text2; text: qsTr("Looks on") }
        Words { anchors { right: parent.right; rightMargin: Theme.spaceM; bottom: parent.bottom; bottomMargin: Theme.spaceS } kind: Theme.Caption; color: Theme.text2; text: qsTr("Is heard") }
        Item {
            id: room
            anchors { fill: parent; leftMargin: 56; rightMargin: 56; topMargin: root.node / 2 + Theme.spaceXl; bottomMargin: root.node / 2 + Theme.spaceXxl }
            Repeater {
                model: root.places
                FocusScope {
                    id: person
                    required property var modelData
                    property int focusReason: Qt.OtherFocusReason
                    x: modelData.x - root.node / 2
                    y: modelData.y - root.node / 2
                    width: root.node
                    height: root.node
                    z: hover.hovered || activeFocus ? 2 : 1
                    activeFocusOnTab: true
                    Accessible.role: Accessible.Link
                    Accessible.name: modelData.tip.replace("\n", ", ")
                    Accessible.onPressAction: root.personOpened(modelData.id)
                    Keys.onReturnPressed: root.personOpened(modelData.id)
                    Keys.onSpacePressed: root.personOpened(modelData.id)
                    Rectangle {
                        anchors.fill: parent
                        radius: width / 2
                        color: root.grounds[person.modelData.tone]
                        border { width: person.modelData.decides ? Theme.focusWidth : Theme.hair; color: root.tones[person.modelData.tone] }
                        Words { anchors.centerIn: parent; kind: Theme.SmallHeavy; text: person.modelData.initials; color: root.tones[person.modelData.tone]; Accessible.ignored: true }
                    }
                    Rectangle {
                        visible: person.modelData.champion || person.modelData.blocker
                        x: parent.width - Theme.spaceM
                        y: -Theme.spaceXs
                        width: Theme.spaceL
                        height: width
                        radius: width / 2
                        color: Theme.surface
                        border { width: Theme.hair; color: Theme.line }
                        Icon { anchors.centerIn: parent; theme: Theme; name: person.modelData.blocker ? "shield-alert" : "flag"; size: Theme.iconSmall; color: person.modelData.blocker ? Theme.bad : Theme.good }
                    }
                    Words { anchors { horizontalCenter: parent.horizontalCenter; top: parent.bottom } width: Math.min(implicitWidth, 110); horizontalAlignment: Text.AlignHCenter; kind: Theme.Caption; color: Theme.text2; text: person.modelData.name; Accessible.ignored: true }
                    FocusFrame { target: person; radius: width / 2 }
                    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
                    Tap { onTapped: { person.focusReason = Qt.MouseFocusReason; root.personOpened(person.modelData.id) } }
                    HoverTip { text: person.modelData.tip }
                    onActiveFocusChanged: if (!activeFocus) focusReason = Qt.OtherFocusReason
                }
            }
        }
    }
    Words { anchors { horizontalCenter: plane.horizontalCenter; bottom: parent.bottom } kind: Theme.Small; color: Theme.text2; text: root.hidden > 0 ? qsTr("Influence · %1 more in the list").arg(root.hidden) : qsTr("Influence") }
    Words { x: (28 - width) / 2 - Theme.spaceXs; y: plane.y + (plane.height - height) / 2; rotation: -90; kind: Theme.Small; color: Theme.text2; text: qsTr("Power") }
}
