// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QString>

namespace agentarmy::app {

/// Sentences that the engine writes in English, kept in the workspace or made from its log, in the language of the
/// program: next steps and their reasons, causes, findings about drafts, lines of the history. They are told by their
/// pattern; names, amounts and what customers said in them stay. A sentence that is not known comes back as it is.
/// May be called from any thread once the program speaks its language.
QString ruleWords(const QString& english);

/// Likewise for what changed, "prospecting to discovery; value EUR 5 to EUR 6": its parts each.
QString changeWords(const QString& english);

}
