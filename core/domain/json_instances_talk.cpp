// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/domain/agent_action.hpp"
#include "core/domain/conversation.hpp"
#include "core/domain/conversation_state.hpp"
#include "core/domain/mailbox.hpp"
#include "core/domain/meeting.hpp"

namespace agentarmy {
AGENTARMY_DEFINE_JSON(Conversation);
AGENTARMY_DEFINE_JSON(Party);
AGENTARMY_DEFINE_JSON(AttachmentRef);
AGENTARMY_DEFINE_JSON(Message);
AGENTARMY_DEFINE_JSON(NextAction);
AGENTARMY_DEFINE_JSON(ConversationState);
AGENTARMY_DEFINE_JSON(Escalation);
AGENTARMY_DEFINE_JSON(Participant);
AGENTARMY_DEFINE_JSON(Meeting);
AGENTARMY_DEFINE_JSON(Utterance);
AGENTARMY_DEFINE_JSON(Transcript);
AGENTARMY_DEFINE_JSON(DraftFinding);
AGENTARMY_DEFINE_JSON(DraftPayload);
AGENTARMY_DEFINE_JSON(ActionApproval);
AGENTARMY_DEFINE_JSON(ActionExecution);
AGENTARMY_DEFINE_JSON(AgentAction);
AGENTARMY_DEFINE_JSON(MailServer);
AGENTARMY_DEFINE_JSON(Mailbox);
}
