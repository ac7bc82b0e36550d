// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QString>

namespace agentarmy::app {

/// What is kept about one person, or what was taken out.
struct PersonTracesView {
    QString id, name, address;
    qint64 records = 0, messages = 0, quotes = 0, files = 0;
    qint64 historyValues = 0; ///< 0 before it is done
};

/// What a backup holds.
struct BackupView {
    QString folder;
    QDateTime newest; ///< invalid: nothing was ever written
    qint64 accounts = 0, deals = 0, messages = 0;
};

}
