// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A sum in what room there is: all currencies, else the largest and how many more, else the same smaller. Where even that would be cut
// there is none, and `fits` says so: half a sum would mislead.
Words {
    id: root
    required property string whole
    required property string brief
    readonly property bool fits: small.advanceWidth <= width
    visible: fits
    horizontalAlignment: Text.AlignRight
    kind: usual.advanceWidth <= width ? Theme.StrongHeavy : Theme.SmallHeavy
    text: all.advanceWidth <= width ? whole : brief
    TextMetrics { id: all; font: Theme.fontOf(Theme.StrongHeavy); text: root.whole }
    TextMetrics { id: usual; font: all.font; text: root.brief }
    TextMetrics { id: small; font: Theme.fontOf(Theme.SmallHeavy); text: root.brief }
}
