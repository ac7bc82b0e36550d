// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/shell/desktop.hpp"

namespace agentarmy::app {

/// Writes a PNG of every page into `folder`, at 1440x900 and 1100x700, light and dark, without motion. Blocks until
/// done.
bool takePictures(Desktop& desktop, const QString& folder);

}
