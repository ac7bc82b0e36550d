// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/contact.hpp"
#include "core/domain/opportunity.hpp"

namespace agentarmy {

/// The customer takes something back ("the budget was frozen").
struct Retraction {
    Dimension dimension = Dimension::budget;
    std::string quote;
    double confidence = 0; ///< 0..1
};
template <class F> void describe(F& f, Retraction& r)
{
    f.required("dimension", r.dimension);
    f.required("quote", r.quote, {1, 500});
    f("confidence", r.confidence, {0, 1});
}
AGENTARMY_DECLARE_JSON(Retraction);

/// What one reading of one turn found. Only what the text says: merging and acceptance are rules.
struct Extraction {
    QualificationState found; ///< evidence with quotes; offsets are filled by acceptance
    std::vector<Retraction> retractions;
    std::optional<DetectedBy> readBy; ///< none: whatever the reader is
};

/// The detector's answer for one conversation.
struct OpportunitySignals {
    double dealPotentialConfidence = 0; ///< 0..1
    std::optional<std::string> productLine;
    std::optional<Money> estimatedValue;
    std::optional<std::string> estimatedTimeline; ///< in the customer's words
    std::optional<Date> closeDate; ///< the same as a date, counted from the message's day
    std::vector<std::string> painPoints;
    std::vector<std::string> budgetSignals;
    bool isNewOpportunity = true;
    std::optional<Id<Opportunity>> matchingOpportunityId;
    std::string reasoning;
    std::optional<DetectedBy> detectedBy; ///< none: whatever the detector is; not part of its JSON
};
template <class F> void describe(F& f, OpportunitySignals& s)
{
    f("dealPotentialConfidence", s.dealPotentialConfidence, {0, 1});
    f("productLine", s.productLine);
    f("estimatedValue", s.estimatedValue);
    f("estimatedTimeline", s.estimatedTimeline);
    f("closeDate", s.closeDate);
    f("painPoints", s.painPoints);
    f("budgetSignals", s.budgetSignals);
    f("isNewOpportunity", s.isNewOpportunity);
    f("matchingOpportunityId", s.matchingOpportunityId);
    f("reasoning", s.reasoning);
}
AGENTARMY_DECLARE_JSON(OpportunitySignals);

/// A point of the qualification that a conversation has proven, in whatever words.
struct KnownPoint {
    Dimension dimension = Dimension::budget;
    std::string value; ///< of a budget the amount; may be empty
    std::string quote;
};

/// What a conversation shows of one person. Only scores that have a quote.
struct StakeholderReading {
    Id<Contact> contactId;
    std::optional<int> decisionPower, influenceLevel, relationshipStrength; ///< 0..10
    std::map<std::string, std::string> scoreEvidence; ///< by score name: the quote
    std::vector<StakeholderRole> roles;
    std::string rolesReason; ///< the quote
    int trustSignals = 0; ///< referral, inside information shared, introduction made, personal contact given
};
}
