// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/rules/qbs/metadata.hpp"

#include <set>

namespace agentarmy::qbs {

/// The moment in which a question is to be found.
struct QuestionMoment {
    DealStage dealStage = DealStage::prospecting;
    int interactionCount = 0;
    std::set<Dimension> identified;
    std::string_view latestInboundText; ///< empty: there is none
    bool unread = false; ///< no turn has read that text yet: it counts as one more interaction
    std::string_view language = "en"; ///< of the customer: "en" or "de"
    bool optedOut = false, escalated = false;
};

/// The question that fits, worded; or none, and why: "deal_closed", "opted_out", "escalated".
struct NextQuestion {
    std::optional<QuestionRecommendation> recommendation;
    std::string reason; ///< empty where there is a recommendation
    bool backOff = false; ///< the wording is an acknowledgement; nothing is to be asked
    PainFunnelState painState; ///< as it is at this moment
};
/// Q2 to Q6 on what is stored; nothing is kept.
[[nodiscard]] NextQuestion nextQuestion(const QbsData& data, const QuestionMoment& moment);
/// The people of Q9's section: those whom nobody has contacted or dismissed.
[[nodiscard]] std::vector<ExpansionTrigger> openContacts(const std::vector<ExpansionTrigger>& contacts);
}
