// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/contact.hpp"
#include "core/domain/opportunity.hpp"

namespace agentarmy {

/// The one to-do list.
struct Task {
    static constexpr const char* type = "task";
    Id<Task> id;
    std::optional<Id<Account>> accountId;
    std::optional<Id<Opportunity>> opportunityId;
    std::optional<Uuid> meetingId;
    std::string description;
    std::optional<Id<User>> ownerId;
    std::optional<std::string> ownerName;
    std::optional<Date> dueOn;
    TaskStatus status = TaskStatus::open;
    std::string source; ///< "import", "person", "agent"
    std::vector<Evidence> evidence;
    bool archived = false;
    Timestamp createdAt {};
    Timestamp updatedAt {};
};
template <class F> void describe(F& f, Task& t)
{
    f("id", t.id);
    f("accountId", t.accountId);
    f("opportunityId", t.opportunityId);
    f("meetingId", t.meetingId);
    f.required("description", t.description, {1, 2000});
    f("ownerId", t.ownerId);
    f("ownerName", t.ownerName, {0, 200});
    f("dueOn", t.dueOn);
    f("status", t.status);
    f("source", t.source, {0, 50});
    f("evidence", t.evidence, {0, 20});
    f.sparse("archived", t.archived);
    f("createdAt", t.createdAt);
    f("updatedAt", t.updatedAt);
}
AGENTARMY_DECLARE_JSON(Task);

struct CompanyProfile {
    std::optional<std::string> industry, companySize, businessModel;
    std::vector<std::string> techStack, strategicInitiatives;
};
template <class F> void describe(F& f, CompanyProfile& p)
{
    f("industry", p.industry);
    f("companySize", p.companySize);
    f("businessModel", p.businessModel);
    f("techStack", p.techStack);
    f("strategicInitiatives", p.strategicInitiatives);
}
AGENTARMY_DECLARE_JSON(CompanyProfile);

struct InteractionSummary {
    Timestamp date {};
    std::string channel = "unknown";
    std::string summary;
    Sentiment sentiment = Sentiment::neutral;
};
template <class F> void describe(F& f, InteractionSummary& s)
{
    f("date", s.date);
    f("channel", s.channel);
    f("summary", s.summary);
    f("sentiment", s.sentiment);
}
AGENTARMY_DECLARE_JSON(InteractionSummary);

struct AccountPlan {
    static constexpr const char* type = "account_plan";
    Id<AccountPlan> id;
    Id<Account> accountId;
    int version = 0; ///< +1 per write, 1 on the first
    CompanyProfile companyProfile;
    std::vector<std::string> keyEvents; ///< newest 50
    std::vector<InteractionSummary> interactionSummaries; ///< newest 20
    Sentiment overallSentiment = Sentiment::neutral;
    std::vector<std::string> wins, losses;
    std::optional<std::string> competitiveLandscape, strategicFit;
    std::vector<std::string> whitespaceOpportunities;
    std::vector<Id<Opportunity>> activeOpportunityIds;
    Timestamp createdAt {};
    Timestamp updatedAt {};
};
template <class F> void describe(F& f, AccountPlan& p)
{
    f("id", p.id);
    f.required("accountId", p.accountId);
    f("version", p.version);
    f("companyProfile", p.companyProfile);
    f("keyEvents", p.keyEvents);
    f("interactionSummaries", p.interactionSummaries);
    f("overallSentiment", p.overallSentiment);
    f("wins", p.wins);
    f("losses", p.losses);
    f("competitiveLandscape", p.competitiveLandscape);
    f("strategicFit", p.strategicFit);
    f("whitespaceOpportunities", p.whitespaceOpportunities);
    f("activeOpportunityIds", p.activeOpportunityIds);
    f("createdAt", p.createdAt);
    f("updatedAt", p.updatedAt);
}
AGENTARMY_DECLARE_JSON(AccountPlan);

struct StakeholderMapEntry {
    Id<Contact> contactId;
    std::string name;
    std::vector<StakeholderRole> roles;
    int decisionPower = 5;
    int influenceLevel = 5;
    std::string keyInsight;
    bool operator==(const StakeholderMapEntry&) const = default;
};
template <class F> void describe(F& f, StakeholderMapEntry& e)
{
    f("contactId", e.contactId);
    f("name", e.name);
    f("roles", e.roles);
    f("decisionPower", e.decisionPower);
    f("influenceLevel", e.influenceLevel);
    f("keyInsight", e.keyInsight);
}
AGENTARMY_DECLARE_JSON(StakeholderMapEntry);

/// `coreDeal` and the snapshots of the specification are read from the opportunity itself, never copied: one truth.
struct OpportunityPlan {
    static constexpr const char* type = "opportunity_plan";
    Id<OpportunityPlan> id;
    Id<Opportunity> opportunityId;
    int version = 0;
    double overallConfidence = 0;
    std::optional<Timestamp> lastAssessed;
    std::vector<StakeholderMapEntry> stakeholderMap;
    std::vector<Id<Task>> actionItems; ///< newest 30, oldest first
    Timestamp createdAt {};
    Timestamp updatedAt {};
};
template <class F> void describe(F& f, OpportunityPlan& p)
{
    f("id", p.id);
    f.required("opportunityId", p.opportunityId);
    f("version", p.version);
    f("overallConfidence", p.overallConfidence);
    f("lastAssessed", p.lastAssessed);
    f("stakeholderMap", p.stakeholderMap);
    f("actionItems", p.actionItems);
    f("createdAt", p.createdAt);
    f("updatedAt", p.updatedAt);
}
AGENTARMY_DECLARE_JSON(OpportunityPlan);
}
