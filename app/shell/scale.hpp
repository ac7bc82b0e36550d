// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <optional>

namespace agentarmy::app {

/// The percentage that `--scale` asks for, read before there is an application; empty: not given, or not from 100 to
/// 200.
std::optional<int> scaleOption(int argc, char** argv);

/// Makes everything larger by `percent` on top of what system and environment say. Only before the application object.
void setScale(int percent);

/// Puts the environment back as it was before `setScale`, for programs that this one starts.
void restoreScale();

}
