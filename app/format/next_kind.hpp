// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/view/deal_card.hpp"

namespace agentarmy::app {

/// What a step in free words is about, for its icon: a table says what to do next in a sentence, not in kinds. The
/// first word that says something decides. Never `None` or `Words`. Costs some microseconds: for cards that are seen.
NextKind kindOfWords(const QString& words);

}
