// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QStringList>

namespace agentarmy::app {

/// The arguments of a new start: those of this run (`arguments`, the program's name first) without the name, without
/// --language and --scale, since the settings were changed meanwhile, and without `files` (absolute paths), since they
/// were imported.
QStringList argumentsAgain(const QStringList& arguments, const QStringList& files);

/// Starts `program` as a process of its own. To be called when this run has closed its window, its workspace and
/// whatever it held locked. False if it could not be started.
bool startAgain(const QString& program, const QStringList& arguments);

}
