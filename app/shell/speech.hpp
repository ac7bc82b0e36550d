// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QString>

namespace agentarmy::app {

/// Speaks `language` (of `spokenLanguages()`) from now on: words, numbers and dates. To be called once, after the
/// application object and before any text is made. False if the words of that language did not come with the program.
bool speak(const QString& language);

}
