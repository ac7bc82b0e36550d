// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QMap>
#include <QString>
#include <QStringList>
#include <map>
#include <vector>

namespace agentarmy::app {

/// What a person decided about one table; empty texts: nothing.
struct TableChoiceView {
    QString kind; ///< "accounts", "contacts", "opportunities", "users"
    QMap<QString, QString> columns; ///< field -> header; an empty header: no column
    QString dateOrder; ///< "dmy" or "mdy"
};

struct ImportRequest {
    QStringList paths;
    QStringList own; ///< addresses, domains, names of our side
    QStringList leaveOut;
    std::map<QString, TableChoiceView> tables; ///< by signature
    bool sample = false; ///< the sample that comes with the program, as if it were this week's; `paths` do not count
    bool dryRun = false;
};

struct TableFieldView {
    QString field, label;
    int column = -1; ///< index of its header; negative: none
    bool missing = false; ///< without it no row can be read
    bool operator==(const TableFieldView&) const = default;
};

/// One file, or many mails of one kind together.
struct ImportFileView {
    QString id; ///< its path; of a group the folder and the kind
    QString name, kind; ///< kind: "mail", "chat", "meeting", "table"
    QStringList paths;
    qint64 bytes = 0;
    bool isTable = false;
    QString signature, tableKind, dateOrder;
    QStringList headers;
    std::vector<QStringList> rows;
    std::vector<TableFieldView> fields;
    QString problemCode, problem; ///< what only a person can decide
    bool operator==(const ImportFileView&) const = default;
};

struct ImportProblemView {
    QString id, file, reason;
    int line = 0;
    bool operator==(const ImportProblemView&) const = default;
};

struct ImportPreviewView {
    std::vector<ImportFileView> files;
    std::vector<ImportProblemView> problems; ///< named, and nothing that is imported
    std::vector<ImportProblemView> missing; ///< asked for, and not there or not to be read
    bool knowsOwnSide = false;
    QStringList ownGuess;
    qint64 bytes = 0;
};

struct ImportProgressView {
    enum class Phase { Looking, Reading, Understanding };
    Phase phase = Phase::Looking;
    QString file;
    double share = -1; ///< negative: not known
    int messages = 0;
    qint64 done = 0, total = 0;
};

struct ImportReportView {
    std::map<QString, int> created, merged; ///< by type of record
    std::vector<ImportProblemView> problems; ///< rows and files that were not taken
    QStringList notes;
    int turns = 0, found = 0, updated = 0, moved = 0; ///< what the agent read
    int openQuestions = 0;
    bool cancelled = false;
};

}
