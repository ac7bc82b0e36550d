// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/domain/account.hpp"
#include "core/domain/contact.hpp"
#include "core/domain/evidence.hpp"
#include "core/domain/qualification.hpp"
#include "core/domain/tenant.hpp"

namespace agentarmy {
AGENTARMY_DEFINE_JSON(Account);
AGENTARMY_DEFINE_JSON(StakeholderScores);
AGENTARMY_DEFINE_JSON(StakeholderPart);
AGENTARMY_DEFINE_JSON(Contact);
AGENTARMY_DEFINE_JSON(Persona);
AGENTARMY_DEFINE_JSON(Team);
AGENTARMY_DEFINE_JSON(User);
AGENTARMY_DEFINE_JSON(WorkingDay);
AGENTARMY_DEFINE_JSON(TenantSettings);
AGENTARMY_DEFINE_JSON(Evidence);
AGENTARMY_DEFINE_JSON(Signal);
AGENTARMY_DEFINE_JSON(QualificationState);
}
