// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// One part of the gallery under its name and measures.
Column {
    id: root
    property string title
    default property alias content: holder.data
    width: parent ? parent.width : 0
    spacing: Theme.spaceS
    Words { width: parent.width; kind: Theme.CaptionMedium; color: Theme.text2; text: root.title; Accessible.role: Accessible.Heading; Accessible.name: text }
    Flow { id: holder; width: parent.width; spacing: Theme.spaceM }
}
