// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/agent_action.hpp"
#include "core/domain/contact.hpp"
#include "core/domain/conversation_state.hpp"
#include "core/domain/plan.hpp"
#include "core/engine/deals/deal_board.hpp"
#include "core/engine/deals/deal_desk.hpp"

namespace agentarmy {

struct StageStep {
    enum class Kind { passed, current, ahead } kind = Kind::ahead;
    DealStage stage = DealStage::prospecting;
    std::optional<int> days; ///< spent there; of the current one so far
    int usualDays = 0;
    int missing = 0; ///< ahead: how many proofs are missing to enter it
};

/// One line of the timeline, newest first.
struct TimelineItem {
    enum class Kind { mail, chat, meeting, change, agent } kind = Kind::mail;
    Timestamp at {};
    std::string title; ///< who or what: "Jonas Brandt", "Lena set close date"
    std::string text; ///< first sentences, or "9 Oct to 30 Sep"
    std::string note; ///< "Mail", "Meeting, 47 min", "Change"
    Direction direction = Direction::inbound;
    std::optional<Id<Conversation>> conversationId;
    std::optional<Uuid> sourceId; ///< message or meeting
};

/// A quote with all that a jump to its words needs.
struct QuoteLink {
    std::string quote;
    SourceType sourceType = SourceType::message;
    Uuid sourceId; ///< message, or transcript
    std::optional<int> utterance;
    std::int64_t begin = 0, end = 0; ///< UTF-8 bytes in the clean text
    std::string sourceText; ///< "Mail, 1 Sep", "12:41 in meeting"
    Channel channel = Channel::email;
    std::optional<Timestamp> at;
    std::optional<Id<Conversation>> conversationId; ///< null: the source is gone
    bool retracts = false;
};

struct QualificationRow {
    Dimension dimension = Dimension::budget;
    bool identified = false;
    bool contested = false;
    bool locked = false;
    double confidence = 0;
    std::string value; ///< in the customer's words, short; empty: nothing known
    std::vector<QuoteLink> quotes; ///< those in whose words the value stands, then the others; each newest first
    int evidenceCount = 0;
    std::vector<std::string> alternatives;
};

struct PersonRow {
    Contact contact;
    std::optional<Timestamp> lastInteraction;
    bool optedOut = false;
};

/// A thread about the deal.
struct DealTalk {
    Id<Conversation> id;
    Channel channel = Channel::email;
    std::string subject, preview;
    Turn turn = Turn::none;
    std::optional<Timestamp> at;
    int messages = 0;
};

/// Who spoke how much of a meeting.
struct SpeakerShare {
    std::string name;
    bool ours = false;
    double share = 0; ///< 0..1 of what was said
    int order = 0; ///< 0: spoke first, and so on: decides the colour
};
struct DealMeeting {
    Id<Conversation> id;
    std::string title;
    Timestamp at {};
    int minutes = 0; ///< 0: not known
    std::vector<SpeakerShare> speakers; ///< most first; empty: no transcript
};

/// What the agent proposes for the deal now.
struct AgentPanel {
    std::optional<NextAction> action;
    std::vector<std::string> reasons;
    std::vector<std::optional<QuoteLink>> sources; ///< beside each reason: the message it speaks of
    std::optional<double> confidence;
    std::optional<AgentAction> draft; ///< newest pending draft of the deal's conversations
    std::optional<Escalation> escalation; ///< open one
};

struct DealPage {
    BoardCard card;
    Opportunity opportunity;
    std::string forecastCategory; ///< of the quarter of its close date, as ForecastCategory text
    std::vector<StageStep> path; ///< the five active stages, then closed_won (or the stage it ended in)
    std::vector<QualificationRow> qualification; ///< metrics .. champion, then budget .. timeline
    std::string summary; ///< "5 of 6 MEDDIC, 3 of 4 BANT" is the screen's; this says what is missing, in words
    std::optional<Timestamp> lastRead;
    std::vector<TimelineItem> timeline; ///< newest 200
    std::vector<PersonRow> people; ///< by decision power
    std::vector<DealTalk> talks; ///< mail and chat, newest first
    std::vector<DealMeeting> meetings; ///< newest first
    std::vector<Task> tasks; ///< open ones by due date, then done ones, newest first
    std::optional<AccountPlan> accountPlan; ///< what was said and happened at the account
    AgentPanel agent;
};

[[nodiscard]] Result<DealPage> loadDealPage(
    Store& store, const Context& context, Id<Opportunity> id, const TenantSettings& settings, Timestamp now);
}
