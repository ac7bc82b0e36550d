// SPDX-License-Identifier: AGPL-3.0-or-later
// Every part beside its measure, as in the drawn pictures 13 and 14.
import QtQuick
import AgentArmy

// qmllint disable type
// Lists of models and cards are C++ types that the linter does not know.
Window {
    id: window
    required property Workspace workspace
    readonly property DealBoardModel board: workspace.board
    width: 1440
    height: 900
    visible: true
    color: Theme.canvas

    component Caption: Words { kind: Theme.CaptionMedium; color: Theme.text2 }

    Words { x: 40; y: 24; kind: Theme.Title; text: "Parts and their measures" }

    Column {
        x: 40
        y: 74
        width: 448
        spacing: 4
        Caption { text: "Deal card 216 × 136, radius 8, padding 12" }
        Row {
            spacing: 16
            DealCardItem { theme: Theme; width: 216; height: 142; card: window.board.cardOf("nordwind") }
            DealCardItem { theme: Theme; width: 216; height: 142; selected: true; card: window.board.cardOf("quarrydale") }
        }
        Item { width: 1; height: 24 }
        Caption { text: "Qualification ring 28 / 32 / 72" }
        Row {
            spacing: 20
            Ring { theme: Theme; width: 28; height: 28; values: [0, 0, 0, 0, 0, 0]; identified: 0; anchors.verticalCenter: parent.verticalCenter }
            Ring { theme: Theme; width: 28; height: 28; values: [0.9, 0.35, 0.9, 0.5, 0.9, 0.85]; identified: 5; anchors.verticalCenter: parent.verticalCenter }
            Ring { theme: Theme; width: 32; height: 32; values: [0.9, 0.9, 0.9, 0.9, 0.9, 0.85]; identified: 6; anchors.verticalCenter: parent.verticalCenter }
            Ring { theme: Theme; width: 72; height: 72; values: [0.9, 0.35, 0.9, 0.5, 0.9, 0.85]; identified: 5 }
        }
        Item { width: 1; height: 12 }
        Caption { text: "Badge 20 high, padding 6, radius 4 · evidence chip 24 high, radius 6" }
        Row {
            spacing: 8
            Badge { text: "Single thread" }
            Badge { text: "Agent moved"; tone: Theme.Accent }
            Badge { text: "Met"; tone: Theme.Good }
            Badge { text: "Stale 12 d"; tone: Theme.Warn }
            Badge { text: "Overdue"; tone: Theme.Bad }
        }
        Item { width: 1; height: 4 }
        Row {
            spacing: 8
            EvidenceChip { text: "I sign this one myself."; sourceText: "22:58" }
            EvidenceChip { text: "Rollout guide, p. 4"; iconName: "file-text" }
        }
        Item { width: 1; height: 16 }
        Caption { text: "Stage header 48 high" }
        Row {
            spacing: 16
            Rectangle { width: 216; height: 48; radius: Theme.radiusColumn; color: Theme.column; StageHeader { width: 216; column: window.board.columns[3] } }
            Rectangle { width: 216; height: 48; radius: Theme.radiusColumn; color: Theme.dropGround; StageHeader { width: 216; column: window.board.columns[4] } }
        }
        Item { width: 1; height: 16 }
        Caption { text: "Buttons 28 (page) and 32 (decision bar), radius 6, padding 10" }
        Row {
            spacing: 8
            PushButton { look: "primary"; text: "Approve and send"; keyText: "A" }
            PushButton { text: "Edit"; keyText: "E" }
            PushButton { look: "ghost"; text: "Not now" }
            PushButton { look: "danger"; text: "Reject" }
        }
        Item { width: 1; height: 12 }
        Row {
            spacing: 24
            x: 4
            PushButton { id: focused; text: "Focused"; Component.onCompleted: forceActiveFocus(Qt.TabFocusReason) }
            PushButton { text: "Disabled"; enabled: false; disabledReason: "Nothing is chosen" }
            PushButton { look: "primary"; tall: true; text: "Decision"; keyText: "A" }
        }
        Item { width: 1; height: 12 }
        Caption { text: "Skeleton: same boxes" }
        Row {
            spacing: 16
            SkeletonCard { width: 216 }
            DealCardItem { theme: Theme; width: 216; height: 142; slot: true }
        }
    }

    Column {
        x: 528
        y: 74
        width: 424
        spacing: 8
        Caption { text: "Draft box" }
        Surface { width: parent.width; height: 420; DraftPane { anchors.fill: parent; workspace: window.workspace } }
        Caption { text: "Empty state: tile 44, icon 20, one sentence, one action" }
        Surface {
            width: parent.width
            height: 200
            EmptyState { anchors.centerIn: parent; iconName: "messages-square"; title: "Customer mail and chat will appear here"; hint: "Drop an .eml, .mbox or chat file, or connect a mailbox."; action: "Connect a mailbox" }
        }
        Caption { text: "Toast 44 high, radius 8, bottom centre, 10 s" }
        Toast { log: window.workspace.undo }
    }

    Column {
        x: 992
        y: 74
        width: 408
        spacing: 8
        Caption { text: "Pills" }
        Row { spacing: 8; SyncPill { text: "Up to date" } SyncPill { text: "2 sync issues"; iconName: "triangle-alert"; issue: true } }
        Row { spacing: 8; Pill { text: "My team, open"; on: true } Pill { text: "At risk"; count: 5 } }
        Item { width: 1; height: 12 }
        Caption { text: "Type" }
        Words { kind: Theme.Number; text: "€ 11.4m  number 28/36, 600" }
        Words { kind: Theme.Title; text: "Title 20/28, 600" }
        Words { kind: Theme.Value; text: "Value 17/24, 600" }
        Words { kind: Theme.Heading; text: "Heading 15/20, 600" }
        Words { kind: Theme.Strong; text: "Strong 13/20, 500   names, amounts" }
        Words { kind: Theme.Body; text: "Body 13/20, 400   mail text, answers" }
        Words { kind: Theme.Small; text: "Small 12/16, 400   second lines, dates" }
        Words { kind: Theme.Caption; text: "Caption 11/16, 400   axes, units" }
        Item { width: 1; height: 12 }
        Caption { text: "Colour roles" }
        Grid {
            columns: 8
            spacing: 12
            Repeater {
                model: [Theme.canvas, Theme.surface, Theme.sunken, Theme.hover, Theme.line, Theme.lineStrong, Theme.text3, Theme.text2, Theme.text,
                    Theme.accent, Theme.accentSoft, Theme.good, Theme.goodSoft, Theme.warn, Theme.warnSoft, Theme.bad, Theme.badSoft,
                    Theme.data1, Theme.data2, Theme.data3, Theme.data4, Theme.track]
                Rectangle { required property color modelData; width: 40; height: 28; radius: Theme.radiusControl; color: modelData; border { width: 1; color: Theme.line } }
            }
        }
        Item { width: 1; height: 12 }
        Caption { text: "Icons: Lucide 12 / 14 / 16 / 20; agent mark is our own" }
        Row {
            spacing: 12
            Repeater {
                model: ["agent", "square-kanban", "mail", "calendar", "phone", "quote", "shield-check", "shield-alert", "circle-dashed", "corner-up-left", "search"]
                Icon { required property string modelData; theme: Theme; name: modelData; size: modelData === "agent" ? 24 : 16; anchors.verticalCenter: parent.verticalCenter }
            }
        }
        Row { spacing: 4; Repeater { model: ["Ctrl", "K", "J", "A", "Esc"]; KeyCap { required property string modelData; text: modelData } } }
        Field { width: 300; label: "Why?"; hint: "At least 3 letters"; error: "At least 3 letters" }
    }
}
