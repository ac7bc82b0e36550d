// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/time.hpp"
#include "core/domain/enums.hpp"

namespace agentarmy::sales {

/// What decides how soon a next action is worth doing.
struct AgendaInput {
    double expectedValue = 0; ///< of the deal: amount x probability, in whole units of its currency; 0: unknown
    Priority priority = Priority::medium;
    std::optional<Timestamp> waitingSince; ///< the customer's unanswered message
    std::optional<Timestamp> due; ///< of the action
    std::optional<Date> closeDate; ///< of the deal
};

/// How urgent it is, as a factor of 0.5 or more: priority (low 0.5, medium 1, high 2, urgent 3); a customer who waits
/// counts 1.5 at once, rising evenly to 3 after three days, and no more after 14 days, when it is history; 1.5 if it is
/// due today or was; 1.5 if the deal shall close within 14 days or should have. Our own figures: they only order a
/// list.
[[nodiscard]] double agendaUrgency(const AgendaInput& input, Timestamp now);
/// Expected value times urgency; a deal without an amount counts as one of 1,000. Currencies count one to one: a rate
/// would seem more exact than the order is.
[[nodiscard]] double agendaScore(const AgendaInput& input, Timestamp now);
}
