// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/format/free_path.hpp"
#include <QStandardPaths>

namespace agentarmy::app {

QDir documentsFolder()
{
    for (const auto place : {QStandardPaths::DocumentsLocation, QStandardPaths::HomeLocation})
        if (const QDir folder(QStandardPaths::writableLocation(place)); folder.exists())
            return folder;
    return QDir::home();
}

QString freePath(const QDir& folder, const QString& name, const QString& suffix, const QString& otherwise)
{
    constexpr int longest = 60;
    QString stem;
    for (const auto c : name.left(longest))
        stem += c.isLetterOrNumber() || c == u' ' || c == u'-' ? c : QChar(u' ');
    stem = stem.simplified();
    if (stem.isEmpty())
        stem = otherwise;
    auto path = folder.filePath(stem + suffix);
    for (int i = 2; QFileInfo::exists(path); ++i)
        path = folder.filePath(QStringLiteral("%1 %2%3").arg(stem).arg(i).arg(suffix));
    return path;
}

}
