// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string_view>

namespace agentarmy::text {

/// Whether a folded word (as Tokens has it) says nothing by itself, in English or German: "the", "with", "wir"; also
/// what is left of a contraction ("'ve").
[[nodiscard]] bool isStopWord(std::string_view folded);
}
