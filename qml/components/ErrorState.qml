// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

EmptyState {
    id: root
    property string problem
    signal retry()
    iconName: "triangle-alert"
    title: problem.length ? problem : qsTr("This could not be read")
    action: qsTr("Retry")
    onActed: root.retry()
}
