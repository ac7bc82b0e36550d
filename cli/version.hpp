// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#ifndef AGENTARMY_VERSION // set by the build
#define AGENTARMY_VERSION "development"
#endif

namespace agentarmy::cli {
inline constexpr const char* version = AGENTARMY_VERSION;
}
