// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// How the agent writes: four sliders, words of one's own, and the same message before and after.
SettingGroup {
    id: root
    required property PersonaModel persona
    readonly property bool ready: persona.state === PersonaModel.Ready
    readonly property int columns: width > 520 ? 2 : 1
    readonly property int half: (width - (columns - 1) * Theme.spacePage) / columns
    title: qsTr("How it writes")
    hint: qsTr("Holds for drafts written from now on. What already waits for you stays as it is, and so does what the agent asks and decides.")
    Component.onCompleted: persona.load()
    component Letter: Surface {
        id: letter
        property string head
        property string mail
        property string chat
        property bool quiet: false
        width: root.half
        height: words.height + 2 * Theme.spaceM
        Accessible.role: Accessible.StaticText
        Accessible.name: letter.head
        Accessible.description: letter.mail + "\n" + letter.chat
        Column {
            id: words
            x: Theme.spaceM
            y: Theme.spaceM
            width: parent.width - 2 * x
            spacing: Theme.spaceS
            Words { width: parent.width; kind: Theme.SmallHeavy; color: Theme.text2; text: letter.head; Accessible.ignored: true }
            Words { width: parent.width; wrapMode: Text.WordWrap; maximumLineCount: 60; color: letter.quiet ? Theme.text2 : Theme.text; text: letter.mail; Accessible.ignored: true }
            Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
            Words { width: parent.width; kind: Theme.Small; color: Theme.text3; text: qsTr("In a chat"); Accessible.ignored: true }
            Words { width: parent.width; wrapMode: Text.WordWrap; maximumLineCount: 20; color: letter.quiet ? Theme.text2 : Theme.text; text: letter.chat; Accessible.ignored: true }
        }
    }
    Grid {
        visible: root.ready
        columns: root.columns
        columnSpacing: Theme.spacePage
        rowSpacing: Theme.spaceM
        Repeater {
            model: [
                { label: qsTr("Tone"), low: qsTr("Casual"), high: qsTr("Formal") },
                { label: qsTr("Length"), low: qsTr("Concise"), high: qsTr("Detailed") },
                { label: qsTr("Language"), low: qsTr("Business"), high: qsTr("Technical") },
                { label: qsTr("Initiative"), low: qsTr("Reacts"), high: qsTr("Proposes") }]
            Slider {
                required property int index
                required property var modelData
                width: root.half
                label: modelData.label
                lowText: modelData.low
                highText: modelData.high
                value: root.persona.values[index]
                valueText: index === 0 && root.persona.followsRegion ? qsTr("%1, as usual in your region").arg(root.persona.bands[index]) : root.persona.bands[index]
                onMoved: value => root.persona.set(index, value)
            }
        }
    }
    Column {
        visible: root.ready
        width: parent.width
        spacing: Theme.spaceXs
        Words { kind: Theme.Small; color: Theme.text3; text: qsTr("In your own words"); Accessible.ignored: true }
        TextBox {
            id: wishes
            width: parent.width
            leastHeight: 56
            mostHeight: 140
            name: qsTr("How to write, in your own words")
            hint: qsTr("British spelling; no exclamation marks")
            input.onTextChanged: { root.persona.instructions = wishes.text; if (wishes.text !== root.persona.instructions) wishes.text = root.persona.instructions }
            Component.onCompleted: text = root.persona.instructions
            onEscaped: root.forceActiveFocus()
            onAccepted: root.persona.save()
            Connections { target: root.persona; function onChanged() { if (wishes.text !== root.persona.instructions) wishes.text = root.persona.instructions } }
        }
        Words { width: parent.width; wrapMode: Text.WordWrap; kind: Theme.Small; color: Theme.text3; text: qsTr("Kept for language models. The drafts that are written on this computer follow the sliders alone.") }
    }
    Row {
        visible: root.ready
        spacing: Theme.spaceS
        PushButton { look: "primary"; text: qsTr("Save"); enabled: root.persona.dirty; disabledReason: qsTr("Nothing was changed"); onClicked: root.persona.save() }
        PushButton { text: qsTr("Discard"); enabled: root.persona.dirty; disabledReason: qsTr("Nothing was changed"); onClicked: root.persona.discard() }
        PushButton { look: "ghost"; iconName: "rotate-ccw"; text: qsTr("As usual"); enabled: !root.persona.usual; disabledReason: qsTr("It is as usual"); onClicked: root.persona.makeUsual() }
    }
    Flow {
        visible: root.ready
        width: parent.width
        spacing: Theme.spacePage
        Letter { id: after; head: root.persona.dirty ? qsTr("With your changes") : qsTr("An answer of the agent"); mail: root.persona.mailAfter; chat: root.persona.chatAfter }
        Letter { visible: root.persona.dirty; quiet: true; head: qsTr("As it writes now"); mail: root.persona.mailBefore; chat: root.persona.chatBefore }
    }
    Loader {
        width: parent.width
        active: root.persona.state === PersonaModel.Failed
        sourceComponent: Item { implicitHeight: 200; ErrorState { anchors.horizontalCenter: parent.horizontalCenter; problem: root.persona.problem; onRetry: root.persona.load() } }
    }
}
