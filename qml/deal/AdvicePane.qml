// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// What the agent would do next, why, and the draft that waits for a person.
Surface {
    id: root
    required property var advice
    property var checks: []
    signal quoteOpened(var quote)
    signal reviewAsked(string draftId)
    signal approved(string draftId)
    signal answered(string checkId, bool accepted)
    readonly property bool hasDraft: advice.draftText.length > 0
    Flickable {
        id: flick
        anchors { fill: parent; margins: Theme.hair }
        contentHeight: column.height + Theme.spaceXl
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: column
            x: Theme.spaceL - Theme.hair
            width: flick.width - 2 * x
            topPadding: Theme.spaceL
            Repeater {
                model: root.checks
                Item {
                    id: slot
                    required property var modelData
                    width: column.width
                    height: notice.height + Theme.spaceM
                    NoticeBox { id: notice; x: -Theme.spaceXs; width: parent.width + 2 * Theme.spaceXs; check: slot.modelData; onAnswered: accepted => root.answered(check.id, accepted); onQuoteOpened: quote => root.quoteOpened(quote) }
                }
            }
            Item {
                width: parent.width
                height: Theme.pill
                Icon { theme: Theme; name: "agent"; size: Theme.pill }
                Words { x: 34; kind: Theme.Strong; text: qsTr("Next best action"); anchors.verticalCenter: parent.verticalCenter }
                Words { anchors { right: parent.right; verticalCenter: parent.verticalCenter } kind: Theme.Small; color: Theme.text2; text: root.advice.sureness }
            }
            Item { width: 1; height: Theme.spaceM }
            Words { width: parent.width; kind: Theme.Heading; wrapMode: Text.WordWrap; text: root.advice.action.length ? root.advice.action : qsTr("Nothing to do: the next step is theirs") }
            Item { width: 1; height: Theme.spaceM }
            Repeater {
                model: root.advice.reasons
                FocusScope {
                    id: entry
                    required property var modelData
                    readonly property bool canJump: modelData.jump.conversationId.length > 0
                    property int focusReason: Qt.OtherFocusReason
                    width: column.width
                    height: reason.height + Theme.padControl
                    activeFocusOnTab: canJump
                    Accessible.role: canJump ? Accessible.Link : Accessible.StaticText
                    Accessible.name: modelData.text
                    Accessible.onPressAction: if (canJump) root.quoteOpened(modelData.jump)
                    Keys.onReturnPressed: if (canJump) root.quoteOpened(modelData.jump)
                    FocusFrame { target: entry; anchors { leftMargin: -Theme.spaceS; topMargin: -Theme.spaceXs; bottomMargin: Theme.spaceXs } }
                    Rectangle { visible: !entry.canJump; x: Theme.spaceXs - 1; y: 7; width: Theme.spaceXs; height: width; radius: width / 2; color: Theme.text3 }
                    Icon { visible: entry.canJump; theme: Theme; name: "quote"; size: Theme.iconSmall; x: -1; y: Theme.spaceXxs; color: Theme.accentText }
                    Words { id: reason; x: Theme.spaceL; width: parent.width - x; kind: Theme.Small; color: hover.hovered && entry.canJump ? Theme.text : Theme.text2; wrapMode: Text.WordWrap; text: entry.modelData.text }
                    HoverHandler { id: hover; cursorShape: entry.canJump ? Qt.PointingHandCursor : Qt.ArrowCursor }
                    Tap { enabled: entry.canJump; onTapped: root.quoteOpened(entry.modelData.jump) }
                }
            }
            Item { width: 1; height: Theme.spaceS; visible: root.hasDraft }
            DraftBox { visible: root.hasDraft; x: -Theme.spaceXs; width: parent.width + 2 * Theme.spaceXs; advice: root.advice; onReviewAsked: id => root.reviewAsked(id); onApproved: id => root.approved(id) }
        }
        ScrollHandle { view: flick }
    }
}
