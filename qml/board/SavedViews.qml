// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import AgentArmy

// Views that were kept under a name, and a place to keep the one that is shown.
Popover {
    id: root
    required property SavedViewsModel views
    bodyWidth: 260
    function show(from) { giveFocusTo = from; name.text = name.error = ""; open = true; if (rows.count) rows.itemAt(0).forceActiveFocus(); else name.input.forceActiveFocus() }
    function take(view) { close(); views.apply(view) }
    function keep() { if (views.save(name.text)) close(); else name.error = qsTr("Give it a name") }
    Column {
        width: parent.width
        Repeater {
            id: rows
            model: root.open ? root.views.names : []
            Item {
                id: row
                required property string modelData
                width: parent ? parent.width : 0
                height: Theme.railItem
                function forceActiveFocus() { entry.forceActiveFocus() }
                MenuRow { id: entry; width: parent.width - Theme.control; iconName: "bookmark"; text: row.modelData; checked: root.views.current === row.modelData; onChosen: root.take(row.modelData) }
                IconButton { anchors { right: parent.right; verticalCenter: parent.verticalCenter } iconName: "x"; name: qsTr("Forget the view %1").arg(row.modelData); onClicked: root.views.remove(row.modelData) }
            }
        }
        Words { visible: rows.count === 0; x: Theme.spaceS; width: parent.width - 2 * x; height: 44; wrapMode: Text.WordWrap; kind: Theme.Small; color: Theme.text2; text: qsTr("A view keeps filters, order and layout under a name.") }
        Item { width: parent.width; height: name.implicitHeight + Theme.spaceM; Field { id: name; x: Theme.spaceS; y: Theme.spaceS; width: parent.width - 2 * x; hint: qsTr("Keep this view as …"); input.maximumLength: 60; input.Accessible.name: qsTr("Name of the view"); onAccepted: root.keep() } }
    }
}
