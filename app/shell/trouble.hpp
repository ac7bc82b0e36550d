// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/theme/theme.hpp"
#include <QString>
#include <functional>
#include <optional>

namespace agentarmy::app {

/// Shows why the workspace in `folder` cannot be opened and offers another try, until `open` has no problem left (true)
/// or the window is closed (false).
bool showTrouble(
    Theme::Mode mode, const QString& folder, QString problem, const std::function<std::optional<QString>()>& open);

/// False on a desktop where no window can be shown: Qt would end the program without a word that helps.
bool hasDisplay();

}
