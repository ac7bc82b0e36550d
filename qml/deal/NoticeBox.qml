// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Something that a person should look at, the words that led to it, and the answers.
Rectangle {
    id: root
    required property var check
    signal answered(bool accepted)
    signal quoteOpened(var quote)
    readonly property color ink: [Theme.text2, Theme.accentText, Theme.good, Theme.warn, Theme.bad][check.tone]
    readonly property bool canJump: check.jump.conversationId.length > 0
    implicitHeight: body.height + 2 * Theme.spaceM
    radius: Theme.radiusCard
    color: [Theme.hover, Theme.accentSoft, Theme.goodSoft, Theme.warnSoft, Theme.badSoft][check.tone]
    Accessible.role: Accessible.Grouping
    Accessible.name: check.title
    Accessible.description: check.text
    Icon { theme: Theme; name: root.check.tone >= Theme.Warn ? "shield-alert" : "info"; x: Theme.spaceM; y: Theme.spaceM + Theme.spaceXxs; color: root.ink }
    Column {
        id: body
        x: 36
        y: Theme.spaceM
        width: parent.width - x - Theme.spaceM
        spacing: Theme.spaceXxs
        Words { width: parent.width; kind: Theme.Strong; wrapMode: Text.WordWrap; color: root.ink; text: root.check.title }
        Words { visible: text.length; width: parent.width; kind: Theme.Small; wrapMode: Text.WordWrap; color: Theme.text2; text: root.check.text }
        Item { visible: root.canJump || answers.visible; width: 1; height: Theme.spaceXs }
        EvidenceChip { visible: root.canJump && root.check.quote.length; width: Math.min(implicitWidth, parent.width); text: root.check.quote; onClicked: root.quoteOpened(root.check.jump) }
        TextLink { visible: root.canJump && !root.check.quote.length; text: qsTr("Open the conversation"); ink: Theme.accentText; onClicked: root.quoteOpened(root.check.jump) }
        Row {
            id: answers
            visible: root.check.accept.length > 0
            spacing: Theme.spaceS
            PushButton { text: root.check.accept; onClicked: root.answered(true) }
            PushButton { visible: root.check.dismiss.length; look: "ghost"; text: root.check.dismiss; onClicked: root.answered(false) }
        }
    }
}
