// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A line of a difference, over the full width: left as it was, taken out, put in. Readable without its colour.
Rectangle {
    id: root
    property int kind: 0 // 1: taken out, 2: put in
    property int margin: 0 // of the words, on both sides
    property string text
    height: words.height + (kind ? Theme.spaceS : 0)
    color: kind === 1 ? Theme.badSoft : kind === 2 ? Theme.goodSoft : "transparent"
    Accessible.role: Accessible.StaticText
    Accessible.name: kind === 1 ? qsTr("Taken out: %1").arg(text) : kind === 2 ? qsTr("Put in: %1").arg(text) : text
    Words {
        id: words
        x: root.margin
        y: root.kind ? Theme.spaceXs : 0
        width: root.width - 2 * root.margin
        wrapMode: Text.Wrap
        text: root.text.length ? root.text : " "
        color: root.kind === 1 ? Theme.bad : root.kind === 2 ? Theme.good : Theme.text
        struck: root.kind === 1
    }
}
