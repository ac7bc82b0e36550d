// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/persona.hpp"

#include <map>

namespace agentarmy::intelligence {

/// Under 0.3 low, over 0.7 high; 0.3 and 0.7 themselves are in the middle.
enum class Band { low, mid, high };
[[nodiscard]] Band bandOf(double value);
[[nodiscard]] std::string_view bandText(Band band); ///< "low", "mid", "high"

/// Axes by name ("formal_casual", "concise_detailed", "technical_business", "proactive_reactive"): what is given wins,
/// formality else follows the region (a path such as "emea/dach"; an unknown one changes nothing), the rest is 0.5.
/// `invalid_dimension` names an axis that does not exist, or whose value is no number from 0 to 1.
[[nodiscard]] Result<PersonaAxes> buildPersona(
    const std::map<std::string, double>& given, std::optional<std::string_view> region);
/// The same from what is kept.
[[nodiscard]] PersonaAxes axesOf(const Persona& persona, std::string_view region);

/// What a message sounds like to somebody whose name is not known, without a model.
struct PersonaPreview {
    std::string_view greeting, closing;
    Band detail = Band::mid;
    bool chatOffersSuggestions = false;
    bool summaryMentionsTechnical = false, summaryMentionsInitiative = false;
};
[[nodiscard]] PersonaPreview previewPersona(const PersonaAxes& axes);
/// A line an axis, in their order, as a language model is told.
[[nodiscard]] std::vector<std::string_view> personaLines(const PersonaAxes& axes);

/// Without control characters and markup, trimmed, at most 2000 code points.
[[nodiscard]] std::string cleanInstructions(std::string_view text);
/// The part of a prompt that says how to write: the axes, the owner's wishes quoted as wishes, and that neither changes
/// what is asked or decided.
[[nodiscard]] std::string personaSection(const PersonaAxes& axes, std::string_view customInstructions);
}
