// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A quote in its own words; a click lands on the sentence.
FocusScope {
    id: root
    property string text
    property string sourceText
    property string iconName: "quote"
    property bool jumps: true
    property int focusReason: Qt.OtherFocusReason
    signal clicked()
    implicitHeight: Theme.pill
    implicitWidth: words.implicitWidth + source.implicitWidth + (sourceText.length ? Theme.spaceBadge : 0) + Theme.iconSmall + Theme.spaceBadge + 2 * Theme.spaceS
    activeFocusOnTab: jumps
    Accessible.role: Accessible.Link
    Accessible.name: qsTr("Quote: %1").arg(root.text)
    Accessible.description: root.sourceText
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onSpacePressed: root.clicked()
    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: hover.hovered && root.jumps ? Theme.hover : Theme.sunken
        border { width: Theme.hair; color: hover.hovered && root.jumps ? Theme.lineStrong : Theme.line }
    }
    FocusFrame { target: root }
    Icon { id: mark; theme: Theme; name: root.iconName; size: Theme.iconSmall; color: Theme.accentText; x: Theme.spaceS; anchors.verticalCenter: parent.verticalCenter }
    Words {
        id: words
        anchors { left: mark.right; leftMargin: Theme.spaceBadge; verticalCenter: parent.verticalCenter }
        width: Math.min(implicitWidth, root.width - x - Theme.spaceS - (root.sourceText.length ? source.implicitWidth + Theme.spaceBadge : 0))
        kind: Theme.Small
        text: "“" + root.text.replace(/\s+/g, " ") + "”"
        color: Theme.text2
    }
    Words {
        id: source
        visible: root.sourceText.length
        anchors { left: words.right; leftMargin: Theme.spaceBadge; verticalCenter: parent.verticalCenter }
        kind: Theme.Small
        text: root.sourceText
        color: Theme.text3
    }
    HoverHandler { id: hover; cursorShape: root.jumps ? Qt.PointingHandCursor : Qt.ArrowCursor }
    Tap { enabled: root.jumps; onTapped: root.clicked() }
    HoverTip { text: words.truncated ? root.text : "" }
}
