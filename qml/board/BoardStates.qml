// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Empty, loading and error of the board, in the board's place.
Item {
    id: root
    required property DealBoardModel board
    signal importAsked()
    property int margin: Theme.spacePage
    property int columnWidth: Theme.columnMin
    Skeleton {
        anchors.fill: parent
        waiting: root.board.state === DealBoardModel.Loading
        Loader {
            active: parent.showing
            sourceComponent: Row {
                leftPadding: root.margin
                spacing: Theme.spaceS
                Repeater {
                    model: 5
                    Rectangle {
                        width: root.columnWidth
                        height: root.height - Theme.spaceL
                        radius: Theme.radiusColumn
                        color: Theme.column
                        Column {
                            x: Theme.spaceXs
                            y: Theme.stageHeader
                            spacing: Theme.cardGap
                            Repeater { model: 3; SkeletonCard { width: root.columnWidth - 2 * Theme.spaceXs } }
                        }
                    }
                }
            }
        }
    }
    Loader {
        anchors.centerIn: parent
        width: parent.width
        active: root.board.state === DealBoardModel.Empty
        sourceComponent: Item {
            implicitHeight: empty.implicitHeight
            EmptyState {
                id: empty
                anchors.horizontalCenter: parent.horizontalCenter
                iconName: "square-kanban"
                title: qsTr("Your deals will appear here")
                hint: qsTr("From a table of your CRM, or found by the agent in mail, chats and meeting transcripts.")
                action: qsTr("Import files")
                onActed: root.importAsked()
            }
        }
    }
    Loader {
        anchors.centerIn: parent
        width: parent.width
        active: root.board.state === DealBoardModel.Failed
        sourceComponent: Item {
            implicitHeight: failed.implicitHeight
            ErrorState { id: failed; anchors.horizontalCenter: parent.horizontalCenter; problem: root.board.problem; onRetry: root.board.load() }
        }
    }
}
