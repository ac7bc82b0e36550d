// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// The deals of one month, owner or forecast category.
Item {
    id: root
    required property DealGroupModel group
    required property DealBoardModel board
    required property DealTableModel table
    property var draggedIds: []
    property string dropText // what a drop here would do, while cards hang over it
    property bool keyboardOn: false
    signal opened(string dealId)
    signal toggled(string dealId)
    signal liftStarted(string dealId, point grip, point at)
    signal liftMoved(point at)
    signal liftEnded(point at)
    readonly property bool target: dropText.length > 0
    function reveal(row) { cards.positionViewAtIndex(row, ListView.Contain) }
    function cardBox(row) { const item = cards.itemAtIndex(row); return item ? item.mapToItem(null, 0, 0, item.width, Theme.card) : null }
    Accessible.role: Accessible.List
    Accessible.name: group.title
    Rectangle { anchors.fill: parent; radius: Theme.radiusColumn; color: root.target ? Theme.accentSoft : Theme.column }
    Words { id: name; x: Theme.spaceM; y: Theme.spaceS; kind: Theme.StrongHeavy; text: root.group.title; color: root.group.late && root.group.count > 0 ? Theme.bad : Theme.text; Accessible.role: Accessible.Heading; Accessible.name: qsTr("%1, %2 deals, %3").arg(text).arg(root.group.count).arg(root.group.sumText) }
    Words { id: count; anchors { left: name.right; leftMargin: Theme.spaceS; top: name.top } kind: Theme.SmallRow; text: root.group.count; color: Theme.text3 }
    readonly property bool roomy: total.fits // else the sum takes the line below
    FittingSum { id: total; anchors { right: parent.right; rightMargin: Theme.spaceM; top: name.top; left: count.right; leftMargin: Theme.spaceS } whole: root.group.sumText; brief: root.group.sumShort }
    Words { x: Theme.spaceM; y: 26; width: parent.width - 2 * x; horizontalAlignment: root.target ? Text.AlignLeft : Text.AlignRight; kind: root.roomy || root.target ? Theme.Caption : Theme.SmallHeavy; color: root.target ? Theme.accentText : root.roomy ? Theme.text2 : Theme.text; text: root.target ? root.dropText : root.roomy ? root.group.weightedText : root.group.sumText }
    ListView {
        id: cards
        y: Theme.stageHeader
        width: parent.width
        height: parent.height - y
        clip: true
        model: root.group
        reuseItems: true
        cacheBuffer: 2 * Theme.card
        keyNavigationEnabled: false
        boundsBehavior: Flickable.StopAtBounds
        delegate: DealCardItem {
            required card
            theme: Theme
            width: cards.width
            height: Theme.card + Theme.cardGap
            inset: Theme.spaceXs
            ground: root.target ? Theme.accentSoft : Theme.column
            selected: (root.keyboardOn && root.board.selectedId === dealId) || (root.table.selectionRound >= 0 && root.table.isSelected(dealId))
            hovered: mouse.hoveredId === dealId
            slot: root.draggedIds.includes(dealId)
            Accessible.role: Accessible.ListItem
            Accessible.name: spokenText
            Accessible.selected: selected
            Accessible.onPressAction: root.opened(dealId)
        }
        ScrollHandle { view: cards }
    }
    Words { visible: cards.count === 0; anchors { horizontalCenter: parent.horizontalCenter; top: cards.top; topMargin: Theme.spacePage } width: parent.width - 2 * Theme.spaceM; horizontalAlignment: Text.AlignHCenter; wrapMode: Text.WordWrap; kind: Theme.Small; color: Theme.text3; text: root.board.filtered ? qsTr("Nothing here matches the filter") : qsTr("No deal here") }
    CardMouse {
        id: mouse
        list: cards
        onOpened: id => root.opened(id)
        onToggled: id => root.toggled(id)
        onLiftStarted: (id, grip, at) => root.liftStarted(id, grip, at)
        onLiftMoved: at => root.liftMoved(at)
        onLiftEnded: at => root.liftEnded(at)
    }
}
