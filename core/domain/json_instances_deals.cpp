// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/domain/extraction.hpp"
#include "core/domain/goal.hpp"
#include "core/domain/opportunity.hpp"
#include "core/domain/plan.hpp"

namespace agentarmy {
AGENTARMY_DEFINE_JSON(ForecastOverride);
AGENTARMY_DEFINE_JSON(Goal);
AGENTARMY_DEFINE_JSON(NextStep);
AGENTARMY_DEFINE_JSON(Opportunity);
AGENTARMY_DEFINE_JSON(Task);
AGENTARMY_DEFINE_JSON(CompanyProfile);
AGENTARMY_DEFINE_JSON(InteractionSummary);
AGENTARMY_DEFINE_JSON(AccountPlan);
AGENTARMY_DEFINE_JSON(StakeholderMapEntry);
AGENTARMY_DEFINE_JSON(OpportunityPlan);
AGENTARMY_DEFINE_JSON(Retraction);
AGENTARMY_DEFINE_JSON(OpportunitySignals);
}
