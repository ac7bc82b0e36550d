// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What is being done with the data, how far it is, and why it did not work.
Column {
    id: root
    required property DataModel model
    readonly property bool working: model.busy.length > 0
    visible: working || model.problem.length > 0
    spacing: Theme.spaceM
    Words { visible: root.working; width: parent.width; color: Theme.text2; text: root.model.progress.length ? qsTr("%1 … %2").arg(root.model.busy).arg(root.model.progress) : qsTr("%1 …").arg(root.model.busy); Accessible.role: Accessible.StatusBar; Accessible.name: text }
    Words { visible: root.model.problem.length > 0; width: parent.width; wrapMode: Text.WordWrap; color: Theme.bad; text: root.model.problem }
}
