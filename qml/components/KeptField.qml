// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A field whose text is kept when Enter is pressed or the field is left; Escape brings back what was kept.
Field {
    id: root
    property string kept
    property string help
    signal given(string text)
    function keep() { given(text) }
    onKeptChanged: if (!input.activeFocus || text !== kept) text = kept
    Component.onCompleted: text = kept
    onAccepted: keep()
    input.onActiveFocusChanged: if (!input.activeFocus) keep()
    Keys.onEscapePressed: event => { if (text === kept && !error.length) event.accepted = false; else { text = kept; keep() } }
    implicitHeight: 20 + boxHeight + 20
    Words { visible: root.help.length && !root.error.length; y: root.boxHeight + 20 + Theme.spaceXxs; width: parent.width; kind: Theme.Small; color: Theme.text3; text: root.help }
}
