// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Empty, loading and error of the board, in the board's place.
Item {
    id: root
    required property DealBoardModel board
    property string importCommand
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
                hint: qsTr("Import mail, chats, meeting transcripts or a CSV of deals:\n%1").arg(root.importCommand)
                action: qsTr("Look again")
                onActed: root.board.load()
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
