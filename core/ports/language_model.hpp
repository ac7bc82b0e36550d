// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/conversation_state.hpp"
#include "core/domain/extraction.hpp"
#include "core/domain/persona.hpp"
#include "core/ports/context.hpp"

namespace agentarmy {

/// One piece of what was said, in order. `ours` tells who spoke.
struct SpokenText {
    std::string speaker;
    std::optional<Id<Contact>> contactId;
    bool ours = false;
    std::string text; ///< clean text of a message or utterance
};

struct QualificationRequest {
    std::string text; ///< clean inbound text, at most 60,000 characters
    std::string contactName; ///< who speaks where the text says "I"
    std::string before; ///< our words just before, so that a short answer can be understood; may be empty
    const QualificationState* existing = nullptr;
    bool fresh = true; ///< false: history, which the rules alone read
};

/// An open deal of the account, for telling a new one from one that is known.
struct OpenDeal {
    Id<Opportunity> id;
    std::string name;
    std::optional<std::string> productLine;
    DealStage stage = DealStage::prospecting;
    std::optional<Money> value;
    std::optional<Date> closeDate;
};

struct DetectionRequest {
    std::vector<SpokenText> turns; ///< the new part of the conversation
    Timestamp at {}; ///< day from which "next quarter" counts
    std::vector<std::string> products; ///< the tenant's products and the product lines of its opportunities
    std::string currency; ///< for amounts without one
    std::vector<KnownPoint> known; ///< from this and earlier turns; empty if this one taught nothing
    std::vector<OpenDeal> openDeals; ///< of the account, at the time of the conversation
    bool fresh = true; ///< false: history, which the rules alone read
};

struct StakeholderRequest {
    std::vector<SpokenText> turns;
    std::vector<Contact> people; ///< of the account
    bool fresh = true; ///< false: history, which the rules alone read
};

/// A message of the conversation that a draft continues.
struct EarlierMessage {
    Direction direction = Direction::inbound;
    Timestamp at {};
    std::string text;
};

struct DraftRequest {
    Channel channel = Channel::email;
    PersonaType persona = PersonaType::manager;
    DealStage stage = DealStage::prospecting;
    std::string contactName, ourName, ourCompany, accountName;
    std::string lastInboundText; ///< empty: outreach
    std::string subject; ///< of the thread, for replies
    std::string task; ///< the next action in words
    const QualificationState* qualification = nullptr;
    std::string language = "en"; ///< of the customer's last message: "en" or "de"
    PersonaAxes voice; ///< how the writer writes
    std::string customInstructions; ///< the writer's wishes about style, for models that read
    std::optional<std::string> qbsGuidance; ///< section of the system prompt about the next question; none: no engine
    std::string question; ///< what to ask, or to say in its place where nothing is to be asked; empty: by the gaps
    const ConversationState* state = nullptr; ///< of the contact, for models that read; null: what stands above
    std::vector<EarlierMessage> lastMessages; ///< of the conversation, for models that read; any order
    int earlierMessages = 0; ///< how many there are in all
};

struct DraftAnswer {
    std::optional<std::string> subject;
    std::string body; ///< plain text
    double confidence = 0.75; ///< 0..1
    Origin origin = Origin::template_;
    int claims = 0, claimsWithSource = 0, questionsAsked = 0, questionsAnswered = 0;
};

/// What is to be said to the person who takes over.
struct EscalationRequest {
    const Escalation* report = nullptr; ///< never null
    const ConversationState* state = nullptr; ///< never null
    std::string inboundText; ///< that caused it
};

/// Reads conversations and writes drafts. The local adapter answers by rules with no key at all. Calls block; thread
/// safe. Errors: `llm_unavailable` (unavailable), `llm_invalid_answer` (internal); the caller falls back to the rules.
class LanguageModel {
public:
    virtual ~LanguageModel() = default;
    [[nodiscard]] virtual Result<Extraction> qualify(const Context& context, const QualificationRequest& request) = 0;
    /// Several pieces of one turn and one speaker in one reading; the answers in their order. Nothing: it is to be
    /// asked piece by piece.
    [[nodiscard]] virtual Result<std::optional<std::vector<Extraction>>> qualifyTogether(
        const Context&, const std::vector<QualificationRequest>&)
    {
        return std::optional<std::vector<Extraction>>();
    }
    [[nodiscard]] virtual Result<OpportunitySignals> detectOpportunity(
        const Context& context, const DetectionRequest& request)
        = 0;
    [[nodiscard]] virtual Result<std::vector<StakeholderReading>> mapStakeholders(
        const Context& context, const StakeholderRequest& request)
        = 0;
    /// An error or an empty list: the stage's fallback applies.
    [[nodiscard]] virtual Result<std::vector<NextAction>> nextActions(
        const Context& context, const ConversationState& state)
        = 0;
    [[nodiscard]] virtual Result<DraftAnswer> draft(const Context& context, const DraftRequest& request) = 0;
    /// Advice for the person who takes over; empty: the fixed one of the trigger applies.
    [[nodiscard]] virtual Result<std::string> escalationAdvice(const Context&, const EscalationRequest&)
    {
        return std::string();
    }
    /// What it is at its best; a single answer may say otherwise.
    [[nodiscard]] virtual DetectedBy kind() const = 0;
};
}
