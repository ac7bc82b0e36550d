// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A head, a sentence, and what belongs to it.
Column {
    id: root
    property string title
    property string hint
    spacing: Theme.spaceM
    Words { kind: Theme.Heading; text: root.title; width: parent.width; Accessible.role: Accessible.Heading; Accessible.name: text }
    Words { visible: root.hint.length; width: parent.width; wrapMode: Text.WordWrap; color: Theme.text2; text: root.hint; bottomPadding: Theme.spaceXs }
}
