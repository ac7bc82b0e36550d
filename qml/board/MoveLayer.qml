// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The layer over a page on which the move menu opens.
Item {
    id: root
    required property DealBoardModel board
    readonly property MoveMenu menu: moveMenu
    MoveMenu { id: moveMenu; board: root.board }
}
