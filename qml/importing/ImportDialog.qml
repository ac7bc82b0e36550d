// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// From files to deals, step by step. Closing it while an import runs leaves it running; the top bar shows how far it is.
Dialog {
    id: root
    required property ImportModel importing
    property bool offersSample: false
    signal boardAsked()
    signal restoreAsked()
    title: importing.state === ImportModel.Running ? qsTr("Importing") : importing.state === ImportModel.Done ? qsTr("Imported") : qsTr("Import")
    boxHeight: importing.state === ImportModel.Idle ? (offersSample ? 484 : 400) : importing.state === ImportModel.Running || importing.state === ImportModel.Looking ? 240 : 600
    boxWidth: importing.state === ImportModel.Ready ? 900 : 760
    Component { id: start; ImportStart { importing: root.importing; offersSample: root.offersSample; onRestoreAsked: root.restoreAsked() } }
    Component { id: ready; ImportReady { importing: root.importing } }
    Component { id: report; ImportReport { importing: root.importing; onClosed: root.closed(); onBoardAsked: root.boardAsked() } }
    Component {
        id: running
        Item {
            Component.onCompleted: stop.forceActiveFocus()
            Words { id: text; width: parent.width; text: root.importing.progressText }
            ProgressLine { y: 32; width: parent.width; value: root.importing.progress; name: root.importing.progressText }
            Words { y: 52; width: parent.width; wrapMode: Text.WordWrap; kind: Theme.SmallRow; color: Theme.text2; text: qsTr("What is read is kept, also if you cancel. You can close this window and go on working.") }
            Words { visible: root.importing.laterCount > 0; y: 96; width: parent.width; kind: Theme.SmallRow; color: Theme.text2; text: root.importing.laterCount === 1 ? qsTr("One more file waits and comes next.") : qsTr("%1 more files wait and come next.").arg(root.importing.laterCount) }
            Row {
                anchors { right: parent.right; bottom: parent.bottom }
                spacing: Theme.spaceS
                PushButton { text: qsTr("Go on working"); tall: true; visible: root.importing.state === ImportModel.Running; onClicked: root.closed() }
                PushButton { id: stop; text: qsTr("Cancel"); tall: true; onClicked: root.importing.state === ImportModel.Running ? root.importing.cancel() : root.importing.close() }
            }
        }
    }
    Component { id: failed; Item { ErrorState { anchors.centerIn: parent; problem: root.importing.problem; action: qsTr("Choose again"); onRetry: root.importing.close() } } }
    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: [start, running, ready, running, report, failed][root.importing.state]
    }
}
