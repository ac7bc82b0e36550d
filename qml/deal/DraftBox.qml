// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// A draft of the agent, to read; what becomes of it is decided in Approvals.
Column {
    id: root
    required property var advice
    signal reviewAsked(string draftId)
    signal approved(string draftId)
    readonly property bool approvable: !bare && (advice.findings ?? []).every(finding => !finding.blocks) // else a person looks first
    property bool bare: false // without its own frame and head
    spacing: Theme.spaceM
    Rectangle {
        width: parent.width
        height: body.y + body.implicitHeight + Theme.spaceM
        radius: Theme.radiusCard
        color: root.bare ? "transparent" : Theme.sunken
        border { width: root.bare ? 0 : Theme.hair; color: Theme.line }
        Words { visible: !root.bare; x: Theme.spaceM; y: Theme.spaceS - 1; width: tone.x - x - Theme.spaceS; kind: Theme.SmallMedium; topPadding: Theme.spaceXxs + Theme.leadOf(kind); text: qsTr("Draft to %1").arg(root.advice.draftTo) }
        Words { id: tone; visible: !root.bare; anchors { right: parent.right; rightMargin: Theme.spaceM } y: Theme.spaceS - 1; kind: Theme.Small; topPadding: Theme.spaceXxs + Theme.leadOf(kind); color: Theme.text3; text: root.advice.draftTone }
        Rectangle { visible: !root.bare; y: 35; width: parent.width; height: Theme.hair; color: Theme.line }
        MarkedText { id: body; theme: Theme; fillColor: root.bare ? Theme.surface : Theme.sunken; x: root.bare ? -Theme.spaceXs : Theme.spaceS; y: root.bare ? 0 : 44; width: parent.width - 2 * x; height: implicitHeight; text: root.advice.draftText; Accessible.role: Accessible.StaticText; Accessible.name: text }
    }
    Repeater {
        model: root.advice.findings
        Rectangle {
            id: finding
            required property var modelData
            width: root.width
            height: words.height + 2 * Theme.spaceS
            radius: Theme.radiusCard
            color: [Theme.hover, Theme.accentSoft, Theme.goodSoft, Theme.warnSoft, Theme.badSoft][finding.modelData.tone]
            Icon { theme: Theme; name: finding.modelData.tone >= Theme.Warn ? "shield-alert" : "info"; x: Theme.spaceM; y: Theme.padControl; color: [Theme.text2, Theme.accentText, Theme.good, Theme.warn, Theme.bad][finding.modelData.tone] }
            Column {
                id: words
                x: 36
                y: Theme.spaceS
                width: parent.width - x - Theme.spaceM
                Words { width: parent.width; kind: Theme.Strong; wrapMode: Text.WordWrap; color: [Theme.text2, Theme.accentText, Theme.good, Theme.warn, Theme.bad][finding.modelData.tone]; text: finding.modelData.text }
                Words { visible: text.length; width: parent.width; kind: Theme.Small; wrapMode: Text.WordWrap; color: Theme.text2; text: finding.modelData.remedy }
            }
        }
    }
    Row {
        x: Theme.spaceXs
        spacing: Theme.spaceBadge
        visible: root.advice.passed > 0
        Icon { theme: Theme; name: "shield-check"; color: Theme.good; size: Theme.iconInline; anchors.verticalCenter: parent.verticalCenter }
        Words { kind: Theme.Small; color: Theme.good; text: root.advice.passed === 1 ? qsTr("Passed 1 check") : qsTr("Passed %1 checks").arg(root.advice.passed) }
        Words { visible: root.advice.facts > 0; kind: Theme.Small; color: Theme.text2; text: root.advice.facts === 1 ? qsTr("· 1 fact linked") : qsTr("· %1 facts linked").arg(root.advice.facts) }
    }
    Flow {
        x: Theme.spaceXs
        width: parent.width - 2 * x
        spacing: Theme.spaceS
        PushButton { visible: root.approvable; tall: true; look: "primary"; text: qsTr("Approve"); keyText: "A"; onClicked: root.approved(root.advice.draftId) }
        PushButton { tall: true; look: root.approvable ? "secondary" : "primary"; text: root.approvable ? qsTr("Review") : qsTr("Review and decide"); onClicked: root.reviewAsked(root.advice.draftId) }
        PushButton { tall: true; text: qsTr("Copy"); iconName: "copy"; onClicked: { clip.text = root.advice.draftText; clip.selectAll(); clip.copy() } }
        Words { kind: Theme.Small; color: Theme.text3; text: qsTr("Not sent"); height: Theme.controlTall; verticalAlignment: Text.AlignVCenter }
        TextEdit { id: clip; visible: false }
    }
}
