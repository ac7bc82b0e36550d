// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/agenda.hpp"

#include <algorithm>

namespace agentarmy::sales {
namespace {
constexpr double unknownValue = 1000;
constexpr auto longWait = std::chrono::hours(72);
constexpr auto history = std::chrono::days(14);
constexpr auto soon = std::chrono::days(14);
constexpr double nearFactor = 1.5, waitsFactor = 1.5, waitsLongFactor = 3;

double priorityFactor(Priority priority)
{
    switch (priority) {
    case Priority::low:
        return 0.5;
    case Priority::medium:
        return 1;
    case Priority::high:
        return 2;
    case Priority::urgent:
        return 3;
    }
    return 1;
}
}

double agendaUrgency(const AgendaInput& input, Timestamp now)
{
    auto urgency = priorityFactor(input.priority);
    if (input.waitingSince) {
        const auto waited = std::max(Timestamp::duration::zero(), now - *input.waitingSince);
        const double share = std::min(1.0, double(waited.count()) / double(Timestamp::duration(longWait).count()));
        if (waited <= history)
            urgency *= waitsFactor + share * (waitsLongFactor - waitsFactor);
    }
    if (input.due && startOfDayUtc(utcDate(*input.due)) <= now)
        urgency *= nearFactor;
    if (input.closeDate && startOfDayUtc(*input.closeDate) <= now + soon)
        urgency *= nearFactor;
    return urgency;
}

double agendaScore(const AgendaInput& input, Timestamp now)
{
    return (input.expectedValue > 0 ? input.expectedValue : unknownValue) * agendaUrgency(input, now);
}
}
