// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/rules/sales/reading/patterns.hpp"
#include "core/rules/text/amount.hpp"

namespace agentarmy::sales::reading {

/// Finds the runs that patterns ask for by #money, #time, #who and so on. Linear in the tokens.
/// In German, where every noun has a capital, a bare capital is no name. Returns the amounts, for values.
std::vector<text::TokenAmount> findSpans(Marked& text, const PatternBook& book, bool german);
}
