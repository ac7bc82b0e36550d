// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QJsonObject>
#include <QString>

namespace agentarmy::app {

/// Longest file that is read, bytes.
constexpr qint64 longestJsonFile = 16LL << 20;

/// The object in `path`; empty: there is none, it is too long, or it is broken.
QJsonObject readJsonFile(const QString& path);
/// Puts it in the place of the old one in one step; only the user can read it. False: it could not be written.
bool writeJsonFile(const QString& path, const QJsonObject& object);

}
