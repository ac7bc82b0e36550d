// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QDir>

namespace agentarmy::app {

/// The folder of documents, or home where there is none.
QDir documentsFolder();
/// "Prices.eml" in the folder, or with a number behind the name where it is taken. `name` may hold any letters: what a
/// file system may refuse becomes a space, at most 60 characters stay; `otherwise` where nothing does.
QString freePath(const QDir& folder, const QString& name, const QString& suffix,
    const QString& otherwise = QStringLiteral("Untitled"));

}
