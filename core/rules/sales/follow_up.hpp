// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/zone.hpp"
#include "core/domain/enums.hpp"

#include <vector>

namespace agentarmy::sales {

enum class FollowUpIntent { high, normal, low };
/// R10. No inbound text yet: nothing.
[[nodiscard]] FollowUpIntent followUpIntent(DealStage stage, std::optional<std::string_view> lastInboundText);

struct FollowUpInput {
    FollowUpIntent intent = FollowUpIntent::normal;
    PersonaType persona = PersonaType::manager;
    int unansweredOutbound = 1; ///< n of the n-th unanswered message, from 1
    Timestamp lastOutboundAt {};
    Zone zone; ///< the contact's, else the tenant's
    std::vector<Date> holidays;
};
struct FollowUp {
    std::optional<int> businessDays;
    std::optional<Timestamp> at; ///< 09:30 in the zone
    bool proposeStalled = false; ///< after the last step; never done by itself
};
[[nodiscard]] FollowUp nextFollowUpAt(const FollowUpInput& input);
/// 09:30 of the first business day after `date`: where an out-of-office date moves the follow-up to.
[[nodiscard]] Timestamp nextBusinessMorning(Date date, const Zone& zone, const std::vector<Date>& holidays);
}
