// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/shell/desktop.hpp"

namespace agentarmy::app {

/// Shows every component in its states in a window of its own; null if it cannot be made. Nothing of it is loaded
/// before. The cards in it are invented; of `desktop` only the engine, the theme and the toast are used.
QQuickWindow* showGallery(Desktop& desktop);

}
