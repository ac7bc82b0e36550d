// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Several lines of input; grows with its text up to `mostHeight`, then scrolls. Enter makes a new line, Ctrl+Enter is accepted().
FocusScope {
    id: root
    property alias text: input.text
    property alias input: input
    property string name
    property string hint
    property int leastHeight: 72
    property int mostHeight: 240
    property bool framed: true
    signal accepted()
    signal escaped()
    implicitHeight: Math.max(leastHeight, Math.min(mostHeight, input.contentHeight + 2 * Theme.spaceS))
    implicitWidth: 320
    Keys.onPressed: event => { // an input's keys are no commands of the page
        event.accepted = true
        if (event.key === Qt.Key_Escape) root.escaped()
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && (event.modifiers & Qt.ControlModifier)) root.accepted()
        else if (event.modifiers & (Qt.ControlModifier | Qt.AltModifier) || event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab) event.accepted = false
    }
    Rectangle {
        visible: root.framed
        anchors.fill: parent
        radius: Theme.radiusCard
        color: Theme.surface
        border { width: input.activeFocus ? Theme.focusWidth : Theme.hair; color: input.activeFocus ? Theme.data1 : Theme.lineStrong }
    }
    Flickable {
        id: flick
        anchors { fill: parent; margins: root.framed ? Theme.focusWidth : 0 }
        contentHeight: input.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        function follow(at) {
            if (at.y < contentY) contentY = Math.max(0, at.y - Theme.spaceXs)
            else if (at.y + at.height > contentY + height) contentY = at.y + at.height - height + Theme.spaceXs
        }
        TextEdit {
            id: input
            width: flick.width
            height: Math.max(flick.height, contentHeight + topPadding + bottomPadding)
            topPadding: root.framed ? Theme.spaceBadge : 0
            bottomPadding: topPadding
            leftPadding: root.framed ? Theme.spaceS : 0
            rightPadding: leftPadding
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            font: Theme.fontOf(Theme.Body)
            color: Theme.text
            selectionColor: Theme.accentSoft
            selectedTextColor: Theme.text
            renderType: Text.NativeRendering
            selectByMouse: true
            focus: true
            activeFocusOnTab: true
            KeyNavigation.priority: KeyNavigation.BeforeItem
            Accessible.role: Accessible.EditableText
            Accessible.name: root.name
            Accessible.multiLine: true
            onCursorRectangleChanged: flick.follow(cursorRectangle)
            Keys.onTabPressed: event => { const next = nextItemInFocusChain(true); if (next) next.forceActiveFocus(Qt.TabFocusReason); event.accepted = true }
            Keys.onBacktabPressed: event => { const next = nextItemInFocusChain(false); if (next) next.forceActiveFocus(Qt.BacktabFocusReason); event.accepted = true }
            Words { x: input.leftPadding; y: input.topPadding; width: parent.width - 2 * x; visible: !input.text.length; text: root.hint; color: Theme.text3; Accessible.ignored: true }
        }
        ScrollHandle { view: flick }
    }
}
