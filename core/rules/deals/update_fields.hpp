// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/extraction.hpp"

namespace agentarmy::deals {

/// Of the fields that detection fills, those that a person wrote last.
struct PersonWrote {
    bool productLine = false;
    bool estimatedValue = false;
};

/// `writes` go to the deal; `suggestions` (field -> the agent's value, as in Opportunity::suggestions) wait for a
/// person.
struct FieldUpdate {
    double detectionConfidence = 0;
    std::optional<std::string> productLine;
    std::optional<Money> estimatedValue;
    std::optional<std::string> suggestedProductLine;
    std::optional<Money> suggestedValue;

    [[nodiscard]] Json writes() const; ///< field -> value; always holds detectionConfidence
    [[nodiscard]] Json suggestions() const; ///< field -> value; empty object if there is none
};

/// What an update writes (R3): only what the signals carry, and never over a person's last word.
[[nodiscard]] FieldUpdate updateFields(const OpportunitySignals& signals,
    const std::optional<std::string>& currentProductLine, const std::optional<Money>& currentValue, PersonWrote person);
}
