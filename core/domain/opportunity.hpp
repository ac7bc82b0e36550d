// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/account.hpp"
#include "core/domain/qualification.hpp"

namespace agentarmy {

struct ForecastOverride {
    ForecastCategory category = ForecastCategory::pipeline;
    std::string actor;
    std::string reason;
};
template <class F> void describe(F& f, ForecastOverride& o)
{
    f.required("category", o.category);
    f("actor", o.actor, {0, 200});
    f("reason", o.reason, {0, 500});
}
AGENTARMY_DECLARE_JSON(ForecastOverride);

/// What the board shows as the next step: from the newest next action of the conversations about the deal, or a task.
struct NextStep {
    std::string text; ///< short, in plain words
    ActionType actionType = ActionType::followUp;
    Priority priority = Priority::medium;
    std::optional<Timestamp> at;
    Origin origin = Origin::rule;
};
template <class F> void describe(F& f, NextStep& n)
{
    f.required("text", n.text, {0, 500});
    f("actionType", n.actionType);
    f("priority", n.priority);
    f("at", n.at);
    f("origin", n.origin);
}
AGENTARMY_DECLARE_JSON(NextStep);

/// What people call a deal.
struct Opportunity {
    static constexpr const char* type = "opportunity";
    Id<Opportunity> id;
    Id<Account> accountId;
    std::string name; ///< 1..300 bytes
    std::optional<std::string> productLine; ///< at most 200 bytes
    DealStage dealStage = DealStage::prospecting;
    std::optional<Money> estimatedValue;
    double probability = 0.10; ///< 0..1
    ProbabilitySource probabilitySource = ProbabilitySource::stage;
    std::optional<Date> closeDate;
    double detectionConfidence = 0; ///< 0..1
    OpportunitySource source = OpportunitySource::manual;
    QualificationState qualificationSnapshot; ///< of all conversations about the deal, all contacts together (R10)
    int interactionCount = 0; ///< interactions in those conversations
    std::optional<Timestamp> lastActivityAt;
    int activeStakeholders = 0; ///< with an interaction in the 30 days before lastActivityAt
    bool activeBlocker = false;
    std::optional<std::string> externalId;
    std::optional<Timestamp> syncedAt;
    std::optional<Id<User>> ownerId;
    std::optional<Id<Team>> teamId;
    Timestamp stageEnteredAt {};
    std::optional<DealStage> stageBeforeStall;
    std::optional<std::string> stallReason;
    std::optional<ForecastOverride> forecastOverride;
    int closeDatePushes = 0;
    std::optional<std::string> lostReason;
    std::optional<Timestamp> closedAt;
    std::optional<Money> closedValue;
    std::optional<DetectedBy> detectedBy;
    bool needsReview = false;
    std::optional<NextStep> nextStep;
    /// Evidence count at the time a person undid an agent's move: the same evidence does not move it again (R10).
    std::optional<int> evidenceAtUndo;
    Json suggestions = Json::object(); ///< field -> value that the agent would write over a person's (R3)
    std::map<std::string, std::string> externalIds;
    Json metadata = Json::object();
    bool archived = false;
    Timestamp createdAt {};
    Timestamp updatedAt {};
};

template <class F> void describe(F& f, Opportunity& o)
{
    f("id", o.id);
    f.required("accountId", o.accountId);
    f.required("name", o.name, {1, 300});
    f("productLine", o.productLine, {0, 200});
    f("dealStage", o.dealStage);
    f("estimatedValue", o.estimatedValue);
    f("probability", o.probability, {0, 1});
    f("probabilitySource", o.probabilitySource);
    f("closeDate", o.closeDate);
    f.sparse("detectionConfidence", o.detectionConfidence, {0, 1});
    f("source", o.source);
    f("qualificationSnapshot", o.qualificationSnapshot);
    f("interactionCount", o.interactionCount, {0, 1e9});
    f("lastActivityAt", o.lastActivityAt);
    f.sparse("activeStakeholders", o.activeStakeholders, {0, 1e6});
    f.sparse("activeBlocker", o.activeBlocker);
    f("externalId", o.externalId, {0, 200});
    f("syncedAt", o.syncedAt);
    f("ownerId", o.ownerId);
    f("teamId", o.teamId);
    f("stageEnteredAt", o.stageEnteredAt);
    f("stageBeforeStall", o.stageBeforeStall);
    f("stallReason", o.stallReason, {0, 500});
    f("forecastOverride", o.forecastOverride);
    f.sparse("closeDatePushes", o.closeDatePushes, {0, 1e6});
    f("lostReason", o.lostReason, {0, 500});
    f("closedAt", o.closedAt);
    f("closedValue", o.closedValue);
    f("detectedBy", o.detectedBy);
    f.sparse("needsReview", o.needsReview);
    f("nextStep", o.nextStep);
    f("evidenceAtUndo", o.evidenceAtUndo);
    f("suggestions", o.suggestions);
    f("externalIds", o.externalIds);
    f("metadata", o.metadata);
    f.sparse("archived", o.archived);
    f("createdAt", o.createdAt);
    f("updatedAt", o.updatedAt);
}
AGENTARMY_DECLARE_JSON(Opportunity);
}
