// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/enums.hpp"

namespace agentarmy {
using namespace std::string_view_literals;

#define AGENTARMY_ENUM_TEXTS(Enum, ...)                                                                                \
    template <> struct EnumTexts<Enum> {                                                                               \
        static constexpr auto values = std::to_array<std::pair<Enum, std::string_view>>({__VA_ARGS__});                \
    }

enum class DealStage { prospecting, discovery, qualification, evaluation, negotiation, closedWon, closedLost, stalled };
AGENTARMY_ENUM_TEXTS(DealStage, {DealStage::prospecting, "prospecting"sv}, {DealStage::discovery, "discovery"sv},
    {DealStage::qualification, "qualification"sv}, {DealStage::evaluation, "evaluation"sv},
    {DealStage::negotiation, "negotiation"sv}, {DealStage::closedWon, "closed_won"sv},
    {DealStage::closedLost, "closed_lost"sv}, {DealStage::stalled, "stalled"sv});

[[nodiscard]] constexpr bool isClosed(DealStage stage)
{
    return stage == DealStage::closedWon || stage == DealStage::closedLost;
}
[[nodiscard]] constexpr bool isOpen(DealStage stage) { return !isClosed(stage); }
/// Open and not stalled.
[[nodiscard]] constexpr bool isActive(DealStage stage) { return isOpen(stage) && stage != DealStage::stalled; }

enum class PersonaType { ic, manager, cSuite };
AGENTARMY_ENUM_TEXTS(
    PersonaType, {PersonaType::ic, "ic"sv}, {PersonaType::manager, "manager"sv}, {PersonaType::cSuite, "c_suite"sv});

enum class Channel { email, chat, meeting, phone, web };
AGENTARMY_ENUM_TEXTS(Channel, {Channel::email, "email"sv}, {Channel::chat, "chat"sv}, {Channel::meeting, "meeting"sv},
    {Channel::phone, "phone"sv}, {Channel::web, "web"sv});

enum class ActionType { sendEmail, sendChat, scheduleCall, escalate, wait, followUp };
AGENTARMY_ENUM_TEXTS(ActionType, {ActionType::sendEmail, "send_email"sv}, {ActionType::sendChat, "send_chat"sv},
    {ActionType::scheduleCall, "schedule_call"sv}, {ActionType::escalate, "escalate"sv}, {ActionType::wait, "wait"sv},
    {ActionType::followUp, "follow_up"sv});

enum class Priority { low, medium, high, urgent };
AGENTARMY_ENUM_TEXTS(Priority, {Priority::low, "low"sv}, {Priority::medium, "medium"sv}, {Priority::high, "high"sv},
    {Priority::urgent, "urgent"sv});

enum class EscalationTrigger { customerRequest, highStakes, confidenceLow, complexity };
AGENTARMY_ENUM_TEXTS(EscalationTrigger, {EscalationTrigger::customerRequest, "customer_request"sv},
    {EscalationTrigger::highStakes, "high_stakes"sv}, {EscalationTrigger::confidenceLow, "confidence_low"sv},
    {EscalationTrigger::complexity, "complexity"sv});

enum class EscalationStatus { open, acknowledged, resolved };
AGENTARMY_ENUM_TEXTS(EscalationStatus, {EscalationStatus::open, "open"sv},
    {EscalationStatus::acknowledged, "acknowledged"sv}, {EscalationStatus::resolved, "resolved"sv});

/// The ten dimensions: BANT, then MEDDIC, in the order in which they are shown.
enum class Dimension {
    budget,
    authority,
    need,
    timeline,
    metrics,
    economicBuyer,
    decisionCriteria,
    decisionProcess,
    pain,
    champion
};
AGENTARMY_ENUM_TEXTS(Dimension, {Dimension::budget, "budget"sv}, {Dimension::authority, "authority"sv},
    {Dimension::need, "need"sv}, {Dimension::timeline, "timeline"sv}, {Dimension::metrics, "metrics"sv},
    {Dimension::economicBuyer, "economicBuyer"sv}, {Dimension::decisionCriteria, "decisionCriteria"sv},
    {Dimension::decisionProcess, "decisionProcess"sv}, {Dimension::pain, "pain"sv},
    {Dimension::champion, "champion"sv});
inline constexpr std::size_t dimensionCount = 10;
[[nodiscard]] constexpr bool isBant(Dimension d) { return d <= Dimension::timeline; }

enum class Direction { inbound, outbound, internal };
AGENTARMY_ENUM_TEXTS(Direction, {Direction::inbound, "inbound"sv}, {Direction::outbound, "outbound"sv},
    {Direction::internal, "internal"sv});

/// Only `person` reaches the agent.
enum class MessageKind { person, autoReply, bounce, newsletter, calendar, mailingList, system };
AGENTARMY_ENUM_TEXTS(MessageKind, {MessageKind::person, "person"sv}, {MessageKind::autoReply, "auto_reply"sv},
    {MessageKind::bounce, "bounce"sv}, {MessageKind::newsletter, "newsletter"sv}, {MessageKind::calendar, "calendar"sv},
    {MessageKind::mailingList, "mailing_list"sv}, {MessageKind::system, "system"sv});

enum class MessageStatus { received, ignored, draft, pendingApproval, queued, sent, failed };
AGENTARMY_ENUM_TEXTS(MessageStatus, {MessageStatus::received, "received"sv}, {MessageStatus::ignored, "ignored"sv},
    {MessageStatus::draft, "draft"sv}, {MessageStatus::pendingApproval, "pending_approval"sv},
    {MessageStatus::queued, "queued"sv}, {MessageStatus::sent, "sent"sv}, {MessageStatus::failed, "failed"sv});

enum class Turn { none, ours, theirs };
AGENTARMY_ENUM_TEXTS(Turn, {Turn::none, "none"sv}, {Turn::ours, "ours"sv}, {Turn::theirs, "theirs"sv});

enum class ConversationStatus { open, snoozed, escalated, closed };
AGENTARMY_ENUM_TEXTS(ConversationStatus, {ConversationStatus::open, "open"sv},
    {ConversationStatus::snoozed, "snoozed"sv}, {ConversationStatus::escalated, "escalated"sv},
    {ConversationStatus::closed, "closed"sv});

enum class SourceType { message, utterance, document, manual };
AGENTARMY_ENUM_TEXTS(SourceType, {SourceType::message, "message"sv}, {SourceType::utterance, "utterance"sv},
    {SourceType::document, "document"sv}, {SourceType::manual, "manual"sv});

enum class StakeholderRole { decisionMaker, influencer, champion, blocker, user, gatekeeper };
AGENTARMY_ENUM_TEXTS(StakeholderRole, {StakeholderRole::decisionMaker, "decision_maker"sv},
    {StakeholderRole::influencer, "influencer"sv}, {StakeholderRole::champion, "champion"sv},
    {StakeholderRole::blocker, "blocker"sv}, {StakeholderRole::user, "user"sv},
    {StakeholderRole::gatekeeper, "gatekeeper"sv});

enum class ScoreSource { heuristic, conversationSignal, humanOverride };
AGENTARMY_ENUM_TEXTS(ScoreSource, {ScoreSource::heuristic, "heuristic"sv},
    {ScoreSource::conversationSignal, "conversation_signal"sv}, {ScoreSource::humanOverride, "human_override"sv});

enum class OpportunitySource { agentDetected, manual, imported };
AGENTARMY_ENUM_TEXTS(OpportunitySource, {OpportunitySource::agentDetected, "agent_detected"sv},
    {OpportunitySource::manual, "manual"sv}, {OpportunitySource::imported, "imported"sv});

enum class ProbabilitySource { stage, agent, humanOverride };
AGENTARMY_ENUM_TEXTS(ProbabilitySource, {ProbabilitySource::stage, "stage"sv}, {ProbabilitySource::agent, "agent"sv},
    {ProbabilitySource::humanOverride, "human_override"sv});

enum class DetectedBy { model, rules };
AGENTARMY_ENUM_TEXTS(DetectedBy, {DetectedBy::model, "model"sv}, {DetectedBy::rules, "rules"sv});

enum class ForecastCategory { pipeline, bestCase, commit, closed, omitted };
AGENTARMY_ENUM_TEXTS(ForecastCategory, {ForecastCategory::pipeline, "pipeline"sv},
    {ForecastCategory::bestCase, "best_case"sv}, {ForecastCategory::commit, "commit"sv},
    {ForecastCategory::closed, "closed"sv}, {ForecastCategory::omitted, "omitted"sv});

enum class GoalType { pipeline, activity, quality, revenue };
AGENTARMY_ENUM_TEXTS(GoalType, {GoalType::pipeline, "pipeline"sv}, {GoalType::activity, "activity"sv},
    {GoalType::quality, "quality"sv}, {GoalType::revenue, "revenue"sv});

enum class GoalStatus { active, completed, missed };
AGENTARMY_ENUM_TEXTS(GoalStatus, {GoalStatus::active, "active"sv}, {GoalStatus::completed, "completed"sv},
    {GoalStatus::missed, "missed"sv});

enum class DealMark { stale, atRisk, overdue, stuck, needsReview };
AGENTARMY_ENUM_TEXTS(DealMark, {DealMark::stale, "stale"sv}, {DealMark::atRisk, "at_risk"sv},
    {DealMark::overdue, "overdue"sv}, {DealMark::stuck, "stuck"sv}, {DealMark::needsReview, "needs_review"sv});

enum class RiskReason {
    overdue,
    stale,
    stuck,
    closeDatePushed,
    noEconomicBuyer,
    noChampion,
    singleThreaded,
    activeBlocker,
    noNextStep
};
AGENTARMY_ENUM_TEXTS(RiskReason, {RiskReason::overdue, "overdue"sv}, {RiskReason::stale, "stale"sv},
    {RiskReason::stuck, "stuck"sv}, {RiskReason::closeDatePushed, "close_date_pushed"sv},
    {RiskReason::noEconomicBuyer, "no_economic_buyer"sv}, {RiskReason::noChampion, "no_champion"sv},
    {RiskReason::singleThreaded, "single_threaded"sv}, {RiskReason::activeBlocker, "active_blocker"sv},
    {RiskReason::noNextStep, "no_next_step"sv});

enum class TaskStatus { open, completed, cancelled };
AGENTARMY_ENUM_TEXTS(TaskStatus, {TaskStatus::open, "open"sv}, {TaskStatus::completed, "completed"sv},
    {TaskStatus::cancelled, "cancelled"sv});

enum class Role { rep, manager, executive, admin };
AGENTARMY_ENUM_TEXTS(Role, {Role::rep, "rep"sv}, {Role::manager, "manager"sv}, {Role::executive, "executive"sv},
    {Role::admin, "admin"sv});

enum class ActorKind { person, agent, system, import };
AGENTARMY_ENUM_TEXTS(ActorKind, {ActorKind::person, "person"sv}, {ActorKind::agent, "agent"sv},
    {ActorKind::system, "system"sv}, {ActorKind::import, "import"sv});

enum class Sentiment { positive, neutral, negative };
AGENTARMY_ENUM_TEXTS(Sentiment, {Sentiment::positive, "positive"sv}, {Sentiment::neutral, "neutral"sv},
    {Sentiment::negative, "negative"sv});

enum class AgentActionStatus {
    scheduled,
    pending,
    approved,
    executing,
    executed,
    failed,
    rejected,
    expired,
    cancelled,
    blocked
};
AGENTARMY_ENUM_TEXTS(AgentActionStatus, {AgentActionStatus::scheduled, "scheduled"sv},
    {AgentActionStatus::pending, "pending"sv}, {AgentActionStatus::approved, "approved"sv},
    {AgentActionStatus::executing, "executing"sv}, {AgentActionStatus::executed, "executed"sv},
    {AgentActionStatus::failed, "failed"sv}, {AgentActionStatus::rejected, "rejected"sv},
    {AgentActionStatus::expired, "expired"sv}, {AgentActionStatus::cancelled, "cancelled"sv},
    {AgentActionStatus::blocked, "blocked"sv});

enum class ApprovalDecision { approved, rejected };
AGENTARMY_ENUM_TEXTS(
    ApprovalDecision, {ApprovalDecision::approved, "approved"sv}, {ApprovalDecision::rejected, "rejected"sv});

/// Who thought of a next action or wrote a draft.
enum class Origin { rule, model, fallback, rules, template_ };
AGENTARMY_ENUM_TEXTS(Origin, {Origin::rule, "rule"sv}, {Origin::model, "model"sv}, {Origin::fallback, "fallback"sv},
    {Origin::rules, "rules"sv}, {Origin::template_, "template"sv});

enum class MeetingStatus {
    scheduled,
    briefingGenerated,
    botJoining,
    inProgress,
    ended,
    minutesGenerated,
    distributed,
    cancelled,
    botFailed
};
AGENTARMY_ENUM_TEXTS(MeetingStatus, {MeetingStatus::scheduled, "scheduled"sv},
    {MeetingStatus::briefingGenerated, "briefing_generated"sv}, {MeetingStatus::botJoining, "bot_joining"sv},
    {MeetingStatus::inProgress, "in_progress"sv}, {MeetingStatus::ended, "ended"sv},
    {MeetingStatus::minutesGenerated, "minutes_generated"sv}, {MeetingStatus::distributed, "distributed"sv},
    {MeetingStatus::cancelled, "cancelled"sv}, {MeetingStatus::botFailed, "bot_failed"sv});

enum class ParticipantRole { internal, external, agent };
AGENTARMY_ENUM_TEXTS(ParticipantRole, {ParticipantRole::internal, "internal"sv},
    {ParticipantRole::external, "external"sv}, {ParticipantRole::agent, "agent"sv});

enum class TranscriptOrigin { bot, live, importVtt, importSrt, importJson, offlineAudio };
AGENTARMY_ENUM_TEXTS(TranscriptOrigin, {TranscriptOrigin::bot, "bot"sv}, {TranscriptOrigin::live, "live"sv},
    {TranscriptOrigin::importVtt, "import_vtt"sv}, {TranscriptOrigin::importSrt, "import_srt"sv},
    {TranscriptOrigin::importJson, "import_json"sv}, {TranscriptOrigin::offlineAudio, "offline_audio"sv});
}
