// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/theme/theme.hpp"
#include <QString>

namespace agentarmy::app {

/// What the command line asks for.
struct Options {
    QString data; ///< folder of the workspace; empty: the user's data folder
    QString screenshots; ///< folder for pictures; empty: none
    QStringList files; ///< to import
    bool gallery = false; ///< show the components instead of the pages
    bool measure = false; ///< print figures and quit
    std::optional<Theme::Mode> mode; ///< unset: as last time
    QString language; ///< "en", "de" or "system"; empty: as chosen in the settings
    int scale = 0; ///< percent, 100..200; 0: as chosen in the settings
    int exitCode = -1; ///< not negative: end at once with this code
};

/// Reads `arguments` (with the program's name first); prints help, version or the mistake itself.
Options readOptions(const QStringList& arguments);

/// The user's data folder for Agent Army: $XDG_DATA_HOME/agentarmy on Linux.
QString defaultDataFolder();

}
