// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/plan.hpp"
#include "core/engine/sales/turn.hpp"

namespace agentarmy {

/// What one run of the pipeline did (deals rules R12).
struct HookResult {
    std::vector<Id<Opportunity>> opportunitiesCreated;
    std::vector<Id<Opportunity>> opportunitiesUpdated;
    int stakeholdersUpdated = 0;
    int plansUpdated = 0;
    std::vector<std::string> stageProgressions; ///< "{name}: {from} -> {to}"
    std::vector<std::string> errors; ///< one text per step that failed; the others ran
    std::optional<OpportunitySignals> signals; ///< the detector's answer
    std::optional<Id<Opportunity>> about; ///< the deal that the turn is about
};

/// The deal side of one turn: detection, political map, plans, progression. A step whose model call fails adds one text
/// to `errors` and the next runs; a storage error ends the job, which is then tried again. History is read at its own
/// time: deals that were open then are candidates even if closed since, and such a one only gains evidence and
/// interactions.
class PostConversation {
public:
    PostConversation(EngineParts parts, const WorkspaceInfo& workspace);
    [[nodiscard]] Result<HookResult> run(
        UnitOfWork& work, const ConversationTurn& turn, const std::vector<TurnReading>& readings);

private:
    struct Deals {
        std::vector<const Opportunity*> openThen; ///< at the turn's time, closed since or not
        std::vector<const Opportunity*> openNow;
        std::optional<Timestamp> lastClosed; ///< of those closed at the turn's time
    };
    Result<Deals> dealsOf(UnitOfWork& work, const ConversationTurn& turn);
    /// `taught`: the turn changed what is known of somebody.
    Result<void> detect(UnitOfWork& work, const ConversationTurn& turn, bool taught, Deals& deals, HookResult& result);
    /// What the people of the turn have proven since the account's last closed deal, at most 90 days back.
    Result<std::vector<KnownPoint>> provenBy(UnitOfWork& work, const ConversationTurn& turn, const Deals& deals);
    Result<void> askWhichDeal(UnitOfWork& work, const std::vector<const Opportunity*>& open);
    Result<Id<Opportunity>> create(UnitOfWork& work, const ConversationTurn& turn, const OpportunitySignals& signals);
    Result<void> addEvidence(
        UnitOfWork& work, const ConversationTurn& turn, const std::vector<TurnReading>& readings, HookResult& result);
    Result<void> mapPeople(
        UnitOfWork& work, const ConversationTurn& turn, HookResult& result, std::vector<std::string>& keyEvents);
    Result<void> writePlans(UnitOfWork& work, const ConversationTurn& turn, const Deals& deals, HookResult& result,
        const std::vector<std::string>& keyEvents);
    Result<void> writeDealPlans(UnitOfWork& work, const ConversationTurn& turn, const Deals& deals, HookResult& result);
    Result<void> progress(UnitOfWork& work, const ConversationTurn& turn, HookResult& result);

    EngineParts m_parts;
    const WorkspaceInfo& m_workspace;
    std::vector<std::string> m_products;
};
}
