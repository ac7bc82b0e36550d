// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Every part in its states, made of the components that the pages are made of; for looking at, light and dark.
// qmllint disable type
// Cards are a C++ value type that the linter does not know.
Window {
    id: window
    required property UndoLog undo
    required property var cards // two deals: one at rest, one with badges and without a next step
    readonly property int contentHeight: Math.ceil(sheet.height) + Theme.spacePage
    width: 1440
    height: 900
    minimumWidth: 1100
    title: qsTr("Agent Army: parts")
    color: Theme.canvas

    component Cell: Item {
        id: cell
        property color fill
        property string name
        width: 44
        height: 46
        Rectangle { width: parent.width; height: Theme.control; radius: Theme.radiusControl; color: cell.fill; border { width: Theme.hair; color: Theme.line } }
        Words { y: 30; width: parent.width; kind: Theme.Tiny; size: 9; weight: Font.Normal; color: Theme.text2; text: cell.name; Accessible.ignored: true }
    }

    Flickable {
        id: flick
        anchors.fill: parent
        contentHeight: window.contentHeight
        boundsBehavior: Flickable.StopAtBounds
        ScrollHandle { view: flick }
        Item {
            id: sheet
            width: window.width
            height: Math.max(left.y + left.height, middle.y + middle.height, right.y + right.height)
            Words { x: 40; y: Theme.spacePage; kind: Theme.Title; text: qsTr("Parts and their measures"); Accessible.role: Accessible.Heading; Accessible.name: text }
            Row {
                anchors { right: parent.right; rightMargin: 40 }
                y: Theme.spacePage + Theme.spaceXxs
                spacing: Theme.spaceS
                Pill { text: qsTr("Light"); on: !Theme.isDark; onClicked: Theme.mode = Theme.Light }
                Pill { text: qsTr("Dark"); on: Theme.isDark; onClicked: Theme.mode = Theme.Dark }
            }
            Column {
                id: left
                x: 40
                y: 74
                width: 448
                spacing: Theme.spacePage
                GalleryPart {
                    title: qsTr("Deal card: at rest, selected, hovered, its slot while it is dragged, waiting")
                    DealCardItem { theme: Theme; width: 216; height: 142; card: window.cards[0] }
                    DealCardItem { theme: Theme; width: 216; height: 142; selected: true; card: window.cards[1] }
                    DealCardItem { theme: Theme; width: 216; height: 142; hovered: true; card: window.cards[0] }
                    DealCardItem { theme: Theme; width: 216; height: 142; slot: true }
                    SkeletonCard { width: 216 }
                }
                GalleryPart {
                    title: qsTr("Qualification ring 28, 32, 72: nothing proven, some, all")
                    Repeater {
                        model: [{ side: 28, values: [0, 0, 0, 0, 0, 0], count: 0 }, { side: 28, values: [0.9, 0.35, 0.9, 0.5, 0.9, 0.85], count: 5 }, { side: 32, values: [0.9, 0.9, 0.9, 0.9, 0.9, 0.85], count: 6 }, { side: 72, values: [0.9, 0.35, 0.9, 0.5, 0.9, 0.85], count: 5 }]
                        Ring { required property var modelData; theme: Theme; width: modelData.side; height: width; values: modelData.values; identified: modelData.count }
                    }
                }
                GalleryPart {
                    title: qsTr("Gauge: behind, level, ahead, without a target")
                    Repeater {
                        model: [{ name: qsTr("Closed"), value: "42 %", of: "€ 235k of 560k", share: 0.42, pace: 0.7, hasTarget: true, tip: "" }, { name: qsTr("Meetings"), value: "19", of: "of 24", share: 0.79, pace: 0.78, hasTarget: true, tip: "" }, { name: qsTr("New deals"), value: "110 %", of: "€ 1.3m of 1.2m", share: 1, pace: 0.8, hasTarget: true, tip: "" }, { name: qsTr("Replies"), value: "31", of: "", share: 0, pace: -1, hasTarget: false, tip: "" }]
                        GaugeCard { required property var modelData; gauge: modelData; width: 102 }
                    }
                }
                GalleryPart {
                    title: qsTr("Badge 20 high · evidence chip 24 high")
                    Badge { text: qsTr("Single thread") }
                    Badge { text: qsTr("Agent moved"); tone: Theme.Accent }
                    Badge { text: qsTr("Met"); tone: Theme.Good; iconName: "check" }
                    Badge { text: qsTr("Stale 12 d"); tone: Theme.Warn }
                    Badge { text: qsTr("Overdue"); tone: Theme.Bad }
                    EvidenceChip { text: qsTr("I sign this one myself."); sourceText: "22:58" }
                    EvidenceChip { text: qsTr("Rollout guide, p. 4"); iconName: "file-text"; jumps: false }
                }
                GalleryPart {
                    title: qsTr("Buttons 28 and 32: primary, secondary, ghost, danger, focused, disabled")
                    PushButton { look: "primary"; text: qsTr("Approve and send"); keyText: "A" }
                    PushButton { text: qsTr("Edit"); keyText: "E"; iconName: "pencil" }
                    PushButton { look: "ghost"; text: qsTr("Not now") }
                    PushButton { look: "danger"; text: qsTr("Reject") }
                    PushButton { id: focused; text: qsTr("Focused"); Component.onCompleted: forceActiveFocus(Qt.TabFocusReason) }
                    PushButton { text: qsTr("Disabled"); enabled: false; disabledReason: qsTr("Nothing is chosen") }
                    PushButton { look: "primary"; text: qsTr("Disabled"); enabled: false; disabledReason: qsTr("Nothing is chosen") }
                    PushButton { look: "primary"; tall: true; text: qsTr("Decide"); keyText: "↵" }
                    IconButton { iconName: "ellipsis"; name: qsTr("More") }
                    IconButton { iconName: "sliders-horizontal"; name: qsTr("On"); active: true }
                    TextLink { text: qsTr("A quiet link"); iconName: "undo-2" }
                }
            }
            Column {
                id: middle
                x: 528
                y: 74
                width: 424
                spacing: Theme.spacePage
                GalleryPart {
                    title: qsTr("List row 76 high: selected, at rest")
                    Surface {
                        width: middle.width
                        height: 152
                        ApprovalRow { width: parent.width; selected: true; rowId: "1"; iconName: "mail"; title: qsTr("Send the answer that names a price"); line: "Jonas Brandt · Nordwind Logistics"; amount: "€ 184,000"; when: "48 min"; tone: Theme.Bad; exact: ""; blocked: false }
                        ApprovalRow { y: 76; width: parent.width; last: true; rowId: "2"; iconName: "calendar"; title: qsTr("Invite the CFO to the walk-through"); line: "Tobias Renner · Nordwind Logistics"; amount: "€ 184,000"; when: "3 h"; tone: Theme.Warn; exact: ""; blocked: true }
                    }
                }
                GalleryPart {
                    title: qsTr("Draft box: what is said, what is not proven, what to do")
                    Surface {
                        width: middle.width
                        height: box.height + 2 * Theme.spaceL
                        DraftBox {
                            id: box
                            x: Theme.spaceL
                            y: Theme.spaceL
                            width: parent.width - 2 * x
                            advice: ({ draftId: "", draftText: "Hi Jonas,\nyes, Hamburg first works well. Vantage Freight started the same way: one depot for six weeks, the next four in one step.\nThe price per vehicle stays at € 38 when Lübeck joins.", draftTo: "Jonas Brandt", draftTone: qsTr("Warm, short"), draftMarks: [], marks: [], passed: 6, facts: 2, findings: [{ tone: Theme.Warn, blocks: true, text: qsTr("€ 38 per vehicle has no source"), remedy: qsTr("Link a price sheet, or take the sentence out") }] })
                        }
                    }
                }
                GalleryPart {
                    title: qsTr("Difference: taken out, put in, left")
                    Surface {
                        width: middle.width
                        height: lines.height + 2 * Theme.spaceM
                        Column {
                            id: lines
                            y: Theme.spaceM
                            width: parent.width
                            Repeater {
                                model: [{ kind: 0, text: "Hi Jonas," }, { kind: 1, text: "The price stays at € 38 per vehicle." }, { kind: 2, text: "The price is in the sheet that I enclose." }]
                                DiffLine { required property var modelData; width: lines.width; margin: Theme.spaceL; kind: modelData.kind; text: modelData.text }
                            }
                        }
                    }
                }
                GalleryPart {
                    title: qsTr("Empty, failed")
                    Surface { width: middle.width; height: 184; EmptyState { anchors.centerIn: parent; iconName: "messages-square"; title: qsTr("Customer mail and chat will appear here"); hint: qsTr("Drop an .eml, .mbox or chat file, or connect a mailbox."); action: qsTr("Connect a mailbox") } }
                    Surface { width: middle.width; height: 164; ErrorState { anchors.centerIn: parent; problem: qsTr("The workspace could not be read") } }
                }
                GalleryPart {
                    title: qsTr("Toast 44 high: what happened, the seconds left, the way back")
                    Toast { log: window.undo }
                }
            }
            Column {
                id: right
                x: 992
                y: 74
                width: 408
                spacing: Theme.spacePage
                GalleryPart {
                    title: qsTr("Pills: on, off, with a count; state of the workspace")
                    Pill { text: qsTr("My team, open"); on: true }
                    Pill { text: qsTr("At risk"); count: 5 }
                    SyncPill { text: qsTr("Up to date") }
                    SyncPill { text: qsTr("Reading 34 %"); iconName: "clock"; iconColor: Theme.accentText; progress: 0.34 }
                    SyncPill { text: qsTr("2 to look at"); iconName: "triangle-alert"; issue: true }
                }
                GalleryPart {
                    title: qsTr("Type")
                    Column {
                        spacing: Theme.spaceXs
                        Repeater {
                            model: [{ kind: Theme.Number, text: "€ 11.4m  number 28/36" }, { kind: Theme.Question, text: "Question 22/30" }, { kind: Theme.Title, text: "Title 20/28" }, { kind: Theme.Value, text: "Value 17/24" }, { kind: Theme.Heading, text: "Heading 15/20" }, { kind: Theme.Strong, text: "Strong 13/20   names, amounts" }, { kind: Theme.Body, text: "Body 13/20   mail text, answers" }, { kind: Theme.Small, text: "Small 12/16   second lines, dates" }, { kind: Theme.Caption, text: "Caption 11/16   axes, units" }]
                            Words { required property var modelData; kind: modelData.kind; text: modelData.text }
                        }
                    }
                }
                GalleryPart {
                    title: qsTr("Colour roles")
                    Repeater {
                        model: ["canvas", "surface", "sunken", "hover", "line", "lineStrong", "text3", "text2", "text", "accent", "accentSoft", "good", "goodSoft", "warn", "warnSoft", "bad", "badSoft", "data1", "data2", "data3", "data4", "track"]
                        Cell { required property string modelData; fill: Theme[modelData]; name: modelData }
                    }
                }
                GalleryPart {
                    title: qsTr("Icons 16; the agent's mark is our own; key caps 16 high")
                    Repeater {
                        model: ["agent", "square-kanban", "mail", "calendar", "phone", "quote", "shield-check", "shield-alert", "circle-dashed", "corner-up-left", "search"]
                        Icon { required property string modelData; theme: Theme; name: modelData; size: modelData === "agent" ? 24 : 16 }
                    }
                    Repeater { model: ["Ctrl", "K", "J", "A", "Esc"]; KeyCap { required property string modelData; text: modelData } }
                }
                GalleryPart {
                    title: qsTr("Fields: empty, filled, wrong, several lines")
                    Field { width: 196; label: qsTr("Name"); hint: qsTr("Person or company") }
                    Field { width: 196; label: qsTr("Mail address"); text: "jonas@nordwind.example"; iconName: "mail" }
                    Field { width: 196; label: qsTr("Why?"); text: "no"; error: qsTr("At least 3 letters") }
                    TextBox { width: 196; name: qsTr("Notes"); hint: qsTr("What else there is to know") }
                }
                GalleryPart {
                    title: qsTr("Tabs, text that can be edited or chosen, progress, avatars")
                    TabRow { tabs: [{ id: "a", text: qsTr("Qualification") }, { id: "b", text: qsTr("People") }, { id: "c", text: qsTr("Plan") }]; current: "a" }
                    EditableText { text: qsTr("Fleet planning rollout"); name: qsTr("Name of the deal"); kind: Theme.Strong }
                    ChoiceText { text: "Lena Hartmann"; name: qsTr("Owner"); marked: true }
                    ProgressLine { width: 196; value: 0.34; name: qsTr("Reading") }
                    Avatar { initials: "LH" }
                    Avatar { initials: "TS"; size: 20 }
                }
                GalleryPart {
                    title: qsTr("Menu: under the focus, at rest, chosen, not possible now")
                    Surface {
                        width: 300
                        height: menu.height + 2 * Theme.spaceXs
                        Elevation { level: 2 }
                        Column {
                            id: menu
                            x: Theme.spaceXs
                            y: Theme.spaceXs
                            width: parent.width - 2 * x
                            MenuRow { text: qsTr("Evaluation"); current: true; keyText: "4" }
                            MenuRow { text: qsTr("Archive"); iconName: "archive" }
                            MenuRow { text: qsTr("Lena Hartmann"); checked: true }
                            MenuRow { text: qsTr("Negotiation"); note: qsTr("1 of 5 missing"); noteTone: Theme.Warn }
                            MenuRow { text: qsTr("Closed won"); enabled: false; note: qsTr("Not from here") }
                        }
                    }
                }
            }
        }
    }
    Loader { id: dialog; active: false; anchors.fill: parent; sourceComponent: Dialog { focus: true; title: qsTr("A dialog"); boxWidth: 420; boxHeight: 220; onClosed: dialog.active = false; Words { width: parent.width; wrapMode: Text.WordWrap; color: Theme.text2; text: qsTr("Escape, the cross and a click outside close it.") } } }
    Shortcut { sequence: "Ctrl+D"; onActivated: dialog.active = true }
    /// For pictures: the dialog over the parts.
    function showDialog(on) { dialog.active = on }
}
