// SPDX-License-Identifier: AGPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs

// The system's window for choosing files. Made when it is first asked for: its module is large.
Item {
    id: root
    signal picked(var files)
    function askFiles() { files.open() }
    function askFolder() { folder.open() }
    FileDialog { id: files; title: qsTr("Files to import"); fileMode: FileDialog.OpenFiles; nameFilters: [qsTr("All that is imported (*.eml *.mbox *.vtt *.srt *.json *.csv *.tsv *.txt)"), qsTr("All files (*)")]; onAccepted: root.picked(selectedFiles) }
    FolderDialog { id: folder; title: qsTr("A folder to import"); onAccepted: root.picked([selectedFolder]) }
}
