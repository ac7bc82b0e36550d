// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/qbs.hpp"

namespace agentarmy::qbs {

/// Q8: nobody is asked for at once before the third interaction, and nobody at all while the customer resists.
[[nodiscard]] Urgency adjustUrgency(Urgency urgency, int interactionCount, EngagementSignal latest);

/// Q8: the stored people after a reply. Names are compared by mentionKey(). Known people are no triggers; a repeat
/// updates quote, urgency, count and time of the one that is there; others are appended. At most 20 stay: dismissed
/// ones leave first, then contacted ones, then the least recently mentioned (unknown times first, then list order).
[[nodiscard]] std::vector<ExpansionTrigger> mergeExpansion(std::vector<ExpansionTrigger> stored,
    const std::vector<ExpansionTrigger>& incoming, const std::vector<std::string>& known, Timestamp now);

/// People, roles and departments that a text names, in its order, each once, without the known ones; English and
/// German. Urgency by the engagement of the text, before adjustUrgency(). The quote is the whole sentence, cut at 400
/// bytes.
[[nodiscard]] std::vector<ExpansionTrigger> localExpansion(
    std::string_view text, const std::vector<std::string>& known = {});
/// Those whose quote stands in the text (compared as quotes are): what is left of an answer of a model.
[[nodiscard]] std::vector<ExpansionTrigger> acceptTriggers(
    std::string_view text, const std::vector<ExpansionTrigger>& triggers);

/// What makes two mentions equal: case folded, single spaces, without my, our, the or their before it (nor the German
/// ones).
[[nodiscard]] std::string mentionKey(std::string_view mention);
/// Whether the mention is one of the known people: by its whole name, or where it is a first or last name, "Nadia" or
/// "Nadia from legal", by that.
[[nodiscard]] bool isKnownPerson(std::string_view mention, const std::vector<std::string>& known);
/// Whether a title is one of a person of whom a company has one: "CFO", "Head of Finance". Then a mention of the role
/// names that person.
[[nodiscard]] bool isUniqueRole(std::string_view title);
}
