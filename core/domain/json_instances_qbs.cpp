// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/domain/qbs.hpp"

namespace agentarmy {
AGENTARMY_DEFINE_JSON(PainTopic);
AGENTARMY_DEFINE_JSON(PainFunnelState);
AGENTARMY_DEFINE_JSON(ExpansionTrigger);
AGENTARMY_DEFINE_JSON(ExpansionRecommendation);
AGENTARMY_DEFINE_JSON(QuestionRecommendation);
AGENTARMY_DEFINE_JSON(AskedQuestion);
AGENTARMY_DEFINE_JSON(RestingTarget);
AGENTARMY_DEFINE_JSON(QuestionLog);
AGENTARMY_DEFINE_JSON(RenamedTopic);
AGENTARMY_DEFINE_JSON(RemovedTopic);
AGENTARMY_DEFINE_JSON(PainCorrections);
}
