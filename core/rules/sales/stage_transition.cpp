// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/stage_transition.hpp"

#include <algorithm>

namespace agentarmy::sales {

std::vector<DealStage> allowedTargets(DealStage from)
{
    switch (from) {
    case DealStage::prospecting:
        return {DealStage::discovery, DealStage::stalled};
    case DealStage::discovery:
        return {DealStage::qualification, DealStage::stalled};
    case DealStage::qualification:
        return {DealStage::evaluation, DealStage::stalled};
    case DealStage::evaluation:
        return {DealStage::negotiation, DealStage::stalled};
    case DealStage::negotiation:
        return {DealStage::closedWon, DealStage::closedLost, DealStage::stalled};
    case DealStage::stalled:
        return {DealStage::prospecting, DealStage::discovery, DealStage::qualification, DealStage::evaluation,
            DealStage::negotiation};
    case DealStage::closedWon:
    case DealStage::closedLost:
        return {};
    }
    return {};
}

bool canTransition(DealStage from, DealStage to)
{
    if (from == to)
        return true;
    const auto targets = allowedTargets(from);
    return std::find(targets.begin(), targets.end(), to) != targets.end();
}

Result<void> checkTransition(DealStage from, DealStage to, ActorKind actor)
{
    const bool byAgent = actor == ActorKind::agent;
    if (canTransition(from, to) && !(byAgent && isClosed(to) && from != to))
        return {};
    std::vector<std::string> allowed;
    for (const auto stage : allowedTargets(from))
        if (!byAgent || !isClosed(stage))
            allowed.emplace_back(enumText(stage));
    return fail({ErrorKind::conflict, "invalid_stage_transition",
        "This stage cannot be reached from here. Choose one of the allowed stages.",
        {{"from", std::string(enumText(from))}, {"to", std::string(enumText(to))}, {"allowed", allowed}}});
}
}
