// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/rules/deals/local_detection.hpp"

namespace agentarmy::deals {

/// Roles, scores and trust signals that people's own words show, by rules alone (English and German). A piece belongs
/// to the person of its contactId, else to the one whose name, other name or address its speaker label is. People who
/// said nothing of the kind are left out. Every score and role has a quote; quotes are the words of the text, at most
/// 500 bytes.
[[nodiscard]] std::vector<StakeholderReading> mapStakeholdersLocally(
    std::span<const SpokenPiece> pieces, std::span<const Contact> people);
}
