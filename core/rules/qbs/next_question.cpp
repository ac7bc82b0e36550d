// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/qbs/next_question.hpp"

#include "core/base/text.hpp"
#include "core/rules/qbs/depth.hpp"
#include "core/rules/qbs/engagement.hpp"
#include "core/rules/qbs/funnel.hpp"
#include "core/rules/qbs/reply.hpp"
#include "core/rules/qbs/wording.hpp"

#include <algorithm>

namespace agentarmy::qbs {

NextQuestion nextQuestion(const QbsData& data, const QuestionMoment& moment)
{
    NextQuestion next;
    next.painState = data.painState;
    if (isClosed(moment.dealStage))
        next.reason = "deal_closed";
    else if (moment.optedOut)
        next.reason = "opted_out";
    else if (moment.escalated)
        next.reason = "escalated";
    if (!next.reason.empty())
        return next;
    QuestionInput input;
    input.dealStage = moment.dealStage;
    input.interactionCount = moment.interactionCount;
    input.identified = moment.identified;
    input.engagementSignal = detectEngagement(moment.latestInboundText);
    input.questionsSinceConfirmation = data.asked.questionsSinceConfirmation;
    if (moment.unread && !trimView(moment.latestInboundText).empty()) {
        ++input.interactionCount;
        next.painState = updateFunnel(
            next.painState, {data.asked.open, input.engagementSignal, assessDepth(moment.latestInboundText)});
    }
    input.resting = restingTargets(data.asked, input.interactionCount);
    next.backOff = shouldBackOff(next.painState);
    auto found = recommendByRules(input, next.painState);
    if (found)
        next.recommendation = worded(std::move(*found), {moment.latestInboundText, moment.language, next.backOff});
    return next;
}

std::vector<ExpansionTrigger> openContacts(const std::vector<ExpansionTrigger>& contacts)
{
    std::vector<ExpansionTrigger> open;
    std::copy_if(contacts.begin(), contacts.end(), std::back_inserter(open), [](const ExpansionTrigger& each) {
        return each.status == ExpansionStatus::detected || each.status == ExpansionStatus::introduced;
    });
    return open;
}
}
