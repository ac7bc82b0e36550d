// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/follow_up.hpp"

#include "core/rules/text/tokens.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::sales {
namespace {
constexpr auto morning = std::chrono::minutes(9 * 60 + 30);

bool isBusinessDay(Date date, const std::vector<Date>& holidays)
{
    return !isWeekend(date) && std::find(holidays.begin(), holidays.end(), date) == holidays.end();
}

std::vector<int> rhythm(FollowUpIntent intent)
{
    switch (intent) {
    case FollowUpIntent::high:
        return {1, 2, 4, 7};
    case FollowUpIntent::normal:
        return {2, 4, 7, 10};
    case FollowUpIntent::low:
        return {4, 8, 15};
    }
    return {};
}
}

FollowUpIntent followUpIntent(DealStage stage, std::optional<std::string_view> lastInboundText)
{
    if (stage == DealStage::evaluation || stage == DealStage::negotiation)
        return FollowUpIntent::high;
    if (!lastInboundText)
        return stage == DealStage::prospecting ? FollowUpIntent::low : FollowUpIntent::normal;
    static constexpr std::array<std::string_view, 6> keen
        = {"demo", "trial", "pricing", "quote", "proposal", "contract"};
    const text::Tokens tokens(*lastInboundText);
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (std::find(keen.begin(), keen.end(), tokens.folded(i)) != keen.end())
            return FollowUpIntent::high;
    return FollowUpIntent::normal;
}

FollowUp nextFollowUpAt(const FollowUpInput& input)
{
    const auto days = rhythm(input.intent);
    if (input.unansweredOutbound < 1)
        return {};
    if (std::size_t(input.unansweredOutbound) > days.size())
        return {.businessDays = std::nullopt, .at = std::nullopt, .proposeStalled = true};
    int wait = days[std::size_t(input.unansweredOutbound - 1)];
    if (input.persona == PersonaType::cSuite)
        wait = (wait * 3 + 1) / 2;
    auto date = input.zone.localDate(input.lastOutboundAt);
    for (int counted = 0, guard = 0; counted < wait && guard < 4000; ++guard) {
        date = addDays(date, 1);
        counted += isBusinessDay(date, input.holidays) ? 1 : 0;
    }
    return {.businessDays = wait, .at = input.zone.toUtc(date, morning), .proposeStalled = false};
}

Timestamp nextBusinessMorning(Date date, const Zone& zone, const std::vector<Date>& holidays)
{
    date = addDays(date, 1);
    for (int guard = 0; guard < 4000 && !isBusinessDay(date, holidays); ++guard)
        date = addDays(date, 1);
    return zone.toUtc(date, morning);
}
}
