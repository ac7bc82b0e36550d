// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/stage_graph.hpp"

#include <algorithm>

namespace agentarmy::deals {

std::optional<DealStage> nextStage(DealStage stage)
{
    switch (stage) {
    case DealStage::prospecting:
        return DealStage::discovery;
    case DealStage::discovery:
        return DealStage::qualification;
    case DealStage::qualification:
        return DealStage::evaluation;
    case DealStage::evaluation:
        return DealStage::negotiation;
    case DealStage::negotiation:
    case DealStage::closedWon:
    case DealStage::closedLost:
    case DealStage::stalled:
        break;
    }
    return std::nullopt;
}

std::vector<DealStage> allowedTargets(DealStage from)
{
    switch (from) {
    case DealStage::prospecting:
    case DealStage::discovery:
    case DealStage::qualification:
    case DealStage::evaluation:
        return {*nextStage(from), DealStage::stalled};
    case DealStage::negotiation:
        return {DealStage::closedWon, DealStage::closedLost, DealStage::stalled};
    case DealStage::stalled:
        return {DealStage::prospecting, DealStage::discovery, DealStage::qualification, DealStage::evaluation,
            DealStage::negotiation};
    case DealStage::closedWon:
    case DealStage::closedLost:
        break;
    }
    return {};
}

bool validTransition(DealStage from, DealStage to)
{
    return from == to || std::ranges::count(allowedTargets(from), to) > 0;
}
}
