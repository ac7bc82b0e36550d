// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A figure from 0 to 10 over its name.
Column {
    id: root
    property string label
    property int value
    width: 56
    Words { width: parent.width; horizontalAlignment: Text.AlignRight; kind: Theme.Strong; tabular: true; text: root.value }
    Words { width: parent.width; horizontalAlignment: Text.AlignRight; kind: Theme.Caption; color: Theme.text3; text: root.label }
}
