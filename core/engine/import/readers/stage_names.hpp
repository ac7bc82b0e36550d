// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/enums.hpp"

#include <optional>
#include <string_view>

namespace agentarmy::readers {

/// The stage that a name of a usual CRM means (Salesforce, HubSpot, Pipedrive, Dynamics, Zoho, English and German):
/// "Closed Won", "Engaging", "Proposal/Price Quote", "Angebot", "4-Close", "appointmentscheduled". Case, punctuation
/// and numbering do not matter. None if the name is not known: the importer asks.
[[nodiscard]] std::optional<DealStage> stageFromName(std::string_view name);

/// As above, and where the whole name is not known by its parts and words: "Closed Lost - Price", "Verbal commit",
/// "Erstgespraech gefuehrt". For cells of a column that is known to hold stages; none for "Closed" and for negated
/// names.
[[nodiscard]] std::optional<DealStage> stageFromWords(std::string_view name);
}
